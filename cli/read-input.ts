import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { buffer } from "node:stream/consumers";
import type { ImportInput } from "#importers/index.ts";
import { spooledFile } from "#server/base/kernel/spooled-file.ts";
import { UsageError } from "./usage-error.ts";

const REASONS: Record<string, string> = {
  ENOENT: "there is no such file",
  EISDIR: "that is a folder, not a file",
  EACCES: "you don't have permission to read the file",
};

/** Reads a file, or standard input for `-`. Throws UsageError if it cannot be read. */
export async function readInput(file: string): Promise<ImportInput> {
  if (file === "-") return { filename: "stdin", bytes: await buffer(process.stdin) };
  return { filename: basename(file), bytes: await readFile(file).catch((error) => refuse(file, error)) };
}

/** The same, without reading the content yet. */
export async function openInput(file: string): Promise<File> {
  if (file === "-") return new File([new Uint8Array(await buffer(process.stdin))], "stdin");
  const stats = await stat(file).catch((error) => refuse(file, error));
  if (stats.isDirectory()) refuse(file, { code: "EISDIR" });
  return spooledFile(file, basename(file)).catch((error) => refuse(file, error));
}

function refuse(file: string, error: unknown): never {
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  throw new UsageError(`${file}: ${REASONS[code] ?? "the file can't be read"}.`);
}
