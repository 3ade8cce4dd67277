import type { Assembly } from "./assemble.ts";
import { type Entry, makeEntry } from "./lines/entry.ts";
import type { Line } from "./lines/lines.ts";
import type { TrailingEntry } from "./shapes/trailing.ts";

/** Lines of a text whose posts are already read, so they aren't part of anything else. */
export function without(posted: readonly TrailingEntry[], lines: Line[]): Line[] {
  if (posted.length === 0) return lines;
  const taken = new Set(placesOf(posted.filter(isWorded)));
  const bare = new Set(placesOf(posted));
  return lines.map((line, index) => {
    if (taken.has(index)) return { ...line, role: "blank", raw: "", content: "" };
    return bare.has(index) ? { ...line, role: "comment" } : line;
  });
}

export const isWorded = ({ words }: TrailingEntry): boolean => words.length > 0;
const placesOf = (found: readonly TrailingEntry[]): number[] => found.flatMap(({ at, words }) => [at, ...words]);

/** Entries with their times after or below their text, each on its first line. */
export const entriesOf = (found: readonly TrailingEntry[], lines: readonly Line[]): Entry[] =>
  found.map(({ at, words, stamp, text, actor, kind }) => {
    const line = lines[Math.min(at, ...words)]?.number ?? 0;
    return { ...makeEntry(line, "text", stamp, text), actor, ...(kind ? { kind } : {}) };
  });

/** Entries found after their text. Every other line is context. */
export function placeTrailing(found: TrailingEntry[], { lines }: { lines: Line[] }): Assembly {
  const used = new Set(placesOf(found));
  const entries = entriesOf(found, lines);
  const context = lines.filter((line, index) => !used.has(index) && line.role !== "blank");
  return { entries, rejects: [], context, keptRows: new Set() };
}
