"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { reads } from "#components/base/api/client.ts";
import { unsavedWords } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { toastError } from "#components/ui/overlays/toast.tsx";
import type { CanonicalFactor } from "#lib/contract/canonical-factor.ts";

/** Changes conditions: the response is stored, and lists and factors are read again. A conflict is shown. */
export function useChangeCondition() {
  const client = useQueryClient();
  const mutate = useMutation({ mutationFn: (run: () => Promise<CanonicalFactor>) => run() });
  const tellRefused = (error: unknown) => {
    void refresh(client, ["canonical_factor", "factor"]);
    toastError(unsavedWords(error, "this condition"));
  };
  // Awaited, because a dialog that closes first would lose the callbacks of `mutate`.
  const send = async (run: () => Promise<CanonicalFactor>, onDone?: (condition: CanonicalFactor) => void) => {
    try {
      const condition = await mutate.mutateAsync(run);
      const { queryKey } = reads.canonicalFactor.get(condition.id);
      client.setQueryData(queryKey, condition);
      void refresh(client, "canonical_factor", [queryKey]);
      onDone?.(condition);
    } catch (error) {
      tellRefused(error);
    }
  };
  return { send, isBusy: mutate.isPending };
}
