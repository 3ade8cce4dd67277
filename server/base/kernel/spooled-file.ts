import { openAsBlob } from "node:fs";

/** Files of requests that lie on disk so that who reads them need not take them into memory. */
const paths = new WeakMap<Blob, string>();

/** A File over a file on disk; its bytes are read when they are asked for. */
export async function spooledFile(path: string, name: string, type = ""): Promise<File> {
  const file = new File([await openAsBlob(path, { type })], name, { type });
  paths.set(file, path);
  return file;
}

/** Where a file lies on disk; null for one that lies in memory. */
export const pathOfFile = (file: Blob): string | null => paths.get(file) ?? null;
