import { oneOf } from "#lib/base/text/phrases.ts";
import { SHORT_WEEKDAY, WEEKDAYS } from "#lib/base/time/local-date.ts";
import { at } from "./match-at.ts";
import { TIME_LEAD } from "./time-lead.ts";

const WEEKDAY = new RegExp(String.raw`(${SHORT_WEEKDAY})(?:s|nes|rs|ur)?(?:day)?\b\.?`, "iy");
/** The days of the week from Sunday on, in languages other than English. */
export const NATIONAL_WEEKDAYS = [
  "dimanche|sonntags?|domingo|domenica|zondag|niedziel[aę]|söndag(?:en)?|søndag|neděle|воскресенье|sunnuntai(?:na)?|pazar|minggu",
  "lundi|montags?|lunes|segunda-feira|lunedì|maandag|poniedziałek|måndag(?:en)?|mandag|pondělí|понедельник|maanantai(?:na)?|pazartesi|senin",
  "mardi|dienstags?|martes|terça-feira|martedì|dinsdag|wtorek|tisdag(?:en)?|tirsdag|úterý|вторник|tiistai(?:na)?|salı|selasa",
  "mercredi|mittwochs?|miércoles|quarta-feira|mercoledì|woensdag|środ[aę]|onsdag(?:en)?|střed[au]|сред[ау]|keskiviikko(?:na)?|çarşamba|rabu",
  "jeudi|donnerstags?|jueves|quinta-feira|giovedì|donderdag|czwartek|torsdag(?:en)?|čtvrtek|четверг|torstai(?:na)?|perşembe|kamis",
  "vendredi|freitags?|viernes|sexta-feira|venerdì|vrijdag|piątek|fredag(?:en)?|pátek|пятниц[ау]|perjantai(?:na)?|cuma|jumat",
  "samedi|samstags?|sonnabends?|sábado|sabato|zaterdag|sobot[aęu]|lördag(?:en)?|lørdag|суббот[ау]|lauantai(?:na)?|cumartesi|sabtu",
];
/** Their abbreviations, which are other words elsewhere. */
const SHORT_NATIONAL = [
  "dim|so|dom|zo|nd|sön|søn|ne|вс",
  "lun|mo|seg|ma|pon|mån|man|po|пн",
  "mar|di|ter|wt|tis|tir|út|вт",
  "mer|mi|mié|qua|wo|śr|ons|st|ср",
  "jeu|do|jue|qui|gio|czw|tor|čt|чт",
  "ven|fr|vie|sex|vr|pt|pá|пт",
  "sam|sa|sáb|sab|za|sob|lör|lør|сб",
];
/** Matches the text between the name of a weekday and its date: "Montag, den 3. März", "onsdag d. 3. marts". */
const TO_DATE = String.raw`,?\s(?:den\s|d\.\s|dne\s|dia\s|día\s|the\s)?(?=\d)`;
/** The name of a weekday before its date. */
const NATIONAL = NATIONAL_WEEKDAYS.map(
  (names, day) =>
    new RegExp(
      String.raw`(?:(?:am|le|el|il|op|em|dne)\s)?(?:(?:${names})|(?:${SHORT_NATIONAL[day]})\.?)${TO_DATE}`,
      "iuy",
    ),
);
const ENGLISH = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
/** Abbreviations that aren't other words before a number or a time. */
const CLEAR_SHORT = [
  "dim|dom|sun",
  "lun|mon|seg",
  "mar|tue|ter",
  "mer|mié|wed|qua",
  "jeu|jue|thu|qui|gio",
  "ven|vie|fri|sex",
  "sam|sáb|sab|sat",
];
const NAMED = NATIONAL_WEEKDAYS.map(
  (names, day) => String.raw`(?:${names}|${ENGLISH[day]}|(?:${CLEAR_SHORT[day]})\.?)`,
);
/** "Tue 15, 22:03", "Mié 16 – jue 17" or "Wednesday 16" alone. "Mar 15" is read as a date. */
const NUMBERED = NAMED.map(
  (names, day) =>
    new RegExp(
      String.raw`(?!mar\.?,?\s)(?:${names},?\s(\d{1,2})\.?(?:(?=(?:,\s?|\s|\s?[-–—|@]\s)${TIME_LEAD}\d{1,2}(?::\d{2}|\s?h\d{2})(?!\d))|\s?[-–—]\s?(?:${NAMED.join("|")})\s\d{1,2}\.?(?=[\s*_\x60]*$))|(?:${NATIONAL_WEEKDAYS[day]}|${ENGLISH[day]})\s(\d{1,2})\.?(?=[\s*_\x60]*$))`,
      "iuy",
    ),
);
const TIMED = NAMED.map(
  (names) => new RegExp(String.raw`${names},?\s(?=${TIME_LEAD}\d{1,2}(?::\d{2}|h\d{2})(?!\d))`, "iuy"),
);
const THE = /,?\sthe\s(?=\d{1,2}(?:st|nd|rd|th)\b)/iy;
const NEXT_DAY = new RegExp(
  String.raw`(?:the\s)?(?:next|following)\s(?:day|morning)\b|${oneOf`
    am\s(?:nächsten|folgenden)\stag | (?:le\s)?lendemain | (?:al\s)?día\ssiguiente | (?:no\s)?dia\sseguinte
    (?:il\s)?giorno\s(?:dopo|seguente) | (?:de\s)?volgende\sdag | 翌日? | 次の日 | 第二天 | 익일 | 다음\s?날
  `}(?:\s(?:um|à|a\slas|às|alle|om))?(?=[,:]?\s?\d)`,
  "iy",
);
/** `+1`, as timetables mark the next day. */
const PLUS_DAY = /\+\s?([1-6])(?:\s?d(?:ays?)?\b|(?=[)\]]))/iy;
const DAY_BEFORE = new RegExp(
  String.raw`(?:the\s)?${oneOf`
    (?:previous|prior)\sday | (?:day|night|evening)\sbefore | (?:am\s)?vortag | (?:am\s)?vorabend | (?:la\s)?veille
    (?:el\s)?día\santerior | (?:o\s)?dia\santerior | véspera | giorno\s(?:prima|precedente) | (?:de\s)?dag\s(?:ervoor|daarvoor)
    vorige\sdag | poprzedni(?:ego)?\sd(?:zień|nia) | накануне | 전일 | 전날 | 前日 | 前夜 | 前一天 | 前晚
  `}(?=\s?[)\]）】])|[-−]\s?[1-6]\s?d(?:ays?)?\b`,
  "iy",
);
const SAME_DAY = /(?:(?:on|later)\s)?(?:the\s|that\s)?same\s(?:day|morning|afternoon|evening|night)(?=,?\s)/iy;
/** Words for a day relative to the unknown day of writing. */
const OPEN_DAY =
  /(?:yesterday|today|tonight|tomorrow|last\snight|this\s(?:morning|afternoon|evening)|(?:the\s)?(?:day\sbefore|previous\sday))(?=,?\s(?:(?:at|around|about)\s|~)?\d{1,2}(?::\d\d|\s?[ap]\.?m))/iy;
/** `D-1`, `D+0`, `J+1`, "Tag -1" before a time: counted from the day of the incident. */
const OF_INCIDENT = new RegExp(
  String.raw`(?:[DJ]|${oneOf`day | jour | tag | día | dia | dag | giorno | dzień | день`})\s?(?:([+−–-])\s?(\d)|(0)|[-−–]day|(?<=jour)\sj)(?=[\s*_|,:;–-]{1,8}(?:(?:at|à|um|a\slas|às|alle|om)\s)?\d{1,2}[:h]\d{2}|\s*$)`,
  "iy",
);
const NTH_DAY = /day\s?(\d{1,2})(?![\w:])/iy;
const RELATIVE =
  /(?:T\s?|(?=\+\d{1,2}:\d{2}))([+−-])\s?(?:(\d{1,4}):(\d{2})(?::(\d{2}))?|(?:(\d{1,3})\s?d(?:ays?)?)?\s?(?:(\d{1,3})\s?h(?:ours?|rs?)?)?\s?(?:(\d{1,5})\s?(?:m(?:in(?:ute)?s?)?)?)?\s?(?:(\d{1,5})\s?s(?:ec(?:ond)?s?)?)?)(?!\w|:\d)/y;
const SHORT_NAMES = WEEKDAYS.map((name) => name.toLowerCase());

/**
 * "Day 2" counts from the first day, "D-1" from the day of the incident, "next day" from the day before it, and an open
 * one from an unknown day.
 */
export type DayWord =
  | { kind: "next" }
  | { kind: "same" }
  /** The day before that of the incident, at the start of its timeline. */
  | { kind: "before" }
  | { kind: "open" }
  | { kind: "nth"; day: number }
  /** The day of the month behind the name of a weekday, "Tue 15". */
  | { kind: "of_month"; day: number }
  | { kind: "of_incident"; days: number };

/** `T0` alone or before text. Before a time, it says when T0 was. */
const ZERO = /T0(?=\s{0,3}(?:$|[-–—:|]\s{1,3}[^\d\s]))/y;

/** Reads a weekday's name at `pos`. 0 is Sunday. */
export function matchWeekday(text: string, pos: number): { weekday: number; end: number } | null {
  const found = at(WEEKDAY, text, pos);
  if (!found) return null;
  const end = pos + found[0].length;
  return {
    weekday: SHORT_NAMES.indexOf((found[1] ?? "").toLowerCase()),
    end: end + (at(THE, text, end)?.[0].length ?? 0),
  };
}

/** Reads the name of a weekday in another language, and what is between it and its date. */
export function matchNationalWeekday(text: string, pos: number): { weekday: number; end: number } | null {
  for (const [weekday, name] of NATIONAL.entries()) {
    const found = at(name, text, pos);
    if (found) return { weekday, end: pos + found[0].length };
  }
  return null;
}

/** Reads the name of a weekday in another language right before a time. */
export function matchTimedWeekday(text: string, pos: number): { weekday: number; end: number } | null {
  for (const [weekday, name] of TIMED.entries()) {
    const found = at(name, text, pos);
    if (found) return { weekday, end: pos + found[0].length };
  }
  return null;
}

/** Reads the name of a weekday with the number of its day, which only the days of a text tell the month of. */
export function matchNumberedWeekday(text: string, pos: number): { weekday: number; day: number; end: number } | null {
  for (const [weekday, name] of NUMBERED.entries()) {
    const found = at(name, text, pos);
    const day = Number(found?.[1] ?? found?.[2]);
    if (found && day >= 1 && day <= 31) return { weekday, day, end: pos + found[0].length };
  }
  return null;
}

/** Reads "next day" or "Day 2" at `pos`. */
export function matchDayWord(text: string, pos: number): { word: DayWord; end: number } | null {
  const next = at(NEXT_DAY, text, pos);
  if (next) return { word: { kind: "next" }, end: pos + next[0].length };
  const plus = at(PLUS_DAY, text, pos);
  if (plus) return { word: { kind: "nth", day: Number(plus[1]) + 1 }, end: pos + plus[0].length };
  const before = at(DAY_BEFORE, text, pos);
  if (before) return { word: { kind: "before" }, end: pos + before[0].length };
  const same = at(SAME_DAY, text, pos);
  if (same) return { word: { kind: "same" }, end: pos + same[0].length };
  const open = at(OPEN_DAY, text, pos);
  if (open) return { word: { kind: "open" }, end: pos + open[0].length };
  const counted = at(OF_INCIDENT, text, pos);
  if (counted) {
    const days = Number(counted[2] ?? 0);
    return { word: { kind: "of_incident", days: counted[1] === "+" ? days : -days }, end: pos + counted[0].length };
  }
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
