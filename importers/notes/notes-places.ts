import { append } from "#importers/base/append.ts";
import type { ParseOptions, SuggestedDay } from "#importers/base/importer.ts";
import { matchDate } from "#importers/lex/dates.ts";
import { resolveDay, type SlashOrder, slashOrder } from "#importers/lex/day-number.ts";
import { type FoundDate, findDates } from "#importers/lex/find-dates.ts";
import { hasTuesdayMar } from "#importers/lex/order-by-language.ts";
import { readStamp } from "#importers/lex/stamp.ts";
import type { CalendarDay } from "#lib/base/time/calendar-day.ts";
import { settleAfternoons } from "./days/afternoons.ts";
import { orderByClearDays, orderByZone } from "./days/american-order.ts";
import { findAnchorDay, findBaseDay } from "./days/base-day.ts";
import { type DayStep, Direction } from "./days/day-order.ts";
import { askLooseEves, settleEveWeekdays } from "./days/eves.ts";
import { fileDay } from "./days/file-day.ts";
import { HalfDays, settleHalfDays } from "./days/half-day.ts";
import { askNoonSlips } from "./days/noon-slips.ts";
import { DayRunner } from "./days/running-day.ts";
import { suggestDays } from "./days/suggested-days.ts";
import { resolveWhen, type When } from "./days/when.ts";
import { Years } from "./days/years.ts";
import { findZoneStatements, type ZoneStatements, zoneForLine } from "./days/zone-statements.ts";
import { type Entry, makeEntry } from "./lines/entry.ts";
import type { Prose } from "./lines/prose.ts";
import { isBareDay } from "./lines/written-on.ts";
import type { NotesDocument } from "./notes-document.ts";
import { dayOfMail } from "./shapes/day-of-mail.ts";
import { settleBeside, settleInSpans, withoutRepeats } from "./shapes/told-beside.ts";

const ZERO = /\bT\s?[=+-]?\s?0\b[\s:=(*_`]{0,8}(?:is |was |at |= ?)?/i;

/** "Start: 14:05 UTC", "Impact started | 14:05": T0 if the text doesn't name it. */
const START =
  /^[\s*_|>-]{0,8}(?:(?:incident|outage|impact|event)\s)?(?:start(?:ed)?(?:\s(?:time|at))?|began|begin)\b(?:\s?\([^()]{1,20}\))?[\s*_]{0,4}[:|][\s*_]{0,4}/i;

/**
 * Returns the stamp that the text gives for T0 ("T0 = 14:05 UTC"), otherwise the one that it labels as the start, as an
 * entry with its own line. Null if there is none.
 */
function findZero(prose: Prose[], make: (line: number, text: string) => Entry | null): Entry | null {
  return findBehind(ZERO, prose, make) ?? findBehind(START, prose, make);
}

function findBehind(pattern: RegExp, prose: Prose[], make: (line: number, text: string) => Entry | null): Entry | null {
  for (const part of prose) {
    const match = pattern.exec(part.text);
    if (!match) continue;
    const rest = part.text.slice(match.index + match[0].length);
    const stamp = readStamp(rest);
    if (stamp?.clock) return make(part.line, rest);
  }
  return null;
}

/** Returns the instant of an entry that counts from T0 (`T+12m`). */
function whenRelative(entry: Entry, zeroMs: number | null, zone: string | null): When {
  const open = { endAt: null, uncertaintySeconds: null, zone };
  if (zeroMs === null) {
    const question = `When was T0, the start of ${entry.stamp.statedText}?`;
    return { ...open, at: null, precision: "unknown", ambiguity: { reason: "partial", question, local: null } };
  }
  const seconds = entry.stamp.relativeSeconds ?? 0;
  const precision = seconds % 60 === 0 ? "minute" : "exact";
  return { ...open, at: new Date(zeroMs + seconds * 1000).toISOString(), precision, ambiguity: null };
}

/** A day of the only year that entries name. Null if they name none, or two. */
function dayOfOnlyYear(entries: readonly Entry[]): number | null {
  const isOpen = ({ stamp: { date } }: Entry) => date?.kind === "day" && date.day.year === null;
  // A line of a log can mention a year in its words.
  const logged = new Map<number, string>();
  for (const one of entries) if (isOpen(one) && !one.stamp.prose) logged.set(one.line, one.text[0] ?? "");
  const full = entries.flatMap(({ line, stamp: { date, prose, statedText } }) =>
    date?.kind === "day" && date.day.year !== null && !(prose && logged.get(line)?.includes(statedText))
      ? date.day
      : [],
  );
  const [first] = full;
  if (first) return full.every(({ year }) => year === first.year) ? resolveDay(first, null) : null;
  return dayInWords(entries.filter(isOpen));
}

/** "Between 4:05 AM and 6:31 AM on November 18, 2025": the day of an entry without a year, told again in its words. */
function dayInWords(open: readonly Entry[]): number | null {
  const dates = new Set(
    open.flatMap(({ stamp: { date } }) => (date?.kind === "day" ? `${date.day.month}-${date.day.day}` : [])),
  );
  const own = open.flatMap(({ text }) => {
    const alone = text.filter(isBareDay).flatMap((line) => findDates(line));
    const words = text.join("\n");
    const isOwn = ({ day, index, nearClock }: FoundDate) =>
      day.year !== null &&
      nearClock &&
      dates.has(`${day.month}-${day.day}`) &&
      /\b(?:on|am|le|el|em)\s$/i.test(words.slice(0, index));
    const numbered = numberedDays(words).filter(({ month, day }) => dates.has(`${month}-${day}`));
    const told = [...alone.filter(({ day }) => day.year !== null), ...findDates(words).filter(isOwn)];
    return [...told.map(({ day }) => day), ...numbered];
  });
  return new Set(own.map(({ year }) => year)).size === 1 ? resolveDay(own[0] ?? NO_DAY, null) : null;
}

/** `20260410042019`, as migrations and snapshots are numbered: the days of such numbers. */
const numberedDays = (words: string): CalendarDay[] =>
  [...words.matchAll(/(?<!\d)(20[0-4]\d)([01]\d)([0-3]\d)[-_T]?[0-2]\d[0-5]\d(?:[0-5]\d)?(?!\d)/g)].map(
    ([, year, month, day]) => ({ year: Number(year), month: Number(month), day: Number(day) }),
  );
const NO_DAY = { year: null, month: 1, day: 1 };

/** The facts that notes give about their times: their day, the order of dates, am and pm, time zones. */
export class NotesPlaces {
  readonly #halfDays = new HalfDays();
  readonly #runner: DayRunner;
  readonly #zones: ZoneStatements;
  readonly #given: string | null;
  readonly #filename: string;
  readonly #anchor: number | null;

  /** Learns from a document, or from its first part. */
  constructor(document: NotesDocument, filename: string, { date, zone }: ParseOptions) {
    const given = readGivenDay(date);
    const clocks = document.entries.flatMap(({ stamp }) => stamp.clock ?? []);
    const years = new Years(document.prose, filename);
    const sources = { prose: document.prose, filename, clocks, years, ofMail: dayOfMail(document.prose) };
    const anchor = findAnchorDay(sources, dayOfOnlyYear(document.entries) ?? given);
    const base = findBaseDay(sources, given);
    settleEveWeekdays(document.entries, base.given ? null : base.day);
    const direction = new Direction();
    for (const entry of document.entries) this.#halfDays.see(entry);
    for (const step of document.steps) direction.see(step);
    this.#runner = new DayRunner(
      { base, answer: given, anchor, order: orderIn(document, filename), years, hasTuesdays: hasTuesdaysIn(document) },
      direction.isBackwards(),
    );
    const quoted = document.context.map(({ raw }) => raw);
    this.#zones = findZoneStatements(document.prose, document.entries, quoted);
    this.#given = zone ?? null;
    this.#filename = filename;
    this.#anchor = anchor;
  }

  /** Days that the text mentions elsewhere, for a person who is asked for the day. */
  suggestDays({ prose }: NotesDocument): SuggestedDay[] {
    return suggestDays(prose, this.#filename, this.#anchor);
  }

  /** Whether entries of other parts can't affect the time of this one. */
  tells(entry: Entry): boolean {
    const { date, end, zone, relativeSeconds } = entry.stamp;
    const isDated = date?.kind === "day" && date.day.year !== null && (!end?.date || end.date.kind === "day");
    const isZoned = zone !== null || this.#zones.stated.length > 0 || this.#given !== null;
    return isDated && isZoned && relativeSeconds === null && this.#halfDays.settles(entry);
  }

  /** Returns when each entry of a document was. Call it for its parts in their order. */
  place(document: NotesDocument): (entry: Entry) => When {
    for (const entry of document.entries) this.#halfDays.mark(entry);
    settleHalfDays(document.entries);
    if (this.#halfDays.isSettled) settleAfternoons(document.entries, belowDays(document.steps));
    askNoonSlips(document.steps);
    askLooseEves(document.steps);
    this.#runner.run(document.steps);
    const zoneOf = ({ line }: Entry) => zoneForLine(this.#zones, line);
    document.entries = withoutRepeats(document.entries, zoneOf);
    settleInSpans(document.entries, zoneOf);
    const beside = settleBeside(document.beside, document.entries, zoneOf);
    if (beside.length > 0) {
      append(document.entries, beside);
      document.entries.sort((a, b) => a.line - b.line);
    }
    const resolve = (entry: Entry) =>
      resolveWhen(entry, { stated: zoneForLine(this.#zones, entry.line), given: this.#given });
    return document.entries.some(isRelative) ? fromZero(document, resolve) : resolve;
  }
}

const isRelative = ({ stamp }: Entry) => stamp.clock === null && stamp.relativeSeconds !== null;

/** The same if some entries only count from T0. */
function fromZero(document: NotesDocument, resolve: (entry: Entry) => When): (entry: Entry) => When {
  const both = document.entries.find(
    (entry) => !isRelative(entry) && entry.stamp.relativeSeconds !== null && resolve(entry).at,
  );
  const zero = both ?? findZero(document.prose, (line, text) => zeroEntry(line, text, document));
  const when = zero ? resolve(zero) : null;
  const offsetMs = (zero?.stamp.relativeSeconds ?? 0) * 1000;
  const zeroMs = when?.at ? Date.parse(when.at) - offsetMs : null;
  return (entry) => (isRelative(entry) ? whenRelative(entry, zeroMs, when?.zone ?? null) : resolve(entry));
}

function zeroEntry(line: number, text: string, document: NotesDocument): Entry | null {
  const stamp = readStamp(text);
  if (!stamp) return null;
  const entry = makeEntry(line, "text", stamp, [""]);
  const day = stamp.date?.kind === "day" ? resolveDay(stamp.date.day, null) : null;
  entry.day = day ?? document.entries.find((other) => other.day !== null)?.day ?? null;
  return entry;
}

function readGivenDay(date: string | undefined): number | null {
  const match = date === undefined ? null : matchDate(date.trim(), 0);
  return match?.kind === "day" ? resolveDay(match.day, null) : null;
}

/** The first entry below each line that sets a day. */
const belowDays = (steps: readonly DayStep[]): Set<Entry> =>
  new Set(
    steps.flatMap((step, index) => (step.kind === "entry" && steps[index - 1]?.kind === "day" ? [step.entry] : [])),
  );

/** Dates as written in entries and in the headings above them. One text writes all of them in one order. */
/** The order of `03/04/2024`: by all such dates, by the language, or as in North America. */
const orderIn = (document: NotesDocument, filename: string): SlashOrder =>
  slashOrder(datesOf(document)) ??
  document.prose[0]?.order ??
  orderByClearDays(document) ??
  orderByZone(document, fileDay(filename));

/** Whether "Mar 15" in the entries can be a Tuesday, as the language tells. */
const hasTuesdaysIn = ({ entries, prose }: NotesDocument): boolean =>
  entries.some(({ stamp: { date } }) => date !== null && /^mar/i.test(date.written)) &&
  hasTuesdayMar([...prose.map(({ text }) => text), ...entries.flatMap(({ text }) => text)]);

function datesOf({ entries, steps }: NotesDocument): string[] {
  const stamps = steps.flatMap((step) => (step.kind === "day" ? [step.stamp] : []));
  return [...entries.map(({ stamp }) => stamp), ...stamps].flatMap(({ date, end }) =>
    [date, end?.date].flatMap((match) => (match ? [match.written] : [])),
  );
}
