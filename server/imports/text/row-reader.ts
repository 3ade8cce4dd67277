import type { ColumnMapping, ColumnRole } from "#lib/timeline/column-roles.ts";
import { readZoneName } from "#lib/timeline/zone-names.ts";
import type { Reject } from "../importer.ts";
import type { CsvLayout } from "./csv-layout.ts";
import type { CsvRow } from "./csv-rows.ts";
import { type Entry, makeEntry } from "./entry.ts";
import { readEpoch } from "./epoch.ts";
import { problemOf, readStamp, type Stamp } from "./stamp.ts";
import { zoneInHeader } from "./table-columns.ts";
import type { ZoneToken } from "./zone-token.ts";

const NONE: readonly number[] = [];

export type Cell = (role: ColumnRole) => string;

/** A row on its way to an event: its cells by role and the time as read. */
export interface ReadRow {
  row: CsvRow;
  cell: Cell;
  epoch: { at: string; endAt: string | null } | null;
  entry: Entry | null;
}

/** Reads rows of one table, each by itself. */
export class RowReader {
  /** The zone that the header of the time states. */
  readonly headerZone: ZoneToken | null;
  readonly #layout: CsvLayout;
  readonly #columns = new Map<ColumnRole, number[]>();

  constructor(layout: CsvLayout, mapping: ColumnMapping) {
    this.#layout = layout;
    for (const [index, header] of layout.headers.entries()) {
      const role = Object.hasOwn(mapping, header) ? (mapping[header] ?? "nothing") : "nothing";
      this.#columns.set(role, [...this.#columnsOf(role), index]);
    }
    const timeColumn = [...this.#columnsOf("time"), ...this.#columnsOf("date")][0];
    this.headerZone = zoneInHeader((layout.headers[timeColumn ?? -1] ?? "").replaceAll("_", " ").toUpperCase());
  }

  /** The row with its time, or why it is none. */
  read(row: CsvRow): ReadRow | Reject {
    const { headers, delimiter } = this.#layout;
    const reject = (reason: string): Reject => ({
      line: row.row,
      reason: `Row ${row.row}: ${reason}`,
      text: row.cells.join(delimiter),
    });
    const cells = this.#fitted(row.cells);
    if (cells === null) return reject(`it has ${row.cells.length} cells, the header has ${headers.length}.`);
    const cell: Cell = (role) => this.#cell(cells, role);
    if (!this.#columns.has("time") && !this.#columns.has("date")) return reject("no column is a time.");
    if (cell("title") === "" && cell("body") === "") return reject("there are no words beside the time.");
    const [date, time] = [cell("date"), cell("time")];
    const written = date === "" ? time : time === "" ? date : `${date} ${time}`;
    if (written === "") return reject("the time is empty.");
    const epochMs = readEpoch(time);
    if (epochMs !== null) {
      const endMs = readEpoch(cell("end"));
      const endAt = endMs !== null && endMs >= epochMs ? new Date(endMs).toISOString() : null;
      return { row, cell, epoch: { at: new Date(epochMs).toISOString(), endAt }, entry: null };
    }
    const stamp = readStamp(written);
    if (!stamp || written.length - stamp.textStart > 0) return reject(`"${written.slice(0, 60)}" is no time.`);
    const problem = problemOf(stamp);
    if (problem !== null) return reject(problem);
    return { row, cell, epoch: null, entry: toEntry(row, stamp, cell) };
  }

  #columnsOf(role: ColumnRole): readonly number[] {
    return this.#columns.get(role) ?? NONE;
  }

  #cell(cells: string[], role: ColumnRole): string {
    const columns = this.#columnsOf(role);
    if (columns.length === 0) return "";
    if (columns.length === 1) return (cells[columns[0] ?? -1] ?? "").trim();
    return columns
      .map((index) => (cells[index] ?? "").trim())
      .filter((part) => part !== "")
      .join(role === "body" ? "\n\n" : " ");
  }

  /** More cells than headers: a comma in the words of the last column; null when the last column holds no words. */
  #fitted(cells: string[]): string[] | null {
    const width = this.#layout.headers.length;
    if (cells.length <= width || cells.slice(width).every((cell) => cell.trim() === "")) return cells;
    const wordy = [...this.#columnsOf("title"), ...this.#columnsOf("body")];
    if (!wordy.includes(width - 1)) return null;
    return [...cells.slice(0, width - 1), cells.slice(width - 1).join(this.#layout.delimiter)];
  }
}

function toEntry(row: CsvRow, stamp: Stamp, cell: Cell): Entry {
  const end = cell("end") === "" ? null : readStamp(cell("end"));
  const ranged = end?.clock ? { ...stamp, end: { date: end.date, clock: end.clock } } : stamp;
  const entry = makeEntry(row.row, "row", ranged, []);
  const named = cell("zone") === "" ? null : readZoneName(cell("zone"));
  entry.zone = named ? { ...named, written: cell("zone") } : null;
  return entry;
}
