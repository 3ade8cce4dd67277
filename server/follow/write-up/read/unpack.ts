import { createHash } from "node:crypto";
import { isNoise, isZip, openZip } from "#importers/index.ts";
import { AppError } from "#lib/base/errors.ts";
import { countWords } from "#lib/base/text/sentence.ts";
import { storable } from "#lib/base/text/storable.ts";
import { OTHER_TYPE, WRITE_UP_LIMITS, writeUpKindOf } from "#lib/follow/write-up/limits.ts";
import { openBytes, type StoredBytes } from "#server/base/kernel/open-bytes.ts";
import type { Task } from "#server/base/worker/index.ts";

/** One file of an upload: its bytes, or why it isn't read. */
export interface UnpackedFile {
  path: string;
  bytes: Uint8Array<ArrayBuffer> | null;
  hash: string;
  refused: string | null;
}

export const UNPACK_WRITE_UPS: Task<{ filename: string; stored: StoredBytes }, UnpackedFile, undefined> = {
  name: "unpack-write-ups",
};

const MOST_ENTRIES = 20_000;
const MOST_SKIPPED = 200;

/**
 * Yields the write-ups of an upload, in a worker: the file itself, or those of a zip, one by one. Files that a zip has
 * beyond the limits are one entry with their number. Throws `too_large` and `invalid` for a zip that isn't opened.
 */
export function* unpackWriteUps({
  filename,
  stored,
}: {
  filename: string;
  stored: StoredBytes;
}): Generator<UnpackedFile> {
  const { bytes, close } = openBytes(stored);
  try {
    if (!isZip(bytes.read(0, 8)) || writeUpKindOf(filename) === "word") {
      yield fileOf(filename, () => bytes.read(0, bytes.size));
      return;
    }
    const { fileBytes, files: most, totalBytes } = WRITE_UP_LIMITS;
    const limits = { totalBytes, fileBytes, entries: MOST_ENTRIES };
    const { files, skipped } = openZip(bytes, limits, (path) => writeUpKindOf(path) !== null && !isNoise(path));
    files.sort((a, b) => (a.path < b.path ? -1 : 1));
    for (const { path, unpack } of files.slice(0, most)) yield fileOf(path, unpack);
    if (files.length > most)
      yield refusedFile(
        countWords(files.length - most, "more write-up"),
        `A zip can have at most ${most} write-ups. Import the others in another zip.`,
      );
    for (const path of skipped.slice(0, MOST_SKIPPED)) yield refusedFile(path, OTHER_TYPE);
    if (skipped.length > MOST_SKIPPED)
      yield refusedFile(countWords(skipped.length - MOST_SKIPPED, "more file"), OTHER_TYPE);
  } finally {
    close();
  }
}

const refusedFile = (path: string, refused: string): UnpackedFile => ({
  path: storable(path),
  bytes: null,
  hash: "",
  refused,
});

/** Returns a file for a job, or why it isn't read. */
export function fileOf(path: string, read: () => Uint8Array): UnpackedFile {
  if (writeUpKindOf(path) === null) return refusedFile(path, OTHER_TYPE);
  try {
    const bytes = new Uint8Array(read());
    const { fileBytes } = WRITE_UP_LIMITS;
    if (bytes.length === 0) return refusedFile(path, "This file is empty");
    if (bytes.length > fileBytes)
      return refusedFile(path, `This file is larger than ${fileBytes / 1024 / 1024} MB. Import a smaller one.`);
    const hash = createHash("sha256").update(bytes).digest("hex");
    return { path: storable(path), bytes, hash, refused: null };
  } catch (error) {
    if (error instanceof AppError && error.code === "invalid") return refusedFile(path, error.message);
    throw error;
  }
}
