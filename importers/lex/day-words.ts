import { oneOf } from "#lib/base/text/phrases.ts";
import { SHORT_WEEKDAY } from "#lib/base/time/local-date.ts";

const WEEKDAY = new RegExp(String.raw`(${SHORT_WEEKDAY})(?:s|nes|rs|ur)?(?:day)?\b\.?`, "iy");
const NEXT_DAY = new RegExp(
  String.raw`(?:the\s)?(?:next|following)\s(?:day|morning)\b|${oneOf`
    am\s(?:nächsten|folgenden)\stag | (?:le\s)?lendemain | (?:al\s)?día\ssiguiente | (?:no\s)?dia\sseguinte
    (?:il\s)?giorno\s(?:dopo|seguente) | (?:de\s)?volgende\sdag | 翌日? | 次の日 | 第二天 | 익일 | 다음\s?날
  `}(?:\s(?:um|à|a\slas|às|alle|om))?(?=[,:]?\s?\d)`,
  "iy",
);
/** `+1`, as timetables mark the next day. */
const PLUS_DAY = /\+\s?([1-6])(?:\s?d(?:ays?)?\b|(?=[)\]]))/iy;
const DAY_BEFORE =
  /(?:(?:the\s)?(?:(?:previous|prior)\sday|(?:day|night|evening)\sbefore)(?=\s?[)\]])|[-−]\s?[1-6]\s?d(?:ays?)?\b)/iy;
const SAME_DAY = /(?:(?:on|later)\s)?(?:the\s|that\s)?same\s(?:day|morning|afternoon|evening|night)(?=,?\s)/iy;
/** Words for a day relative to the unknown day of writing. */
const OPEN_DAY =
  /(?:yesterday|today|tonight|tomorrow|last\snight|this\s(?:morning|afternoon|evening)|(?:the\s)?(?:day\sbefore|previous\sday))(?=,?\s(?:(?:at|around|about)\s|~)?\d{1,2}(?::\d\d|\s?[ap]\.?m))/iy;
const NTH_DAY = /day\s?(\d{1,2})(?![\w:])/iy;
const RELATIVE =
  /(?:T\s?|(?=\+\d{1,2}:\d{2}))([+−-])\s?(?:(\d{1,4}):(\d{2})(?::(\d{2}))?|(?:(\d{1,3})\s?d(?:ays?)?)?\s?(?:(\d{1,3})\s?h(?:ours?|rs?)?)?\s?(?:(\d{1,5})\s?(?:m(?:in(?:ute)?s?)?)?)?\s?(?:(\d{1,5})\s?s(?:ec(?:ond)?s?)?)?)(?!\w|:\d)/y;
const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

/** "Day 2" counts from the first day, "next day" from the day before it, and an open one from an unknown day. */
export type DayWord = { kind: "next" } | { kind: "same" } | { kind: "open" } | { kind: "nth"; day: number };

/** `T0` alone or before text. Before a time, it says when T0 was. */
const ZERO = /T0(?=\s{0,3}(?:$|[-–—:|]\s{1,3}[^\d\s]))/y;

function at(pattern: RegExp, text: string, pos: number): RegExpExecArray | null {
  pattern.lastIndex = pos;
  return pattern.exec(text);
}

/** Reads a weekday's name at `pos`. 0 is Sunday. */
export function matchWeekday(text: string, pos: number): { weekday: number; end: number } | null {
  const found = at(WEEKDAY, text, pos);
  if (!found) return null;
  return { weekday: WEEKDAYS.indexOf((found[1] ?? "").toLowerCase()), end: pos + found[0].length };
}

/** Reads "next day" or "Day 2" at `pos`. */
export function matchDayWord(text: string, pos: number): { word: DayWord; end: number } | null {
  const next = at(NEXT_DAY, text, pos);
  if (next) return { word: { kind: "next" }, end: pos + next[0].length };
  const plus = at(PLUS_DAY, text, pos);
  if (plus) return { word: { kind: "nth", day: Number(plus[1]) + 1 }, end: pos + plus[0].length };
  const before = at(DAY_BEFORE, text, pos);
  if (before) return { word: { kind: "open" }, end: pos + before[0].length };
  const same = at(SAME_DAY, text, pos);
  if (same) return { word: { kind: "same" }, end: pos + same[0].length };
  const open = at(OPEN_DAY, text, pos);
  if (open) return { word: { kind: "open" }, end: pos + open[0].length };
  const nth = at(NTH_DAY, text, pos);
  return nth ? { word: { kind: "nth", day: Number(nth[1]) }, end: pos + nth[0].length } : null;
}

/**
 * Reads an offset from T0 at `pos`, in seconds: `T+12m`, `T-1h30m`, `T+1:30` or `+1:30` (hours and minutes, as on a
 * clock).
 */
export function matchRelative(text: string, pos: number): { seconds: number; end: number } | null {
  if (at(ZERO, text, pos)) return { seconds: 0, end: pos + 2 };
  const found = at(RELATIVE, text, pos);
  if (!found || !/\d/.test(found[0])) return null;
  const [whole, sign, first, second, third, days, hours, minutes, seconds] = found;
  const total = first
    ? Number(first) * 3600 + Number(second) * 60 + Number(third ?? 0)
    : Number(days ?? 0) * 86_400 + Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
  return { seconds: sign === "+" ? total : -total, end: pos + whole.length };
}
