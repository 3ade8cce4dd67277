import type { Importer, ParseOptions, ParseResult, SourceText } from "#importers/base/importer.ts";
import { joinParts } from "#importers/kit/join-parts.ts";
import { listWords } from "#lib/base/text/sentence.ts";
import { type CsvSample, readCsvSample } from "./csv-sample.ts";
import { parseCsv } from "./parse-csv.ts";

/** Tables as text with a header, separated by comma, semicolon, tab or bar. */
export const csvImporter: Importer = {
  name: "csv",
  label: "CSV",
  letter: "C",
  detect(source: SourceText): number {
    if (source.json !== undefined || source.text.trim() === "") return 0;
    const table = readCsvSample(source);
    if (!table || table.rows.length === 0 || isBarTable(source.text)) return 0;
    const { headed } = table.layout;
    const roles = Object.values(table.guessed);
    const named = /\.[ct]sv$/i.test(source.filename);
    // In pasted text, the lines above can tell the day.
    if (table.layout.above.length > 0 && !named) return 0;
    const complete = (roles.includes("time") || roles.includes("date")) && roles.includes("title");
    if (!complete) return named ? 0.5 : 0;
    if (headed && named) return 0.95;
    if (evenness(table) < 0.8) return 0;
    return headed ? 0.9 : named ? 0.85 : 0.3;
  },
  explain(source: SourceText): string {
    const table = readCsvSample(source);
    if (!table) return "The text has no columns.";
    const { headers } = table.layout;
    const names = listWords(headers.length > 4 ? [...headers.slice(0, 3), `${headers.length - 3} more`] : headers);
    return `The rows have ${headers.length} columns: ${names}.`;
  },
  parse: (source: SourceText, options: ParseOptions): ParseResult => joinParts(parseCsv(source, options)),
  stream: (source: SourceText, options: ParseOptions): Iterable<ParseResult> => parseCsv(source, options),
};

/** Returns the share of rows with as many cells as the header. A list of sentences with commas is uneven. */
function evenness({ layout, rows }: CsvSample): number {
  const width = layout.headers.length;
  return rows.filter((cells) => cells.length === width).length / rows.length;
}

/** Markdown tables start with bars or have dashes below their header, and are read as notes. */
function isBarTable(text: string): boolean {
  return /^\s*\|/.test(text.slice(0, 200)) || /^ {0,3}\|?[ :]{0,3}-{3,}[ :]{0,3}\|[-| :]*$/m.test(text.slice(0, 2000));
}
