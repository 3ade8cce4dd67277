import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { query, reads } from "#components/base/api/client.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { isAssistOpen } from "#lib/base/vocabulary/assist.ts";
import type { AssistRequest, ReviewAssist } from "#lib/contract/assist.ts";

const ASK_AGAIN_MS = 1000;

/** Returns the request of a review that isn't finished, of either kind. */
export const openRequest = (assist: ReviewAssist | undefined): AssistRequest | null =>
  [assist?.secondLook, assist?.draft].find((request) => request && isAssistOpen(request.state)) ?? null;

/** The assistant's findings and drafts for a review, read again while it works. */
export function useAssist(key: string) {
  const client = useQueryClient();
  const assist = useQuery({
    ...reads.assist.get(key),
    refetchInterval: ({ state }) => (openRequest(state.data) ? ASK_AGAIN_MS : false),
  });
  const settled = { onSettled: () => refresh(client, ["assist", "suggestion"]) };
  return {
    assist,
    ask: useMutation(query.assist.ask.mutationOptions(settled)),
    cancel: useMutation(query.assist.cancel.mutationOptions(settled)),
  };
}
