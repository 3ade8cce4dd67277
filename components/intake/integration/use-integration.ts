"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, query } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import type { Integration } from "#lib/contract/integration.ts";

type Change = Parameters<typeof api.integration.update>[0];
export type IntegrationFields = Omit<Change, "id" | "version">;

/** Writes to one integration. `said` creates a toast with an undo. */
export function useWriteIntegration(integration: Integration) {
  const client = useQueryClient();
  const { mutateAsync, isPending } = useMutation({
    mutationFn: (change: Change) => api.integration.update(change),
    onSuccess: (row) => client.setQueryData(query.integration.get.queryKey({ input: { id: row.id } }), row),
    onError: (error) => toastError(wordsOf(error)),
    onSettled: () => refresh(client, "integration"),
  });
  const write = async (version: number, fields: IntegrationFields, said: string, back: IntegrationFields | null) => {
    const row = await mutateAsync({ id: integration.id, version, ...fields }).catch(() => null);
    if (!row) return;
    toastDone(said, back ? { undo: () => void write(row.version, back, "Undone", null) } : {});
  };
  return {
    isPending,
    change: (fields: IntegrationFields, said: string, back: IntegrationFields) =>
      write(integration.version, fields, said, back),
  };
}
