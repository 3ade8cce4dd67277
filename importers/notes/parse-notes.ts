import type { NormalizedEvent, ParseOptions, ParseResult, SourceText } from "#importers/base/importer.ts";
import { makeEvent } from "#importers/kit/make-event.ts";
import { linkLabels, openReferences } from "#importers/lex/markdown.ts";
import { KindReader } from "#lib/incidents/timeline/kinds/kind-reader.ts";
import type { When } from "./days/when.ts";
import { readWords } from "./entry-words.ts";
import { findIncidents } from "./incidents/find-incidents.ts";
import type { Entry } from "./lines/entry.ts";
import { openMarkup } from "./lines/open-markup.ts";
import type { Prose } from "./lines/prose.ts";
import { type NotesDocument, readNotes } from "./notes-document.ts";
import { NotesPlaces } from "./notes-places.ts";
import { ownStatement } from "./own-statement.ts";
import { placeLines } from "./place-lines.ts";
import { kindOfField } from "./shapes/dated-fields.ts";

/** The longest body of an event. The rest is context. */
const BODY_LENGTH = 20_000;

/**
 * Returns events, rejects and context of a plain or Markdown text. Never throws. Every line ends in one of the three.
 */
export function parseNotes(source: SourceText, options: ParseOptions): ParseResult {
  const opened = openMarkup(source.text);
  if (opened) return placeLines(parseText({ ...source, text: opened.text }, options), opened.lines);
  return parseText(source, options);
}

function parseText(source: SourceText, options: ParseOptions): ParseResult {
  const document = readNotes(source.text);
  const places = new NotesPlaces(document, source.filename, options);
  const kinds = new KindReader({ isOfSupplier: isLogOfSupplier(document.prose) });
  const result = toResult(document, places.place(document), kinds);
  const isAsked = result.events.some(({ ambiguity, dayGiven }) => dayGiven || ambiguity?.reason === "date");
  const days = isAsked ? places.suggestDays(document) : [];
  const incidents = findIncidents(document.sections, result.events);
  return { ...result, ...(days.length > 0 ? { days } : {}), ...(incidents.length > 0 ? { incidents } : {}) };
}

const AWAITS =
  /\b(?:[Ww]aiting (?:for|on)|[Dd]epend(?:s|ing)? on|[Uu]ntil|[Ww]hen|[Oo]nce) ([A-Z][\w.]{2,24})\b[^.]{0,40}\b(?:recover|resolv|announc|fix)/;

/** Returns whether the text waits for the company of its title: its updates are those of a supplier. */
function isLogOfSupplier(prose: readonly Prose[]): boolean {
  const titles = prose.flatMap(({ place, text }) => (place === "title" ? text : []));
  return prose.some(({ text }) => {
    const name = AWAITS.exec(text)?.[1];
    return name !== undefined && titles.some((title) => title.includes(name));
  });
}

/**
 * Returns the result for each line of a document with placed entries, and empties the document to free memory. `kinds`
 * has read the text above, if the document is part of a text.
 */
export function toResult(document: NotesDocument, whenOf: (entry: Entry) => When, kinds: KindReader): ParseResult {
  const result: ParseResult = { events: [], rejects: [], context: [] };
  // A large text leaves no memory for all entries in addition to all events.
  const { entries, steps } = document;
  steps.length = 0;
  entries.reverse();
  const labels = linkLabels(
    document.context.flatMap(({ role, raw }) => (role === "definition" ? [raw] : [])).join("\n"),
  );
  for (let entry = entries.pop(); entry; entry = entries.pop()) {
    entry.text = entry.text.map((line) => openReferences(line, labels));
    addEntry(entry, whenOf(entry), kinds, result);
  }
  nameEnds(result.events);
  for (const { line, reason, more } of document.rejects) {
    result.rejects.push({ line: line.number, reason, text: [line.raw.trim(), ...more].join("\n") });
  }
  for (const line of document.context) result.context.push({ line: line.number, text: line.raw.trim() });
  result.rejects.sort((a, b) => a.line - b.line);
  result.context.sort((a, b) => a.line - b.line);
  return result;
}

/** Events named only "Start" and "End" are those of the incident if both are there. */
function nameEnds(events: NormalizedEvent[]): void {
  const fields = events.flatMap((event) => {
    const kind = event.kind === "observation" && event.body === "" ? kindOfField(event.title) : undefined;
    return kind ? [{ event, kind }] : [];
  });
  if (new Set(fields.map(({ kind }) => kind)).size < 2) return;
  for (const { event, kind } of fields) event.kind = kind;
}

/** Dots or dashes alone say nothing. */
const SAYS = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;

function addEntry(entry: Entry, when: When, kinds: KindReader, result: ParseResult): void {
  const words = readWords(entry);
  if (!SAYS.test(words.title)) {
    const text = [entry.stamp.statedText, ...entry.text, ...entry.extra]
      .filter((line) => line.trim() !== "")
      .join("\n");
    // A table row with only a day sets it for the rows below.
    const isDay = entry.form === "row" && entry.stamp.date !== null && entry.stamp.clock === null;
    if (isDay) result.context.push({ line: entry.line, text });
    else result.rejects.push({ line: entry.line, reason: "There's no text next to the time.", text });
    return;
  }
  result.events.push(toEvent(entry, when, words, kinds));
  const beyond = words.body.slice(BODY_LENGTH);
  if (beyond !== "") result.context.push({ line: entry.line, text: beyond });
}

function toEvent(entry: Entry, when: When, words: ReturnType<typeof readWords>, kinds: KindReader): NormalizedEvent {
  const { at, precision, zone, ambiguity } = when;
  const own = ownStatement(entry);
  const event = makeEvent({
    line: entry.line,
    time: { at, precision, statedText: entry.stamp.statedText, zone, ambiguity },
    kind: entry.kind ?? (own === null ? kinds.next(words.title, words.body) : kinds.next(own, "")),
    title: words.title,
    body: words.body,
    actor: words.actor,
    url: words.url,
  });
  event.endAt = when.endAt;
  event.uncertaintySeconds = when.uncertaintySeconds;
  if (entry.dayGiven) event.dayGiven = true;
  return event;
}
