"use client";

import { problemOf, wordsOf } from "#components/base/api/problem.ts";
import type { EditedFields } from "#components/base/api/use-edited-fields.ts";
import { useKeptFields } from "#components/base/api/use-kept-fields.ts";
import { useMe } from "#components/people/me/use-me.ts";
import { createDrafts } from "#components/ui/page/kept-drafts.ts";
import type { Policy } from "#lib/contract/policy.ts";
import { POLICY_KEYS, type PolicyKey, type PolicyValues } from "#lib/people/policy/values.ts";
import { fieldsOf, type PolicyFields } from "./use-policy-writes.ts";

/** Policies that aren't saved, each by its id and person. */
const drafts = createDrafts<EditedFields<PolicyFields> | null>({ blank: null, isWritten: (kept) => kept !== null });

/** The fields of an open policy. */
export function usePolicyDraft(policy: Policy | undefined) {
  const name = `${policy?.id ?? "new"} ${useMe()?.id}`;
  return useKeptFields(policy ?? null, fieldsOf, { drafts, name });
}

/** A fault of a policy, and the field that it belongs to. Null: none of its own. */
export interface PolicyProblem {
  at: PolicyKey | "name" | "scope" | null;
  message: string;
}

/** Returns whether a number of a value is missing. */
export const missesNumber = (value: PolicyValues[PolicyKey]): boolean =>
  Number.isNaN(value) || /"(days|before|manager|tpm|parentManager|count)":null/.test(JSON.stringify(value) ?? "");

/** Returns what is missing in a policy, in the order of the form. */
export function missingIn({ name, values }: { name: string; values: PolicyValues }): PolicyProblem[] {
  return [
    ...(name.trim() === "" ? [{ at: "name" as const, message: "Enter a name for the policy" }] : []),
    ...POLICY_KEYS.filter((at) => missesNumber(values[at])).map((at) => ({ at, message: "Enter a number" })),
  ];
}

/** Returns why the server rejected a policy, at the field that it names. */
export function problemIn(error: unknown): PolicyProblem {
  const parts = problemOf(error)?.fields?.[0]?.field.split(".") ?? [];
  const fields = ["name", "scope", ...POLICY_KEYS] as const;
  return { at: fields.find((field) => parts.includes(field)) ?? null, message: wordsOf(error) };
}
