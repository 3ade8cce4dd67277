import type { Clock } from "#importers/lex/clock.ts";
import { resolveDay } from "#importers/lex/day-number.ts";
import { findDates, findOpenDates } from "#importers/lex/find-dates.ts";
import { isoDay } from "#lib/base/time/calendar-day.ts";
import { minutesOf } from "#lib/base/time/clock.ts";
import { isNameOf, LONG_WEEKDAY, weekdayOf } from "#lib/base/time/local-date.ts";
import { sentAt } from "../lines/mail-head.ts";
import type { Prose } from "../lines/prose.ts";
import { isBareDay, isByline } from "../lines/written-on.ts";
import { dayCounted } from "../shapes/days-of-writing.ts";
import { agreed, DATE_LABEL, datesOf, FRONT, frontDay, isTitle, labelDay, numberOf } from "./day-labels.ts";
import { passMidnightOnce } from "./day-span.ts";
import { fileDay } from "./file-day.ts";
import { openingDays } from "./opening-day.ts";
import { TROUBLE } from "./trouble.ts";
import type { Years } from "./years.ts";

interface Written {
  prose: readonly Prose[];
  filename: string;
  years: Years;
}

/** So long after an incident its story is published at most. */
const MONTHS = 100;

/**
 * Returns the day of a timeline that neither its surroundings nor the title name: the one that the opening of the story
 * tells, or that of "Date:", front matter or the file's name. The latter may be the day of writing, so they only count
 * if no day next to a time in the story differs, and the told day wins over one of publication. Others that differ leave
 * it open.
 */
export function storyDay(sources: Written & { clocks: readonly Clock[] }, anchor: number | null): number | null {
  const { prose, years, clocks } = sources;
  if (prose.some((part) => isTitle(part) && datesOf(part).length > 0)) return null;
  const sent = countedFromMail(prose);
  if (sent !== undefined) return sent;
  const told = openingDays(prose, anchor).map((one) => (one === null ? null : years.settle(one)));
  const published = publishedDays(sources);
  if (told.length === 0 || published.some((one) => told.includes(one))) return writtenDay(sources, anchor);
  const [first = null, second] = told;
  const isNight = told.length === 2 && first !== null && second === first + 1;
  const day = told.length === 1 || (isNight && passMidnightOnce(clocks.map(minutesOf))) ? first : null;
  const labelled = labelDay(prose, DATE_LABEL, anchor);
  if (day === null || (labelled !== null && labelled !== day)) return null;
  return published.every((one) => one >= day && one <= day + MONTHS) ? day : null;
}

/** "The outage yesterday" in a mail: counted from when it was sent. Undefined without such words. */
function countedFromMail(prose: readonly Prose[]): number | null | undefined {
  const [sent] = prose.flatMap(({ place, text }) => (place === "elsewhere" ? (sentAt(text) ?? []) : []));
  if (!sent) return undefined;
  const told = prose.filter(({ place }) => place === "title" || place === "timeline" || place === "story");
  const days = told.flatMap(({ text }) => {
    const day = dayCounted(text.slice(0, OPENING_LENGTH), sent.day);
    return day ? resolveDay(day, null) : [];
  });
  return days.length > 0 ? agreed(days) : undefined;
}
const OPENING_LENGTH = 300;

/** The days of front matter and the file's name, which can be those of publication. */
function publishedDays({ prose, filename, years }: Written): number[] {
  const days = [frontDay(prose, FRONT), fileDay(filename)];
  return days.flatMap((one) => (one === null ? [] : (years.settle(one) ?? [])));
}

/**
 * Returns the day of "Date:", front matter or the file's name. It may be the day of writing, so no day next to a time
 * in the story can differ.
 */
function writtenDay({ prose, filename, years }: Written, anchor: number | null): number | null {
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

/**
 * Returns whether the story mentions a day that a text from this day wouldn't: "yesterday", or another day of the week.
 */
function alludes(prose: readonly Prose[], day: number): boolean {
  const story = prose.filter(({ place }) => place !== "elsewhere" && place !== "front").map(({ text }) => text);
  if (story.some((text) => /\b(?:yesterday|last (?:night|week)|\w+ days ago)\b/i.test(text))) return true;
  const named = story.flatMap((text) => [...text.matchAll(WEEKDAY)].map(([, name = ""]) => name));
  return named.length > 0 && !named.some((name) => isNameOf(name, weekdayOf(isoDay(day))));
}
