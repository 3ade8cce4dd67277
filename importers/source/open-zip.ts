import { sizeWords } from "#lib/base/text/size-words.ts";
import type { ByteSource } from "./byte-source.ts";
import { refuse } from "./refuse-zip.ts";
import { readDirectory, unpackEntry, type ZipEntry } from "./zip-directory.ts";

export interface ZipLimits {
  /** All files together, unpacked. */
  totalBytes: number;
  fileBytes: number;
  entries: number;
}

const MIB = 1024 * 1024;

/** Most bytes of one file. Files are unpacked one by one, so only this much is in memory at once. */
export const ZIP_LIMITS: ZipLimits = { totalBytes: 2000 * MIB, fileBytes: 100 * MIB, entries: 200_000 };

export interface ZippedFile {
  path: string;
  /** Unpacks it on each call. Throws AppError `too_large` or `invalid`. */
  unpack(): Uint8Array;
}

export interface OpenZip {
  /** The wanted files, in the order of the zip. */
  files: ZippedFile[];
  skipped: string[];
}

const TEXT_FILE = /\.(json|jsonl|ndjson|csv|tsv|md|markdown|txt|log|eml|ics|html?)$/i;
const NOISE = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|\._)/;

/** Returns whether a path is a file that an operating system adds to folders and zips. */
export const isNoise = (path: string): boolean => NOISE.test(path);

/** Returns whether bytes start like a zip. */
export function isZip(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5) && (bytes[3] === 4 || bytes[3] === 6)
  );
}

/**
 * Returns the text files of a zip, or those that are `wanted`, not unpacked yet. Claims of the zip are checked here, real
 * sizes while it is unpacked. Throws AppError `too_large` or `invalid` with a sentence for the person.
 */
export function openZip(
  source: ByteSource,
  limits: ZipLimits = ZIP_LIMITS,
  wanted: (path: string) => boolean = (path) => TEXT_FILE.test(path) && !isNoise(path),
): OpenZip {
  const head = source.read(0, 8);
  if (((head[6] ?? 0) & 1) === 1) refuseLocked();
  const entries = readDirectory(source);
  if (entries.length > limits.entries) refuse("too_large", `The zip contains more than ${limits.entries} files.`);
  const budget = new Budget(limits);
  const zip: OpenZip = { files: [], skipped: [] };
  for (const entry of entries) {
    if (isTrick(entry.path))
      refuse("invalid", "The zip contains a file with a path outside the zip, so it wasn't opened.");
    if (wanted(entry.path)) {
      check(entry, limits);
      budget.claim(entry);
      zip.files.push({ path: entry.path, unpack: () => budget.unpack(source, entry) });
    } else if (!entry.path.endsWith("/") && !isNoise(entry.path)) zip.skipped.push(entry.path);
  }
  return zip;
}

/** Counts the claimed and the unpacked bytes of a zip. */
class Budget {
  readonly #limits: ZipLimits;
  readonly #counted = new Set<ZipEntry>();
  #claimed = 0;
  #unpacked = 0;

  constructor(limits: ZipLimits) {
    this.#limits = limits;
  }

  claim(entry: ZipEntry): void {
    this.#claimed += entry.claimedBytes;
    if (this.#claimed > this.#limits.totalBytes) refuseTotal(this.#limits);
  }

  unpack(source: ByteSource, entry: ZipEntry): Uint8Array {
    const bytes = unpackEntry(source, entry, this.#limits.fileBytes) ?? refuseFile(entry.path, this.#limits);
    if (!this.#counted.has(entry)) this.#unpacked += bytes.length;
    this.#counted.add(entry);
    if (this.#unpacked > this.#limits.totalBytes) refuseTotal(this.#limits);
    return bytes;
  }
}

function check(entry: ZipEntry, limits: ZipLimits): void {
  if (entry.isLocked) refuseLocked();
  if (entry.claimedBytes > limits.fileBytes) refuseFile(entry.path, limits);
  if (entry.method !== 0 && entry.method !== 8)
    refuse("invalid", `${entry.path} in the zip uses an unsupported compression. Pack it as an ordinary zip.`);
}

function isTrick(path: string): boolean {
  return /^([/\\]|[A-Za-z]:)/.test(path) || path.split(/[/\\]/).includes("..") || path.includes("\u0000");
}

function refuseLocked(): never {
  return refuse("invalid", "The zip has a password. Unpack it and import the files.");
}

function refuseFile(name: string, limits: ZipLimits): never {
  return refuse("too_large", `${name} in the zip is larger than ${sizeWords(limits.fileBytes)} unpacked.`);
}

function refuseTotal({ totalBytes }: ZipLimits): never {
  return refuse("too_large", `The zip is larger than ${sizeWords(totalBytes)} unpacked. Import its files in parts.`);
}
