import type { Clock } from "#importers/lex/clock.ts";
import { matchClock } from "#importers/lex/clock.ts";
import { resolveDay, weekdayOf } from "#importers/lex/day-number.ts";
import { type FoundDate, findDates } from "#importers/lex/find-dates.ts";
import { MONTH_NAMES, monthNumber } from "#importers/lex/month-names.ts";
import { daySpan, passMidnightOnce } from "./day-span.ts";
import { fileDay } from "./file-day.ts";
import type { Prose } from "./prose.ts";
import { type SaidDate, saidDates } from "./said-dates.ts";
import { TROUBLE } from "./trouble.ts";

export interface BaseDay {
  /** Day number for times before any date; null when nothing that stands with the timeline names one. */
  day: number | null;
  /** The text says that all times are of this day unless an entry says otherwise. */
  firm: boolean;
  /** No text names it: a person gave it. */
  given: boolean;
}

const STATEMENT =
  /\b(?:unless|otherwise|all|every|following|these)\b.{0,80}\b(?:on|happened|occurred|took place|dates?)\b|\b(?:events|times)\b.{0,30}\b(?:happened|occurred|took place|are)\b.{0,20}\bon\b/i;
const LABELLED = String.raw`(?!\w)[\s*_]{0,4}[:|：]`;
const FOREIGN_DATES = "datum|fecha|data|dato|dag|jour|giorno|p[aä]iv[aä]m[aä][aä]r[aä]|日付|日期|發生日期|дата";
const LABEL_START = String.raw`^[\s*_|-]{0,8}`;
/** "Incident date:", "Start:", "Occurred on |": the day that the incident has by its own write-up. */
const INCIDENT_LABEL = new RegExp(
  String.raw`${LABEL_START}(?:(?:incident|outage|event|issue)(?:'s)? (?:dates?|day|start(?:ed)?|began|time)(?: (?:at|and time|time|date))?|(?:start(?:ed|ing)?|began|begin)(?: (?:at|on|time|date))?|(?:occurred|happened)(?: (?:on|at))?|dates? of (?:the )?(?:incident|outage)|time of (?:the )?(?:incident|outage)|impact start(?:ed)?)${LABELLED}`,
  "i",
);
/** "Date:" may also be the day that the text was written on. */
const DATE_LABEL = new RegExp(
  String.raw`${LABEL_START}(?:dates?(?: and time)?|day|when|detected(?: (?:at|on))?|${FOREIGN_DATES})${LABELLED}`,
  "i",
);
const INCIDENT_FRONT =
  /^(?:incident_?date|(?:occurred|detected|started)(?:_?(?:at|on|date))?|start(?:_?(?:time|date|at))?|began)\s?:/i;
const FRONT = /^(?:date|created|opened)(?:_?(?:at|on|date))?\s?:/i;
const FRONT_PATH = /\b((?:19|20)\d{2})\/(\d{2})\/(\d{2})\b/;

/** The head of a mail: its date is that of the mail. */
const MAIL = /^(?:from|to|cc|subject|reply-to|message-id|sent):\s|\s(?:from|subject):\s/i;

/** What of a document is looked at for the day of its timeline. */
export interface DaySources {
  prose: readonly Prose[];
  filename: string;
  /** Times of day of the entries. */
  clocks: readonly Clock[];
}

/**
 * The day of times that have none above them. Only what stands with the timeline names it: a statement, a label, its
 * own section, a sentence that tells of one of its rows, the title, front matter, the file's name. Where two of them
 * differ it stays open, and whatever else the text tells is no more than a suggestion. `given` is a person's answer.
 */
export function findBaseDay(told: DaySources, given: number | null): BaseDay {
  const anchor = findAnchorDay(told, given);
  const prose = told.prose.filter(({ text }) => !MAIL.test(text.slice(0, 300)));
  const sources = { ...told, prose };
  const near = prose.filter(({ place }) => place !== "elsewhere" && place !== "front");
  const stated = near.map((part) => datesOf(part).find(({ sentence }) => STATEMENT.test(sentence)));
  const firm = stated.find((found) => found !== undefined);
  if (firm) return { day: numberOf(firm, anchor), firm: true, given: false };
  const sure = [
    labelDay(near, INCIDENT_LABEL, anchor) ?? frontDay(prose, INCIDENT_FRONT),
    numberOf(near.filter(({ place }) => place === "timeline").flatMap(datesOf)[0], anchor),
    rowDay(near, sources.clocks, anchor),
  ].filter((day) => day !== null);
  const day = sure.length > 0 ? agreed(sure) : (titleDay(sources, anchor) ?? writtenDay(sources, anchor));
  return day === null ? { day: given, firm: false, given: given !== null } : { day, firm: false, given: false };
}

/** The year to read year-less dates with: that of a day the timeline has, else the one year that all of the story has. */
export function findAnchorDay({ prose, filename }: DaySources, given: number | null): number | null {
  const own = prose.filter(({ place, text }) => place === "title" || place === "timeline" || isLabel(text));
  const full = (parts: readonly Prose[]) => parts.flatMap(datesOf).filter(({ day }) => day.year !== null);
  const story = full(prose.filter(({ place }) => place === "story"));
  const isOneYear = new Set(story.map(({ day }) => day.year)).size === 1;
  return (
    numberOf(full(own)[0]) ??
    frontDay(prose, INCIDENT_FRONT) ??
    fileDay(filename) ??
    frontDay(prose, FRONT) ??
    (isOneYear ? numberOf(story[0]) : null) ??
    statedMonth(prose) ??
    postedDay(prose) ??
    given
  );
}

const known = new WeakMap<Prose, SaidDate[]>();

/** The dates of a part that may be the day of its timeline; each part is asked for several rules. */
function datesOf(part: Prose): SaidDate[] {
  const dates = known.get(part) ?? saidDates(part.text, part.place === "title");
  known.set(part, dates);
  return dates;
}

const isLabel = (text: string): boolean =>
  INCIDENT_LABEL.test(text.slice(0, 120)) || DATE_LABEL.test(text.slice(0, 120));

/** The title's day, where no label says otherwise. */
function titleDay({ prose, clocks }: DaySources, anchor: number | null): number | null {
  const front = prose.filter(({ place, text }) => place === "front" && /^title\b/i.test(text.trim()));
  const titles = [...prose.filter(({ place }) => place === "title"), ...front];
  const found = titles.flatMap(({ text }) => saidDates(text, true))[0];
  const labelled = labelDay(prose, DATE_LABEL, anchor);
  const span = titles.map(({ text }) => daySpan(text)).find((one) => one !== null);
  const isTold = span?.days === 2 && passMidnightOnce(clocks.map(({ hour, minute }) => hour * 60 + (minute ?? 0)));
  if (span && !isTold) return labelled;
  const day = span ? resolveDay(span.first, anchor) : numberOf(found, anchor);
  return labelled === null || day === null ? day : agreed([labelled, day]);
}

/**
 * The day of "Date:", of front matter or of the file's name: perhaps the one on which the text was written, so that
 * nothing the story tells beside a time may differ.
 */
function writtenDay({ prose, filename }: DaySources, anchor: number | null): number | null {
  const hasTitleDay = prose.some((part) => part.place === "title" && datesOf(part).length > 0);
  const days = [labelDay(prose, DATE_LABEL, anchor), frontDay(prose, FRONT), fileDay(filename)];
  const day = hasTitleDay ? null : agreed(days.filter((one) => one !== null));
  const told = prose
    .filter(({ place }) => place === "story")
    .flatMap(datesOf)
    .flatMap((found) => (found.nearClock || TROUBLE.test(found.sentence) ? (numberOf(found, anchor) ?? []) : []));
  return day !== null && (told.length === 0 || told.includes(day)) && !alludes(prose, day) ? day : null;
}

const WEEKDAY = /\b(?:on|last|this past|early|late)\s(?:the\s)?(sun|mon|tues|wednes|thurs|fri|satur)day\b/gi;
const WEEKDAYS = ["sun", "mon", "tues", "wednes", "thurs", "fri", "satur"];

/** Whether the story speaks of a day that a text written on this one is not of: "yesterday", or another day of the week. */
function alludes(prose: readonly Prose[], day: number): boolean {
  const story = prose.filter(({ place }) => place === "story" || place === "title").map(({ text }) => text);
  if (story.some((text) => /\b(?:yesterday|last (?:night|week)|\w+ days ago)\b/i.test(text))) return true;
  const named = story.flatMap((text) => [...text.matchAll(WEEKDAY)].map(([, name = ""]) => name.toLowerCase()));
  return named.length > 0 && !named.includes(WEEKDAYS[weekdayOf(day)] ?? "");
}

const agreed = (days: readonly number[]): number | null =>
  days.every((day) => day === days[0]) ? (days[0] ?? null) : null;

function labelDay(prose: readonly Prose[], label: RegExp, anchor: number | null): number | null {
  const labelled = prose
    .filter(({ place, text }) => place !== "elsewhere" && place !== "front" && label.test(text.slice(0, 120)))
    .flatMap(({ text }) => saidDates(text));
  return numberOf(labelled[0], anchor);
}

/** The day of the sentences that name a day and the time of a row; null where two of them differ. */
function rowDay(prose: readonly Prose[], clocks: readonly Clock[], anchor: number | null): number | null {
  const rows = new Set(clocks.map(minutesOf));
  const told = prose
    .flatMap(datesOf)
    .filter(({ nearClock, sentence }) => nearClock && clocksIn(sentence).some((clock) => rows.has(minutesOf(clock))));
  return agreed(told.flatMap((found) => numberOf(found, anchor) ?? []));
}

const minutesOf = ({ hour, minute }: Clock): number => hour * 60 + (minute ?? 0);

function clocksIn(sentence: string): Clock[] {
  return [...sentence.matchAll(/(?<![\w:.-])(?=\d{1,2}[:.h\d\sap])/gi)].flatMap(({ index }) => {
    const found = matchClock(sentence, index);
    return found?.kind === "clock" && found.clock.minute !== null ? [found.clock] : [];
  });
}

const MONTH = String.raw`(${MONTH_NAMES})\.?,? ((?:19|20)\d{2})\b`;
const MONTH_TITLE = new RegExp(String.raw`\b${MONTH}`, "i");
const MONTH_LABEL = new RegExp(String.raw`\b(?:date|when|datum)[\s*_]{0,4}[:|][\s*_|]{0,8}${MONTH}`, "i");

/** "Date: September 2024": the middle of the month that a label or heading names. */
function statedMonth(prose: readonly Prose[]): number | null {
  for (const { role, text } of prose) {
    const found = (role === "heading" ? MONTH_TITLE : MONTH_LABEL).exec(text.slice(0, 600));
    if (found) return resolveDay({ year: Number(found[2]), month: monthNumber(found[1] ?? ""), day: 15 }, null);
  }
  return null;
}

const POSTED = /\bPosted\s.{6,60}/;

/** "Posted Jan 03, 2024 - 09:16 PST": a status page tells of what happened shortly before. */
function postedDay(prose: readonly Prose[]): number | null {
  const posts = prose.flatMap(({ text }) => POSTED.exec(text)?.[0] ?? []);
  return numberOf(posts.flatMap(findDates).find(({ day, nearClock }) => day.year !== null && nearClock));
}

function numberOf(found: FoundDate | undefined, anchor: number | null = null): number | null {
  return found ? resolveDay(found.day, anchor) : null;
}

function frontDay(prose: readonly Prose[], field: RegExp): number | null {
  const fronts = prose.filter(({ role }) => role === "front");
  const dated = fronts.find(({ text }) => field.test(text.trim()));
  const found = dated && findDates(dated.text).find(({ day }) => day.year !== null);
  if (found) return numberOf(found);
  if (field !== FRONT) return null;
  const path = fronts.map(({ text }) => FRONT_PATH.exec(text)).find((match) => match);
  return path ? numberOf(findDates(path[0])[0]) : null;
}
