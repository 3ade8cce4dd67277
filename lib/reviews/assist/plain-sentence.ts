import { isVisible, onOneLine } from "#lib/base/text/one-line.ts";
import { storable } from "#lib/base/text/storable.ts";

/** Letters without a form of their own: zero width, direction marks, variation and tags. They can hide text. */
const UNSEEN = /[\p{Cf}\p{Co}\p{Cn}]|\p{Variation_Selector}/gu;

/** Content that isn't plain text: addresses, markup, and names that would identify someone. */
const NOT_PLAIN = [
  /[a-z][a-z0-9+.-]*:\/\//i,
  /\b(?:javascript|vbscript|mailto):|\bdata:\w+\//i,
  /\bwww\./i,
  /<[a-z!/?]/i,
  /\]\s*[([]/,
  /!\[/,
  /(?:^|[\s(["'])@[\p{L}\p{N}_]/u,
  /\S@\S+\.\S/,
  /```|^\s*(?:#{1,6}|>|[-*+]|\d+[.)])\s|^\s*(?:---|\*\*\*|___)\s*$|^\s*\|/,
] as const;

/**
 * Returns text from the assistant as one line of words, or null if it is more than that, such as a link or markup.
 * Letters that can't be seen are removed first, so they can't hide a link.
 */
export function plainSentence(text: string, longest: number): string | null {
  const line = onOneLine(storable(text).normalize("NFC")).replace(UNSEEN, "").replace(/\s+/g, " ").trim();
  const isPlain = isVisible(line) && line.length <= longest && !NOT_PLAIN.some((pattern) => pattern.test(line));
  return isPlain ? line : null;
}
