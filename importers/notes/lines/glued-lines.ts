import type { BrokenText } from "./line-breaks.ts";

const STARTS = /^\s{0,8}(?:[-*+•]\s{1,4})?[*_]{0,3}\d{1,2}:\d{2}(?::\d{2})?[^\S\n]?[-–—:][^\S\n]/;
/** A time with its mark, right after the end of the text above: "replication16:54 - Lag rises". */
const GLUED = /(?<=[\p{L}.!?)%])(?=\d{1,2}:\d{2}(?::\d{2})?[^\S\n]?[-–—:][^\S\n])/u;
const MARK = /^\s{0,8}(?:[-*+•]\s{1,4})?/;
const LEAST = 3;
/** A row with only its first cell, and the cells that were split off it. */
const FIRST_CELL = /^\s{0,3}\|[^|\n]{0,200}\|\s{0,4}$/;
const OTHER_CELLS = /^\s{0,3}[^|\s][^\n]{0,2000}\|\s{0,4}$/;

/** Cuts lines that a page's export joined before each time, and joins rows that it cut. Null if there are none. */
export function openGlued(text: string): BrokenText | null {
  const raws = text.split(/\r\n|\n|\r/);
  const opened: { raw: string; line: number }[] = [];
  let isOpened = false;
  for (const [index, raw] of raws.entries()) {
    const above = opened.at(-1);
    const pieces = STARTS.test(raw) ? raw.split(GLUED) : [raw];
    if (above?.line === index && FIRST_CELL.test(above.raw) && OTHER_CELLS.test(raw)) {
      above.raw = `${above.raw.trimEnd()} ${raw.trim()}`;
      isOpened = true;
    } else if (pieces.length >= LEAST) {
      const [mark = ""] = MARK.exec(raw) ?? [];
      for (const [at, piece] of pieces.entries())
        opened.push({ raw: at === 0 ? piece : mark + piece, line: index + 1 });
      isOpened = true;
    } else opened.push({ raw, line: index + 1 });
  }
  return isOpened ? { text: opened.map(({ raw }) => raw).join("\n"), lines: opened.map(({ line }) => line) } : null;
}
