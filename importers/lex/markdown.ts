import { oneLine } from "#importers/base/words.ts";

const LINK =
  /!?\[([^\]\n]{0,300})\]\((<[^>\n]{0,2000}>|[^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,2000}){0,3})(?:\s+"[^"\n]{0,300}")?\)/g;
const REFERENCE = /\[([^[\]\n]{1,300})\]\[[^[\]\n]{0,300}\]/g;
const AUTOLINK = /<(https?:\/\/[^>\s]{1,2000})>/g;
const BARE_URL = /https?:\/\/[^\s<>()[\]"'`]{1,2000}/g;
const BREAK = /<br\s{0,4}\/?>/gi;
const TAG =
  /<\/?(?:a|b|br|code|del|details|div|em|font|h[1-6]|i|img|kbd|li|ol|p|s|small|span|strong|sub|summary|sup|table|td|th|tr|tt|u|ul)(?:\s[^<>]{0,300})?\/?>/gi;

const STRONG = /\*\*|__(?=\S)|(?<=\S)__|~~/g;
const EMPHASIS = /(^|[\s(“"'])[*_]([^*_\n]{1,300})[*_](?=$|[\s).,;:!?”"'])/g;
const ESCAPED = /\\([\\`*_{}[\]()#+.!|>~-])/g;
/** A backslash at the end of a line breaks it. */
const HARD_BREAK = /(?<!\\)\\(?=\n|$)/g;
const ENTITY = /&(?:lt|gt|amp|quot|nbsp|#39);/g;

/** A text without any of these characters has no markup. */
const MARKED = /[[\]<*_~`\\&]/;
/** The replacement of each piece of markup, in order. A piece can't occur without one of its characters. */
const MARKUP: readonly (readonly [signs: readonly string[], pattern: RegExp, plain: string])[] = [
  [["<"], BREAK, " "],
  [["]("], LINK, "$1"],
  [["]["], REFERENCE, "$1"],
  [["<"], AUTOLINK, "$1"],
  [["<"], TAG, ""],
  [["**", "__", "~~"], STRONG, ""],
  [["*", "_"], EMPHASIS, "$1$2"],
  [["`"], /`/g, ""],
  [["\\"], HARD_BREAK, ""],
  [["\\"], ESCAPED, "$1"],
];

const ENTITIES: Record<string, string> = {
  "&lt;": "<",
  "&gt;": ">",
  "&amp;": "&",
  "&quot;": '"',
  "&nbsp;": " ",
  "&#39;": "'",
};

/** Returns Markdown as plain text on one line: links keep their text, and emphasis and code marks are removed. */
export function plainText(markdown: string): string {
  if (!MARKED.test(markdown)) return oneLine(markdown, Number.POSITIVE_INFINITY);
  let text = markdown;
  for (const [signs, pattern, plain] of MARKUP) {
    if (signs.some((sign) => text.includes(sign))) text = text.replace(pattern, plain);
  }
  if (text.includes("&")) text = text.replace(ENTITY, (entity) => ENTITIES[entity] ?? entity);
  return oneLine(text, Number.POSITIVE_INFINITY);
}

const LABEL = /^ {0,3}\[([^\]]{1,200})\]:[ \t]*\S/gm;
const SHORT_REFERENCE = /(^|[^\w\]!])\[([^[\]\n]{1,300})\](?![(:[\w])/g;

/** Returns the names of the links that a text defines at its end, in lower case. */
export const linkLabels = (markdown: string): Set<string> =>
  new Set([...markdown.matchAll(LABEL)].map(([, label = ""]) => label.toLowerCase()));

/** Resolves `[name]` for defined links. Other text in brackets keeps them. */
export const openReferences = (markdown: string, labels: ReadonlySet<string>): string =>
  labels.size === 0 || !markdown.includes("[")
    ? markdown
    : markdown.replace(SHORT_REFERENCE, (whole, before: string, label: string) =>
        labels.has(label.toLowerCase()) ? `${before}${label}` : whole,
      );

/** Returns every web URL in a text, in order, each once. */
export function linksIn(markdown: string): string[] {
  if (!markdown.includes("://")) return [];
  const found: string[] = [];
  for (const match of markdown.matchAll(LINK)) found.push((match[2] ?? "").replace(/^<|>$/g, ""));
  for (const match of markdown.replace(LINK, " ").matchAll(BARE_URL)) {
    found.push(match[0].replace(/[.,;:!?]+$/, ""));
  }
  return [...new Set(found.filter((url) => /^https?:\/\//i.test(url)))];
}
