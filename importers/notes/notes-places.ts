import type { ParseOptions } from "#importers/base/importer.ts";
import { matchDate } from "#importers/lex/dates.ts";
import { resolveDay, slashOrder } from "#importers/lex/day-number.ts";
import { readStamp } from "#importers/lex/stamp.ts";
import { findAnchorDay, findBaseDay } from "./base-day.ts";
import { type Entry, makeEntry } from "./entry.ts";
import { HalfDays } from "./half-day.ts";
import type { NotesDocument } from "./notes-document.ts";
import { findZero, whenRelative } from "./relative.ts";
import { DayRunner, Direction } from "./running-day.ts";
import { resolveWhen, type When } from "./when.ts";
import { findZoneStatements, type ZoneStatements, zoneForLine } from "./zone-statements.ts";

/** What notes say about the times in them: the day they are of, the order of dates, halves of days, zones. */
export class NotesPlaces {
  readonly #halfDays = new HalfDays();
  readonly #runner: DayRunner;
  readonly #zones: ZoneStatements;
  readonly #given: string | null;

  /** Learns from a document, or from the first part of one. */
  constructor(document: NotesDocument, filename: string, { date, zone }: ParseOptions) {
    const given = readGivenDay(date);
    const anchor = findAnchorDay(document.prose, filename, given);
    const base = findBaseDay(document.prose, filename, given);
    const direction = new Direction();
    for (const entry of document.entries) this.#halfDays.see(entry);
    for (const step of document.steps) direction.see(step);
    this.#runner = new DayRunner({ base, anchor, order: slashOrder(datesOf(document)) }, direction.isBackwards());
    this.#zones = findZoneStatements(document.prose, document.entries);
    this.#given = zone ?? null;
  }

  /** Whether entries of other parts can change nothing about the time of this one. */
  tells(entry: Entry): boolean {
    const { date, end, zone, relativeSeconds } = entry.stamp;
    const isDated = date?.kind === "day" && date.day.year !== null && (!end?.date || end.date.kind === "day");
    const isZoned = zone !== null || this.#zones.stated.length > 0 || this.#given !== null;
    return isDated && isZoned && relativeSeconds === null && this.#halfDays.settles(entry);
  }

  /** Says when each entry of a document was; of the parts of one to be asked in their order. */
  place(document: NotesDocument): (entry: Entry) => When {
    for (const entry of document.entries) this.#halfDays.mark(entry);
    this.#runner.run(document.steps);
    const resolve = (entry: Entry) =>
      resolveWhen(entry, { stated: zoneForLine(this.#zones, entry.line), given: this.#given });
    return document.entries.some(isRelative) ? fromZero(document, resolve) : resolve;
  }
}

const isRelative = ({ stamp }: Entry) => stamp.clock === null && stamp.relativeSeconds !== null;

/** The same where some entries only count from a T0. */
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

function datesOf(document: NotesDocument): string[] {
  return document.entries.flatMap((entry) => {
    const { date, end } = entry.stamp;
    return [date, end?.date].flatMap((match) => (match ? [match.written] : []));
  });
}
