import { oneLine } from "../kit/words.ts";

const LINK =
  /!?\[([^\]\n]{0,300})\]\((<[^>\n]{0,2000}>|[^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,2000}){0,3})(?:\s+"[^"\n]{0,300}")?\)/g;
const REFERENCE = /\[([^[\]\n]{1,300})\]\[[^[\]\n]{0,300}\]/g;
const BRACKETS = /(^|[^\w\]!])\[([^[\]\n]{1,300})\](?![(:[\w])/g;
const AUTOLINK = /<(https?:\/\/[^>\s]{1,2000})>/g;
const BARE_URL = /https?:\/\/[^\s<>()[\]"'`]{1,2000}/g;
const BREAK = /<br\s{0,4}\/?>/gi;
const TAG =
  /<\/?(?:a|b|br|code|del|details|div|em|font|h[1-6]|i|img|kbd|li|ol|p|s|small|span|strong|sub|summary|sup|table|td|th|tr|tt|u|ul)(?:\s[^<>]{0,300})?\/?>/gi;

/** A text without any of these signs has no markup. */
const MARKED = /[[\]<*_~`\\&]/;

const ENTITIES: Record<string, string> = {
  "&lt;": "<",
  "&gt;": ">",
  "&amp;": "&",
  "&quot;": '"',
  "&nbsp;": " ",
  "&#39;": "'",
};

/** Markdown as plain words on one line: links keep their text, emphasis and code marks go. */
export function plainText(markdown: string): string {
  if (!MARKED.test(markdown)) return oneLine(markdown, Number.POSITIVE_INFINITY);
  return markdown
    .replace(BREAK, " ")
    .replace(LINK, "$1")
    .replace(REFERENCE, "$1")
    .replace(BRACKETS, "$1$2")
    .replace(AUTOLINK, "$1")
    .replace(TAG, "")
    .replace(/\*\*|__(?=\S)|(?<=\S)__|~~/g, "")
    .replace(/(^|[\s(“"'])[*_]([^*_\n]{1,300})[*_](?=$|[\s).,;:!?”"'])/g, "$1$2")
    .replaceAll("`", "")
    .replace(/\\([\\`*_{}[\]()#+.!|>~-])/g, "$1")
    .replace(/&(?:lt|gt|amp|quot|nbsp|#39);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\s+/g, " ")
    .trim();
}

/** Every web address in a text, in order, each once. */
export function linksIn(markdown: string): string[] {
  const found: string[] = [];
  for (const match of markdown.matchAll(LINK)) found.push((match[2] ?? "").replace(/^<|>$/g, ""));
  for (const match of markdown.replace(LINK, " ").matchAll(BARE_URL)) {
    found.push(match[0].replace(/[.,;:!?]+$/, ""));
  }
  return [...new Set(found.filter((url) => /^https?:\/\//i.test(url)))];
}
