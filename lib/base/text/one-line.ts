const BREAKS = /\r\n|[\p{Cc}\p{Zl}\p{Zp}]/gu;
/** Marks that turn the direction of the text after them, which makes `exe.gpj` look like `jpg.exe`. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/gu;
const UNFIT = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Returns whether text is one line without control characters, and doesn't turn the text around it. */
export const isOneLine = (text: string): boolean => !UNFIT.test(text);

/** Returns whether text contains a letter, a number or a sign. As a name it can then be seen. */
export const isVisible = (text: string): boolean => VISIBLE.test(text);

/** Returns text as one line: a space for each line end, tab or control character, and no marks that turn text. */
export const onOneLine = (text: string): string => text.replace(BREAKS, " ").replace(TURNS, "");

/** Returns a line, cut between words and with an ellipsis if it is longer than `most` letters. */
export function shortened(line: string, most: number): string {
  if (line.length <= most) return line;
  const cut = line.slice(0, most - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), most / 2))}…`;
}
