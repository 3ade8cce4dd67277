"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { api, query, reads } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { countWords } from "#lib/base/text/sentence.ts";
import type { MergeSuggestion } from "#lib/contract/curate.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { useTimelineScope } from "../state/scope.tsx";

const NONE: MergeSuggestion[] = [];

/** Events that seem to be one fact or repeats, and the two answers to each. All of it can be undone. */
export function useMerges(key: string, enabled = true) {
  const client = useQueryClient();
  const { several, offerUndo } = useTimelineScope();
  const items = useQuery({ ...reads.curate.suggestions(key), enabled }).data?.items ?? NONE;
  const acts = useMemo(() => {
    const cacheKey = query.curate.suggestions.queryKey({ input: { key } });
    const apart = async (eventIds: string[], isApart: boolean) => {
      try {
        client.setQueryData(cacheKey, await api.curate.keepApart({ key, eventIds, apart: isApart }));
        return true;
      } catch (error) {
        toastError(wordsOf(error));
        return false;
      }
    };
    return {
      merge(suggestion: MergeSuggestion, events: readonly TimelineEvent[]) {
        const wanted = new Set(suggestion.eventIds);
        const lead = events.find((event) => event.id === suggestion.leadId);
        const below = events.filter((event) => wanted.has(event.id));
        if (!lead || below.length === 0) return Promise.resolve(false);
        const verb = suggestion.relation === "merged" ? "are one event now" : "are bundled in";
        return several.relate(
          suggestion.relation,
          lead,
          below,
          `${below.length + 1} ${verb}${suggestion.relation === "merged" ? "," : ""} E${lead.number}`,
        );
      },
      async keepApart(suggestion: MergeSuggestion) {
        const eventIds = [suggestion.leadId, ...suggestion.eventIds];
        if (!(await apart(eventIds, true))) return;
        const undo = offerUndo(() => void apart(eventIds, false));
        toastDone("Suggestion dismissed", { action: { label: "Undo", run: undo } });
      },
      acceptAll: (atLeast: number) => {
        let accepted = 0;
        return several.regroup(
          async () => {
            const answer = await api.curate.acceptSuggestions({ key, atLeast });
            accepted = answer.accepted;
            return answer;
          },
          () => `${countWords(accepted, "suggestion")} accepted`,
        );
      },
    };
  }, [client, key, several, offerUndo]);
  return { items, ...acts };
}
