"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api, reads } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { countWords, listWords } from "#lib/base/text/sentence.ts";
import type { RoutingRule, SavedRule } from "#lib/contract/rule.ts";
import { inputOf, type RuleDraft } from "./rule-draft.ts";

/** The rules of an integration and their changes, each of which can be undone from its toast. */
export function useRules(integrationId: string) {
  const client = useQueryClient();
  const { data, error } = useQuery(reads.routing.list(integrationId));
  const settle = () => refresh(client, "integration");
  const run = async (act: () => Promise<unknown>, said?: string, back?: () => Promise<unknown>): Promise<boolean> => {
    try {
      await act();
      if (said) toastDone(said, back ? { undo: () => void run(back) } : {});
      return true;
    } catch (problem) {
      toastError(wordsOf(problem));
      return false;
    } finally {
      await settle();
    }
  };
  return {
    rules: data?.items ?? [],
    isLoaded: data !== undefined,
    error,
    save: (draft: RuleDraft, apply: boolean) =>
      run(async () => {
        const fields = { integrationId, ...inputOf(draft), apply };
        const saved = draft.replaces
          ? await api.routing.update({ ...fields, ...draft.replaces })
          : await api.routing.create(fields);
        toastDone(savedWords(saved));
      }),
    remove: ({ id }: RoutingRule) =>
      run(
        () => api.routing.remove({ integrationId, id }),
        "Rule removed",
        () => api.routing.restore({ integrationId, id }),
      ),
    move: ({ id, version, position }: RoutingRule, to: number) =>
      run(
        () => api.routing.move({ integrationId, id, version, position: to }),
        `Rule moved to position ${to}`,
        () => api.routing.move({ integrationId, id, version: version + 1, position }),
      ),
    enable: ({ id, version, enabled }: RoutingRule) =>
      run(
        () => api.routing.update({ integrationId, id, version, enabled: !enabled }),
        enabled ? "Rule switched off" : "Rule switched on",
        () => api.routing.update({ integrationId, id, version: version + 1, enabled }),
      ),
  };
}

function savedWords({ applied }: SavedRule): string {
  if (!applied) return "Rule saved";
  if (applied.attached === 0) return "Rule saved. No unassigned event matches it.";
  const opened = applied.opened.length > 0 ? `, ${listWords(applied.opened)} opened` : "";
  return `Rule saved, ${countWords(applied.attached, "event")} attached${opened}`;
}
