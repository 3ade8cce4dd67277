import { formatDuration } from "#lib/base/time/duration.ts";
import { shortDay } from "#lib/base/time/local-date.ts";
import { clockIn } from "#lib/base/time/zoned-clock.ts";
import type { IncidentRow } from "#lib/contract/incident.ts";
import { IMPACT_SEGMENT_WORDS } from "#lib/incidents/impact/impact-band.ts";

type Dated = Pick<IncidentRow, "startedAt" | "resolvedAt" | "status" | "kind">;

/** "52 m", "10 m, open": the duration, until now if open. Seconds appear only in a short one. */
export function lastedWords({ startedAt, resolvedAt }: Dated, now: string): string {
  const seconds = (Date.parse(resolvedAt ?? now) - Date.parse(startedAt)) / 1000;
  const rounded = seconds < 600 ? seconds : Math.round(seconds / 60) * 60;
  const words = formatDuration(rounded);
  return resolvedAt === null ? `${words}, open` : words;
}

/** "today 12:31", "31 Jan", "31 Jan 2017": the day something started, in UTC. */
export function beganWords(startedAt: string, now: string): string {
  const { day, time } = clockIn(startedAt, "UTC");
  const today = clockIn(now, "UTC").day;
  if (day === today) return `today ${time.slice(0, 5)}`;
  return day.slice(0, 4) === today.slice(0, 4) ? shortDay(day) : `${shortDay(day)} ${day.slice(0, 4)}`;
}

/** "31 Jan 2017, 18:00 to 1 Feb, 18:00": both ends in a time zone, or that the end is open. */
export function spanWords(startedAt: string, resolvedAt: string | null, zone: string): string {
  const start = clockIn(startedAt, zone);
  const begins = `${shortDay(start.day)} ${start.day.slice(0, 4)}, ${start.time.slice(0, 5)}`;
  if (resolvedAt === null) return `since ${begins}`;
  const end = clockIn(resolvedAt, zone);
  const time = end.time.slice(0, 5);
  if (end.day === start.day) return `${begins} to ${time}`;
  const year = end.day.slice(0, 4) === start.day.slice(0, 4) ? "" : ` ${end.day.slice(0, 4)}`;
  return `${begins} to ${shortDay(end.day)}${year}, ${time}`;
}

/** The impact band as one sentence. */
export function bandWords({ band, kind, resolvedAt }: Pick<IncidentRow, "band" | "kind" | "resolvedAt">): string {
  if (kind === "drill") return "A drill, no real impact";
  if (kind === "near_miss" && band.length === 0) return "Near miss, no impact";
  if (band.length === 0)
    return resolvedAt === null ? "Impact not described yet, still open" : "Impact not described yet";
  const drawn = band.filter((segment) => segment.to > segment.from);
  const parts = drawn.map(({ kind: part, known }) => (known ? IMPACT_SEGMENT_WORDS[part] : "affected"));
  const words = parts.join(", then ").toLowerCase();
  return `Impact: ${words}${resolvedAt === null ? ", still open" : ""}`;
}
