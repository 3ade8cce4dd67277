import { parseWhen } from "#components/base/time/parse-when.ts";
import { clockIn } from "#lib/base/time/zoned-clock.ts";
import { toInstant } from "#lib/base/time/zones.ts";

export type TypedTime = { ok: true; at: string | null } | { ok: false; reason: string };

const CLOCK = /^([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/;
const OPEN = /^(?:|open|still open|now)$/i;

/**
 * Reads a typed end of a window: "10:29" or "10:29:00" on the day of `near`, a day and time in words, or nothing for
 * "still open" if that is allowed. A repeated or skipped time is asked for with its day and offset.
 */
export function readTypedTime(
  text: string,
  { near, zone, nowMs, mayBeOpen }: { near: string; zone: string; nowMs: number; mayBeOpen: boolean },
): TypedTime {
  const typed = text.trim();
  if (mayBeOpen && OPEN.test(typed)) return { ok: true, at: null };
  const clock = CLOCK.exec(typed);
  if (clock) {
    const [, hour = "", minute = "", second = "00"] = clock;
    const local = `${clockIn(near, zone).day}T${hour.padStart(2, "0")}:${minute}:${second}`;
    const instant = toInstant(local, zone);
    if (instant.kind === "ok") return { ok: true, at: instant.instant };
    return { ok: false, reason: "The clocks changed then. Enter the time in UTC, such as 2017-03-26 01:30 UTC." };
  }
  const reading = parseWhen(typed, { nowMs, zone, nearAt: near });
  if (reading?.ok) return { ok: true, at: reading.at };
  return { ok: false, reason: "Enter a time such as 10:29:00 or 2 Feb 2017 10:29" };
}

/** Reads a typed weight: "0.97", ".3" or "97%". Null for other text. */
export function readTypedWeight(text: string): number | null {
  const match = /^(\d{0,3}(?:[.,]\d{1,5})?)\s*(%?)$/.exec(text.trim());
  if (!match || !/\d/.test(match[1] ?? "")) return null;
  const value = Number((match[1] ?? "").replace(",", ".")) / (match[2] === "%" ? 100 : 1);
  return value >= 0 && value <= 1 ? Math.round(value * 100_000) / 100_000 : null;
}
