import { countWords } from "#lib/base/text/sentence.ts";
import { addDays, type LocalDate } from "#lib/base/time/local-date.ts";
import { TASK_ANCHOR_WORDS, type TaskAnchor } from "#lib/base/vocabulary/template.ts";
import type { TemplateTask } from "./template.ts";

/** The days of the events that tasks count from. Null for one that hasn't happened, or isn't known. */
export type TaskDates = Record<TaskAnchor, LocalDate | null>;

/** Returns the day on which a task is due, or null while its event has no date. */
export function dueDayOf({ days, after }: Pick<TemplateTask, "days" | "after">, dates: TaskDates): LocalDate | null {
  const from = dates[after];
  return from === null ? null : addDays(from, days);
}

/** Returns whether a task was due before today and isn't done. */
export const isTaskLate = (
  { dueOn, isDone }: { dueOn: LocalDate | null; isDone: boolean },
  today: LocalDate,
): boolean => dueOn !== null && !isDone && dueOn < today;

/** Returns when a task is due, without a date: "3 days after resolution", "on the day of the meeting". */
export function dueWords({ days, after }: Pick<TemplateTask, "days" | "after">): string {
  const event = TASK_ANCHOR_WORDS[after];
  if (days === 0) return `on the day of ${event}`;
  return `${countWords(Math.abs(days), "day")} ${days < 0 ? "before" : "after"} ${event}`;
}
