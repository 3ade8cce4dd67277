"use client";

import { useQuery } from "@tanstack/react-query";
import { reads } from "#components/base/api/client.ts";
import { type DaysOff, daysOffOf } from "#components/follow/action-item/table/days-off.ts";
import { moveRule } from "#components/follow/action-item/table/month.ts";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import { daysBetween, type LocalDate, wordsOfDate } from "#lib/base/time/local-date.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";

interface NewDateProps {
  row: ActionItemRow;
  day: LocalDate;
  today: LocalDate;
  /** The effect, if the date can move. */
  effect: string;
}

/** The effect of a new date before it is saved. Its distance is counted with the calendar of the action's team. */
export function NewDate({ row, day, today, effect }: NewDateProps) {
  const { data } = useQuery(reads.calendar.list());
  const { workingDays } = daysOffOf(data?.items ?? [], []);
  return (
    <>
      <b className={textStyles.emphasis}>{wordsOfDate(day, today)}</b>, {newDateWords(row, day, { today, workingDays })}
      {row.dueDate !== day && moveRule(row, day).isAllowed ? ` ${effect}` : ""}
    </>
  );
}

interface Counted extends Pick<DaysOff, "workingDays"> {
  today: LocalDate;
}

/** Returns what a new date of an action causes. No one is notified of what they do themselves. */
export function dateEffect({ owner }: Pick<ActionItemRow, "owner">, me: string | undefined): string {
  if (owner === null || owner.id === me) return "Its reminders start again from that day.";
  return `${owner.name} is notified, and the reminders start again from that day.`;
}

/** "9 working days from now. This is move 1." */
export function newDateWords(row: ActionItemRow, to: LocalDate, { today, workingDays }: Counted): string {
  if (row.dueDate === to) return "its current due date.";
  return `${distanceWords(daysBetween(today, to), workingDays(row.team?.id ?? null, today, to))}. ${moveRule(row, to).words}`.trim();
}

function distanceWords(days: number, working: number | null): string {
  if (days === 0) return "today";
  if (days < 0) return `${countWords(-days, "day")} ago`;
  if (working === 0) return "before the next working day";
  return `${working === null ? countWords(days, "day") : countWords(working, "working day")} from now`;
}
