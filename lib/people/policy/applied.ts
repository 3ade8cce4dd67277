import type { ActionPriority } from "#lib/base/vocabulary/action-item.ts";
import {
  builtInValues,
  POLICY_KEYS,
  type PolicyFacts,
  type PolicyKey,
  type PolicyValueOf,
  type PolicyValues,
} from "./values.ts";

/** The scope of a policy. An empty list includes all. */
export interface PolicyScope {
  serviceIds: readonly string[];
  teamIds: readonly string[];
  severities: readonly number[];
  priorities: readonly ActionPriority[];
}

export interface PolicyRule {
  id: string;
  name: string;
  scope: PolicyScope;
  values: PolicyValues;
}

/** The kinds of things that a policy can name. This order settles two that name equally many. */
export const SCOPE_KINDS = ["service", "team", "severity", "priority"] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];

/** A policy that applies, or what is built in. */
export interface Candidate {
  /** Null: built in. */
  id: string | null;
  name: string;
  names: ScopeKind[];
  /** The values that it gives. */
  fills: PolicyKey[];
  /** It names as many as the one before, and comes later by the order of kinds. */
  isTied: boolean;
}

export interface Applied {
  values: PolicyValueOf;
  /** The policy that gave each value. Null: built in. */
  from: Record<PolicyKey, string | null>;
  /** From most specific to least. The last one is built in. */
  candidates: Candidate[];
}

const named = ({ serviceIds, teamIds, severities, priorities }: PolicyScope): Record<ScopeKind, boolean> => ({
  service: serviceIds.length > 0,
  team: teamIds.length > 0,
  severity: severities.length > 0,
  priority: priorities.length > 0,
});

/** Returns the kinds that a policy names, in their order. */
export const namesOf = (scope: PolicyScope): ScopeKind[] => SCOPE_KINDS.filter((kind) => named(scope)[kind]);

/** Returns whether a policy is for something. */
export function isFor({ serviceIds, teamIds, severities, priorities }: PolicyScope, facts: PolicyFacts): boolean {
  const isAmong = <Value>(wanted: readonly Value[], found: readonly (Value | null)[]) =>
    wanted.length === 0 || found.some((one) => one !== null && wanted.includes(one));
  return (
    isAmong(serviceIds, facts.serviceIds) &&
    isAmong(teamIds, facts.teamIds) &&
    isAmong(severities, [facts.severity]) &&
    isAmong(priorities, [facts.priority])
  );
}

/** The more specific first. A name and an id settle what is equal in everything else. */
function bySpecificity(one: PolicyRule, other: PolicyRule): number {
  const [ours, theirs] = [namesOf(one.scope), namesOf(other.scope)];
  if (ours.length !== theirs.length) return theirs.length - ours.length;
  const kind = SCOPE_KINDS.find((each) => ours.includes(each) !== theirs.includes(each));
  if (kind) return ours.includes(kind) ? -1 : 1;
  return one.name.localeCompare(other.name, "en") || one.id.localeCompare(other.id);
}

/** Returns what applies, value by value: the most specific policy that sets a value gives it. */
export function applyPolicies(policies: readonly PolicyRule[], facts: PolicyFacts): Applied {
  const ordered = policies.filter(({ scope }) => isFor(scope, facts)).sort(bySpecificity);
  const giver = (key: PolicyKey) => ordered.find(({ values }) => values[key] !== undefined);
  const givers = new Map(POLICY_KEYS.map((key) => [key, giver(key)]));
  const given = Object.fromEntries([...givers].flatMap(([key, one]) => (one ? [[key, one.values[key]]] : [])));
  const filledBy = (id: string | null) => POLICY_KEYS.filter((key) => (givers.get(key)?.id ?? null) === id);
  return {
    values: { ...builtInValues(facts), ...given },
    from: Object.fromEntries(POLICY_KEYS.map((key) => [key, givers.get(key)?.id ?? null])) as Applied["from"],
    candidates: [
      ...ordered.map(({ id, name, scope }, at) => {
        const before = ordered[at - 1];
        const names = namesOf(scope);
        const isTied = before !== undefined && names.length > 0 && namesOf(before.scope).length === names.length;
        return { id, name, names, fills: filledBy(id), isTied };
      }),
      { id: null, name: BUILT_IN, names: [], fills: filledBy(null), isTied: false },
    ],
  };
}

/** The name of what applies where no policy says anything. */
export const BUILT_IN = "Built in";
