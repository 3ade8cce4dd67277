import type { Line } from "#importers/notes/lines/lines.ts";
import type { Section } from "#importers/notes/lines/sections.ts";

const LONGEST = 300;
const LEAST_WORDS = 3;
const OPENS = /^[^\p{L}\d]{0,4}\p{Lu}/u;

/**
 * Returns the first lines of parts with only one short paragraph, such as `### Build` below "Action items". Each of
 * them is an action. `inPart` marks lines in a subsection for actions. By index of the line.
 */
export function loneParagraphs(
  lines: readonly Line[],
  sections: readonly Section[],
  inPart: readonly boolean[],
): Set<number> {
  const parts = Map.groupBy(
    [...lines.keys()].filter((index) => inPart[index] === true && !isFrame(lines[index])),
    (index) => sections[index]?.id ?? 0,
  );
  const found = new Set<number>();
  for (const [first = 0, ...rest] of parts.values()) {
    const isOne = rest.every((index, at) => index === first + at + 1);
    const words = [first, ...rest].map((index) => lines[index]?.content ?? "").join(" ");
    const isText = [first, ...rest].every((index) => lines[index]?.role === "text");
    if (isOne && isText && words.length <= LONGEST && OPENS.test(words) && words.split(/\s+/).length >= LEAST_WORDS)
      found.add(first);
  }
  return found;
}

const isFrame = (line: Line | undefined) => line === undefined || line.role === "blank" || line.role === "heading";
