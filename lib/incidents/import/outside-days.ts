import { DAY_MS } from "#lib/base/time/spans.ts";
import { clockIn } from "#lib/base/time/zoned-clock.ts";

const QUARTER_MS = 900_000;

export interface OutsideDay {
  /** In the incident's time zone. */
  date: string;
  times: number;
  /** Days from the incident, negative before it. */
  days: number;
}

export interface IncidentSpan {
  startedAt: string;
  /** Now while the incident is open. */
  endedAt: string;
  timeZone: string;
}

/**
 * Returns the day of a time more than a day before or after an incident, in the incident's time zone. Null for a time
 * within.
 */
export function outsideDay(at: string, { startedAt, endedAt, timeZone }: IncidentSpan): string | null {
  const ms = Date.parse(at);
  const isWithin = ms >= Date.parse(startedAt) - DAY_MS && ms <= Date.parse(endedAt) + DAY_MS;
  return isWithin ? null : dayOf(ms, timeZone);
}

let asked = { quarter: Number.NaN, timeZone: "", day: "" };

/** Caches the last day. Times are mostly in order, and no time zone changes its day within a quarter of an hour. */
function dayOf(ms: number, timeZone: string): string {
  const quarter = Math.floor(ms / QUARTER_MS);
  if (quarter !== asked.quarter || timeZone !== asked.timeZone)
    asked = { quarter, timeZone, day: clockIn(ms, timeZone).day };
  return asked.day;
}

/** Returns the days outside an incident with the number of times on each, in order. */
export function outsideDays(counts: ReadonlyMap<string, number>, span: IncidentSpan): OutsideDay[] {
  const first = clockIn(span.startedAt, span.timeZone).day;
  const last = clockIn(span.endedAt, span.timeZone).day;
  return [...counts].sort().map(([date, times]) => {
    const from = date < first ? first : last;
    return { date, times, days: Math.round((Date.parse(date) - Date.parse(from)) / DAY_MS) };
  });
}
