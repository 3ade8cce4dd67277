import { parseDate } from "#components/ui/fields/parse-date.ts";
import { type DateReading, readCalendarDate } from "#components/ui/fields/read-calendar-date.ts";
import { twoDigits } from "#lib/base/time/clock.ts";
import { addDays } from "#lib/base/time/local-date.ts";
import type { Precision } from "#lib/base/time/precision.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "#lib/base/time/spans.ts";
import { readZoneName } from "#lib/base/time/zone-names.ts";
import { clockIn } from "#lib/base/time/zoned-clock.ts";
import { formatOffset, toInstant } from "#lib/base/time/zones.ts";

export interface WhenFrame {
  nowMs: number;
  /** Time zone of a time that names none. */
  zone: string;
  /** An instant of the story. A time alone is on its day, and a day without a year near it, instead of near today. */
  nearAt?: string | null | undefined;
}

export type WhenReading =
  | { ok: true; at: string; precision: Exclude<Precision, "unknown" | "hour">; zone: string }
  | { ok: false; reason: string };

const HOW = "Enter a day and a time, such as today 12:31, yesterday 9 pm, 31 Jan 2017 18:00 or 20 min ago";
const TIME = /(?:^|[\sT,])(\d{1,2})(?::(\d{2})(?::(\d{2}))?)?\s*(am|pm)?(?=$|[\s,])/gi;
const UNIT_MS: Record<string, number> = { s: 1000, m: MINUTE_MS, h: HOUR_MS, d: DAY_MS };

/** Reads a typed moment in the past or near it: day, time and time zone as text. Null for empty text. Never guesses. */
export function parseWhen(text: string, frame: WhenFrame): WhenReading | null {
  const trimmed = text.trim().replace(/\s+/g, " ");
  if (trimmed === "") return null;
  const about = /^(?:about|around|approx\.?|ca\.?|~|±)\s*/i.exec(trimmed);
  const words = about ? trimmed.slice(about[0].length) : trimmed;
  const reading = readAgo(words, frame) ?? readZoned(words, frame);
  return about && reading.ok && reading.precision !== "day" ? { ...reading, precision: "approx" } : reading;
}

function readAgo(words: string, { nowMs, zone }: WhenFrame): WhenReading | null {
  const toMinute = (ms: number) => new Date(Math.floor(ms / MINUTE_MS) * MINUTE_MS).toISOString();
  if (/^(?:just )?now$/i.test(words)) return { ok: true, at: toMinute(nowMs), precision: "minute", zone };
  const match = /^(an?|\d{1,3}) ?(s|m|h|d)(?:ec(?:ond)?s?|in(?:ute)?s?|ours?|rs?|ays?)? ago$/i.exec(words);
  const unitMs = UNIT_MS[match?.[2]?.toLowerCase() ?? ""];
  if (!match || unitMs === undefined) return null;
  const count = /^\d/.test(match[1] ?? "") ? Number(match[1]) : 1;
  return { ok: true, at: toMinute(nowMs - count * unitMs), precision: "minute", zone };
}

/** Removes a time zone from the end ("18:00 UTC", "9 pm Berlin"), if the rest still reads as a time. */
function readZoned(words: string, frame: WhenFrame): WhenReading {
  const glued = /^(.*\d)(Z|[+-]\d{2}:?\d{2})$/.exec(words);
  const parts = (glued ? `${glued[1]} ${glued[2] === "Z" ? "UTC" : glued[2]}` : words).split(" ");
  for (const count of [1, 2, 3]) {
    if (parts.length <= count) break;
    const named = readZoneName(parts.slice(-count).join(" "));
    if (!named) continue;
    const rest = parts.slice(0, -count).join(" ");
    if (named.kind === "several" && timeIn(rest))
      return {
        ok: false,
        reason: `Enter the city: ${named.choices.map((choice) => choice.place).join(" or ")}`,
      };
    const reading = named.kind === "zone" ? readLocal(rest, { ...frame, zone: named.zone }) : null;
    if (reading?.ok) return reading;
  }
  return readLocal(words, frame);
}

interface TimeOfDay {
  text: string;
  clock: string;
  hasSeconds: boolean;
}

function timeIn(words: string): TimeOfDay | { problem: string } | null {
  const found = [...words.matchAll(TIME)].find((match) => match[2] !== undefined || match[4] !== undefined);
  if (!found) return null;
  const [text, hours = "", minutes = "00", seconds, half] = found;
  const twelve = half ? Number(hours) : null;
  if (twelve !== null && (twelve < 1 || twelve > 12)) return { problem: `${text.trim()} isn't a valid time` };
  const hour = twelve === null ? Number(hours) : (twelve % 12) + (half?.toLowerCase() === "pm" ? 12 : 0);
  if (hour > 23 || Number(minutes) > 59 || Number(seconds ?? 0) > 59)
    return { problem: `${text.trim()} isn't a valid time` };
  const clock = [hour, Number(minutes), Number(seconds ?? 0)].map(twoDigits).join(":");
  return { text, clock, hasSeconds: seconds !== undefined };
}

function readLocal(words: string, { nowMs, zone, nearAt }: WhenFrame): WhenReading {
  const time = timeIn(words);
  if (time && "problem" in time) return { ok: false, reason: time.problem };
  const today = clockIn(nowMs, zone).day;
  const rest = (time ? words.replace(time.text, " ") : words)
    .replace(/\bat\b|,/gi, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (rest === "" && time)
    return nearAt ? instantOf(clockIn(nearAt, zone).day, time, zone) : dayOfBareTime(time, today, nowMs, zone);
  const nearDay = nearAt && !/\d{4}/.test(rest) ? dayNear(rest, clockIn(nearAt, zone).day) : null;
  const date: DateReading | null = nearDay ? { ok: true, date: nearDay } : parseDate(rest, today);
  if (!date) return { ok: false, reason: HOW };
  if (!date.ok) return time || /\d/.test(rest) ? date : { ok: false, reason: HOW };
  const day = date.date > today ? inThePast(date.date, rest) : date.date;
  return instantOf(day, time, zone);
}

/** Returns today for a time alone, or yesterday if today's time hasn't come yet. */
function dayOfBareTime(time: TimeOfDay, today: string, nowMs: number, zone: string): WhenReading {
  const reading = instantOf(today, time, zone);
  if (!reading.ok || Date.parse(reading.at) <= nowMs) return reading;
  return instantOf(addDays(today, -1), time, zone);
}

/** "3 Aug" and "fri" mean the last one, unless the text says otherwise. */
function inThePast(day: string, words: string): string {
  if (/\d{4}|^(?:today|tomorrow|tom|next|in )/i.test(words)) return day;
  if (/^(?:on |this )?(?:sun|mon|tue|wed|thu|fri|sat)[a-z]*$/i.test(words)) return addDays(day, -7);
  return `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
}

/**
 * Reads a day and month without a year, in the year that puts it nearest to a day of the story. Null for other text.
 */
function dayNear(words: string, near: string): string | null {
  const year = Number(near.slice(0, 4));
  const gap = (day: string) => Math.abs(Date.parse(day) - Date.parse(near));
  const days = [year - 1, year, year + 1].flatMap((one) => {
    const reading = readCalendarDate(words.toLowerCase(), `${one}-01-01`);
    return reading?.ok ? [reading.date] : [];
  });
  return days.reduce<string | null>((best, day) => (best === null || gap(day) < gap(best) ? day : best), null);
}

function instantOf(day: string, time: TimeOfDay | null, zone: string): WhenReading {
  const clock = time?.clock ?? "00:00:00";
  const result = toInstant(`${day}T${clock}`, zone);
  const short = clock.slice(0, 5);
  if (result.kind === "ok")
    return { ok: true, at: result.instant, precision: !time ? "day" : time.hasSeconds ? "exact" : "minute", zone };
  if (result.kind === "skipped")
    return {
      ok: false,
      reason: `The clocks in ${zone} skipped ${short} on that day. Enter a time that exists.`,
    };
  const offsets = [result.earlier, result.later].map((at) => offsetOf(at, day, clock));
  return {
    ok: false,
    reason: `The clocks in ${zone} showed ${short} twice on that day. Enter ${short} ${offsets[0]} for the first, ${short} ${offsets[1]} for the second.`,
  };
}

function offsetOf(at: string, day: string, clock: string): string {
  const minutes = Math.round((Date.parse(`${day}T${clock}Z`) - Date.parse(at)) / MINUTE_MS);
  return formatOffset(minutes * MINUTE_MS);
}
