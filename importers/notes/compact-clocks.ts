import { readStamp } from "#importers/lex/stamp.ts";
import type { Line } from "./lines.ts";
import type { Section } from "./sections.ts";

const COMPACT = /^([*_`~]{0,3})([01]\d|2[0-3])([0-5]\d)(?=[*_`]{0,3}(?::?\s|\s?[-–—]))/;
const YEAR = /^(?:19|20)\d\d/;
const BEHIND_DAY = /^([01]\d|2[0-3])([0-5]\d)(?=[*_`]{0,3}\s+\S)/;
/** What is counted stands in the plural: `1625 users could not log in`. */
const COUNTED = /^\d{4}\s(?:\p{L}+\s){0,2}\p{L}+(?:s|ren|people)\b/iu;
const LEAST = 3;
const LEAST_BEHIND_DAY = 2;

/**
 * The lines with `0341: words` written as `03:41: words`, where at least three lines of a timeline, or of notes without
 * headings, begin so and not all of them could be years; null where none do.
 */
export function openCompactClocks(lines: readonly Line[], sections: readonly Section[]): Line[] | null {
  return openBehindDays(lines) ?? openAtStart(lines, sections);
}

/** `2024-03-01 1000 words`: all lines with a day have four digits behind it that are a time; two of them where they count nothing. */
function openBehindDays(lines: readonly Line[]): Line[] | null {
  const opened = new Map<number, Line>();
  let isCount = false;
  for (const [index, line] of lines.entries()) {
    const stamp = line.role === "item" || line.role === "text" ? readStamp(line.content) : null;
    if (!stamp?.date || stamp.clock) continue;
    const [head, rest] = [line.content.slice(0, stamp.textStart), line.content.slice(stamp.textStart)];
    if (!BEHIND_DAY.test(rest)) return null;
    isCount ||= COUNTED.test(rest);
    opened.set(index, { ...line, content: `${head.trimEnd()} ${rest.replace(BEHIND_DAY, "$1:$2")}` });
  }
  return opened.size < (isCount ? LEAST : LEAST_BEHIND_DAY)
    ? null
    : lines.map((line, index) => opened.get(index) ?? line);
}

function openAtStart(lines: readonly Line[], sections: readonly Section[]): Line[] | null {
  const isHeadless = !lines.some(({ role }) => role === "heading");
  const places = new Set(
    [...lines.keys()].filter((index) => {
      const line = lines[index];
      const isOpen = isHeadless || sections[index]?.timeline === true;
      return isOpen && (line?.role === "item" || line?.role === "text") && COMPACT.test(line.content.slice(0, 20));
    }),
  );
  const isYears = [...places].every((index) => YEAR.test(lines[index]?.content.replace(/^[*_`~]+/, "") ?? ""));
  if (places.size < LEAST || isYears) return null;
  return lines.map((line, index) =>
    places.has(index) ? { ...line, content: line.content.replace(COMPACT, "$1$2:$3") } : line,
  );
}
