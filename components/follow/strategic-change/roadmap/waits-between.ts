import type { LocalDate } from "#lib/base/time/local-date.ts";
import type { RoadmapRow } from "#lib/contract/roadmap.ts";
import { brokenWaits } from "./move.ts";

interface WaitLine {
  milestoneId: string;
  /** The change with the milestone. */
  from: string;
  /** The change that waits for it. */
  to: string;
  dueOn: LocalDate;
  startsOn: LocalDate;
  isBroken: boolean;
}

/** Returns the waits between changes that both have a bar. What is reached isn't waited for any more. */
export function waitLines(rows: readonly RoadmapRow[]): WaitLine[] {
  const shown = new Set(rows.filter(({ startsOn }) => startsOn !== null).map(({ key }) => key));
  return rows.flatMap((row) => {
    const { key: to, startsOn, waitsFor } = row;
    if (startsOn === null) return [];
    const broken = new Set(brokenWaits(row).map(({ wait }) => wait.milestoneId));
    return waitsFor
      .filter(({ change, reachedOn }) => reachedOn === null && shown.has(change.key))
      .map(({ milestoneId, dueOn, change }) => {
        return { milestoneId, from: change.key, to, dueOn, startsOn, isBroken: broken.has(milestoneId) };
      });
  });
}
