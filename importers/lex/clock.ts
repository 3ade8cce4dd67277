import { oneOf } from "#lib/base/text/phrases.ts";
import { AMBIGUOUS_ABBREVIATIONS, FIXED_ABBREVIATIONS, REGION_ABBREVIATIONS } from "#lib/base/time/zone-table.ts";
import { EASTERN_PARTS, halfBehind, halfOfPart } from "./day-parts.ts";
import { at } from "./match-at.ts";

/** A time of day as written. `minute` is null if the text leaves it open (`14:??`). */
export interface Clock {
  hour: number;
  minute: number | null;
  second: number | null;
  /** Digits after the second, `276340`. Empty without any. */
  fraction: string;
  meridiem: "am" | "pm" | null;
  /** Written as only a 24-hour clock does: `04:19`, `13:05`. */
  is24: boolean;
  /** Only the hour is stated: `6 pm`, `14:??`. */
  hourOnly: boolean;
}

type ClockMatch =
  | { kind: "clock"; clock: Clock; end: number }
  | { kind: "placeholder"; end: number }
  /** `??:14`, or `14:3?`, whose ten minutes are too long for an event. */
  | { kind: "open"; end: number }
  | { kind: "impossible"; reason: string; end: number };

/** "15:55PDT": zones that can follow a time directly. */
const GLUED = Object.keys({ ...FIXED_ABBREVIATIONS, ...REGION_ABBREVIATIONS, ...AMBIGUOUS_ABBREVIATIONS })
  .filter((name) => /^[A-Z]{2,4}$/.test(name))
  .join("|");
const AFTER = String.raw`(?=$|[^\w:%]|:(?!\w)|Z\b|UTC|GMT|hs?\b|hrs?\b|T\b|ish\b|_|(?:${GLUED})\b)`;
/** "A 1:30 second delay" is a duration. "15:44 Second node fails" isn't. */
const LASTS =
  "outage|downtime|delay|window|gap|interval|pause|period|timeout|break|wait|spike|interruption|lag|mark|long|call|clip";
const MERIDIEM = String.raw`(?:(?:\s?(?=[ap]\.?m|[ap]\.\sm\.)|(?=[ap]\b))(am|pm|[ap]\.\s?m\.|a|p)(?:(?![a-z])|(?=(?:${GLUED})\b)))?`;
/** `10: 08 AM`: a slip, where am or pm leaves no doubt. */
const SLIP = String.raw`(?:\s(?=[0-5]\d\s?[ap]\.?m\b))?`;
const COLON = new RegExp(
  String.raw`(\d{1,2}):${SLIP}(\d{2})(?::(?:(\d{2})(?:(?:[.,]|:(?=\d{3}[\s|,;\]]))(?:(\d{1,9})|[x?]{1,3}))?|[x?]{2}))?(?:\s?${oneOf`
    uhr | uur | (?<=\d)u | hrs? | hs? | hours | horas
  `}(?![\w\u00c0-\u024f\u1e00-\u1eff]))?${MERIDIEM}${AFTER}(?!\s${oneOf`
    long | ratio | odds | minutes | mins? | seconds | secs? | (?:minute|second)(?= (?:${LASTS}))
  `}\b)`,
  "iy",
);
/** `10.58 CET`: zones in capitals, because `2.30 est` is a word. */
const POINT_ZONED = new RegExp(String.raw`([01]?\d|2[0-3])\.([0-5]\d)(?=\s(?:${GLUED})\b)`, "y");
const HOUR_ONLY = /(\d{1,2})\s?(am|pm|[ap]\.\s?m\.)(?![a-z])/iy;
const OF_CLOCK = oneOf`uhr | uur | u | hrs? | h | hod | hodin`;
const HALF = String.raw`am\b|pm\b|[ap]\.\s?m\.(?![a-z])`;
const BEFORE_POINT = oneOf`ore | kl\.? | klo | klockan | klokken | pukul | jam | saat | um`;
const OTHER_SIGN = new RegExp(
  String.raw`(\d{1,2})(?:h|\.)(\d{2})(?=\s?(?:(?:${OF_CLOCK}|utc|gmt|z)\b|${HALF}|[-–—]\s?\d{1,2}\.\d{2}\s?(?:uhr|uur)\b)|(?<=\b${BEFORE_POINT} \d{1,2}\.\d{2})(?![\d.]))(?:\s?${OF_CLOCK}\b\.?)?(?:\s?(${HALF}))?`,
  "iy",
);
/** `30 août 2026, 11 h 50`: with blanks only behind a day, because `11 h 50` is a duration elsewhere. */
const HOUR_H_APART =
  /(?<=(?:\d{4}|\d[/.-]\d{1,2}|\d \p{L}{3,9}\.?)[,;]?\s(?:(?:à|vers|às|a las|alle|environ)\s)?[~≈]?)([01]?\d|2[0-3])\sh\s~?([0-5]\d)(?:\s?min\b)?(?![\w:%])/iuy;
/** `14h05`. `9h05` only if text follows after a mark, because `1h30` is a duration. */
const HOUR_H = /(\d{2}|\d(?=[hHu]\d{2}[*_`)\]]{0,3}(?:\s?[:–—-][*_`\s]|$)))[hHu](\d{2})(?!\w|:\d)/y;
/** `JDK 11u20` is an update of Java. Behind other times with an `u` is a mark or the end, or the text is Dutch. */
const OF_JAVA = /(?<=\b(?:jdk|jre|java|openjdk|temurin|corretto|zulu)[ -]?)\d{1,2}u\d{2}/iy;
const U_ALONE = /\d{2}u\d{2}(?![*_`)\]]{0,3}(?:\s?[:–—|-][*_`\s]|\s?[-–—]\s?\d{1,2}u|\s*$))/y;
const DUTCH =
  /\b(?:het|een|niet|werd|werden|wordt|vanaf|sinds|rond|omstreeks|naar|zijn|voor|uur|tot|om|weer|alles|geen|nog|bij|wij|viel|vielen|hersteld|storing|uitval|gestart|herstart|de \w+ (?:is|was|viel))\b/i;
/** `1130am`. */
const COMPACT_12 = /(1[0-2]|0?[1-9])([0-5]\d)\s?(am|pm)(?![a-z])/iy;
/** `14 Uhr`, `14 uur`, `13u` before a mark, and the `7` of `7-9 Uhr` and of `07–09u`. */
const HOUR_WORD =
  /(\d{1,2})(?:\s?(?:uhr|uur)(?!\w)|(?<=(?<!\d)\d\d)u(?=[*_`)\]]{0,3}(?:\s?[:–—|-]\s|\s*$))|(?=\s?[-–—]\s?\d{1,2}\s?(?:uhr|uur|[ap]m)(?!\w))|(?<=(?<!\d)0\d)(?=\s?[-–—]\s?\d{2}[uh](?!\w)))/iy;
/** `17h : retour`. */
const HOUR_MARKED = /(?<!\d)([01]\d|2[0-3])h(?=[*_`)\]]{0,3}\s?:[*_`]{0,3}\s)/iy;
/** `4時58分`, `14时05分`, `10시 25분`, but not `4時間`, nor `午後3時05分` with its half of the day. */
const EAST_ASIAN = new RegExp(
  String.raw`(?<!(?:${EASTERN_PARTS})[^\S\n]?の?)(\d{1,2})[^\S\n]?[時时點点시][^\S\n]?(\d{1,2})[^\S\n]?[分분](?![間间钟])`,
  "y",
);
/** `18時に`, `8点左右`, `20시부터`: an hour before a word that no length has behind it. */
const EAST_ASIAN_HOUR = new RegExp(
  String.raw`(?<!(?:${EASTERN_PARTS})[^\S\n]?の?)(1\d|2[0-4]|0?\d)[^\S\n]?[時时點点시](半|반)?(?=に|頃|ごろ|から|まで|より|過ぎ|すぎ|ちょうど|現在|左右|起|整|许|許|에|경|쯤|부터|까지)(?!から\d)`,
  "y",
);
/** `午後3時05分`, `下午 3:05`, `오후 3시`, `夜20:00`: the half of the day is before the hour. */
const EAST_ASIAN_12 = new RegExp(
  String.raw`(${EASTERN_PARTS})[^\S\n]?の?(1\d|2[0-3]|0?\d)(?:[:：](\d{2})|[^\S\n]?[時时點点시](?![間间])(?:[^\S\n]?(\d{1,2})[^\S\n]?[分분]|[^\S\n]?(半|반))?)(?!\d)`,
  "y",
);
/** `2026-05-18 ~22h` at the end of a cell, "28.01 à 6h": an hour behind a day, where it isn't a duration. */
const HOUR_OF_DAY =
  /(?<=\d{4}-\d{2}-\d{2}[ ,]{1,2}[~≈]?)([01]?\d|2[0-3])h(?=[*_`\s]*$)|(?<=\d[./]\d{1,2}\.?,? (?:à|às|vers|environ) )(\d|[01]\d|2[0-3])\s?h(?!\w)/iy;
/** `10ish` is a time only before a mark or a time zone: `10ish hosts` is a count. */
const HOUR_ISH = /(\d{1,2})ish(?=\s(?:UTC|GMT|[A-Z]{3,4})\b|[:,]\s|\s[-–—]\s)/y;
const COMPACT = /(\d{2})(\d{2})(?:(\d{2}))?(?=\s?(?:z|utc|gmt|hrs?|h)\b)(?:\s?(?:hrs?|h)\b)?/iy;
/** `1037 EST`: zones in capitals, because `1500 Pet owners` is a count. */
const COMPACT_ZONED = new RegExp(String.raw`([01]\d|2[0-3])([0-5]\d)(?=\s?(?:${GLUED})\b)`, "y");
/** `1625:` after a day. Only a mark or the end can follow, or it is a number. */
const BARE = /([01]\d|2[0-3])([0-5]\d)([0-5]\d)?(?=[*_`]{0,3}(?:\s?:{1,8}(?![\d:])|\s?[-–—]{1,2}\s|[\])|]|\s*$))/y;
const OPEN_MINUTE = /(\d{2})[:.](?:\?{1,2}|[xX]{1,2}|--|__)(?=Z\b|[^\w:]|$)/y;
const OPEN_DIGIT = /\d{2}:[0-5][?xX](?::(?:\d{2}|[?xX]{2}))?(?=Z\b|[^\w:]|$)/y;
const OPEN_HOUR = /(?:\d[?xX]|[?xX]{1,2}):(?:[\dxX?]{1,2})(?![\w:])/y;
const PLACEHOLDER = /(?:hh|h):(?:mm|m)(?::ss)?(?![\w:])/iy;

/** "Weds, noon:", in front of what happened. */
const NOON = /(?<!\p{L})(?:noon|midday)(?=[*_]{0,3}\s?(?:[:|]|[–—-]\s))/iuy;

/** Reads a time of day that starts exactly at `pos`. Linear, because every pattern is bounded. */
export function matchClock(text: string, pos: number): ClockMatch | null {
  const found = clockAt(text, pos);
  if (found?.kind !== "clock" || found.clock.meridiem !== null || found.clock.hour > 12) return found;
  const named = found.clock.hour === 0 ? null : halfBehind(text, found.end, found.clock.hour);
  if (!named) return found;
  const hour = (found.clock.hour % 12) + (named.half === "pm" ? 12 : 0);
  return { kind: "clock", clock: { ...found.clock, hour, meridiem: named.half }, end: named.end };
}

/** Returns whether a text has Dutch words that English doesn't have. */
export const isDutch = (text: string): boolean => DUTCH.test(text);

function hourH(text: string, pos: number): RegExpExecArray | null {
  if (at(OF_JAVA, text, pos) || (at(U_ALONE, text, pos) && !DUTCH.test(text))) return null;
  return at(HOUR_H, text, pos);
}

function clockAt(text: string, pos: number): ClockMatch | null {
  const colon = at(COLON, text, pos);
  if (colon) {
    const [whole, hour = "", minute = "", second, fraction, meridiem] = colon;
    return checked({ hour, minute, second, fraction, meridiem }, pos + whole.length, whole);
  }
  const other =
    at(OTHER_SIGN, text, pos) ?? at(POINT_ZONED, text, pos) ?? hourH(text, pos) ?? at(HOUR_H_APART, text, pos);
  if (other) {
    const [whole, hour = "", minute = "", meridiem] = other;
    return checked({ hour, minute, meridiem }, pos + whole.length, whole);
  }
  const twelve = at(COMPACT_12, text, pos);
  if (twelve) {
    const [whole, hour = "", minute = "", meridiem] = twelve;
    return checked({ hour, minute, meridiem }, pos + whole.length, whole);
  }
  const compact = at(COMPACT, text, pos) ?? at(COMPACT_ZONED, text, pos);
  if (compact) {
    const [whole, hour = "", minute = "", second] = compact;
    return checked({ hour, minute, second }, pos + whole.length, whole);
  }
  const noon = at(NOON, text, pos);
  if (noon) return checked({ hour: "12", minute: "00", meridiem: "pm", hourOnly: true }, pos + noon[0].length, noon[0]);
  const bare = at(HOUR_ONLY, text, pos);
  if (bare) {
    const [whole, hour = "", meridiem] = bare;
    return checked({ hour, minute: "00", meridiem, hourOnly: true }, pos + whole.length, whole);
  }
  const word = at(HOUR_WORD, text, pos) ?? at(HOUR_MARKED, text, pos);
  if (word) return checked({ hour: word[1] ?? "", minute: "00", hourOnly: true }, pos + word[0].length, word[0]);
  const eastern = at(EAST_ASIAN, text, pos);
  if (eastern)
    return checked({ hour: eastern[1] ?? "", minute: eastern[2] ?? "" }, pos + eastern[0].length, eastern[0]);
  const halved = at(EAST_ASIAN_12, text, pos);
  if (halved) {
    const [whole, part = "", hour = "", colon, written, half] = halved;
    const minute = colon ?? written ?? (half ? "30" : undefined);
    const meridiem = halfOfPart(part, Number(hour));
    const parts = {
      hour: Number(hour) === 0 && meridiem === "pm" ? "12" : hour,
      minute: minute ?? "00",
      meridiem,
      hourOnly: minute === undefined,
    };
    return checked(parts, pos + whole.length, whole);
  }
  const oriental = at(EAST_ASIAN_HOUR, text, pos);
  if (oriental) {
    const [whole, hour = "", half] = oriental;
    return checked({ hour, minute: half ? "30" : "00", hourOnly: !half }, pos + whole.length, whole);
  }
  const ish = at(HOUR_ISH, text, pos) ?? at(HOUR_OF_DAY, text, pos);
  if (ish) return checked({ hour: ish[1] ?? ish[2] ?? "", minute: "00", hourOnly: true }, pos + ish[0].length, ish[0]);
  return openClock(text, pos);
}

/** `18/03/2026 09.58`: a point between hours and minutes, behind a day. */
const BARE_POINTED = /([01]\d|2[0-3])\.([0-5]\d)(?![\d%]|[.,]\d)(?=[\s)\]|:;,*_`]|$)/y;

/** A time of day without a colon, only after a date. */
export function matchBareClock(text: string, pos: number): ClockMatch | null {
  const bare = at(BARE, text, pos) ?? at(BARE_POINTED, text, pos);
  if (!bare) return null;
  const [whole, hour = "", minute = "", second] = bare;
  return checked({ hour, minute, second }, pos + whole.length, whole);
}

function openClock(text: string, pos: number): ClockMatch | null {
  const minute = at(OPEN_MINUTE, text, pos);
  if (minute) return checked({ hour: minute[1] ?? "", hourOnly: true }, pos + minute[0].length, minute[0]);
  const digit = at(OPEN_DIGIT, text, pos);
  if (digit) return { kind: "open", end: pos + digit[0].length };
  const hour = at(OPEN_HOUR, text, pos);
  if (hour && /[?xX]/.test(hour[0])) return { kind: "open", end: pos + hour[0].length };
  const placeholder = at(PLACEHOLDER, text, pos);
  return placeholder ? { kind: "placeholder", end: pos + placeholder[0].length } : null;
}

interface Parts {
  hour: string;
  minute?: string | undefined;
  second?: string | undefined;
  fraction?: string | undefined;
  meridiem?: string | undefined;
  hourOnly?: boolean;
}

/** Returns whether an hour is written as only a 24-hour clock does. */
export const isOf24Hours = (hour: number, written: string): boolean =>
  hour > 12 || hour === 0 || (written.length === 2 && written.startsWith("0"));

/** Languages that write these words have no am and pm. */
const IS_24 = /\d\s?(?:uhr|uur|u)$/i;

function checked(parts: Parts, end: number, written: string): ClockMatch {
  let hour = Number(parts.hour);
  // "20:50pm" is in 24-hour notation.
  const meridiem = parts.meridiem && hour <= 12 ? (/^a/i.test(parts.meridiem) ? "am" : "pm") : null;
  const minute = parts.minute === undefined ? null : Number(parts.minute);
  const second = parts.second === undefined ? null : Number(parts.second);
  const impossible = { kind: "impossible", reason: `${written.trim()} isn't a time of day.`, end } as const;
  if ((minute ?? 0) > 59 || (second ?? 0) > 60) return impossible;
  const midnight = hour === 24 && (minute ?? 0) === 0 && (second ?? 0) === 0;
  if (hour > 23 && !midnight) return impossible;
  const is24 = meridiem === null && (isOf24Hours(hour, parts.hour) || IS_24.test(written));
  if (meridiem !== null) {
    if (hour === 0 && meridiem === "pm") return impossible;
    hour = (hour % 12) + (meridiem === "pm" ? 12 : 0);
  }
  const clock: Clock = {
    hour,
    minute,
    second: second === 60 ? 59 : second,
    fraction: parts.fraction ?? "",
    meridiem,
    is24,
    hourOnly: parts.hourOnly ?? false,
  };
  return { kind: "clock", clock, end };
}
