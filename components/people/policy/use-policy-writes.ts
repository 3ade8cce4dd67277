"use client";
import { useQueryClient } from "@tanstack/react-query";
import { api } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import type { Inputs } from "#components/base/api/reads.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import type { Policy } from "#lib/contract/policy.ts";

export type PolicyDraft = Inputs["policy"]["preview"];

/** Returns the fields of a policy that can be changed. */
export const draftOf = ({ id, version, name, scope, values, archived }: Policy): PolicyDraft => ({
  ...{ id, version, name, values, archived },
  scope: {
    serviceIds: scope.services.map((one) => one.id),
    teamIds: scope.teams.map((one) => one.id),
    severities: scope.severities,
    priorities: scope.priorities,
  },
});

/** Saves and archives policies, each with a toast and undo. Throws the server's error. */
export function usePolicyWrites() {
  const client = useQueryClient();
  const done = async (words: string, undo?: () => Promise<unknown>) => {
    await refresh(client, "policy");
    const undoIt = async () => {
      await undo?.();
      await done("Undone");
    };
    toastDone(words, undo ? { undo: () => void undoIt().catch((error: unknown) => toastError(wordsOf(error))) } : {});
  };
  /** `before` is the policy as it was read. Without it, a new one is added. */
  const save = async (draft: PolicyDraft, movePast: boolean, before?: Policy) => {
    const saved = await api.policy.save({ ...draft, movePast });
    const former = before ? draftOf(before) : { ...draft, archived: true };
    await done(before ? `Policy ${saved.name} changed` : `Policy ${saved.name} added`, () =>
      api.policy.save({ ...former, id: saved.id, version: saved.version, movePast }),
    );
    return saved;
  };
  const archive = async (policy: Policy) => {
    const saved = await api.policy.save({ ...draftOf(policy), archived: true });
    await done(`Policy ${policy.name} archived`, () => api.policy.save({ ...draftOf(policy), version: saved.version }));
  };
  return { save, archive };
}
