import { addDays, type LocalDate, shortDay, WEEKDAYS, weekdayOf } from "#lib/base/time/local-date.ts";
import { clockIn } from "#lib/base/time/zoned-clock.ts";
import { toInstant } from "#lib/base/time/zones.ts";
import { itemOf } from "./item-of.ts";

export interface SnoozeTime {
  label: string;
  /** Day and time in short: "Wed 09:00". */
  when: string;
  /** An instant, or what ends the snooze otherwise. */
  at: string;
}

const MORNING = "09:00";
const AFTERNOON = "14:00";

/** Returns the instant of a local time: the earlier of two, and the one after hours that the clocks skip. */
function instantAt(day: LocalDate, time: string, zone: string): string {
  const found = toInstant(`${day}T${time}:00`, zone);
  if (found.kind === "ok") return found.instant;
  return found.kind === "fold" ? found.earlier : found.after;
}

/** Returns the morning of a day. */
export const morningOf = (day: LocalDate, zone: string): string => instantAt(day, MORNING, zone);

/** Returns the times until which a message can be snoozed, in a person's time zone. */
export function snoozeTimes(now: Date, zone: string): SnoozeTime[] {
  const { day: today, time } = clockIn(now.getTime(), zone);
  const tomorrow = addDays(today, 1);
  const daysToMonday = (8 - weekdayOf(today)) % 7 || 7;
  const monday = addDays(today, daysToMonday);
  return [
    ...(time < "13:00:00" ? [{ label: "This afternoon", when: AFTERNOON, at: instantAt(today, AFTERNOON, zone) }] : []),
    ...[{ label: "Tomorrow", when: `${WEEKDAYS[weekdayOf(tomorrow)]} ${MORNING}`, at: morningOf(tomorrow, zone) }],
    ...(daysToMonday === 1
      ? []
      : [{ label: "Next Monday", when: `${shortDay(monday)} ${MORNING}`, at: morningOf(monday, zone) }]),
  ];
}

/** Returns what else can end the snooze of a message: that its item changes or is due, if that is on a later day. */
export function itemTimes({ href, due }: { href: string; due: LocalDate | null }, today: LocalDate): SnoozeTime[] {
  if (itemOf(href) === null) return [];
  const isAhead = due !== null && due > today;
  return [
    { label: "Until it changes", when: isAhead ? "or is due" : "", at: "change" },
    ...(isAhead ? [{ label: "Until it is due", when: shortDay(due), at: "due" }] : []),
  ];
}
