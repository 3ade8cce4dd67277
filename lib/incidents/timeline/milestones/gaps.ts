import type { Precision } from "#lib/base/time/precision.ts";
import { HOUR_MS } from "#lib/base/time/spans.ts";
import type { MilestoneTimes } from "./metrics.ts";

export interface TimedEvent {
  id: string;
  at: string | null;
  endAt?: string | null;
  precision: Precision;
}

/** A silent stretch after one event, up to the next one or to the end of the incident. */
export interface TimelineGap {
  from: string;
  to: string;
  seconds: number;
  afterEventId: string;
}

export interface IncidentSpan {
  from: string;
  to: string;
}

export const SILENT_AFTER_SECONDS = 3600;

/**
 * Returns the span from the earliest to the latest instant that the incident states. Null while one of them is missing.
 */
export function incidentSpan(
  milestones: MilestoneTimes,
  incident: { startedAt: string | null; resolvedAt: string | null },
): IncidentSpan | null {
  const instants = (names: readonly (keyof MilestoneTimes)[], extra: string | null) =>
    [...names.map((name) => milestones[name]?.at ?? null), extra]
      .filter((at) => at !== null)
      .sort((a, b) => Date.parse(a) - Date.parse(b));
  const from = instants(["impact_started", "detected"], incident.startedAt)[0];
  const to = instants(["mitigated", "resolved"], incident.resolvedAt).at(-1);
  return from !== undefined && to !== undefined && Date.parse(from) < Date.parse(to) ? { from, to } : null;
}

/**
 * Returns the stretches over an hour inside the incident without a timed event. Ranges and whole hours count with their
 * length.
 */
export function findGaps(events: readonly TimedEvent[], span: IncidentSpan | null): TimelineGap[] {
  if (!span) return [];
  const [from, to] = [Date.parse(span.from), Date.parse(span.to)];
  const covered = events
    .flatMap(({ id, at, endAt, precision }) => {
      if (at === null || precision === "unknown" || precision === "day") return [];
      const start = Date.parse(at);
      const end = endAt ? Date.parse(endAt) : precision === "hour" ? start + HOUR_MS : start;
      return [{ id, start, end: Math.max(start, end) }];
    })
    .sort((a, b) => a.start - b.start || a.end - b.end);

  const gaps: TimelineGap[] = [];
  const close = (last: { id: string; end: number }, next: number) => {
    const [start, end] = [Math.max(last.end, from), Math.min(next, to)];
    const seconds = (end - start) / 1000;
    if (seconds <= SILENT_AFTER_SECONDS) return;
    const ends = { from: new Date(start).toISOString(), to: new Date(end).toISOString() };
    gaps.push({ ...ends, seconds, afterEventId: last.id });
  };
  let last: (typeof covered)[number] | undefined;
  for (const event of covered) {
    if (last) close(last, event.start);
    if (!last || event.end >= last.end) last = event;
  }
  if (last) close(last, to);
  return gaps;
}
