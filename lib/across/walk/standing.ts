import type { LocalDate } from "#lib/base/time/local-date.ts";

/** A decision of an earlier meeting about an item. */
export interface Decision<Outcome extends string> {
  /** Of the meeting. */
  walkId: string;
  day: LocalDate;
  outcome: Outcome;
}

/** How often meetings gave the same answer about an item, without another one in between. */
export interface Standing<Outcome extends string> {
  outcome: Outcome;
  meetings: number;
  /** The day of the first of them. */
  since: LocalDate;
}

/**
 * Returns how long the last answer about an item has been the same. Of a meeting with several decisions about it, the
 * last one counts. `newestFirst` are the decisions about the item. Null: there is none.
 */
export function standingOf<Outcome extends string>(
  newestFirst: readonly Decision<Outcome>[],
): Standing<Outcome> | null {
  const lastOfEach = newestFirst.filter(
    ({ walkId }, at) => newestFirst.findIndex((one) => one.walkId === walkId) === at,
  );
  const [last] = lastOfEach;
  if (!last) return null;
  const other = lastOfEach.findIndex(({ outcome }) => outcome !== last.outcome);
  const same = other === -1 ? lastOfEach : lastOfEach.slice(0, other);
  return { outcome: last.outcome, meetings: same.length, since: same.at(-1)?.day ?? last.day };
}
