"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { query } from "#components/base/api/client.ts";
import { useMe } from "#components/people/me/use-me.ts";
import { toastDone } from "#components/ui/overlays/toast.tsx";
import type { ActionItem } from "#lib/contract/action-item.ts";
import { refreshAround, settleEverywhere } from "../action-cache.ts";

/** Creates an action item and shows it wherever it belongs. */
export function useCreateAction(onDone: (item: ActionItem) => void) {
  const client = useQueryClient();
  const router = useRouter();
  const meId = useMe()?.id;
  return useMutation(
    query.actionItem.create.mutationOptions({
      onSuccess: (item) => {
        settleEverywhere(client, item, meId);
        void refreshAround(client);
        const open = () => router.push(`/actions/${item.key}`);
        toastDone(`${item.key} proposed`, { action: { label: "Open", run: open } });
        onDone(item);
      },
    }),
  );
}
