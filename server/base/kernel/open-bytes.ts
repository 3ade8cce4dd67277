import { closeSync, openSync, readSync } from "node:fs";
import { type ByteSource, inMemory } from "#importers/index.ts";

/** The bytes of a source: in memory, or a file on disk with its size. */
export type StoredBytes = Uint8Array | { path: string; size: number };

export interface OpenBytes {
  bytes: ByteSource;
  close(): void;
}

/** Opens the bytes of a source. A file is read in the requested pieces. Close it after use. */
export function openBytes(stored: StoredBytes): OpenBytes {
  if (stored instanceof Uint8Array) return { bytes: inMemory(stored), close: () => undefined };
  const { path, size } = stored;
  const descriptor = openSync(path, "r");
  const read = (start: number, end: number): Uint8Array => {
    const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(end, size) - start));
    let filled = 0;
    while (filled < bytes.length) {
      const count = readSync(descriptor, bytes, filled, bytes.length - filled, start + filled);
      if (count === 0) break;
      filled += count;
    }
    return bytes.subarray(0, filled);
  };
  return { bytes: { size, read }, close: () => closeSync(descriptor) };
}
