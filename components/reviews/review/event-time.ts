import { daysBetween } from "#lib/base/time/local-date.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";

type Timed = Pick<TimelineEvent, "at" | "precision">;

/** Returns the UTC time of an event as a review shows it: "23:27", "±17:20", empty if unknown. */
export function clockOf({ at, precision }: Timed): string {
  if (at === null) return "";
  if (precision === "day") return "all day";
  const clock = at.slice(11, precision === "exact" && at.slice(17, 19) !== "00" ? 19 : 16);
  return precision === "approx" || precision === "hour" ? `±${clock}` : clock;
}

/** "+1" for the next day, counted from the day of the first event. */
export function dayMark(at: string | null, firstDay: string | null): string {
  if (at === null || firstDay === null) return "";
  const days = daysBetween(firstDay.slice(0, 10), at.slice(0, 10));
  return days === 0 ? "" : days > 0 ? `+${days}` : String(days);
}

export const certaintyOf = ({ at, precision }: Timed) =>
  at === null ? "untimed" : precision === "exact" || precision === "minute" ? "exact" : "approx";
