import { invalid } from "#lib/base/errors.ts";
import type { Precision } from "#lib/base/time/precision.ts";

export interface EventTime {
  at: Date | null;
  endAt: Date | null;
  precision: Precision;
  uncertaintySeconds: number | null;
}

/** Checks that a time can be stored: an instant unless it is unknown, and an end not before its start. */
export function checkEventTime(time: EventTime): EventTime {
  const { at, endAt, precision } = time;
  if (precision === "unknown") return { at: null, endAt: null, precision, uncertaintySeconds: null };
  if (at === null) throw invalid("at", "Send a time, or set precision to unknown");
  if (endAt !== null && endAt < at) throw invalid("endAt", "Enter an end after the start");
  return { ...time, uncertaintySeconds: precision === "approx" ? time.uncertaintySeconds : null };
}
