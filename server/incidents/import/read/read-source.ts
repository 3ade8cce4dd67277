import { createHash } from "node:crypto";
import {
  type ByteSource,
  decodeMails,
  identitiesOf,
  type OpenedSource,
  openSource,
  type ParseResult,
} from "#importers/index.ts";
import type { ColumnMapping } from "#lib/incidents/import/column-roles.ts";
import { openBytes, type StoredBytes } from "#server/base/kernel/open-bytes.ts";
import type { Task } from "#server/base/worker/index.ts";
import type { ReadProgress } from "./progress.ts";

interface SourceToRead {
  filename: string;
  stored: StoredBytes;
  options: { zone?: string; date?: string; format?: string; mapping?: ColumnMapping };
  /** The most bytes of one email. */
  mailBytes: number;
}

/** The head of a source: its format, and everything in addition to its events. */
export interface SourceHead extends Omit<OpenedSource, "parts" | "columns" | "detections"> {
  alternatives: { format: string; label: string; certainty: number }[];
  /** The role of each column, for tables. */
  columns: ReturnType<OpenedSource["columns"]>;
  /** SHA-256 of the bytes, in hex. */
  contentHash: string;
}

/** Some of the events of a source. Information about its whole part comes with the first piece. */
export interface SourcePiece extends ParseResult {
  /** The source type for the identities of its events. */
  format: string;
  identities: string[];
  /** The part continues in the next piece. */
  goesOn: boolean;
}

export type FromSource = ({ head: SourceHead } | { pieces: SourcePiece[] }) & { progress: ReadProgress };

/** The answer to a head: how someone mapped the columns of such a table before, or null. */
export const READ_SOURCE: Task<SourceToRead, FromSource, ColumnMapping | null> = { name: "read-source" };

/**
 * Reads a source in a worker: its head, a second head if the answer maps its columns differently, then its events in
 * pieces.
 */
export async function* readSource(input: SourceToRead): AsyncGenerator<FromSource, void, ColumnMapping | null> {
  const { bytes, close } = openBytes(input.stored);
  const read = new CountedBytes(bytes);
  const progress: ReadProgress = { share: null, events: 0, files: null };
  const state = () => ({ ...progress });
  try {
    const { filename, options, mailBytes } = input;
    const contentHash = hashOf(bytes);
    const source = { filename, bytes: read, ...(await decodeMails({ filename, bytes: read }, { mailBytes })) };
    let opened = openSource(source, options);
    const mapping = yield { head: headOf(opened, contentHash, options.mapping), progress: state() };
    if (mapping) {
      opened = openSource(source, { ...options, mapping });
      yield { head: headOf(opened, contentHash, mapping), progress: state() };
    }
    const seen = new Set<string>();
    let isInParts: boolean | null = null;
    for (const pieces of handfulsOf(piecesOf(opened, options.zone))) {
      isInParts ??= read.share < 1;
      if (isInParts) progress.share = read.share;
      for (const { events, file } of pieces) {
        progress.events += events.length;
        if (file) seen.add(file.path);
      }
      if (opened.fileCount !== null) progress.files = { read: seen.size, of: opened.fileCount };
      yield { pieces, progress: state() };
    }
  } finally {
    close();
  }
}

const MOST_FOUND = 1000;

function headOf(source: OpenedSource, contentHash: string, mapping: ColumnMapping | undefined): SourceHead {
  const { parts: _parts, columns, detections, ...head } = source;
  return {
    ...head,
    actions: head.actions.slice(0, MOST_FOUND),
    factors: head.factors.slice(0, MOST_FOUND),
    alternatives: detections()
      .filter(({ importer }) => importer.name !== head.format)
      .map(({ importer, certainty }) => ({ format: importer.name, label: importer.label, certainty })),
    columns: columns(mapping),
    contentHash,
  };
}

const HASHED_BYTES = 1024 * 1024;

function hashOf(source: ByteSource): string {
  const hash = createHash("sha256");
  for (let at = 0; at < source.size; at += HASHED_BYTES) hash.update(source.read(at, at + HASHED_BYTES));
  return hash.digest("hex");
}

/** Most characters in one message to the receiving thread, and the weight of an event in addition to its text. */
const PIECE_LETTERS = 100_000;
const EVENT_LETTERS = 400;
const PART_LETTERS = 1000;

const weightOf = ({ title, body }: ParseResult["events"][number]) => EVENT_LETTERS + title.length + body.length;

/** Joins small pieces, because a zip can have thousands of them. */
function* handfulsOf(pieces: Iterable<SourcePiece>): Generator<SourcePiece[]> {
  let handful: SourcePiece[] = [];
  let letters = 0;
  for (const piece of pieces) {
    const weight = piece.events.reduce((sum, event) => sum + weightOf(event), PART_LETTERS);
    if (handful.length > 0 && letters + weight > PIECE_LETTERS) {
      yield handful;
      handful = [];
      letters = 0;
    }
    handful.push(piece);
    letters += weight;
  }
  if (handful.length > 0) yield handful;
}

function* piecesOf(source: OpenedSource, zone: string | undefined): Generator<SourcePiece> {
  const seenOf = new Map<string, Map<string, number>>();
  for (const { events, rejects, context, ...part } of source.parts()) {
    // Files of one zip with different importers have separate identities.
    const format = part.file?.format ?? source.format;
    const seen = seenOf.get(format) ?? new Map<string, number>();
    seenOf.set(format, seen);
    const groups = groupsOf(events);
    for (const [index, group] of groups.entries()) {
      const said = index === 0 ? { ...part, rejects, context } : { rejects: [], context: [] };
      const own = { ...said, ...(part.file ? { file: part.file } : {}) };
      const goesOn = index < groups.length - 1;
      yield { ...own, format, events: group, identities: identitiesOf(format, group, zone, seen), goesOn };
    }
  }
}

function groupsOf(events: ParseResult["events"]): ParseResult["events"][] {
  const groups: ParseResult["events"][] = [[]];
  let letters = 0;
  for (const event of events) {
    const last = groups.at(-1) ?? [];
    if (letters >= PIECE_LETTERS) {
      groups.push([event]);
      letters = 0;
    } else last.push(event);
    letters += weightOf(event);
  }
  return groups;
}

/** Tracks the progress of reading. */
class CountedBytes implements ByteSource {
  readonly size: number;
  readonly #bytes: ByteSource;
  #at = 0;

  constructor(bytes: ByteSource) {
    this.#bytes = bytes;
    this.size = bytes.size;
  }

  get share(): number {
    return this.size === 0 ? 1 : this.#at / this.size;
  }

  read(start: number, end: number): Uint8Array {
    this.#at = Math.min(end, this.size);
    return this.#bytes.read(start, end);
  }
}
