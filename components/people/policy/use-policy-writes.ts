"use client";
import { useQueryClient } from "@tanstack/react-query";
import { api } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import type { Inputs } from "#components/base/api/reads.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import type { Policy } from "#lib/contract/policy.ts";
import { POLICY_KEYS, type PolicyValues } from "#lib/people/policy/values.ts";

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

/** The fields of an open policy, each of its own, so two people can change different ones. */
export type PolicyFields = Required<PolicyDraft["scope"]> & { name: string } & PolicyValues;

/** Returns the fields of a policy's form. For a new policy they are empty. */
export function fieldsOf(policy: Policy | null): PolicyFields {
  const { name, scope, values } = policy ? draftOf(policy) : BLANK;
  const own = Object.fromEntries(POLICY_KEYS.map((key) => [key, (values as PolicyValues)[key]]));
  return { ...own, ...BLANK.scope, ...scope, name };
}

const BLANK = { name: "", scope: { serviceIds: [], teamIds: [], severities: [], priorities: [] }, values: {} };

/** Returns what is sent of the fields of an open policy. */
export function draftFrom(
  { name, serviceIds, teamIds, severities, priorities, ...values }: PolicyFields,
  policy: Policy | undefined,
  version: number | null,
): PolicyDraft {
  const set = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
  return {
    ...(policy ? { id: policy.id } : {}),
    ...(version === null ? {} : { version }),
    ...{ name, scope: { serviceIds, teamIds, severities, priorities }, archived: policy?.archived ?? false },
    values: set as PolicyDraft["values"],
  };
}

/** Saves, archives and restores policies, each with a toast and undo. Throws the server's error. */
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
    const words = before ? `Policy ${saved.name} changed` : `Policy ${saved.name} added`;
    const former = before ? draftOf(before) : { ...draft, archived: true };
    const back = { ...former, id: saved.id, version: saved.version, undoesMove: movePast };
    await done(movePast ? `${words}. It applies to existing due dates too.` : words, () => api.policy.save(back));
    return saved;
  };
  const setArchived = async (policy: Policy, archived: boolean) => {
    const saved = await api.policy.save({ ...draftOf(policy), archived });
    await done(`Policy ${policy.name} ${archived ? "archived" : "restored"}`, () =>
      api.policy.save({ ...draftOf(policy), version: saved.version }),
    );
  };
  return { save, setArchived };
}
