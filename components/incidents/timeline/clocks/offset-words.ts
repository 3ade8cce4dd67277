import { DAY_MS, HOUR_MS, MINUTE_MS } from "#lib/base/time/spans.ts";

const UNIT_MS: Record<string, number> = { s: 1000, m: MINUTE_MS, h: HOUR_MS, d: DAY_MS };
const SIGNED = /^([+\-−–]?)\s*(.+)$/;
const PART = /(\d{1,6}(?:\.\d{1,3})?)\s*(seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d)(?![a-z])/gi;
const CLOCK = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/;

export type OffsetReading = { ok: true; ms: number } | { ok: false; reason: string };

const HOW = "Enter an offset, such as −29 s, +1 h or +1 h 30 m";

/** Reads an offset: "-29 s", "+1 h 30 m", "1:30:00". Null for empty text. A day at most, in ms. */
export function parseOffset(text: string): OffsetReading | null {
  const trimmed = text.trim().toLowerCase();
  if (trimmed === "") return null;
  const [, sign = "", size = ""] = SIGNED.exec(trimmed) ?? [];
  const ms = sizeOf(size);
  if (ms === null) return { ok: false, reason: HOW };
  if (ms > DAY_MS) return { ok: false, reason: "Enter at most 1 day. For a larger offset, change the date." };
  return { ok: true, ms: sign === "" || sign === "+" ? ms : -ms };
}

function sizeOf(size: string): number | null {
  const clock = CLOCK.exec(size);
  if (clock) return Number(clock[1]) * HOUR_MS + Number(clock[2]) * MINUTE_MS + Number(clock[3] ?? 0) * 1000;
  const parts = [...size.matchAll(PART)];
  if (parts.length === 0 || size.replace(PART, "").replace(/[\s,]|and/g, "") !== "") return null;
  return Math.round(
    parts.reduce((sum, [, count, unit = "s"]) => sum + Number(count) * (UNIT_MS[unit.charAt(0)] ?? 0), 0),
  );
}

/** "−29 s", "+1 h 30 m", "0 s": an offset. With milliseconds if there are any. */
export function offsetWords(offsetMs: number): string {
  const size = Math.abs(offsetMs);
  const sign = offsetMs < 0 ? "−" : offsetMs > 0 ? "+" : "";
  if (size % 1000 !== 0 && size < MINUTE_MS) return `${sign}${size / 1000} s`;
  const whole = Math.round(size / 1000);
  const parts = [
    [Math.floor(whole / 3600), "h"],
    [Math.floor((whole % 3600) / 60), "m"],
    [whole % 60, "s"],
  ] as const;
  const words = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`);
  return `${sign}${words.join(" ") || "0 s"}`;
}
