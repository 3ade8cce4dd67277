import { addDays, type LocalDate, shortDay, WEEKDAYS, weekdayOf } from "#lib/base/time/local-date.ts";
import { clockIn } from "#lib/base/time/zoned-clock.ts";
import { toInstant } from "#lib/base/time/zones.ts";

export interface SnoozeTime {
  label: string;
  /** Day and time in short: "Wed 09:00". */
  when: string;
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
