import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { buffer } from "node:stream/consumers";
import type { ImportInput } from "#server/imports/index.ts";
import { UsageError } from "./usage-error.ts";

const REASONS: Record<string, string> = {
  ENOENT: "there is no such file",
  EISDIR: "that is a folder, not a file",
  EACCES: "the file may not be read",
};

/** A file, or standard input for `-`. Throws UsageError when it cannot be read. */
export async function readInput(file: string): Promise<ImportInput> {
  if (file === "-") return { filename: "stdin", bytes: await buffer(process.stdin) };
  try {
    return { filename: basename(file), bytes: await readFile(file) };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    throw new UsageError(`${file}: ${REASONS[code] ?? "the file cannot be read"}.`);
  }
}
