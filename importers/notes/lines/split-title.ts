import { plainText } from "#importers/lex/markdown.ts";

const TITLE_LENGTH = 160;
const WHOLE_LENGTH = 140;
const SENTENCE_END = /[.!?](?=["”')\]]?\s+["“'`([]?[\p{Lu}\d])/gu;
const NOT_AN_END = /(?:\b(?:e\.g|i\.e|etc|vs|approx|ca|resp|no|dr|mr|ms|st|fig|incl|est)|\b\p{L})\.$/iu;
const SCAN = 4000;

/**
 * Returns a title from plain text: all of it if short, then the first sentence, otherwise as much as fits, up to
 * the end of a word.
 */
export function titleOf(plain: string): string {
  if (plain.length <= WHOLE_LENGTH) return plain;
  for (const end of plain.slice(0, TITLE_LENGTH + 1).matchAll(SENTENCE_END)) {
    const sentence = plain.slice(0, end.index + 1);
    if (sentence.length >= 12 && !NOT_AN_END.test(sentence)) return sentence;
  }
  const cut = plain.slice(0, TITLE_LENGTH - 1);
  const space = cut.lastIndexOf(" ");
  return `${(space > TITLE_LENGTH / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:–—-]+$/, "")}…`;
}

/** Returns title and body of a cell. If the title had to be cut, the whole text is in the body. */
export function splitTitle(text: string, body = ""): { title: string; body: string } {
  const plain = plainText(text.slice(0, SCAN));
  const lineEnd = text.indexOf("\n");
  const title = titleOf((lineEnd < 0 ? plain : plainText(text.slice(0, Math.min(lineEnd, SCAN)))) || plain);
  const whole = title === plain && text.length <= SCAN;
  return { title, body: [whole ? "" : text, body].filter((part) => part !== "").join("\n\n") };
}
