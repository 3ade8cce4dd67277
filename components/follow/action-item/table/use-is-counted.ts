"use client";

import { useMe } from "#components/people/me/use-me.ts";
import { QueryProblem } from "#lib/follow/action-item/query/filter.ts";
import { namesPerson } from "#lib/follow/action-item/query/names-person.ts";
import type { TrackerQuery } from "#lib/follow/action-item/query/query.ts";

/** Returns whether the actions of a query are counted: not if it names someone else, as in saved views and the API. */
export function useIsCounted(query: Pick<TrackerQuery, "owner" | "filter">): boolean {
  const me = useMe()?.id ?? null;
  try {
    return !namesPerson(query, me);
  } catch (error) {
    if (error instanceof QueryProblem) return false;
    throw error;
  }
}
