import { Parser } from "htmlparser2";
import type { OutLine } from "./frame.ts";
import { MarkdownWriter } from "./markdown-writer.ts";

export interface ConvertedText {
  text: string;
  /** The physical line (1-based) of the source where each line of the text starts. */
  lines: number[];
  /** The line at which elements were nested too deeply to continue. Null if everything was read. */
  stoppedAt: number | null;
}

/** No real page nests more deeply, and a page that does would slow the parser down. */
const DEEPEST = 2000;
const CHUNK = 65_536;

/**
 * Returns the structure of a page as Markdown for the notes reader: headings, lists, tables, quotes, code, bold text
 * and links. Scripts, styles and hidden elements are left out. Never throws.
 */
export function markdownOfHtml(html: string): ConvertedText {
  const writer = new MarkdownWriter();
  let line = 1;
  let nextBreak = html.indexOf("\n");
  let depth = 0;
  let stoppedAt: number | null = null;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        depth += 1;
        if (depth > DEEPEST) {
          stoppedAt ??= line;
          parser.pause();
        } else writer.open(name, attributes, lineAt(parser.startIndex));
      },
      ontext: (text) => writer.text(text, lineAt(parser.startIndex)),
      onclosetag: (name) => {
        depth -= 1;
        writer.close(name);
      },
    },
    { decodeEntities: true },
  );
  /** Positions come in order, so lines are counted only once. */
  function lineAt(index: number): number {
    for (; nextBreak >= 0 && nextBreak < index; nextBreak = html.indexOf("\n", nextBreak + 1)) line += 1;
    return line;
  }
  for (let at = 0; at < html.length && stoppedAt === null; at += CHUNK) parser.write(html.slice(at, at + CHUNK));
  if (stoppedAt === null) parser.end();
  const lines: OutLine[] = writer.finish();
  return { text: lines.map(({ text }) => text).join("\n"), lines: lines.map((one) => one.line), stoppedAt };
}
