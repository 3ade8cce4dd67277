import type { WhenReading } from "#components/base/time/parse-when.ts";
import type { Precision } from "#lib/base/time/precision.ts";
import { clockIn } from "#lib/base/time/zoned-clock.ts";
import type { EventFields } from "../story/event-fields.ts";

export interface TypedTime {
  when: WhenReading | null;
  until: WhenReading | null;
  /** Chosen by the person; null follows what was typed. */
  precision: Precision | null;
  plusMinusMinutes: number | null;
}

export type TimeResult = { ok: true; fields: EventFields } | { ok: false; reason: string };

/** Returns the chosen precision, or the one of the typed time. */
export function precisionOf({ when, precision }: Pick<TypedTime, "when" | "precision">): Precision {
  if (precision !== null) return precision;
  return when?.ok ? when.precision : "unknown";
}

/** The start of the hour or day that an instant lies in, on the clocks of a zone. */
export function startOfSpan(at: string, zone: string, span: "hour" | "day"): string {
  const [hours = 0, minutes = 0, seconds = 0] = clockIn(at, zone).time.split(":").map(Number);
  const into = minutes * 60_000 + seconds * 1000 + (Date.parse(at) % 1000) + (span === "day" ? hours * 3_600_000 : 0);
  return new Date(Date.parse(at) - into).toISOString();
}

const UNKNOWN: EventFields = { at: null, endAt: null, precision: "unknown", uncertaintySeconds: null };

/** What a typed time becomes in the record, or why it cannot. No time at all is honest too. */
export function toTimeFields(typed: TypedTime): TimeResult {
  const { when, until, plusMinusMinutes } = typed;
  // What cannot be read is asked about; it never stands for "not known".
  if (typed.precision === null && when?.ok === false) return when;
  const precision = precisionOf(typed);
  if (precision === "unknown") return { ok: true, fields: UNKNOWN };
  if (when === null) return { ok: false, reason: "Enter a time, or choose “unknown”" };
  if (!when.ok) return when;
  if (until?.ok === false) return until;
  const at = precision === "hour" || precision === "day" ? startOfSpan(when.at, when.zone, precision) : when.at;
  const endAt = until?.ok ? until.at : null;
  if (endAt !== null && Date.parse(endAt) < Date.parse(at))
    return { ok: false, reason: "Enter an end after the start" };
  const uncertaintySeconds = precision === "approx" && plusMinusMinutes !== null ? plusMinusMinutes * 60 : null;
  return { ok: true, fields: { at, endAt, precision, uncertaintySeconds } };
}
