import type { Fragment } from "@tiptap/pm/model";
import { hasBullet } from "#lib/base/text/bullet-items.ts";

/** Signs of Markdown that are enough alone: a fence, a table's rule, a task, a link, bold words. */
const SURE = [
  /^ {0,3}```/m,
  /^\|?(?: {0,3}:?-{3,}:? {0,3}\|){1,40} {0,3}(?::?-{3,}:? {0,3})?$/m,
  /^[ \t]{0,12}[-*+] \[[ xX]\] \S/m,
  /\[[^\]\n]{1,300}\]\((?:https?:|mailto:|\/)[^)\s]{1,2000}\)/,
  /\*\*\S[^*\n]{0,300}\*\*/,
];
const HEADING = /^#{1,6} \S/;
const ITEM = /^[ \t]{0,12}(?:[-*+]|\d{1,3}[.)]) \S/;

/**
 * Returns whether plain text is Markdown. One line that starts with # can be a comment of a shell, and one with a
 * hyphen can be speech, so these need more lines of their kind or other text next to them.
 */
export function isMarkdown(text: string): boolean {
  if (SURE.some((sign) => sign.test(text))) return true;
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const items = lines.filter((line) => ITEM.test(line) || hasBullet(line)).length;
  const headings = lines.filter((line) => HEADING.test(line)).length;
  const isStructured = /\n[ \t]*\n/.test(text) && headings > 0 && headings * 2 <= lines.length;
  return items >= 2 || isStructured;
}

/** The server accepts 1 MiB at once. */
export const MOST_BYTES = 1_000_000;
/** Bytes that the server stores around a block, such as its id, and around a mark. */
const BLOCK_BYTES = 150;
const MARK_BYTES = 60;

/** Returns about how many bytes the server stores for pasted content, never fewer than it does. */
export function storedBytes(content: Fragment): number {
  const encoder = new TextEncoder();
  let bytes = 0;
  content.descendants(({ text, marks }) => {
    bytes += text === undefined ? BLOCK_BYTES : encoder.encode(text).length;
    for (const { attrs } of marks) bytes += MARK_BYTES + 2 * encoder.encode(JSON.stringify(attrs)).length;
  });
  return bytes;
}

/** Returns whether the cells of HTML alone are too many. Reading 20,000 of them would block the page for seconds. */
export const hasTooManyCells = (html: string): boolean =>
  (html.match(/<t[dh][\s>]/gi)?.length ?? 0) * 2 * BLOCK_BYTES > MOST_BYTES; // each has a paragraph

const MOST_CELLS = 10_000;

/** Returns the rows of a copied spreadsheet: at least two lines with equally many tabs. Null for other text. */
export function tableOf(text: string): string[][] | null {
  const rows = text
    .replace(/\r\n?/g, "\n")
    .replace(/\n+$/, "")
    .split("\n")
    .map((line) => line.split("\t"));
  const width = rows[0]?.length ?? 0;
  if (rows.length < 2 || width < 2 || rows.length * width > MOST_CELLS) return null;
  const isIndented = rows.every((row) => row[0]?.trim() === "");
  return isIndented || rows.some((row) => row.length !== width) ? null : rows;
}
