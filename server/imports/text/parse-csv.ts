import type { ColumnMapping, ColumnRole } from "#lib/timeline/column-roles.ts";
import { EVENT_KINDS, type EventKind } from "#lib/timeline/event-kinds.ts";
import { readZoneName } from "#lib/timeline/zone-names.ts";
import type { NormalizedEvent, ParseOptions, ParseResult, SourceText } from "../importer.ts";
import { makeEvent } from "../kit/make-event.ts";
import { guessMapping } from "./csv-mapping.ts";
import { type CsvRow, type CsvTable, readCsvTable } from "./csv-table.ts";
import { matchDate } from "./dates.ts";
import { resolveDay, slashOrder } from "./day-number.ts";
import { type Entry, makeEntry } from "./entry.ts";
import { readEpoch } from "./epoch.ts";
import { guessKind } from "./event-words.ts";
import { markHalfDays } from "./half-day.ts";
import { assignDays } from "./running-day.ts";
import { splitTitle } from "./split-title.ts";
import { problemOf, readStamp, type Stamp } from "./stamp.ts";
import { zoneInHeader } from "./table-columns.ts";
import { resolveWhen, type When } from "./when.ts";
import type { ZoneToken } from "./zone-token.ts";

const SAMPLE_ROWS = 200;
type Cell = (role: ColumnRole) => string;

/** A row on its way to an event: its cells by role and the time as read. */
interface ReadRow {
  row: CsvRow;
  cell: Cell;
  epoch: { at: string; endAt: string | null } | null;
  entry: Entry | null;
}

/** Events and rejects of a table as text, one row each. A bad row is rejected with its number and costs no other. */
export function parseCsv(source: SourceText, options: ParseOptions): ParseResult {
  const result: ParseResult = { events: [], rejects: [], context: [] };
  const table = readCsvTable(source.text);
  if (!table) return result;
  const mapping =
    options.mapping ??
    guessMapping(
      table.headers,
      table.rows.slice(0, SAMPLE_ROWS).map((row) => row.cells),
    );
  if (table.headed) result.context.push({ line: 1, text: describeHeader(table, mapping) });
  const reader = new RowReader(table, mapping);
  const rows = table.rows.flatMap((row) => reader.read(row, result));
  placeRows(rows, options, reader.headerZone, result);
  for (const { row, text } of table.broken) {
    result.rejects.push({ line: row, reason: `Row ${row}: a quotation mark is never closed.`, text });
  }
  result.rejects.sort((a, b) => a.line - b.line);
  return result;
}

/** The header, and which columns the mapping leaves out. */
function describeHeader(table: CsvTable, mapping: ColumnMapping): string {
  const unused = table.headers.filter((header) => !Object.hasOwn(mapping, header) || mapping[header] === "nothing");
  const names = table.headers.join(", ");
  return unused.length === 0 ? names : `${names}. Not read: ${unused.join(", ")}`;
}

class RowReader {
  readonly headerZone: ZoneToken | null;
  private readonly table: CsvTable;
  private readonly columns = new Map<ColumnRole, number[]>();

  constructor(table: CsvTable, mapping: ColumnMapping) {
    this.table = table;
    for (const [index, header] of table.headers.entries()) {
      const role = Object.hasOwn(mapping, header) ? (mapping[header] ?? "nothing") : "nothing";
      this.columns.set(role, [...(this.columns.get(role) ?? []), index]);
    }
    const timeColumn = [...(this.columns.get("time") ?? []), ...(this.columns.get("date") ?? [])][0];
    this.headerZone = zoneInHeader((table.headers[timeColumn ?? -1] ?? "").replaceAll("_", " ").toUpperCase());
  }

  read(row: CsvRow, result: ParseResult): ReadRow[] {
    const reject = (reason: string): ReadRow[] => {
      result.rejects.push({
        line: row.row,
        reason: `Row ${row.row}: ${reason}`,
        text: row.cells.join(this.table.delimiter),
      });
      return [];
    };
    const cells = this.fitted(row.cells);
    if (cells === null) return reject(`it has ${row.cells.length} cells, the header has ${this.table.headers.length}.`);
    const cell: Cell = (role) =>
      (this.columns.get(role) ?? [])
        .map((index) => (cells[index] ?? "").trim())
        .filter((text) => text !== "")
        .join(role === "body" ? "\n\n" : " ");
    if (!this.columns.has("time") && !this.columns.has("date")) return reject("no column is a time.");
    if (cell("title") === "" && cell("body") === "") return reject("there are no words beside the time.");
    const written = [cell("date"), cell("time")].filter((text) => text !== "").join(" ");
    if (written === "") return reject("the time is empty.");
    const epochMs = readEpoch(cell("time"));
    if (epochMs !== null) {
      const endMs = readEpoch(cell("end"));
      const endAt = endMs !== null && endMs >= epochMs ? new Date(endMs).toISOString() : null;
      return [{ row, cell, epoch: { at: new Date(epochMs).toISOString(), endAt }, entry: null }];
    }
    const stamp = readStamp(written);
    if (!stamp || written.length - stamp.textStart > 0) return reject(`"${written.slice(0, 60)}" is no time.`);
    const problem = problemOf(stamp);
    if (problem !== null) return reject(problem);
    return [{ row, cell, epoch: null, entry: this.toEntry(row, stamp, cell) }];
  }

  private toEntry(row: CsvRow, stamp: Stamp, cell: Cell): Entry {
    const end = cell("end") === "" ? null : readStamp(cell("end"));
    const ranged = end?.clock ? { ...stamp, end: { date: end.date, clock: end.clock } } : stamp;
    const entry = makeEntry(row.row, "row", ranged, []);
    const named = cell("zone") === "" ? null : readZoneName(cell("zone"));
    entry.zone = named ? { ...named, written: cell("zone") } : null;
    return entry;
  }

  /** More cells than headers: a comma in the words of the last column; null when the last column holds no words. */
  private fitted(cells: string[]): string[] | null {
    const width = this.table.headers.length;
    if (cells.slice(width).every((cell) => cell.trim() === "")) return cells;
    const wordy = [...(this.columns.get("title") ?? []), ...(this.columns.get("body") ?? [])];
    if (!wordy.includes(width - 1)) return null;
    return [...cells.slice(0, width - 1), cells.slice(width - 1).join(this.table.delimiter)];
  }
}

function placeRows(rows: ReadRow[], options: ParseOptions, stated: ZoneToken | null, result: ParseResult): void {
  const entries = rows.flatMap((row) => (row.entry ? [row.entry] : []));
  const given = options.date === undefined ? null : matchDate(options.date.trim(), 0);
  const day = given?.kind === "day" ? resolveDay(given.day, null) : null;
  const written = entries.flatMap((entry) => (entry.stamp.date ? [entry.stamp.date.written] : []));
  markHalfDays(entries);
  const steps = entries.map((entry) => ({ kind: "entry", entry }) as const);
  assignDays(steps, { base: { day, firm: false }, anchor: day, order: slashOrder(written) });
  for (const row of rows) result.events.push(toEvent(row, whenOf(row, stated, options.zone ?? null)));
}

function whenOf(row: ReadRow, stated: ZoneToken | null, given: string | null): When {
  if (row.entry) return resolveWhen(row.entry, { stated, given });
  const { at = null, endAt = null } = row.epoch ?? {};
  return { at, endAt, precision: "exact", uncertaintySeconds: null, zone: "UTC", ambiguity: null };
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
