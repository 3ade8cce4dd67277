import { resolveDay } from "#importers/lex/day-number.ts";
import { NATIONAL_WEEKDAYS } from "#importers/lex/day-words.ts";
import { findDates, findOpenDates } from "#importers/lex/find-dates.ts";
import { oneOf } from "#lib/base/text/phrases.ts";
import { isoDay } from "#lib/base/time/calendar-day.ts";
import { isNameOf, LONG_WEEKDAY, weekdayOf } from "#lib/base/time/local-date.ts";
import type { Prose } from "../lines/prose.ts";
import { isBareDay, isByline } from "../lines/written-on.ts";
import { agreed, DATE_LABEL, datesOf, FRONT, frontDay, labelDay, numberOf } from "./day-labels.ts";
import { fileDay } from "./file-day.ts";
import { TROUBLE } from "./trouble.ts";
import type { Years } from "./years.ts";

export interface Written {
  prose: readonly Prose[];
  filename: string;
  years: Years;
}

/**
 * Returns the day of "Date:", front matter or the file's name. It may be the day of writing, so no day next to a time
 * in the story can differ.
 */
export function writtenDay({ prose, filename, years }: Written, anchor: number | null): number | null {
  const alone = prose.filter(
    ({ place, text }) => place !== "elsewhere" && place !== "front" && isBareDay(text) && !isByline(text),
  );
  const bare = numberOf(alone.flatMap(({ text }) => findDates(text))[0], anchor);
  const days = [labelDay(prose, DATE_LABEL, anchor), frontDay(prose, FRONT), fileDay(filename), bare];
  const settled = days.flatMap((one) => (one === null ? [] : [years.settle(one)]));
  const day = agreed(settled);
  const told = prose
    .filter(({ place }) => place === "story")
    .flatMap(datesOf)
    .flatMap((found) => (found.nearClock || TROUBLE.test(found.sentence) ? (numberOf(found, anchor) ?? []) : []))
    .flatMap((one) => years.settle(one) ?? []);
  return day !== null && (told.length === 0 || told.includes(day)) && !alludes(prose, day) && !tellsOther(prose, day)
    ? day
    : null;
}

/** Returns whether the story mentions trouble on a date with an open order, neither reading of which is this day. */
function tellsOther(prose: readonly Prose[], day: number): boolean {
  return prose
    .filter(({ place, text }) => place !== "elsewhere" && place !== "front" && TROUBLE.test(text))
    .flatMap(({ text }) => findOpenDates(text))
    .some((readings) => !readings.some((one) => resolveDay(one, null) === day));
}

const WEEKDAY = new RegExp(String.raw`\b(?:on|last|this past|early|late)\s(?:the\s)?(${LONG_WEEKDAY})\b`, "gi");

const NATIONAL = NATIONAL_WEEKDAYS.join("|");
/** Words for a day before that of the writing. */
const AGO = new RegExp(
  String.raw`(?<!\p{L})${oneOf`
    yesterday | last (?:night|week|weekend) | \w+ days ago | (?:vor)?gestern | (?:letzte|vergangene|vorige)[nrs]? (?:woche|nacht|wochenende|${NATIONAL})
    vor (?:einer woche|\p{L}{3,6} tagen) | avant-hier | hier (?:matin|soir|après-midi|vers|à) | (?:la )?semaine (?:dernière|passée) | (?:${NATIONAL}) (?:dernier|passé|pasado|passad[oa]|scors[oa])
    ayer | anoche | semana (?:pasada|passada) | ontem | últim[oa] (?:${NATIONAL}) | ieri | settimana scorsa | gisteren | vorige week | (?:afgelopen|vorige) (?:${NATIONAL})
    wczoraj | w zeszłym tygodniu | вчера | на прошлой неделе | dün | geçen hafta
  `}(?!\p{L})|昨日|先週|昨夜|昨晩|昨天|昨晚|上周|上週|어제|지난주`,
  "iu",
);

/**
 * Returns whether the story mentions a day that a text from this day wouldn't: "yesterday", or another day of the week.
 */
function alludes(prose: readonly Prose[], day: number): boolean {
  const story = prose.filter(({ place }) => place !== "elsewhere" && place !== "front").map(({ text }) => text);
  if (story.some((text) => AGO.test(text))) return true;
  const named = story.flatMap((text) => [...text.matchAll(WEEKDAY)].map(([, name = ""]) => name));
  return named.length > 0 && !named.some((name) => isNameOf(name, weekdayOf(isoDay(day))));
}
