import type { Line } from "./lines.ts";

/** Words of a document that are no entry: a heading, a paragraph with its wrapped lines joined, a line of front matter. */
export interface Prose {
  /** 1-based line where it begins. */
  line: number;
  text: string;
  role: "front" | "heading" | "text";
}

const LIMIT = 4000;

/** Joins the context lines of a document to paragraphs; code, comments and link definitions say nothing about time. */
export function readProse(lines: Line[], context: Line[]): Prose[] {
  const kept = new Set(context.map((line) => line.number));
  const prose: Prose[] = [];
  let above: Line | null = null;
  for (const line of lines) {
    const last = prose.at(-1);
    if (line.role === "heading" && !kept.has(line.number)) {
      above = null;
    } else if (line.role === "front" && line.content !== "") {
      prose.push({ line: line.number, text: line.raw.slice(0, LIMIT), role: "front" });
      above = null;
    } else if (!kept.has(line.number) || !/^(?:heading|item|row|quote|text)$/.test(line.role)) {
      above = null;
    } else if (above && last && (line.role === "text" || line.role === "quote") && last.text.length < LIMIT) {
      last.text += ` ${line.content.slice(0, LIMIT)}`;
    } else {
      const text = line.role === "row" ? line.raw : line.content;
      prose.push({ line: line.number, text: text.slice(0, LIMIT), role: line.role === "heading" ? "heading" : "text" });
      above = line.role === "heading" || line.role === "row" ? null : line;
    }
  }
  return prose;
}
