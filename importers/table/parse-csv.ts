import type { NormalizedEvent, ParseOptions, ParseResult, SourceText } from "#importers/base/importer.ts";
import { makeEvent } from "#importers/kit/make-event.ts";
import type { When } from "#importers/notes/days/when.ts";
import { splitTitle } from "#importers/notes/lines/split-title.ts";
import { EVENT_KINDS, type EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { ColumnMapping } from "#lib/incidents/import/column-roles.ts";
import { guessKind } from "#lib/incidents/timeline/kinds/guess-kind.ts";
import type { CsvLayout } from "./csv-layout.ts";
import { CsvPlaces } from "./csv-places.ts";
import { type CsvPart, readRows } from "./csv-rows.ts";
import { readCsvSample } from "./csv-sample.ts";
import { type ReadRow, RowReader } from "./row-reader.ts";

/** Returns the event of a row with a known time. */
function eventOfRow({ line, cells, entry }: ReadRow, when: When, reader: RowReader): NormalizedEvent {
  const { at, precision, zone, ambiguity } = when;
  const [title, body] = [reader.cell(cells, "title"), reader.cell(cells, "body")];
  const words = title === "" ? splitTitle(body) : splitTitle(title, body);
  const statedText = entry?.stamp.statedText ?? reader.cell(cells, "time");
  const event = makeEvent({
    line,
    time: { at, precision, statedText, zone, ambiguity },
    kind: kindOf(reader.cell(cells, "kind"), words.title),
    title: words.title,
    body: words.body,
    actor: reader.cell(cells, "actor") || null,
    url: reader.cell(cells, "url") || null,
    externalId: reader.cell(cells, "external_id") || null,
    services: servicesIn(reader.cell(cells, "service")),
  });
  event.endAt = when.endAt;
  event.uncertaintySeconds = when.uncertaintySeconds;
  if (entry?.dayGiven) event.dayGiven = true;
  return event;
}

function servicesIn(text: string): string[] {
  if (text === "") return [];
  return /[,;|]/.test(text) ? text.split(/\s*[,;|]\s*/).filter((name) => name !== "") : [text];
}

/** Returns our own code for a written kind ("deploy_started", "Deploy started"), otherwise what the text suggests. */
function kindOf(written: string, title: string): EventKind {
  if (written === "") return guessKind(title);
  const code = written
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");
  return EVENT_KINDS.find((kind) => kind === code) ?? guessKind(`${written}: ${title}`);
}

/** Rows kept from the first pass. A longer table is read twice. */
const KEPT_ROWS = 20_000;

/**
 * Reads events and rejects from a table, one per row, part by part. A bad row is rejected with its number and doesn't
 * affect others. Rows with a full date are read in one pass. For dates such as 03/04 all rows matter, so the rest of
 * the table is scanned once before.
 */
export function* parseCsv(source: SourceText, options: ParseOptions): Generator<ParseResult> {
  const sample = readCsvSample(source);
  if (!sample) return;
  const { layout, guessed } = sample;
  const mapping = options.mapping ?? guessed;
  const head = layout.headed ? [describeHeader(layout, mapping)] : [];
  const context = [...layout.above, ...head].map((text, index) => ({ line: index + 1, text }));
  if (context.length > 0) yield { events: [], rejects: [], context };
  const pieces = () => withoutMark(source.pieces?.() ?? [source.text]);
  const table: Table = {
    parts: () => readRows(pieces(), layout),
    reader: new RowReader(layout, mapping),
    options,
    filename: source.filename,
  };
  const toldParts = yield* readTold(table);
  if (toldParts !== null) yield* readTogether(table, toldParts);
}

interface Table {
  parts(): Iterable<CsvPart>;
  reader: RowReader;
  options: ParseOptions;
  filename: string;
}

interface ReadPart {
  rows: ReadRow[];
  rejects: ParseResult["rejects"];
}

/** Reads the parts whose rows each have a time. Returns their number when one doesn't, otherwise null. */
function* readTold({ parts, reader, options, filename }: Table): Generator<ParseResult, number | null> {
  const places = new CsvPlaces(filename, options, reader.headerZone);
  const resolve = places.resolver();
  let told = 0;
  for (const part of parts()) {
    const read = readPart(part, reader, true);
    for (const { entry } of read.rows) if (entry) places.see(entry);
    if (!read.rows.every((row) => places.tells(row))) return told;
    yield toResult(read, reader, resolve);
    told += 1;
  }
  return null;
}

/** Reads all parts with what all rows tell, and returns those after the parts already returned. */
function* readTogether({ parts, reader, options, filename }: Table, toldParts: number): Generator<ParseResult> {
  const places = new CsvPlaces(filename, options, reader.headerZone);
  let kept: ReadPart[] | null = [];
  let rowCount = 0;
  for (const part of parts()) {
    const read = readPart(part, reader, false);
    for (const { entry } of read.rows) if (entry) places.see(entry);
    rowCount += part.rows.length;
    if (rowCount > KEPT_ROWS) kept = null;
    kept?.push(read);
  }
  const resolve = places.resolver();
  let index = 0;
  for (const read of kept ?? readAgain(parts(), reader)) {
    const result = toResult(read, reader, resolve);
    if (index >= toldParts) yield result;
    index += 1;
  }
}

function* readAgain(parts: Iterable<CsvPart>, reader: RowReader): Generator<ReadPart> {
  for (const part of parts) yield readPart(part, reader, false);
}

function toResult({ rows, rejects }: ReadPart, reader: RowReader, resolve: (row: ReadRow) => When): ParseResult {
  return { events: rows.map((row) => eventOfRow(row, resolve(row), reader)), rejects, context: [] };
}

function readPart(part: CsvPart, reader: RowReader, takesInstants: boolean): ReadPart {
  const read: ReadPart = { rows: [], rejects: [] };
  for (const row of part.rows) {
    const one = reader.read(row, takesInstants);
    if ("reason" in one) read.rejects.push(one);
    else read.rows.push(one);
  }
  for (const { row, text } of part.broken)
    read.rejects.push({ line: row, reason: `Row ${row}: a quotation mark isn't closed.`, text });
  if (part.broken.length > 0) read.rejects.sort((a, b) => a.line - b.line);
  return read;
}

function* withoutMark(pieces: Iterable<string>): Generator<string> {
  let isFirst = true;
  for (const piece of pieces) {
    yield isFirst ? piece.replace(/^\uFEFF/, "") : piece;
    isFirst = false;
  }
}

/** Returns the header, and which columns the mapping ignores. */
function describeHeader({ headers }: CsvLayout, mapping: ColumnMapping): string {
  const unused = headers.filter((header) => !Object.hasOwn(mapping, header) || mapping[header] === "nothing");
  const names = headers.join(", ");
  return unused.length === 0 ? names : `${names}. Not read: ${unused.join(", ")}`;
}
