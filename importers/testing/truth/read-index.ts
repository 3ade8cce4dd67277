import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface CountedFile {
  path: string;
  events: number;
}

const COUNT_COLUMN = 7;

/** The tool payloads of a folder's INDEX.md whose events were counted; none where the folder has no index. */
export function readIndex(folder: string): CountedFile[] {
  const path = join(folder, "INDEX.md");
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => /^\| `A\//.test(line))
    .map((line) => line.split(" | ").map((cell) => cell.trim()))
    .map((cells) => ({ path: (cells[0] ?? "").replace(/^\| `|`$/g, ""), count: cells[COUNT_COLUMN] ?? "" }))
    .filter(({ count }) => /^\d+$/.test(count))
    .map(({ path: name, count }) => ({ path: name, events: Number(count) }));
}
