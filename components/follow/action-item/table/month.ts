import { countWords } from "#lib/base/text/sentence.ts";
import { addDays, addMonths, daysBetween, type LocalDate, weekdayOf } from "#lib/base/time/local-date.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { moveDueDate } from "#lib/follow/action-item/due.ts";
import type { DaysOff } from "./days-off.ts";

/** Returns the weeks of the month of a day, each from Monday to Sunday. */
export function weeksOf(day: LocalDate): LocalDate[][] {
  const first = `${day.slice(0, 7)}-01`;
  const end = addMonths(first, 1);
  const weeks: LocalDate[][] = [];
  for (let monday = mondayOf(first); monday < end; monday = addDays(monday, 7))
    weeks.push(Array.from({ length: 7 }, (_, at) => addDays(monday, at)));
  return weeks;
}

/** Returns the Monday of the week of a day. */
export const mondayOf = (day: LocalDate): LocalDate => addDays(day, -((weekdayOf(day) + 6) % 7));

/** Returns what it means to drop an action on a day: how far it moves, how many moves that makes, or the rule against it. */
export function moveWords(row: ActionItemRow, to: LocalDate, { workingDays }: Pick<DaysOff, "workingDays">): string {
  if (row.dueDate === to) return "Current due date";
  const days = row.dueDate === null ? null : daysBetween(row.dueDate, to);
  const working = row.dueDate === null ? null : workingDays(row.team?.id ?? null, row.dueDate, to);
  const ofThem = working === null || working === days ? "" : `, ${countWords(working, "working day")}`;
  const distance =
    days === null
      ? "First due date"
      : `${countWords(Math.abs(days), "day")} ${days > 0 ? "later" : "earlier"}${ofThem}`;
  return [`${distance}.`, moveRule(row, to).words].join(" ").trim();
}

/** Returns whether the date can move to a day, and how many moves that makes or the rule against it. */
export function moveRule(row: ActionItemRow, to: LocalDate): { isAllowed: boolean; words: string } {
  const moved = moveDueDate(row, to, { reason: "moved", mayApprove: row.abilities.approve });
  if (!moved.ok) return { isAllowed: false, words: moved.message };
  return { isAllowed: true, words: moved.move === null ? "" : `This is move ${row.dueMoves + 1}.` };
}

/** Returns how many actions are due in each week, from the week of a day on. */
export function dueByWeek(
  rows: readonly Pick<ActionItemRow, "dueDate">[],
  from: LocalDate,
  weeks: number,
): { monday: LocalDate; count: number }[] {
  return Array.from({ length: weeks }, (_, at) => {
    const monday = addDays(mondayOf(from), at * 7);
    const end = addDays(monday, 7);
    return {
      monday,
      count: rows.filter(({ dueDate }) => dueDate !== null && dueDate >= monday && dueDate < end).length,
    };
  });
}
