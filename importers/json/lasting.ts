import { isoInstant } from "#lib/base/time/iso-instant.ts";
import { DAY_MS, MINUTE_MS } from "#lib/base/time/spans.ts";
import { type Fields, onceAShape } from "./fields/record-shape.ts";
import type { FieldTime } from "./told.ts";

const LASTING = /^(?:(?:total|run|build|job|task|execution|outage|incident)_?)?(?:duration|elapsed|runtime)/i;
const UNITS = [
  [/(?:milliseconds?|millis|msecs?|(?:duration|elapsed|runtime|time|_)ms)$/i, 1],
  [/(?:seconds?|secs?|(?:duration|elapsed|_)s)$/i, 1000],
  [/(?:minutes?|mins?)$/i, MINUTE_MS],
] as const;
/** An epoch in milliseconds. Durations next to it are in milliseconds too. */
const EPOCH_MS = /^\d{13}$/;
const LONGEST_MS = 30 * DAY_MS;

const lastingIn = onceAShape((keys) =>
  keys.flatMap((key) => (LASTING.test(key) ? [{ key, unit: UNITS.find(([end]) => end.test(key))?.[1] ?? null }] : [])),
);

/** Returns whether records of this shape can state a duration. */
export const mayLast = (fields: Fields): boolean => lastingIn(fields).length > 0;

/** Returns the end of a record from its start and its duration, or null without a duration. */
export function endByDuration(fields: Fields, { key, stated }: FieldTime, isDone: boolean): FieldTime | null {
  if (stated.at === null || stated.precision !== "exact") return null;
  for (const { key: name, unit } of lastingIn(fields)) {
    const value = Number(fields.record[name] || Number.NaN);
    const factor = unit ?? (isDone && EPOCH_MS.test(stated.statedText) ? 1 : Number.NaN);
    const ms = value * factor;
    if (ms > 0 && ms <= LONGEST_MS)
      return { key: `end_of_${key}`, stated: { ...stated, at: isoInstant(Date.parse(stated.at) + ms) } };
  }
  return null;
}
