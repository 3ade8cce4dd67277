import type { Clock } from "#importers/lex/clock.ts";
import { matchClock } from "#importers/lex/clock.ts";
import { resolveDay } from "#importers/lex/day-number.ts";
import { findDates } from "#importers/lex/find-dates.ts";
import { MONTH_NAMES, monthNumber } from "#importers/lex/month-names.ts";
import { minutesOf } from "#lib/base/time/clock.ts";
import type { Prose } from "../lines/prose.ts";
import { isBareDay, isByline } from "../lines/written-on.ts";
import {
  agreed,
  DATE_LABEL,
  datesOf,
  FRONT,
  frontDay,
  INCIDENT_FRONT,
  INCIDENT_LABEL,
  isLabel,
  isTitle,
  labelDay,
  numberOf,
  WRITING_LABEL,
} from "./day-labels.ts";
import { daySpan, passMidnightOnce } from "./day-span.ts";
import { fileDay } from "./file-day.ts";
import { dayBeforeTitle, isBeforeTrouble } from "./opening-day.ts";
import { saidDates } from "./said-dates.ts";
import { storyDay } from "./story-day.ts";
import { TROUBLE } from "./trouble.ts";

import type { Years } from "./years.ts";

export interface BaseDay {
  /** Day number for times before any date. Null if nothing around the timeline names one. */
  day: number | null;
  /** The text says that all times are on this day unless an entry says otherwise. */
  firm: boolean;
  /** A person chose it, because no text names it. */
  given: boolean;
}

/** "All times are UTC and on …", "Unless noted, everything happened on …": a statement for every row. */
const STATEMENT =
  /\b(?:(?:events|times|timestamps|everything)\b.{0,60}\b(?:happened|occurred|took place|are|were|was)|unless\b.{0,80})\b.{0,20}\b(?:on|from|of)(?: the)? [\w ,]{0,12}\d/i;
/** The head of an email, with its date. */
const MAIL =
  /^(?:from|to|cc|subject|reply-to|message-id|sent|betreff|objet|asunto|assunto|oggetto|onderwerp):\s|\s(?:from|subject|betreff|objet|asunto|assunto|oggetto|onderwerp):\s/i;

/** The places that are searched for the day of a document's timeline. */
export interface DaySources {
  prose: readonly Prose[];
  filename: string;
  /** Times of day of the entries. */
  clocks: readonly Clock[];
  years: Years;
  /** The day that words of a mail count from when it was sent. Undefined without such words. */
  ofMail?: number | null | undefined;
}

/**
 * Returns the day of times without one above them. Only the surroundings of the timeline can name it: a statement, a
 * label, its own section, a sentence about one of its rows, the title, front matter, or the file's name. If two of them
 * differ, it stays open. Other days in the text are only suggestions. `given` is a person's choice.
 */
export function findBaseDay(told: DaySources, given: number | null): BaseDay {
  const anchor = findAnchorDay(told, given);
  const prose = told.prose.filter(({ text }) => !MAIL.test(text.slice(0, 300)));
  const sources = { ...told, prose };
  const near = prose.filter(({ place }) => place !== "elsewhere" && place !== "front");
  const stated = near.map((part) => datesOf(part).find(({ sentence }) => STATEMENT.test(sentence)));
  const firm = stated.find((found) => found !== undefined);
  if (firm) return { day: settled(numberOf(firm, anchor), told.years), firm: true, given: false };
  const sure = [
    labelDay(near, INCIDENT_LABEL, anchor) ?? frontDay(prose, INCIDENT_FRONT),
    numberOf(near.filter((part) => namesTimes(part) && !daySpan(part.text)).flatMap(actualDates)[0], anchor),
    nightDay(near.filter(namesTimes), sources.clocks, anchor),
    rowDay(near, sources.clocks, anchor),
  ].filter((day) => day !== null);
  const ofTitle = titleDay(sources, anchor);
  const titled = ofTitle === null ? null : (dayBeforeTitle(near, ofTitle, anchor) ?? ofTitle);
  const named = titled === null ? sure : [...sure, titled];
  const days = named.map((day) => told.years.settle(day));
  const day = named.length > 0 ? agreed(days) : storyDay(sources, anchor);
  return day === null ? { day: given, firm: false, given: given !== null } : { day, firm: false, given: false };
}

const settled = (day: number | null, years: Years): number | null => (day === null ? null : years.settle(day));

/**
 * Returns whether a part right above the times can name their day. A day alone, "Date:" or a byline may be the day of
 * writing.
 */
const namesTimes = ({ place, text }: Prose): boolean =>
  place === "timeline" && !isBareDay(text) && !DATE_LABEL.test(text) && !isByline(text);

/** The dates of a part without those of an act before the trouble. */
const actualDates = (part: Prose, index: number, all: readonly Prose[]) =>
  datesOf(part).filter(
    (found) =>
      !isBeforeTrouble(
        part.text,
        found,
        all.slice(index + 1).map(({ text }) => text),
      ),
  );

/** Returns the year for dates without one: that of a day in the timeline, otherwise the only year in the story. */
export function findAnchorDay(sources: DaySources, given: number | null): number | null {
  const anchor = toldAnchor(sources, given);
  return anchor === null ? null : (sources.years.settle(anchor) ?? given);
}

function toldAnchor({ prose, filename }: DaySources, given: number | null): number | null {
  const own = prose.filter(({ place, text }) => place === "title" || place === "timeline" || isLabel(text));
  const full = (parts: readonly Prose[]) => parts.flatMap(datesOf).filter(({ day }) => day.year !== null);
  const story = full(prose.filter(({ place }) => place === "story"));
  const isOneYear = new Set(story.map(({ day }) => day.year)).size === 1;
  return (
    numberOf(full(own)[0]) ??
    frontDay(prose, INCIDENT_FRONT) ??
    fileDay(filename) ??
    frontDay(prose, FRONT) ??
    writerDay(prose) ??
    (isOneYear ? numberOf(story[0]) : null) ??
    statedMonth(prose) ??
    postedDay(prose) ??
    given ??
    statedYear(prose) ??
    onlyYear(prose)
  );
}

/** "During the night of 5 to 6 June": the first of two days, if the times pass midnight once. */
function nightDay(parts: readonly Prose[], clocks: readonly Clock[], anchor: number | null): number | null {
  const span = parts.map(({ text }) => daySpan(text)).find((one) => one !== null);
  return span?.days === 2 && passMidnightOnce(clocks.map(minutesOf)) ? resolveDay(span.first, anchor) : null;
}

/** Returns the title's day, if no label says otherwise. */
function titleDay({ prose, clocks }: DaySources, anchor: number | null): number | null {
  const front = prose.filter(({ place, text }) => place === "front" && /^title\b/i.test(text.trim()));
  const titles = [...prose.filter(isTitle), ...front];
  const found = titles.flatMap(({ text, order }) => saidDates(text, true, order))[0];
  const labelled = labelDay(prose, DATE_LABEL, anchor);
  const span = titles.map(({ text }) => daySpan(text)).find((one) => one !== null);
  const isTold = span?.days === 2 && passMidnightOnce(clocks.map(minutesOf));
  if (span && !isTold) return labelled;
  const day = span ? resolveDay(span.first, anchor) : numberOf(found, anchor);
  return labelled === null || day === null ? day : agreed([labelled, day]);
}

/** Returns the day in sentences that contain a day and the time of a row. Null if two of them differ. */
function rowDay(prose: readonly Prose[], clocks: readonly Clock[], anchor: number | null): number | null {
  const rows = new Set(clocks.map(minutesOf));
  const told = prose
    .flatMap(datesOf)
    .filter(({ nearClock, sentence }) => nearClock && clocksIn(sentence).some((clock) => rows.has(minutesOf(clock))));
  return agreed(told.flatMap((found) => numberOf(found, anchor) ?? []));
}

/** "for 10 minutes.10:02 to 10:12": the blank behind the point is missing. */
function clocksIn(sentence: string): Clock[] {
  return [...sentence.matchAll(/(?<![\w:-])(?<!(?<!\p{L}{3})\.)(?=\d{1,2}[:.h\d\sap])/giu)].flatMap(({ index }) => {
    const found = matchClock(sentence, index);
    return found?.kind === "clock" && found.clock.minute !== null ? [found.clock] : [];
  });
}

const MONTH = String.raw`(${MONTH_NAMES})\.?,? (?:del? )?((?:19|20)\d{2})\b`;
const MONTH_TITLE = new RegExp(String.raw`(?<!\p{L})${MONTH}`, "iu");
const MONTH_LABEL = new RegExp(String.raw`\b(?:date|when|datum)[\s*_]{0,4}[:|][\s*_|]{0,8}${MONTH}`, "i");

/** "Date: September 2024": the middle of the month that a label or heading names. */
function statedMonth(prose: readonly Prose[]): number | null {
  for (const { role, place, text } of prose) {
    const found = (role === "heading" || place === "title" ? MONTH_TITLE : MONTH_LABEL).exec(text.slice(0, 600));
    if (found) return resolveDay({ year: Number(found[2]), month: monthNumber(found[1] ?? ""), day: 15 }, null);
  }
  return null;
}

const YEAR = /(?<![\p{L}\d.:/#-])(?:19[89]|20[0-3])\d(?![\p{L}\d.:/-])/gu;

/** "Outages in 2025": the middle of the only year that a text names, if its title does. */
function statedYear(prose: readonly Prose[]): number | null {
  const yearsIn = (parts: readonly Prose[]) => parts.flatMap(({ text }) => text.match(YEAR) ?? []);
  const [year] = yearsIn(prose.filter(({ place, text }) => place === "title" && TROUBLE.test(text)));
  const isOnly = year !== undefined && yearsIn(prose).every((one) => one === year);
  return isOnly ? resolveDay({ year: Number(year), month: 7, day: 2 }, null) : null;
}

/** A day of the only year that the dates of a text have. */
function onlyYear(prose: readonly Prose[]): number | null {
  const full = prose.flatMap(({ text }) => findDates(text)).filter(({ day }) => day.year !== null);
  return new Set(full.map(({ day }) => day.year)).size === 1 ? numberOf(full[0]) : null;
}

/** "By Ana Ruiz, 14 June 2024": a story is written shortly after what it tells. */
const writerDay = (prose: readonly Prose[]): number | null =>
  numberOf(
    prose
      .flatMap(({ text }) =>
        isByline(text) || WRITING_LABEL.test(text.slice(0, 120)) ? findDates(text.slice(0, 120)) : [],
      )
      .find(({ day }) => day.year !== null),
  );

const POSTED = /\bPosted\s.{6,60}/;

/** "Posted Jan 03, 2024 - 09:16 PST": a status page describes what happened shortly before. */
function postedDay(prose: readonly Prose[]): number | null {
  const posts = prose.flatMap(({ text }) => POSTED.exec(text)?.[0] ?? []);
  return numberOf(
    posts.flatMap((post) => findDates(post)).find(({ day, nearClock }) => day.year !== null && nearClock),
  );
}
