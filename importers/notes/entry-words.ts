import { linksIn, plainText } from "#importers/lex/markdown.ts";
import type { Entry } from "./lines/entry.ts";
import { titleOf } from "./lines/split-title.ts";

interface EntryWords {
  title: string;
  body: string;
  actor: string | null;
  url: string | null;
}

const SCAN = 4000;
const HANDLE =
  /^(?:<(@?[\w.-]{1,40})>|`(@[\w.-]{1,40})`|\*\*(@[\w.-]{1,40})\*\*|\[(@?[\w.-]{1,40})\](?!\(|\[)(?=\s*[:-])|\((@[\w.-]{1,40})\)|(@[\w.-]{1,40})(?=\s*(?::|-\s)))\s{0,40}(?::|[-–—](?=\s))?\s{0,40}/;
const MENTION = /^(@[\w.-]{1,40})\b/;

/** A remark in brackets next to the time, `22:52 (maybe earlier?)`: part of the time, not of the text. */
const ASIDE = /^\([^()]{1,80}\)$/;

/** `planned maintenance](https://…)`: the text of a link that opened before the time. */
const OPEN_LINK = /^([^[\]\n]{1,300})\]\([^()\s]{1,2000}\)/;

/** Returns title, body, actor and link of an entry. The title is its first sentence or line as plain text. */
export function readWords(entry: Entry): EntryWords {
  const aside =
    ASIDE.test((entry.text[0] ?? "").trim()) && entry.text.some((line, index) => index > 0 && line.trim() !== "");
  const text = trimBlank(aside ? entry.text.slice(1) : entry.text);
  const opening = (text[0] ?? "").replace(OPEN_LINK, "$1");
  const handle = HANDLE.exec(opening.slice(0, 120));
  const named = handle?.slice(1).find((group) => group !== undefined) ?? null;
  const lines = [handle ? opening.slice(handle[0].length) : opening, ...text.slice(1)];
  const { first, rest } = firstParagraph(dropEmphasis(lines, entry.stamp.openEmphasis));
  const plain = plainText(first.slice(0, SCAN));
  const title = titleOf(plain);
  const links = linksIn(first.slice(0, SCAN));
  const body = bodyOf(first, title, links.length > 1);
  return {
    title,
    body: [body, rest, entry.extra.join("\n"), aside ? `${entry.stamp.statedText} ${entry.text[0]}` : ""]
      .filter((part) => part.trim() !== "")
      .join("\n\n"),
    actor: entry.actor ?? named ?? MENTION.exec(plain)?.[1] ?? null,
    url: links[0] ?? linksIn(rest.slice(0, SCAN))[0] ?? null,
  };
}

function trimBlank(lines: string[]): string[] {
  const from = lines.findIndex((line) => line.trim() !== "");
  const to = lines.findLastIndex((line) => line.trim() !== "");
  return from < 0 ? [] : lines.slice(from, to + 1);
}

function dropEmphasis(lines: string[], mark: string): string[] {
  const last = lines.length - 1;
  if (mark === "") return lines;
  return lines.map((line, index) => {
    const end = line.trimEnd();
    return index === last && end.endsWith(mark) ? end.slice(0, -mark.length) : line;
  });
}

/** A wrapped sentence continues. A short line, a list, code or a blank line ends the first paragraph. */
function firstParagraph(lines: string[]): { first: string; rest: string } {
  if (/^\s{0,40}(?:`{3}|~{3})/.test(lines[0] ?? ""))
    return { first: (lines[1] ?? "").trim(), rest: lines.join("\n").trimEnd() };
  let first = (lines[0] ?? "").replace(/^\s{0,40}(?:[-*+•:➜⇒→]|\d{1,3}[.)])\s+/u, "").trim();
  let index = 1;
  for (; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    if (line.trim() === "" || /^\s*(?:[-*+•>|#]|\d{1,3}[.)]\s|`{3}|~{3}|!\[)/.test(line.slice(0, 80))) break;
    const above = (lines[index - 1] ?? "").trim();
    const wrapped = above.length >= 50 || /^\s*[a-z(]/.test(line) || /[,;(–-]$/.test(above);
    if (!wrapped || first.length > SCAN) break;
    first = `${first} ${line.trim()}`;
  }
  return { first, rest: dedent(lines.slice(index)).join("\n").replace(/^\n+/, "").trimEnd() };
}

/** Removes the indentation that all lines share. */
function dedent(lines: string[]): string[] {
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
  const shared = indents.reduce((least, indent) => Math.min(least, indent), Number.POSITIVE_INFINITY);
  return Number.isFinite(shared) && shared > 0 ? lines.map((line) => line.slice(shared)) : lines;
}

/** Returns what the title doesn't contain. With a cut title or lost links, this is the whole text. */
function bodyOf(first: string, title: string, manyLinks: boolean): string {
  const plain = plainText(first.slice(0, SCAN));
  if (manyLinks || title.endsWith("…") || first.length > SCAN) return first;
  if (plain === title) return "";
  const at = sentenceBreak(first, title);
  return at < 0 ? first : first.slice(at).trim();
}

/** Returns where the title ends in the text as written, including marks. -1 if that can't be found. */
function sentenceBreak(first: string, title: string): number {
  for (const end of first.slice(0, SCAN).matchAll(/[.!?]["”')\]*_`]{0,3}(?=\s)/g)) {
    const at = end.index + end[0].length;
    if (plainText(first.slice(0, at)) === title) return at;
  }
  return -1;
}
