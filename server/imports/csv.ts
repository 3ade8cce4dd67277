import { listWords } from "#lib/text/sentence.ts";
import type { Importer, ParseOptions, ParseResult, SourceText } from "./importer.ts";
import { guessMapping } from "./text/csv-mapping.ts";
import { type CsvTable, readCsvTable } from "./text/csv-table.ts";
import { parseCsv } from "./text/parse-csv.ts";

const DETECT_LENGTH = 100_000;

/** Tables as text with a header: comma, semicolon, tab or bar. */
export const csvImporter: Importer = {
  name: "csv",
  label: "CSV",
  letter: "C",
  detect(source: SourceText): number {
    if (source.json !== undefined || source.text.trim() === "") return 0;
    const table = readSample(source);
    if (!table || table.rows.length === 0 || isBarTable(source.text)) return 0;
    const roles = Object.values(
      guessMapping(
        table.headers,
        table.rows.map((row) => row.cells),
      ),
    );
    const named = /\.[ct]sv$/i.test(source.filename);
    const complete = (roles.includes("time") || roles.includes("date")) && roles.includes("title");
    if (!complete) return named ? 0.5 : 0;
    if (table.headed && named) return 0.95;
    if (evenness(table) < 0.8) return 0;
    return table.headed ? 0.9 : named ? 0.85 : 0.3;
  },
  explain(source: SourceText): string {
    const table = readSample(source);
    if (!table) return "The text holds no columns.";
    const { headers } = table;
    const names = listWords(headers.length > 4 ? [...headers.slice(0, 3), `${headers.length - 3} more`] : headers);
    return `The rows have ${headers.length} columns: ${names}.`;
  },
  parse(source: SourceText, options: ParseOptions): ParseResult {
    return parseCsv(source, options);
  },
};

function readSample(source: SourceText): CsvTable | null {
  const sample = source.text.slice(0, DETECT_LENGTH);
  // A cut last row would look uneven.
  const whole = sample.length < source.text.length ? sample.slice(0, sample.lastIndexOf("\n") + 1) : sample;
  return readCsvTable(whole || sample);
}

/** Share of rows with as many cells as the header; a list of sentences with commas is uneven. */
function evenness(table: CsvTable): number {
  const width = table.headers.length;
  return table.rows.filter((row) => row.cells.length === width).length / table.rows.length;
}

/** Markdown tables begin and end with bars and belong to the notes. */
function isBarTable(text: string): boolean {
  return /^\s*\|/.test(text.slice(0, 200));
}
