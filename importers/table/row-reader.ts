import type { Reject } from "#importers/base/importer.ts";
import { utcInstant } from "#importers/kit/read-instant.ts";
import { readEpoch } from "#importers/lex/epoch.ts";
import { problemOf, readStamp } from "#importers/lex/stamp.ts";
import type { Stamp } from "#importers/lex/stamp-type.ts";
import { zoneInHeader } from "#importers/lex/table-columns.ts";
import type { ZoneToken } from "#importers/lex/zone-token.ts";
import { type Entry, makeEntry } from "#importers/notes/lines/entry.ts";
import { isoInstant } from "#lib/base/time/iso-instant.ts";
import { readZoneName } from "#lib/base/time/zone-names.ts";
import type { ColumnMapping, ColumnRole } from "#lib/incidents/import/column-roles.ts";
import type { CsvLayout } from "./csv-layout.ts";
import type { CsvRow } from "./csv-rows.ts";

const NONE: readonly number[] = [];

/** `/Date(1709630263000+0100)/`, as .NET writes instants. */
const DOT_NET = /^\/Date\((\d{12,14})(?:[+-]\d{4})?\)\/$/;

/** Returns the milliseconds of a cell with an epoch, or null for any other. */
export const epochIn = (cell: string): number | null => readEpoch(cell.trim().replace(DOT_NET, "$1"));

/** A row being read: its cells and its time. */
export interface ReadRow {
  /** Number of the row. */
  line: number;
  cells: readonly string[];
  epoch: { at: string; endAt: string | null } | null;
  entry: Entry | null;
}

/** Reads the rows of one table independently. */
export class RowReader {
  /** The time zone that the header of the time column states. */
  readonly headerZone: ZoneToken | null;
  readonly #layout: CsvLayout;
  readonly #columns: { [role in ColumnRole]?: number[] } = {};

  constructor(layout: CsvLayout, mapping: ColumnMapping) {
    this.#layout = layout;
    for (const [index, header] of layout.headers.entries()) {
      const role = Object.hasOwn(mapping, header) ? (mapping[header] ?? "nothing") : "nothing";
      this.#columns[role] = [...this.#columnsOf(role), index];
    }
    const timeColumn = [...this.#columnsOf("time"), ...this.#columnsOf("date")][0];
    this.headerZone = zoneInHeader((layout.headers[timeColumn ?? -1] ?? "").replaceAll("_", " ").toUpperCase());
  }

  /**
   * Returns the row with its time, or why it has none. With `takesInstants` a time in UTC is used as an instant, for
   * tables in which no row depends on another.
   */
  read(row: CsvRow, takesInstants: boolean): ReadRow | Reject {
    const cells = this.#fitted(row.cells);
    if (cells === null) {
      const width = this.#layout.headers.length;
      return this.#reject(row, `it has ${row.cells.length} cells, the header has ${width}.`);
    }
    if (!this.#columns.time && !this.#columns.date) return this.#reject(row, "no column contains times.");
    if (this.cell(cells, "title") === "" && this.cell(cells, "body") === "")
      return this.#reject(row, "there's no text next to the time.");
    const [date, time] = [this.cell(cells, "date"), this.cell(cells, "time")];
    const written = date === "" ? time : time === "" ? date : `${date} ${time}`;
    if (written === "") return this.#reject(row, "the time is empty.");
    const epochMs = epochIn(time);
    if (epochMs !== null) {
      const endMs = epochIn(this.cell(cells, "end"));
      const endAt = endMs !== null && endMs >= epochMs ? isoInstant(endMs) : null;
      return { line: row.row, cells, epoch: { at: isoInstant(epochMs), endAt }, entry: null };
    }
    const instant = takesInstants && date === "" ? this.#instantOf(cells, time) : null;
    if (instant) return { line: row.row, cells, epoch: instant, entry: null };
    const stamp = readStamp(written);
    if (!stamp || written.length - stamp.textStart > 0)
      return this.#reject(row, `"${written.slice(0, 60)}" isn't a time.`);
    const problem = problemOf(stamp);
    if (problem !== null) return this.#reject(row, problem);
    return { line: row.row, cells, epoch: null, entry: this.#toEntry(row.row, cells, stamp) };
  }

  #instantOf(cells: readonly string[], time: string): ReadRow["epoch"] {
    const at = utcInstant(time);
    const end = this.cell(cells, "end");
    if (at === null || end === "") return at === null ? null : { at, endAt: null };
    const endAt = utcInstant(end);
    return endAt === null ? null : { at, endAt: endAt >= at ? endAt : null };
  }

  /** Returns the text of a row in a role. Several columns are joined. */
  cell(cells: readonly string[], role: ColumnRole): string {
    const columns = this.#columnsOf(role);
    if (columns.length === 0) return "";
    if (columns.length === 1) return (cells[columns[0] ?? -1] ?? "").trim();
    return columns
      .map((index) => (cells[index] ?? "").trim())
      .filter((part) => part !== "")
      .join(role === "body" ? "\n\n" : " ");
  }

  #columnsOf(role: ColumnRole): readonly number[] {
    return this.#columns[role] ?? NONE;
  }

  #reject(row: CsvRow, reason: string): Reject {
    return { line: row.row, reason: `Row ${row.row}: ${reason}`, text: row.cells.join(this.#layout.delimiter) };
  }

  /** More cells than headers: a comma in the text of the last column. Null when the last column isn't text. */
  #fitted(cells: string[]): string[] | null {
    const width = this.#layout.headers.length;
    if (cells.length <= width || cells.slice(width).every((cell) => cell.trim() === "")) return cells;
    const wordy = [...this.#columnsOf("title"), ...this.#columnsOf("body")];
    if (!wordy.includes(width - 1)) return null;
    return [...cells.slice(0, width - 1), cells.slice(width - 1).join(this.#layout.delimiter)];
  }

  #toEntry(line: number, cells: readonly string[], stamp: Stamp): Entry {
    const [endText, zoneText] = [this.cell(cells, "end"), this.cell(cells, "zone")];
    const end = endText === "" ? null : readStamp(endText);
    const ranged = end?.clock ? { ...stamp, end: { date: end.date, clock: end.clock } } : stamp;
    const entry = makeEntry(line, "row", ranged, []);
    const named = zoneText === "" ? null : readZoneName(zoneText);
    entry.zone = named ? { ...named, written: zoneText } : null;
    return entry;
  }
}
