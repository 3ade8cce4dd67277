import type { Calendar } from "#lib/contract/calendar.ts";

/** From Monday, with the numbers of the API: 0 is Sunday. */
export const WEEK = [
  { day: 1, name: "Monday", short: "Mon" },
  { day: 2, name: "Tuesday", short: "Tue" },
  { day: 3, name: "Wednesday", short: "Wed" },
  { day: 4, name: "Thursday", short: "Thu" },
  { day: 5, name: "Friday", short: "Fri" },
  { day: 6, name: "Saturday", short: "Sat" },
  { day: 0, name: "Sunday", short: "Sun" },
] as const;

/** Returns working days as text: "Mon to Fri", or "Mon, Wed, Fri" if there are gaps. */
export function workingDaysWords(days: readonly number[]): string {
  const worked = WEEK.flatMap(({ day, short }, at) => (days.includes(day) ? [{ at, short }] : []));
  const [first, last] = [worked[0], worked.at(-1)];
  if (!first || !last) return "None";
  const isRun = last.at - first.at === worked.length - 1;
  return isRun && worked.length > 2 ? `${first.short} to ${last.short}` : worked.map(({ short }) => short).join(", ");
}

export const calendarName = ({ team }: Pick<Calendar, "team">): string => team?.name ?? "Organisation";
