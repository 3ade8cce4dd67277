import { DAY_MS } from "#lib/base/time/spans.ts";
import { clockIn } from "#lib/base/time/zoned-clock.ts";

const QUARTER_MS = 900_000;

export interface OutsideDay {
  /** In the zone of the incident. */
  date: string;
  times: number;
  /** From the incident to that day; below zero before it. */
  days: number;
}

export interface IncidentSpan {
  startedAt: string;
  /** Now while the incident is open. */
  endedAt: string;
  timeZone: string;
}

/** The day of a time that lies more than a day before or after an incident, in the incident's zone; null for one within. */
export function outsideDay(at: string, { startedAt, endedAt, timeZone }: IncidentSpan): string | null {
  const ms = Date.parse(at);
  const isWithin = ms >= Date.parse(startedAt) - DAY_MS && ms <= Date.parse(endedAt) + DAY_MS;
  return isWithin ? null : dayOf(ms, timeZone);
}

let asked = { quarter: Number.NaN, timeZone: "", day: "" };

/** Times come in their order mostly, and no zone changes its day within a quarter of an hour. */
function dayOf(ms: number, timeZone: string): string {
  const quarter = Math.floor(ms / QUARTER_MS);
  if (quarter !== asked.quarter || timeZone !== asked.timeZone)
    asked = { quarter, timeZone, day: clockIn(ms, timeZone).day };
  return asked.day;
}

/** Days outside an incident with how many times each has, in their order. */
export function outsideDays(counts: ReadonlyMap<string, number>, span: IncidentSpan): OutsideDay[] {
  const first = clockIn(span.startedAt, span.timeZone).day;
  const last = clockIn(span.endedAt, span.timeZone).day;
  return [...counts].sort().map(([date, times]) => {
    const from = date < first ? first : last;
    return { date, times, days: Math.round((Date.parse(date) - Date.parse(from)) / DAY_MS) };
  });
}
