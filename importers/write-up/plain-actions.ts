import type { Line } from "#importers/notes/lines/lines.ts";

const LONGEST = 300;
const LABEL = /^[\s*_#]{0,6}(?:([^.!?:]{2,60}?)[\s*_]{0,4}:|([^.!?:]{2,80}?)[\s*_]{0,4}\?)[\s*_]{0,4}$/;
const OPENS = /^[^\p{L}\d]{0,4}\p{Lu}/u;
const ENDS = /[.!?)]$/;

/** A short line that names the lines below it: `Tasks:`, `What will we change?`. */
export const labelOf = (line: Line): string | null => {
  const label = LABEL.exec(line.content.slice(0, 90));
  return line.role === "text" ? (label?.[1] ?? label?.[2] ?? null) : null;
};

/**
 * Returns the lines that are one action each in a part without list marks: two or more together, each a sentence or
 * each a phrase, none of them wrapped. By index of the line.
 */
export function plainActions(lines: readonly Line[], within: readonly boolean[]): Set<number> {
  const found = new Set<number>();
  let block: number[] = [];
  let marked = false;
  const close = () => {
    if (!marked && isList(block.map((index) => lines[index]?.content ?? "")))
      for (const index of block) found.add(index);
    block = [];
  };
  for (const [index, line] of lines.entries()) {
    const isText = line.role === "text" && within[index] === true && labelOf(line) === null;
    if (isText) block.push(index);
    else close();
    if (line.role === "heading" || labelOf(line) !== null) marked = false;
    else if (line.role === "item" || line.role === "row") marked = true;
  }
  close();
  return found;
}

function isList(words: readonly string[]): boolean {
  if (words.length < 2 || !words.every((line) => line.length <= LONGEST && OPENS.test(line))) return false;
  const ended = words.filter((line) => ENDS.test(line.trimEnd())).length;
  return ended === words.length || ended === 0;
}
