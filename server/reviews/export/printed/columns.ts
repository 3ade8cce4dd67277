import { type Block, type BlockOf, breakable, type Cell, textOf } from "./printed.ts";

/** Letters that a narrow column has room for, and after which a wide one gets no more. */
const LEAST = 6;
const MOST = 60;

/**
 * Returns the share of the width of each column, which sum to 1: by its longest word, and by how much its cells say. A
 * cell over several columns counts for none.
 */
export function columnShares({ rows }: BlockOf<"table">): number[] {
  const widths: number[] = [];
  for (const row of rows) {
    let at = 0;
    for (const cell of row) {
      for (let more = 0; more < cell.columns; more += 1) widths[at + more] ??= LEAST;
      if (cell.columns === 1) widths[at] = Math.max(widths[at] ?? LEAST, widthOf(cell));
      at += cell.columns;
    }
  }
  const sum = widths.reduce((total, width) => total + width, 0);
  return widths.map((width) => width / sum);
}

/** Returns letters. Long text is wrapped, so it needs less than its length. */
function widthOf({ blocks }: Cell): number {
  const words = blocks.map(wordsOf).join(" ");
  const longest = Math.max(
    0,
    ...words
      .split(/\s+/)
      .flatMap(breakable)
      .map(({ length }) => length),
  );
  return Math.min(MOST, Math.max(longest, Math.sqrt(words.length) * 3));
}

const wordsOf = (block: Block): string => ("content" in block ? textOf(block.content) : "");
