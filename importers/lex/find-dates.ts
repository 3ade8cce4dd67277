import { oneOf } from "#lib/base/text/phrases.ts";
import { type CalendarDay, isoDay } from "#lib/base/time/calendar-day.ts";
import { isNameOf, LONG_WEEKDAY, SHORT_MONTH, weekdayOf } from "#lib/base/time/local-date.ts";
import { type DateMatch, matchDate } from "./dates.ts";
import { orderedDay, type SlashOrder } from "./day-number.ts";
import { NATIONAL_WEEKDAYS } from "./day-words.ts";
import { at } from "./match-at.ts";

export interface FoundDate {
  day: CalendarDay;
  index: number;
  end: number;
  /** A time of day is near, about within the same sentence. */
  nearClock: boolean;
  /** The day of the week right before it, from Sunday on. */
  weekday?: number;
}

/** Behind a colon only in East Asian text, which has no blank there: `発生日時:2024年3月5日`. */
const START = new RegExp(String.raw`(?<![\w/.#=-])(?<!(?<![\u3040-\u30ff\u4e00-\u9fff]):)(?=\d|${SHORT_MONTH})`, "gi");
/** "June 1 - ongoing, 2023": what isn't over has its year behind the word for that. */
const OPEN_END = new RegExp(
  String.raw`\s?(?:[-–—]|to|until|till?|through|bis|à|al?|hasta|até|tot)\s?(?:the\s)?${oneOf`
    ongoing | present | now | today | current | open | in progress | unresolved | \? | \.\.\. | …
    laufend | andauernd | offen | heute | jetzt | en cours | aujourd['’]hui | en curso | hoy | em andamento | hoje
    in corso | oggi | lopend | heden | w trakcie | nadal
  `}[,\s(]{1,3}((?:19|20)\d{2})(?![\d:])`,
  "iy",
);
/** "am 22.3. um 7:47 Uhr", "Freitag, 22.03. gegen 8 Uhr": a numeric day without a year, told as one. */
const DOTTED = /^(?:\d{1,2}\.\s?\d{1,2}\.|(?:1[3-9]|2\d|3[01])\.\d{1,2})$/;
const TELLS_DAY = new RegExp(
  String.raw`(?<!\p{L})(?:a[mb]|vom|zum|seit(?:\sdem)?|bis(?:\szum)?|de[smnr]|d\.|(?:${NATIONAL_WEEKDAYS.join("|")}),?)\s$|\($`,
  "iu",
);
const CLOCK = /\b\d{1,2}:\d{2}\b|\b\d{1,2}\s?[ap]\.?m\b/i;
const NEAR = 60;
const LIMIT = 4000;

/**
 * Finds dates with and without a year anywhere in a text, in order. Numeric dates without a year are too often
 * something else, unless they are told as a day. `03/04/2024` counts if the order of the text's dates is known.
 */
export function findDates(text: string, order: SlashOrder = null): FoundDate[] {
  const slice = text.slice(0, LIMIT);
  const found: FoundDate[] = [];
  let after = 0;
  for (const start of slice.matchAll(START)) {
    if (start.index < after) continue;
    const match: DateMatch | null = matchDate(slice, start.index);
    const day = match && orderedDay(match, order, null);
    if (!day) continue;
    const isTold = DOTTED.test(match.written) && TELLS_DAY.test(slice.slice(0, start.index));
    if (day.year === null && !isTold && !/\p{L}{3}|[月월]/u.test(match.written)) continue;
    const around = slice.slice(Math.max(0, start.index - NEAR), match.end + NEAR);
    const year = day.year ?? yearOfOpenEnd(slice, match.end);
    const weekday = weekdayBefore(slice.slice(Math.max(0, start.index - LONGEST_WEEKDAY), start.index));
    const place = { index: start.index, end: match.end, nearClock: CLOCK.test(around) };
    found.push({ day: { ...day, year }, ...place, ...(weekday === null ? {} : { weekday }) });
    after = match.end;
  }
  return found;
}

const LONGEST_WEEKDAY = 24;
const ENGLISH = new RegExp(String.raw`\b(${LONG_WEEKDAY}),?\s(?:the\s)?$`, "i");
const NATIONAL = NATIONAL_WEEKDAYS.map(
  (names) => new RegExp(String.raw`(?<!\p{L})(?:${names}),?\s(?:(?:den|dem|le|el|il|dia|día|dne)\s)?$`, "iu"),
);

function weekdayBefore(text: string): number | null {
  const name = ENGLISH.exec(text)?.[1];
  if (name !== undefined) return NATIONAL.findIndex((_, weekday) => isNameOf(name, weekday));
  const weekday = /\p{L},?\s(?:\p{L}{2,3}\s)?$/u.test(text) ? NATIONAL.findIndex((names) => names.test(text)) : -1;
  return weekday < 0 ? null : weekday;
}

/** Returns whether a day without a year isn't on its day of the week in this year. */
export function isOtherWeekday({ day, weekday }: Pick<FoundDate, "day" | "weekday">, number: number | null): boolean {
  return day.year === null && weekday !== undefined && number !== null && weekdayOf(isoDay(number)) !== weekday;
}

function yearOfOpenEnd(text: string, end: number): number | null {
  const [, year] = at(OPEN_END, text, end) ?? [];
  return year === undefined ? null : Number(year);
}

/** Returns the two possible days of each date in a text with an open order of day and month. */
export function findOpenDates(text: string): CalendarDay[][] {
  const found = [...text.slice(0, LIMIT).matchAll(START)].map(({ index }) => matchDate(text, index));
  return found.flatMap((match) => {
    if (match?.kind !== "slashed" || match.year === null) return [];
    const { first, second, year } = match;
    return [
      [
        { year, month: second, day: first },
        { year, month: first, day: second },
      ],
    ];
  });
}

/** Returns whether a text contains an impossible day: not in the calendar, or with a mistyped year. */
export const namesNoDay = (text: string): boolean =>
  [...text.slice(0, LIMIT).matchAll(START)].some(({ index }) => {
    const match = matchDate(text, index);
    return match?.kind === "impossible" && /\p{L}{3}|^\d{4}-/u.test(match.written);
  });
