import { closeSync, createWriteStream, mkdtempSync, openSync, readSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type ByteSource, inMemory } from "#importers/index.ts";
import { pathOfFile } from "#server/base/kernel/spooled-file.ts";

export interface Upload {
  bytes: ByteSource;
  close(): void;
}

/** Up to here a file is read into memory. */
const SMALL_BYTES = 4 * 1024 * 1024;

/** The bytes of an uploaded file; a large one stays on disk. To be closed. */
export async function openUpload(file: File): Promise<Upload> {
  const path = pathOfFile(file);
  if (file.size <= SMALL_BYTES) return { bytes: inMemory(new Uint8Array(await file.arrayBuffer())), close: () => {} };
  if (path !== null) return openFile(path, file.size);
  const folder = mkdtempSync(join(tmpdir(), "afterword-import-"));
  const copy = join(folder, "source");
  try {
    await pipeline(Readable.from(file.stream()), createWriteStream(copy, { mode: 0o600 }));
    const { bytes, close } = openFile(copy, file.size);
    return {
      bytes,
      close: () => {
        close();
        remove(folder);
      },
    };
  } catch (error) {
    remove(folder);
    throw error;
  }
}

const remove = (folder: string) => rmSync(folder, { recursive: true, force: true });

function openFile(path: string, size: number): Upload {
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
