import type { ColumnMapping } from "#lib/timeline/column-roles.ts";
import { EVENT_KINDS, type EventKind } from "#lib/timeline/event-kinds.ts";
import type { NormalizedEvent, ParseOptions, ParseResult, SourceText } from "../importer.ts";
import { makeEvent } from "../kit/make-event.ts";
import type { CsvLayout } from "./csv-layout.ts";
import { guessMapping } from "./csv-mapping.ts";
import { CsvPlaces } from "./csv-places.ts";
import { type CsvPart, readRows } from "./csv-rows.ts";
import { readCsvSample } from "./csv-sample.ts";
import { guessKind } from "./event-words.ts";
import { type ReadRow, RowReader } from "./row-reader.ts";
import { splitTitle } from "./split-title.ts";
import type { When } from "./when.ts";

const SAMPLE_ROWS = 200;
/** As many rows are kept from the first look; a longer table is read twice. */
const KEPT_ROWS = 20_000;

/**
 * Events and rejects of a table as text, one row each, part by part. A bad row is rejected with its number and costs no
 * other. What a date such as 03/04 means is told by all rows, so the table is looked through once before.
 */
export function* parseCsv(source: SourceText, options: ParseOptions): Generator<ParseResult> {
  const pieces = () => withoutMark(source.pieces?.() ?? [source.text]);
  const sample = readCsvSample(source.text);
  if (!sample) return;
  const { layout } = sample;
  const cells = sample.rows.slice(0, SAMPLE_ROWS).map((row) => row.cells);
  const mapping = options.mapping ?? guessMapping(layout.headers, cells);
  if (layout.headed) yield { events: [], rejects: [], context: [{ line: 1, text: describeHeader(layout, mapping) }] };
  const reader = new RowReader(layout, mapping);
  const places = new CsvPlaces(options, reader.headerZone);
  let kept: ReadPart[] | null = [];
  let rowCount = 0;
  for (const part of readRows(pieces(), layout)) {
    const read = readPart(part, reader);
    for (const { entry } of read.rows) if (entry) places.see(entry);
    rowCount += part.rows.length;
    if (rowCount > KEPT_ROWS) kept = null;
    kept?.push(read);
  }
  const resolve = places.resolver();
  const parts = kept ?? readAgain(pieces(), layout, reader);
  for (const { rows, rejects } of parts) {
    const events = rows.map((row) => toEvent(row, resolve(row)));
    yield { events, rejects, context: [] };
  }
}

interface ReadPart {
  rows: ReadRow[];
  rejects: ParseResult["rejects"];
}

function* readAgain(pieces: Iterable<string>, layout: CsvLayout, reader: RowReader): Generator<ReadPart> {
  for (const part of readRows(pieces, layout)) yield readPart(part, reader);
}

function readPart(part: CsvPart, reader: RowReader): ReadPart {
  const read: ReadPart = { rows: [], rejects: [] };
  for (const row of part.rows) {
    const one = reader.read(row);
    if ("reason" in one) read.rejects.push(one);
    else read.rows.push(one);
  }
  for (const { row, text } of part.broken)
    read.rejects.push({ line: row, reason: `Row ${row}: a quotation mark is never closed.`, text });
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

/** The header, and which columns the mapping leaves out. */
function describeHeader({ headers }: CsvLayout, mapping: ColumnMapping): string {
  const unused = headers.filter((header) => !Object.hasOwn(mapping, header) || mapping[header] === "nothing");
  const names = headers.join(", ");
  return unused.length === 0 ? names : `${names}. Not read: ${unused.join(", ")}`;
}

function toEvent({ row, cell, entry }: ReadRow, when: When): NormalizedEvent {
  const words = cell("title") === "" ? splitTitle(cell("body")) : splitTitle(cell("title"), cell("body"));
  const { at, precision, zone, ambiguity } = when;
  const statedText = entry?.stamp.statedText ?? cell("time");
  const event = makeEvent({
    line: row.row,
    time: { at, precision, statedText, zone, ambiguity },
    kind: kindOf(cell("kind"), words.title),
    title: words.title,
    body: words.body,
    actor: cell("actor") || null,
    url: cell("url") || null,
    externalId: cell("external_id") || null,
    services: cell("service")
      .split(/\s*[,;|]\s*/)
      .filter((name) => name !== ""),
  });
  return { ...event, endAt: when.endAt, uncertaintySeconds: when.uncertaintySeconds };
}

/** A code of our own as written ("deploy_started", "Deploy started"), else what the words suggest. */
function kindOf(written: string, title: string): EventKind {
  const code = written
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");
  return EVENT_KINDS.find((kind) => kind === code) ?? guessKind(written === "" ? title : `${written}: ${title}`);
}
