import type { Importer, PackedFile, ParseOptions, ParseResult, SourceText } from "#importers/base/importer.ts";
import type { ZipLimits } from "#importers/source/open-zip.ts";
import { readLargeText } from "#importers/source/read-large-text.ts";
import type { StoredInput } from "#importers/source/read-source.ts";
import { readText } from "#importers/source/read-source.ts";
import { readCsvSample } from "#importers/table/csv-sample.ts";
import { NO_WRITE_UP, readWriteUp, type WriteUpParts } from "#importers/write-up/read-write-up.ts";
import { AppError } from "#lib/base/errors.ts";
import type { ColumnMapping, ColumnRole } from "#lib/incidents/import/column-roles.ts";
import { describeUnknown } from "./describe-unknown.ts";
import { type Detection, detectReadable, detectSource } from "./detect-format.ts";
import { ARCHIVE, type ImporterOf, readArchive } from "./read-archive.ts";
import { readParts, skippedFiles, storableReject } from "./read-parts.ts";
import { IMPORTERS, importerNamed } from "./registry.ts";

interface CsvColumn {
  header: string;
  /** The first values that aren't empty. */
  samples: string[];
  role: ColumnRole;
}

const SAMPLES = 2;

/**
 * Returns the columns of a table with their roles: as the person chose, otherwise as guessed. Null for a text without
 * columns.
 */
function csvColumns(source: SourceText, mapping?: ColumnMapping): CsvColumn[] | null {
  const table = readCsvSample(source);
  if (!table) return null;
  const { layout, rows, guessed } = table;
  const roles = mapping ?? guessed;
  return layout.headers.map((header, index) => ({
    header,
    samples: rows.flatMap((cells) => (cells[index]?.trim() ? [cells[index].slice(0, 120)] : [])).slice(0, SAMPLES),
    role: roles[header] ?? "nothing",
  }));
}

const DOCUMENT = /\.(?:md|markdown|html?|txt)$/i;
const LONGEST = 2_000_000;

/**
 * Returns the findings of the documents in a zip, each part with the path of its file. Title and summary come from the
 * first document that has them. A log of two million letters isn't searched.
 */
function readArchiveWriteUps(files: readonly PackedFile[], importerOf: ImporterOf): WriteUpParts {
  const whole: WriteUpParts = { ...NO_WRITE_UP, passages: [], actions: [], factors: [] };
  for (const file of files) {
    const found = DOCUMENT.test(file.path) && file.refused === undefined ? writeUpOf(file, importerOf) : NO_WRITE_UP;
    const placed = <Item extends object>(items: readonly Item[]) => items.map((item) => ({ ...item, file: file.path }));
    whole.title ??= found.title;
    whole.summary ??= found.summary;
    whole.passages.push(...placed(found.passages));
    whole.actions.push(...placed(found.actions));
    whole.factors.push(...placed(found.factors));
  }
  return whole;
}

/** The most confident importer of each file, cached. */
function rememberedImporters(): ImporterOf {
  const known = new Map<string, Importer | undefined>();
  return (path, source) => {
    if (!known.has(path)) known.set(path, detectReadable(source)[0]?.importer);
    return known.get(path);
  };
}

function writeUpOf(file: PackedFile, importerOf: ImporterOf): WriteUpParts {
  const { text } = file;
  if (text.length > LONGEST) return NO_WRITE_UP;
  const source = readText(file.path, text);
  const importer = importerOf(file.path, source);
  return importer?.writeUp ? readWriteUp(importer.writeUp(source)) : NO_WRITE_UP;
}

export interface ParseSourceOptions extends ParseOptions {
  /** Name of an importer to use instead of the most confident one. */
  format?: string;
  zipLimits?: ZipLimits;
}

/** A source with a known format whose events haven't been read yet. */
export interface OpenedSource extends WriteUpParts {
  /** Name of the importer, or `unknown`. */
  format: string;
  label: string;
  letter: string;
  certainty: number;
  reason: string;
  /** Files of a zip that are read separately. Null for every other source. */
  fileCount: number | null;
  /** Every importer that could read it, the most confident first. */
  detections(): Detection[];
  /** Events, rejects and context, part by part. Some formats are never in memory as a whole. */
  parts(): Iterable<ParseResult>;
  /** The role of each column, for tables. */
  columns(mapping?: ColumnMapping): CsvColumn[] | null;
}

/**
 * Detects the format of a source. Throws AppError for a wrong option (`invalid`) and a zip beyond its limits
 * (`too_large`, `invalid`), the latter also while its parts are read.
 */
export function openSource(input: StoredInput, options: ParseSourceOptions = {}): OpenedSource {
  const { format, zipLimits, ...parseOptions } = options;
  const wanted = format === undefined ? undefined : importerOrRefuse(format);
  const streams = (head: SourceText) => isStreamed(wanted ?? detectReadable(head)[0]?.importer, head);
  const source = readLargeText(input, streams, zipLimits);
  // A chosen format skips the detection, because webhooks arrive by the hundred.
  const detected = wanted ? detectSource(source, [wanted]) : detectReadable(source);
  const detections = () => (wanted ? detectReadable(source) : detected);
  const [found] = detected;
  const importer = wanted ?? found?.importer;
  if (!importer && source.files?.length) {
    const importerOf = rememberedImporters();
    const beside = readArchiveWriteUps(source.files, importerOf);
    return { ...archive(source, parseOptions, importerOf), detections, ...beside };
  }
  if (!importer) return { ...unknown(source), detections, ...NO_WRITE_UP };
  return {
    format: importer.name,
    label: importer.label,
    letter: importer.letter,
    certainty: found?.certainty ?? 0,
    reason: found?.reason ?? "You chose the format.",
    detections,
    ...(importer.writeUp ? readWriteUp(importer.writeUp(source)) : NO_WRITE_UP),
    fileCount: null,
    parts: () => readParts(importer, source, parseOptions),
    columns: (mapping) => (importer.name === "csv" ? csvColumns(source, mapping) : null),
  };
}

const isStreamed = (importer: Importer | undefined, head: SourceText): boolean =>
  importer?.stream !== undefined && (importer.canStream?.(head) ?? true);

function importerOrRefuse(name: string) {
  const importer = importerNamed(name);
  if (importer) return importer;
  const message = `There is no format “${name}”. Formats: ${IMPORTERS.map((each) => each.name).join(", ")}.`;
  throw new AppError("invalid", { message, fields: [{ field: "format", message }] });
}

type Undetected = Omit<OpenedSource, "detections" | keyof WriteUpParts>;

function archive(source: SourceText, options: ParseOptions, importerOf: ImporterOf): Undetected {
  const reason = `The zip contains ${source.files?.length} files that aren't a known export. Each is read on its own.`;
  const parts = () => readArchive(source, options, importerOf);
  const fileCount = source.files?.length ?? 0;
  return { ...ARCHIVE, certainty: 1, reason, fileCount, parts, columns: () => null };
}

function unknown(source: SourceText): Undetected {
  const reject = describeUnknown(source);
  const none = { format: "unknown", label: "Not recognised", letter: "?", certainty: 0 };
  const only = { events: [], rejects: [storableReject(reject)], context: skippedFiles(source) };
  return { ...none, reason: reject.reason, fileCount: null, parts: () => [only], columns: () => null };
}
