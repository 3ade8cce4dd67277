import { findFences } from "./fences.ts";
import type { BrokenText } from "./line-breaks.ts";

/** Tags around words in a line: "<b>10:02 UTC</b> – It fell". */
const STRONG = /<(b|strong|em|i|u|code|tt|kbd|mark|span|time)(?:\s[^<>]{0,200})?>\s?([^<>\n]{1,120}?)\s?<\/\1>/gi;
/** "_10:02 UTC_", "__10:02__". An underscore within a word or a name is part of it. */
const UNDERSCORES =
  /(?<![\p{L}\p{N}_])(_{1,2})((?=[^\s_])(?:[^_\n]|(?<=\w)_(?=\w)){1,120}(?<=[^\s_]))\1(?![\p{L}\p{N}_])/gu;
const TIMED = /\d{1,2}[:.h]\d{2}/;
const ALONE = /^\s{0,8}(?:#{1,6}\s{1,4})?<(b|strong)>([^<>\n]{1,80})<\/\1>\s{0,4}:?\s{0,4}$/i;
const MARKED = /<[a-z]|_\d|_\S[^_\n]{0,40}\d[:.h]\d/i;

/** Rewrites tags and underscores around times as stars, which every reader of lines knows. Null if there are none. */
export function openEmphasis(text: string): BrokenText | null {
  if (!MARKED.test(text)) return null;
  const raws = text.split(/\r\n|\n|\r/);
  const fenced = findFences(raws);
  const opened = raws.map((raw, index) => (fenced[index] ? raw : openLine(raw)));
  if (opened.every((raw, index) => raw === raws[index])) return null;
  return { text: opened.join("\n"), lines: raws.map((_, index) => index + 1) };
}

function openLine(raw: string): string {
  if (raw.length > LONGEST || !MARKED.test(raw)) return raw;
  const title = ALONE.exec(raw);
  if (title) return raw.replace(/<\/?(?:b|strong)>/gi, "**");
  return raw
    .replace(STRONG, (whole, _, words: string) => (TIMED.test(words) ? `**${words}**` : whole))
    .replace(UNDERSCORES, (whole, mark: string, words: string) =>
      TIMED.test(words) ? `${mark.replaceAll("_", "*")}${words}${mark.replaceAll("_", "*")}` : whole,
    );
}

const LONGEST = 4000;
