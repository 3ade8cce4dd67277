import { cell, plain } from "./markdown-parts.ts";

/** A row of a live block, as it was written: its key, and what is left of it. */
interface Row {
  key: string;
  /** Its cells. Empty where they weren't kept. */
  cells: readonly string[];
}

/**
 * Returns Markdown in which the row of a record has only its key and `words`. Text outside of that row stays, even
 * where it has the same words. A table without the column of keys has the row by its cells.
 */
export function markdownWithoutRow(markdown: string, { key, cells }: Row, words: string): string {
  const shown = new Set(cells.map((text) => cell(plain(text))));
  const isRow = (line: readonly string[]) =>
    line[0] === key ||
    line[0]?.startsWith(`[${key}](`) ||
    (line.length > 1 && line.some((text) => text !== "") && line.every((text) => text === "" || shown.has(text)));
  return markdown
    .split("\n")
    .map((line) => {
      if (!line.startsWith("| ") || !line.endsWith(" |")) return line;
      const [first = "", ...rest] = line.slice(2, -2).split(" | ");
      if (!isRow([first, ...rest])) return line;
      const isKeyed = first === key || first.startsWith(`[${key}](`);
      const left = isKeyed ? [first, ...rest.map((_, at) => (at === 0 ? words : ""))] : [words, ...rest.map(() => "")];
      return `| ${left.join(" | ")} |`;
    })
    .join("\n");
}
