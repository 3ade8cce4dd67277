import { AppError } from "#lib/errors.ts";
import { storable } from "#lib/text/storable.ts";
import type { ColumnMapping } from "#lib/timeline/column-roles.ts";
import { type CsvColumn, csvColumns } from "./csv-columns.ts";
import { describeUnknown, isBinary, isBrokenJson } from "./describe-unknown.ts";
import { type Detection, detectSource } from "./detect-format.ts";
import type { ContextLine, Importer, ParseOptions, ParseResult, Reject, SourceText } from "./importer.ts";
import { refuseFarTimes } from "./kit/refuse-far-times.ts";
import { oneLine } from "./kit/words.ts";
import { IMPORTERS, importerNamed } from "./registry.ts";
import type { ZipLimits } from "./source/open-zip.ts";
import { readLargeText, type StoredInput } from "./source/read-large-text.ts";
import { NO_WRITE_UP, readWriteUp, type WriteUpParts } from "./write-up/read-write-up.ts";

export interface ParseSourceOptions extends ParseOptions {
  /** Name of an importer to use instead of the most certain one. */
  format?: string;
  zipLimits?: ZipLimits;
}

/** A source whose format is known and whose events are still to be read. */
export interface OpenedSource extends WriteUpParts {
  /** Name of the importer that reads, or `unknown`. */
  format: string;
  label: string;
  letter: string;
  certainty: number;
  reason: string;
  /** Every importer that could read it, the most certain first. */
  detections: Detection[];
  /** Events, rejects and context, part by part; large sources of some formats never lie in memory as a whole. */
  parts(): Iterable<ParseResult>;
  /** For tables what each column becomes. */
  columns(mapping?: ColumnMapping): CsvColumn[] | null;
}

/**
 * Finds out what a source is. Throws AppError for a wrong option (`invalid`) and a zip beyond its limits (`too_large`,
 * `invalid`), the latter also while its parts are read.
 */
export function openSource(input: StoredInput, options: ParseSourceOptions = {}): OpenedSource {
  const { format, zipLimits, ...parseOptions } = options;
  const wanted = format === undefined ? undefined : importerOrRefuse(format);
  const streams = (head: SourceText) => (wanted ?? detectReadable(head)[0]?.importer)?.stream !== undefined;
  const source = readLargeText(input, streams, zipLimits);
  const detections = detectReadable(source);
  const importer = wanted ?? detections[0]?.importer;
  if (!importer) return { ...unknown(source), detections, ...NO_WRITE_UP };
  const found = detections.find((detection) => detection.importer === importer);
  return {
    format: importer.name,
    label: importer.label,
    letter: importer.letter,
    certainty: found?.certainty ?? 0,
    reason: found?.reason ?? "The format was chosen by hand.",
    detections,
    ...(importer.writeUp ? readWriteUp(importer.writeUp(source)) : NO_WRITE_UP),
    parts: () => readParts(importer, source, parseOptions),
    columns: (mapping) => (importer.name === "csv" ? csvColumns(source, mapping) : null),
  };
}

function* readParts(importer: Importer, source: SourceText, options: ParseOptions): Generator<ParseResult> {
  let isEmpty = true;
  for (const part of importer.stream?.(source, options) ?? [importer.parse(source, options)]) {
    const { events, rejects, context } = refuseFarTimes(part);
    isEmpty &&= events.length + rejects.length + context.length === 0;
    yield { ...part, events, rejects: rejects.map(storableReject), context };
  }
  const rejects = [...(source.brokenLines ?? [])];
  if (isEmpty) rejects.unshift({ line: 0, reason: "There is nothing in this file.", text: "" });
  yield { events: [], rejects: rejects.map(storableReject), context: skippedFiles(source) };
}

function importerOrRefuse(name: string) {
  const importer = importerNamed(name);
  if (importer) return importer;
  const message = `There is no format “${name}”. Formats: ${IMPORTERS.map((each) => each.name).join(", ")}.`;
  throw new AppError("invalid", { message, fields: [{ field: "format", message }] });
}

/** Notes would take any text; what is plainly something else is refused before they are asked. */
function detectReadable(source: SourceText): Detection[] {
  const { text, json } = source;
  const isReadable = json !== undefined || text === "" || !(isBinary(text) || isBrokenJson(text));
  return isReadable ? detectSource(source) : [];
}

function unknown(source: SourceText): Omit<OpenedSource, "detections" | keyof WriteUpParts> {
  const reject = describeUnknown(source);
  const none = { format: "unknown", label: "Not recognised", letter: "?", certainty: 0 };
  const only = { events: [], rejects: [storableReject(reject)], context: skippedFiles(source) };
  return { ...none, reason: reject.reason, parts: () => [only], columns: () => null };
}

/** A reject quotes its source, which may hold what no column does. */
const storableReject = ({ line, reason, text }: Reject): Reject => ({
  line,
  reason: storable(reason),
  text: storable(text),
});

function skippedFiles({ skippedFiles: paths = [] }: SourceText): ContextLine[] {
  if (paths.length === 0) return [];
  return [{ line: 0, text: oneLine(`${paths.length} other files of the zip were not read: ${paths.join(", ")}`, 400) }];
}
