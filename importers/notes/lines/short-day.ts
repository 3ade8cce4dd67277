import { matchShortAtEnd } from "#importers/lex/dates.ts";
import { dayStamp, isTimed, readStamp } from "#importers/lex/stamp.ts";
import type { Stamp } from "#importers/lex/stamp-type.ts";
import type { Line } from "./lines.ts";

const ALONE = /^[\s*_`]*(\d{1,2}\/\d{1,2})\s{0,2}(?:[(（]\p{L}{1,9}[.)）]{1,2})?\s?[:：]?[\s*_`]*$/u;

/**
 * Returns the day of a line with only `11/25`, or null. Elsewhere that is a share or a part of a whole, so the line
 * right below it must start with a time.
 */
export function shortDayAbove(lines: readonly Line[], index: number): Stamp | null {
  const line = lines[index];
  const [, written = ""] = (line && line.content.length <= LONGEST && ALONE.exec(line.content)) || [];
  const date = written === "" || written === "24/7" ? null : matchShortAtEnd(written, 0);
  const below = date ? lines.slice(index + 1, index + 3).find(({ role }) => role !== "blank") : undefined;
  const stamp = below && /\d/.test(below.content) ? readStamp(below.content) : null;
  if (!line || !date || !stamp || !isTimed(stamp) || stamp.date !== null) return null;
  return { ...dayStamp(date), textStart: line.content.length };
}
const LONGEST = 30;
