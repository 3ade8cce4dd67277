import type { WhenReading } from "#components/base/time/parse-when.ts";
import type { Precision } from "#lib/base/time/precision.ts";
import { HOUR_MS, MINUTE_MS } from "#lib/base/time/spans.ts";
import { clockIn } from "#lib/base/time/zoned-clock.ts";
import type { EventFields } from "../story/event-fields.ts";

export interface TypedTime {
  when: WhenReading | null;
  until: WhenReading | null;
  /** Chosen by the person. Null follows the typed time. */
  precision: Precision | null;
  plusMinusMinutes: number | null;
}

export type TimeResult = { ok: true; fields: EventFields } | { ok: false; field: "when" | "until"; reason: string };

/** Returns the chosen precision, or the one of the typed time. */
export function precisionOf({ when, precision }: Pick<TypedTime, "when" | "precision">): Precision {
  if (precision !== null) return precision;
  return when?.ok ? when.precision : "unknown";
}

/** Returns the start of the hour or day of an instant, in a time zone. */
export function startOfSpan(at: string, zone: string, span: "hour" | "day"): string {
  const [hours = 0, minutes = 0, seconds = 0] = clockIn(at, zone).time.split(":").map(Number);
  const into = minutes * MINUTE_MS + seconds * 1000 + (Date.parse(at) % 1000) + (span === "day" ? hours * HOUR_MS : 0);
  return new Date(Date.parse(at) - into).toISOString();
}

const UNKNOWN: EventFields = { at: null, endAt: null, precision: "unknown", uncertaintySeconds: null };

const wrong = (field: "when" | "until", reason: string): TimeResult => ({ ok: false, field, reason });

/** Returns the stored form of a typed time, or why it is invalid. No time is valid too. */
export function toTimeFields(typed: TypedTime): TimeResult {
  const { when, until, plusMinusMinutes } = typed;
  // Unreadable text is an error, and never means "unknown".
  if (typed.precision === null && when?.ok === false) return wrong("when", when.reason);
  const precision = precisionOf(typed);
  if (precision === "unknown") return { ok: true, fields: UNKNOWN };
  if (when === null) return wrong("when", "Enter a time, or choose “unknown”");
  if (!when.ok) return wrong("when", when.reason);
  if (until?.ok === false) return wrong("until", until.reason);
  const at = precision === "hour" || precision === "day" ? startOfSpan(when.at, when.zone, precision) : when.at;
  const endAt = until?.ok ? until.at : null;
  if (endAt !== null && Date.parse(endAt) < Date.parse(at)) return wrong("until", "Enter an end after the start");
  const uncertaintySeconds = precision === "approx" && plusMinusMinutes !== null ? plusMinusMinutes * 60 : null;
  return { ok: true, fields: { at, endAt, precision, uncertaintySeconds } };
}
