import { plainText } from "#importers/lex/markdown.ts";
import { minutesOf } from "#lib/base/time/clock.ts";
import { type Entry, makeEntry } from "../lines/entry.ts";
import type { Line } from "../lines/lines.ts";
import type { Section } from "../lines/sections.ts";
import { NOT_YET, stampsIn } from "./said-times.ts";

const LEAST = 2;

/**
 * Returns entries for items that name their time within their words ("and it was restored by 14:20"), in a list whose
 * other items start with a time. Their times have to fit between those of the items above and below.
 */
export function readItemsBetween(
  { lines, sections }: { lines: readonly Line[]; sections: readonly Section[] },
  entries: readonly Entry[],
): Entry[] {
  const first = lines[0]?.number ?? 1;
  const timed = entries
    .filter(({ form, stamp }) => form === "item" && stamp.clock !== null && !stamp.prose && stamp.date === null)
    .sort((a, b) => a.line - b.line);
  const between: Entry[] = [];
  const told = new Set(entries.map(({ line }) => line));
  for (const [place, above] of timed.entries()) {
    const at = above.line - first;
    const below = timed[place + 1];
    const isOfList = (index: number) =>
      lines[index]?.role === "item" &&
      lines[index]?.indent === lines[at]?.indent &&
      sections[index]?.id === sections[at]?.id;
    for (let index = at + 1; isOfList(index) && lines[index]?.number !== below?.line; index += 1) {
      const line = lines[index];
      const entry = line && !told.has(line.number) ? entryOf(line, above, below) : null;
      if (entry) between.push(entry);
    }
  }
  return timed.length < LEAST ? [] : between;
}

/** The entry of an item with a single time that fits. */
function entryOf(line: Line, above: Entry, below: Entry | undefined): Entry | null {
  const sentence = plainText(line.content);
  const [stamp, ...others] = NOT_YET.test(sentence) ? [] : stampsIn(sentence);
  if (!stamp?.clock || stamp.date || stamp.weekday || stamp.dayWord || stamp.end || others.length > 0) return null;
  const minutes = minutesOf(stamp.clock);
  const isBehind = above.stamp.clock !== null && minutes > minutesOf(above.stamp.clock);
  const isBefore = !below?.stamp.clock || minutes < minutesOf(below.stamp.clock);
  return isBehind && isBefore ? makeEntry(line.number, "item", { ...stamp, prose: true }, [sentence]) : null;
}
