import { Unzip, type UnzipFile, UnzipInflate, UnzipPassThrough, unzipSync } from "fflate";
import { AppError, type ErrorCode } from "#lib/errors.ts";

export interface ZipLimits {
  /** All files together, unpacked. */
  totalBytes: number;
  fileBytes: number;
  entries: number;
}

export const ZIP_LIMITS: ZipLimits = { totalBytes: 200_000_000, fileBytes: 100_000_000, entries: 20_000 };

export interface UnpackedZip {
  files: { path: string; bytes: Uint8Array }[];
  skipped: string[];
}

const TEXT_FILE = /\.(json|jsonl|ndjson|csv|tsv|md|markdown|txt|log)$/i;
const NOISE = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|\._)/;
const DAMAGED = "The zip is damaged or not complete. Download or pack it again.";
const PIECE_BYTES = 16_384;

export function isZip(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5) && (bytes[3] === 4 || bytes[3] === 6)
  );
}

/**
 * The text files of a zip, in memory. What the zip says about itself is checked first, what really comes out is counted
 * while it comes out, in small pieces. Throws AppError `too_large` or `invalid` with a sentence for the person.
 */
export function unzipFiles(bytes: Uint8Array, limits: ZipLimits = ZIP_LIMITS): UnpackedZip {
  const claimedFiles = checkClaims(bytes, limits);
  const result: UnpackedZip = { files: [], skipped: [] };
  let unpackedBytes = 0;
  const unzip = new Unzip((file) => {
    if (!isWanted(file.name)) {
      if (!file.name.endsWith("/") && !NOISE.test(file.name)) result.skipped.push(file.name);
      return;
    }
    const pieces: Uint8Array[] = [];
    let fileBytes = 0;
    file.ondata = (error, piece, isLast) => {
      // The reader hands back what was thrown here for an earlier piece.
      if (error instanceof AppError) throw error;
      if (error) refuse("invalid", `${file.name} in the zip is damaged. Pack it again.`);
      fileBytes += piece.length;
      unpackedBytes += piece.length;
      if (fileBytes > limits.fileBytes) refuseFile(file.name, limits);
      if (unpackedBytes > limits.totalBytes) refuseTotal(limits);
      pieces.push(piece);
      if (isLast) result.files.push({ path: file.name, bytes: join(pieces, fileBytes) });
    };
    start(file);
  });
  unzip.register(UnzipInflate);
  unzip.register(UnzipPassThrough);
  guarded(() => {
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
      unzip.push(bytes.subarray(at, at + PIECE_BYTES), at + PIECE_BYTES >= bytes.length);
    }
  });
  if (result.files.length !== claimedFiles) refuse("invalid", DAMAGED);
  return result;
}

function isWanted(path: string): boolean {
  return TEXT_FILE.test(path) && !NOISE.test(path);
}

function start(file: UnzipFile): void {
  if (file.compression !== 0 && file.compression !== 8) {
    refuse(
      "invalid",
      `${file.name} in the zip is packed in a way that cannot be read here. Pack it as an ordinary zip.`,
    );
  }
  file.start();
}

/** The directory of the zip: number, names and sizes, before anything is unpacked. Answers how many files are wanted. */
function checkClaims(bytes: Uint8Array, limits: ZipLimits): number {
  if (((bytes[6] ?? 0) & 1) === 1)
    refuse("invalid", "The zip is locked by a password. Unpack it and import the files.");
  let [entries, wanted, total] = [0, 0, 0];
  guarded(() =>
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        entries += 1;
        if (entries > limits.entries) refuse("too_large", `The zip holds more than ${limits.entries} files.`);
        if (isTrick(name)) refuse("invalid", "The zip holds a file whose path leads out of it. It was not opened.");
        if (!isWanted(name)) return false;
        wanted += 1;
        total += originalSize;
        if (originalSize > limits.fileBytes) refuseFile(name, limits);
        if (total > limits.totalBytes) refuseTotal(limits);
        return false;
      },
    }),
  );
  return wanted;
}

function isTrick(path: string): boolean {
  return /^([/\\]|[A-Za-z]:)/.test(path) || path.split(/[/\\]/).includes("..") || path.includes("\u0000");
}

/** Errors of the zip reader itself mean that the file is damaged. */
function guarded(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) throw error;
    refuse("invalid", DAMAGED);
  }
}

function refuseFile(name: string, limits: ZipLimits): never {
  return refuse("too_large", `${name} in the zip is larger than ${megabytes(limits.fileBytes)} unpacked.`);
}

function refuseTotal(limits: ZipLimits): never {
  return refuse(
    "too_large",
    `The zip is larger than ${megabytes(limits.totalBytes)} unpacked. Import its files in parts.`,
  );
}

function refuse(code: ErrorCode, message: string): never {
  throw new AppError(code, { message });
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}

function join(pieces: Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
