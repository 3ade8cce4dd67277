import { WEEKDAYS } from "#lib/base/time/local-date.ts";
import type { Calendar } from "#lib/contract/calendar.ts";

/** From Monday, with the numbers of the API: 0 is Sunday. */
export const WEEK = [
  { day: 1, name: "Monday" },
  { day: 2, name: "Tuesday" },
  { day: 3, name: "Wednesday" },
  { day: 4, name: "Thursday" },
  { day: 5, name: "Friday" },
  { day: 6, name: "Saturday" },
  { day: 0, name: "Sunday" },
].map((one) => ({ ...one, short: WEEKDAYS[one.day] ?? "" }));

/** Returns working days as text: "Mon to Fri", or "Mon, Wed, Fri" if there are gaps. */
export function workingDaysWords(days: readonly number[]): string {
  const worked = WEEK.flatMap(({ day, short }, at) => (days.includes(day) ? [{ at, short }] : []));
  const [first, last] = [worked[0], worked.at(-1)];
  if (!first || !last) return "None";
  const isRun = last.at - first.at === worked.length - 1;
  return isRun && worked.length > 2 ? `${first.short} to ${last.short}` : worked.map(({ short }) => short).join(", ");
}

export const calendarName = ({ team }: Pick<Calendar, "team">): string => team?.name ?? "Organisation";

/** The same in a sentence: "calendar of the organisation". */
export const calendarWords = ({ team }: Pick<Calendar, "team">): string =>
  `calendar of ${team?.name ?? "the organisation"}`;
