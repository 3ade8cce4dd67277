import { clockIn } from "#lib/base/time/zoned-clock.ts";

const DAY_MS = 86_400_000;

export interface OutsideDay {
  /** In the zone of the incident. */
  date: string;
  times: number;
  /** From the incident to that day; below zero before it. */
  days: number;
}

interface IncidentSpan {
  startedAt: string;
  /** Now while the incident is open. */
  endedAt: string;
  timeZone: string;
}

/** Counts times that lie more than a day before or after an incident, by their day. */
export class OutsideDays {
  readonly #span: IncidentSpan;
  readonly #counts = new Map<string, number>();

  constructor(span: IncidentSpan) {
    this.#span = span;
  }

  see(at: string): void {
    const { startedAt, endedAt, timeZone } = this.#span;
    const ms = Date.parse(at);
    if (ms >= Date.parse(startedAt) - DAY_MS && ms <= Date.parse(endedAt) + DAY_MS) return;
    const { day } = clockIn(at, timeZone);
    this.#counts.set(day, (this.#counts.get(day) ?? 0) + 1);
  }

  /** The days in their order. */
  days(): OutsideDay[] {
    const { startedAt, endedAt, timeZone } = this.#span;
    return [...this.#counts].sort().map(([date, times]) => {
      const first = clockIn(startedAt, timeZone).day;
      const from = date < first ? first : clockIn(endedAt, timeZone).day;
      return { date, times, days: Math.round((Date.parse(date) - Date.parse(from)) / DAY_MS) };
    });
  }
}
