import { onceAText } from "#lib/base/text/once-a-text.ts";
import { isPlainLine } from "#lib/base/text/plain-line.ts";
import { isRecord } from "./values.ts";

const TITLE_LENGTH = 200;
const PREVIEW_LENGTH = 240;
/** Bounded, because a run of millions exceeds the stack of the expression. */
const RUN = /\s{1,999}/g;
/** White space other than a single space between words. */
const UNEVEN = /^\s|[^\S ]|\s\s|\s$/;

/** Returns text with white space collapsed to single spaces, cut to `length` characters with an ellipsis. */
export function oneLine(text: string, length = TITLE_LENGTH): string {
  let flat = text;
  while (!isPlainLine(flat) && UNEVEN.test(flat)) flat = flat.trim().replace(RUN, " ");
  if (flat.length <= length) return flat;
  const cut = flat.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, "");
  return `${cut.trimEnd()}…`;
}

/** Returns a title of one line, and the whole text as the body if the title doesn't contain all of it. */
export function titleAndBody(text: string): { title: string; body: string } {
  const whole = text.trim();
  const lineEnd = whole.indexOf("\n");
  const title = oneLine(lineEnd < 0 ? whole : whole.slice(0, lineEnd));
  return { title, body: title === whole ? "" : whole };
}

/** Joins the parts that aren't empty, one paragraph each. */
export function paragraphs(...parts: (string | null | undefined)[]): string {
  let whole = "";
  for (const part of parts) {
    if (!part || part.trim() === "") continue;
    whole = whole === "" ? part : `${whole}\n\n${part}`;
  }
  return whole;
}

/** Returns "A b" for "a_b" or "a.b". Cached, because the same few codes occur in every record. */
export const sentenceCase = onceAText(1000, (code): string => {
  const words = code.replace(/[_.\s]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
});

/** Returns a short preview of a value for a reject, bounded in depth and length against hostile JSON. */
export function previewOf(value: unknown): string {
  return oneLine(peek(value, 2), PREVIEW_LENGTH);
}

/** Cached, because the same field names occur in every record. */
const quotedName = onceAText(1000, (name): string => JSON.stringify(name.slice(0, 60)));

function peek(value: unknown, depth: number): string {
  if (typeof value === "string") return JSON.stringify(value.slice(0, PREVIEW_LENGTH));
  if (Array.isArray(value)) {
    if (depth === 0) return `[${value.length} items]`;
    return `[${value.slice(0, 3).map((item) => peek(item, depth - 1))}${value.length > 3 ? ",…" : ""}]`;
  }
  if (!isRecord(value)) return String(value);
  const keys = Object.keys(value);
  if (depth === 0) return `{${keys.length} fields}`;
  let shown = "";
  for (let at = 0; at < keys.length && at < 8; at += 1) {
    const key = keys[at] ?? "";
    shown += `${at === 0 ? "" : ","}${quotedName(key)}:${peek(value[key], depth - 1)}`;
  }
  return `{${shown}${keys.length > 8 ? ",…" : ""}}`;
}
