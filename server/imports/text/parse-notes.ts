import type { NormalizedEvent, ParseOptions, ParseResult, SourceText } from "../importer.ts";
import { makeEvent } from "../kit/make-event.ts";
import { findAnchorDay, findBaseDay } from "./base-day.ts";
import { matchDate } from "./dates.ts";
import { resolveDay, slashOrder } from "./day-number.ts";
import { type Entry, makeEntry } from "./entry.ts";
import { readWords } from "./entry-words.ts";
import { guessKind } from "./event-words.ts";
import { markHalfDays } from "./half-day.ts";
import { type NotesDocument, readNotes } from "./notes-document.ts";
import { findZero, whenRelative } from "./relative.ts";
import { assignDays } from "./running-day.ts";
import { readStamp } from "./stamp.ts";
import { resolveWhen, type When } from "./when.ts";
import { findZoneStatements, zoneForLine } from "./zone-statements.ts";

/** An event's body holds this much; what is longer goes on in the context. */
const BODY_LENGTH = 20_000;

/** Events, rejects and context of a plain or Markdown text. Never throws; every line ends in one of the three. */
export function parseNotes(source: SourceText, options: ParseOptions): ParseResult {
  const document = readNotes(source.text);
  const given = readGivenDay(options.date);
  const anchor = findAnchorDay(document.prose, source.filename, given);
  const base = findBaseDay(document.prose, source.filename, given);
  markHalfDays(document.entries);
  assignDays(document.steps, { base, anchor, order: slashOrder(datesOf(document)) });
  const whenOf = resolver(document, options);
  const result: ParseResult = { events: [], rejects: [], context: [] };
  // Of a large text there is no room for all entries beside all events.
  const { entries, steps } = document;
  steps.length = 0;
  entries.reverse();
  for (let entry = entries.pop(); entry; entry = entries.pop()) addEntry(entry, whenOf(entry), result);
  for (const { line, reason, more } of document.rejects) {
    result.rejects.push({ line: line.number, reason, text: [line.raw.trim(), ...more].join("\n") });
  }
  for (const line of document.context) result.context.push({ line: line.number, text: line.raw.trim() });
  result.rejects.sort((a, b) => a.line - b.line);
  result.context.sort((a, b) => a.line - b.line);
  return result;
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

/** Says when each entry was. */
function resolver(document: NotesDocument, options: ParseOptions): (entry: Entry) => When {
  const statements = findZoneStatements(document.prose, document.entries);
  const given = options.zone ?? null;
  const resolve = (entry: Entry) => resolveWhen(entry, { stated: zoneForLine(statements, entry.line), given });
  const isRelative = ({ stamp }: Entry) => stamp.clock === null && stamp.relativeSeconds !== null;
  if (!document.entries.some(isRelative)) return resolve;
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

function addEntry(entry: Entry, when: When, result: ParseResult): void {
  const words = readWords(entry);
  if (words.title === "") {
    const text = [entry.stamp.statedText, ...entry.text, ...entry.extra]
      .filter((line) => line.trim() !== "")
      .join("\n");
    result.rejects.push({ line: entry.line, reason: "There are no words beside the time.", text });
    return;
  }
  result.events.push(toEvent(entry, when, words));
  const beyond = words.body.slice(BODY_LENGTH);
  if (beyond !== "") result.context.push({ line: entry.line, text: beyond });
}

function toEvent(entry: Entry, when: When, words: ReturnType<typeof readWords>): NormalizedEvent {
  const { at, precision, zone, ambiguity } = when;
  const event = makeEvent({
    line: entry.line,
    time: { at, precision, statedText: entry.stamp.statedText, zone, ambiguity },
    kind: guessKind(words.title),
    title: words.title,
    body: words.body,
    actor: words.actor,
    url: words.url,
  });
  event.endAt = when.endAt;
  event.uncertaintySeconds = when.uncertaintySeconds;
  return event;
}
