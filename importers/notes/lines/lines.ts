import { isSeparatorRow } from "#importers/lex/table.ts";
import { oneOf } from "#lib/base/text/phrases.ts";
import { SHORT_MONTH } from "#lib/base/time/local-date.ts";
import { findFences } from "./fences.ts";

const FRONT_LIMIT = 200;

/**
 * Returns the number of lines of front matter (`---` or `+++` at the very top), including its fences. 0 if there is
 * none.
 */
function findFrontMatterEnd(raws: string[]): number {
  const open = raws[0]?.trim();
  if (open !== "---" && open !== "+++") return 0;
  for (let index = 1; index < Math.min(raws.length, FRONT_LIMIT); index += 1) {
    const line = raws[index] ?? "";
    if (line.trim() === open) return index + 1;
    if (open === "---" && !/^(?:\s|#|-|[\w"'.-]{1,60}\s*:|$)/.test(line.slice(0, 80))) return 0;
  }
  return 0;
}

/**
 * Returns which lines are rows of a table: around a separator row, or at least two consecutive lines that start with a
 * bar.
 */
function findTableRows(raws: string[], fenced: boolean[]): boolean[] {
  const rows: boolean[] = new Array(raws.length).fill(false);
  const barred = (index: number) => !fenced[index] && (raws[index] ?? "").includes("|");
  const begins = (index: number) => barred(index) && /^\s{0,20}\|/.test((raws[index] ?? "").slice(0, 24));
  for (let index = 0; index < raws.length; index += 1) {
    if (fenced[index] || rows[index]) continue;
    const separated = index > 0 && barred(index - 1) && isSeparatorRow(raws[index] ?? "");
    if (separated) {
      rows[index - 1] = true;
      rows[index] = true;
      for (let next = index + 1; next < raws.length && barred(next); next += 1) rows[next] = true;
    } else if (begins(index) && (begins(index + 1) || rows[index - 1])) rows[index] = true;
    else if (begins(index) && index > 0 && begins(index - 1)) rows[index] = true;
  }
  return rows;
}

type LineRole =
  | "blank"
  | "heading"
  | "item"
  | "row"
  | "quote"
  | "fence"
  | "front"
  | "comment"
  | "definition"
  | "rule"
  | "text";

/** One physical line and its role in the document. */
export interface Line {
  /** 1-based. */
  number: number;
  raw: string;
  role: LineRole;
  /** Columns of white space before the first character; a tab counts four. */
  indent: number;
  /** Level of a heading, 1 to 6; 0 for other lines. */
  level: number;
  /** The text without the marks of a heading or list item. */
  content: string;
}

/** Tags of pasted HTML around a line's text. */
const TAGS = /^(?:<\/?(?:li|p|ul|ol|div|td|tr|br|span|strong|b|em|i|small|sub|time)\b[^<>]{0,200}>[ \t]*)+/i;
const LEADING = /^[ \t\u00a0]{0,400}/;
const ATX = /^ {0,3}(#{1,6})(?:[ \t]+|(?=[A-Za-z]|\d{4}-\d{2}-\d{2}\b|\d{1,2}[.:]\d{1,2}[.:\s])(?<=##))/;
/** "### 2. 14:05 – the words": the number of an entry. */
const NUMBERED = /^\d{1,3}[.)]\s{1,3}(?=[*_`[(~≈]{0,4}\d{1,2}:\d{2}(?!\d))/;
/** `h2. Timeline` of Textile and of Jira. */
const TEXTILE = /^h([1-6])\.[ \t]+(?=\S)/;
const WIKI = /^(={1,6})[ \t]*[^=\s]/;
const ITEM = new RegExp(
  String.raw`^${oneOf`
    [-*+–—][ \t]+ | \*{2,5}[ \t]+ | [•◦▪●‣·・\u2460-\u2473][ \t]* | #\.[ \t]+ | \.{1,2}[ \t]+(?=\S) | \(?[a-z]\)[ \t]+
    \(?\d{1,3}[.)][ \t]+(?!\d{1,2}\.[ \t]?(?:19|20)\d{2}(?![\d:]))(?!${SHORT_MONTH}(?![a-z]{0,6}\.? \d{1,2}(?:st|nd|rd|th|,|\s\d{4}\b|\s\d{1,2}:\d\d)))
    [-*+•](?=$)
  `}(?:\[[ xX]\][ \t]+)?`,
  "i",
);
const RULE = /^(?:[-*_=~─═][ \t]*){3,}$/;
const UNDERLINE = /^(={3,}|-{3,}|~{4,}|\^{4,}|"{4,}|─{3,}|═{3,})\s*$/;
const DEFINITION = /^\[[^\]]{1,200}\]:[ \t]*(?:\S|$)/;

/**
 * Divides a text into its physical lines and finds their roles. `first` is the number of the first line. Linear in its
 * length.
 */
export function readLines(text: string, first = 1): Line[] {
  const raws = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  const fenced = findFences(raws);
  const frontEnd = findFrontMatterEnd(raws);
  const rows = findTableRows(raws, fenced);
  const lines: Line[] = [];
  const lastCommentEnd = raws.findLastIndex((raw) => raw.includes("-->"));
  let inComment = false;
  for (const [index, raw] of raws.entries()) {
    const base = describeLine(raw, index + first);
    if (index < frontEnd) lines.push({ ...base, role: "front" });
    else if (fenced[index]) lines.push({ ...base, raw, role: "fence" });
    else if (index <= lastCommentEnd && (inComment || /^\s{0,40}<!--/.test(raw.slice(0, 60)))) {
      inComment = !raw.includes("-->");
      lines.push({ ...base, role: "comment" });
    } else if (rows[index]) lines.push({ ...base, role: "row" });
    else lines.push(base);
  }
  markUnderlines(lines);
  return lines;
}

/** `│  ├─ the words`, a branch of a drawn tree. */
const BRANCH = /^([ \t│┃]{0,200})[├└┣┗╰][─━]{0,4}[ \t]*(?=\S)/;
const TRUNK = /^[ \t│┃]{1,200}$/;

/** Whether a line is a branch of a tree that is drawn with lines. */
export const isBranch = (raw: string): boolean => BRANCH.test(raw);

/** A branch of a drawn tree is an item, as deep as it is drawn. */
const withoutTree = (raw: string): string =>
  TRUNK.test(raw) ? "" : raw.replace(BRANCH, (_, trunk: string) => `${" ".repeat(trunk.length)}- `);

export const describeLine = (raw: string, number: number): Line => describeRaw(withoutTree(raw), number);

function describeRaw(raw: string, number: number): Line {
  const leading = LEADING.exec(raw)?.[0] ?? "";
  const rest = raw.slice(leading.length).trimEnd();
  const indent = leading.replaceAll("\t", "    ").length;
  const line: Line = { number, raw, role: "text", indent, level: 0, content: rest };
  if (rest === "") return { ...line, role: "blank" };
  const head = rest.slice(0, 400);
  const atx = ATX.exec(raw.slice(0, 400));
  if (atx)
    return {
      ...line,
      role: "heading",
      level: (atx[1] ?? "#").length,
      content: trimMarks(raw.slice(atx[0].length), "#").replace(NUMBERED, ""),
    };
  const textile = TEXTILE.exec(rest);
  if (textile) return { ...line, role: "heading", level: Number(textile[1]), content: rest.slice(textile[0].length) };
  const wiki = rest.length < 300 ? WIKI.exec(head) : null;
  // A single `=` is a heading only as the title of an AsciiDoc document.
  if (wiki && (rest.endsWith("=") || /^={2,}\s/.test(head) || (number === 1 && /^=\s/.test(head)))) {
    const level = (wiki[1] ?? "=").length;
    return { ...line, role: "heading", level, content: trimMarks(rest.slice(level), "=") };
  }
  if (head.startsWith(">")) return { ...line, role: "quote", content: rest.replace(/^(?:>\s?)+/, "") };
  if (rest.length < 200 && RULE.test(head)) return { ...line, role: "rule" };
  const tags = head.startsWith("<") ? TAGS.exec(head) : null;
  if (tags) return { ...line, role: /<li\b/i.test(tags[0]) ? "item" : "text", content: rest.slice(tags[0].length) };
  const item = ITEM.exec(head);
  if (item) {
    // Wikis nest items by repeating the mark.
    const depth = /^\*+/.exec(item[0])?.[0].length ?? 1;
    const content = rest.slice(item[0].length).replace(/^#{2,6}[ \t]+/, "");
    return { ...line, role: "item", indent: indent + (depth - 1) * 2, content };
  }
  if (DEFINITION.test(head) && !/^\[[^\]]{0,30}\d:\d/.test(head)) return { ...line, role: "definition" };
  return line;
}

function trimMarks(text: string, mark: string): string {
  let end = text.trimEnd().length;
  while (end > 0 && text[end - 1] === mark) end -= 1;
  return text.slice(0, end).trim();
}

/** A short text line above a line of `===` or `---` is a heading. */
function markUnderlines(lines: Line[]): void {
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1];
    if ((line.role !== "rule" && line.role !== "text") || above?.role !== "text" || above.indent > 3) continue;
    if (above.content.length > 200 || !UNDERLINE.test(line.content)) continue;
    // A row of hyphens below a paragraph is a rule. The other characters only ever underline.
    if (line.content.startsWith("-") && lines[index - 2]?.role === "text") continue;
    above.role = "heading";
    above.level = /^[=═]/.test(line.content) ? 1 : 2;
    line.role = "rule";
  }
}
