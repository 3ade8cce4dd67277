import { openAsBlob } from "node:fs";

/** Files of requests on disk, so readers need not load them into memory. */
const paths = new WeakMap<Blob, string>();

/** A File over a file on disk. Its bytes are read when needed. */
export async function spooledFile(path: string, name: string, type = ""): Promise<File> {
  const file = new File([await openAsBlob(path, { type })], name, { type });
  paths.set(file, path);
  return file;
}

/** Returns where a file is on disk, or null for one in memory. */
export const pathOfFile = (file: Blob): string | null => paths.get(file) ?? null;
