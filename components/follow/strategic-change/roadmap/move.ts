import { listWords } from "#lib/base/text/sentence.ts";
import { type LocalDate, wordsOfDate } from "#lib/base/time/local-date.ts";
import type { ChangeWait, RoadmapRow } from "#lib/contract/roadmap.ts";
import { quarterOf, quarterWords } from "#lib/follow/strategic-change/quarter.ts";
import {
  changesQuarter,
  type Days,
  moveByWeeks,
  movedMilestones,
  startsTooEarly,
} from "#lib/follow/strategic-change/schedule.ts";
import { isOver } from "#lib/follow/strategic-change/transition.ts";

/** A change that was picked up, with its new days. Nothing is saved yet. */
export interface Move {
  row: RoadmapRow;
  to: Days;
}

export const daysIn = ({ startsOn, endsOn }: RoadmapRow): Days | null =>
  startsOn === null || endsOn === null ? null : { startsOn, endsOn };

export const isMoved = ({ row, to }: Move) => row.startsOn !== to.startsOn || row.endsOn !== to.endsOn;

/** Returns the rows as they would be after a move. */
export function afterMove(rows: readonly RoadmapRow[], moves: readonly Move[]): RoadmapRow[] {
  const days = new Map<string, LocalDate>();
  for (const { row, to } of moves) {
    const before = daysIn(row);
    if (before) for (const one of movedMilestones(row.milestones, before, to)) days.set(one.id, one.dueOn);
  }
  const to = new Map(moves.map((move) => [move.row.key, move.to]));
  return rows.map((row) => ({
    ...row,
    ...to.get(row.key),
    milestones: row.milestones.map((one) => ({ ...one, dueOn: days.get(one.id) ?? one.dueOn })),
    waitsFor: row.waitsFor.map((one) => ({ ...one, dueOn: days.get(one.milestoneId) ?? one.dueOn })),
  }));
}

/**
 * Returns the changes that a change waits for and would start before, with the days that are missing. The longest
 * wait is first. A change that is over waits for nothing.
 */
export function brokenWaits({ startsOn, status, waitsFor }: RoadmapRow): { wait: ChangeWait; days: number }[] {
  if (startsOn === null || isOver(status)) return [];
  return waitsFor
    .map((wait) => ({ wait, days: startsTooEarly(startsOn, wait) }))
    .filter(({ days }) => days > 0)
    .toSorted((one, other) => other.days - one.days);
}

const WEEK = 7;

/**
 * Returns moves of the changes that wait for a moved one, directly or through others, and would start too early: by as
 * many weeks as they need. Changes that the person can't edit stay.
 */
export function movesThatFollow(rows: readonly RoadmapRow[], move: Move): Move[] {
  const moves = new Map([[move.row.key, move]]);
  // Waits have no circle, so no change is moved more often than there are changes.
  for (let pass = 0; pass < rows.length; pass++) {
    const found = afterMove(rows, [...moves.values()]).flatMap((row) => {
      const [worst] = brokenWaits(row).filter(({ wait }) => moves.has(wait.change.key));
      const before = daysIn(row);
      const kept = rows.find(({ key }) => key === row.key);
      if (!worst || !before || row.key === move.row.key || !kept?.abilities.edit) return [];
      return [{ row: kept, to: moveByWeeks(before, Math.ceil(worst.days / WEEK), "both") }];
    });
    if (found.length === 0) break;
    for (const one of found) moves.set(one.row.key, one);
  }
  return [...moves.values()].slice(1);
}

/** Returns whether a move needs a reason, which goes to the sponsor. */
export const needsReason = (moves: readonly Move[]): boolean =>
  moves.some(({ row, to }) => changesQuarter(to.endsOn, row.targetQuarter));

/** Says what a move does: "SC-14 moves to Q3 2017 and ends on 28 Jul." */
export function moveWords({ row, to }: Move, today: LocalDate): string {
  const end = wordsOfDate(to.endsOn, today);
  const parts = [
    changesQuarter(to.endsOn, row.targetQuarter) ? `moves to ${quarterWords(quarterOf(to.endsOn))}` : "",
    to.startsOn === row.startsOn ? "" : `starts on ${wordsOfDate(to.startsOn, today)}`,
    `ends on ${end}`,
  ].filter((part) => part !== "");
  return `${row.key} ${listWords(parts)}.`;
}
