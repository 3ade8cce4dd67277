import Papa from "papaparse";
import type { Importer, NormalizedEvent, ParseResult, SourceText } from "#importers/base/importer.ts";
import { readInstant } from "#importers/kit/read-instant.ts";
import { PRECISIONS } from "#lib/base/time/precision.ts";
import { EVENT_KINDS } from "#lib/base/vocabulary/event-kinds.ts";
import { CSV_COLUMNS, type CsvColumn } from "#lib/story/export/csv.ts";
import { unguardFormula } from "#lib/story/export/guard-formula.ts";
import type { ExportedTime } from "#lib/story/export/time-words.ts";
import { toldEvent } from "./told-event.ts";

const HEADER_LENGTH = 2000;

/** Returns the columns if the first row is a header of our own export, or null. */
function columnsOf(cells: readonly string[]): CsvColumn[] | null {
  const names = cells.map((cell) => cell.replace(/ \([^)]*\)$/, ""));
  const isOurs = names.length === CSV_COLUMNS.length && CSV_COLUMNS.every((column, at) => names[at] === column);
  return isOurs ? [...CSV_COLUMNS] : null;
}

const headOf = ({ text }: SourceText) =>
  Papa.parse<string[]>(text.slice(0, HEADER_LENGTH), { delimiter: ",", preview: 1 }).data[0] ?? [];

/** Reads the table that Afterword exports: times, precision and guarded cells as they were. */
export const afterwordCsvImporter: Importer = {
  name: "afterword-csv",
  label: "Afterword CSV",
  letter: "A",
  detect: (source) => (source.json === undefined && columnsOf(headOf(source)) ? 1 : 0),
  explain: () => "The columns match those of an Afterword export.",
  parse(source) {
    const result: ParseResult = { events: [], rejects: [], context: [] };
    const { data } = Papa.parse<string[]>(source.text, { delimiter: ",", skipEmptyLines: true });
    for (const [index, cells] of data.entries()) {
      if (index === 0) {
        result.context.push({ line: 1, text: cells.join(", ") });
        continue;
      }
      const read = readRow(cells, index + 1);
      if (typeof read !== "string") result.events.push(read);
      else result.rejects.push({ line: index + 1, reason: `Row ${index + 1}: ${read}`, text: cells.join(",") });
    }
    return result;
  },
};

/** Returns the event of a row, or why it has none. */
function readRow(cells: readonly string[], line: number): NormalizedEvent | string {
  if (cells.length !== CSV_COLUMNS.length) return `it has ${cells.length} cells, the header has ${CSV_COLUMNS.length}.`;
  const cell = (column: CsvColumn) => unguardFormula(cells[CSV_COLUMNS.indexOf(column)] ?? "");
  const kind = EVENT_KINDS.find((one) => one === cell("Kind"));
  if (!kind) return `“${cell("Kind")}” isn't a kind of event.`;
  const time = timeOf(cell);
  if (typeof time === "string") return time;
  return toldEvent({
    time,
    statedText: cell("Stated time") || cell("Time"),
    kind,
    line,
    title: cell("Title"),
    body: cell("Description"),
    actor: cell("Actor"),
    url: cell("Link"),
    services: cell("Services") === "" ? [] : cell("Services").split("; "),
  });
}

function timeOf(cell: (column: CsvColumn) => string): ExportedTime | string {
  const precision = PRECISIONS.find((one) => one === cell("Precision"));
  if (!precision) return `“${cell("Precision")}” isn't a precision.`;
  const spread = cell("Plus or minus seconds");
  if (!/^\d{0,6}$/.test(spread)) return `“${spread}” isn't a number of seconds.`;
  const uncertaintySeconds = spread === "" ? null : Number(spread);
  if (precision === "unknown") return { at: null, endAt: null, precision, uncertaintySeconds };
  const start = readInstant(cell("Time"));
  const end = cell("End") === "" ? null : readInstant(cell("End"));
  if (!start?.at || (cell("End") !== "" && !end?.at))
    return `“${cell(start?.at ? "End" : "Time")}” isn't a time with a time zone.`;
  return { at: start.at, endAt: end?.at ?? null, precision, uncertaintySeconds };
}
