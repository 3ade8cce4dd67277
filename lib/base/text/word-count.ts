let segmenter: Intl.Segmenter | undefined;

/** Returns how many words a text has, in any script: Unicode finds their bounds (UAX 29). Signs alone don't count. */
export function wordCountOf(text: string): number {
  segmenter ??= new Intl.Segmenter("en", { granularity: "word" });
  let count = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) count += 1;
  return count;
}

/** Words a minute of an adult who reads English non-fiction silently (Brysbaert 2019). */
const WORDS_PER_MINUTE = 238;

/** Returns the reading time in whole minutes, at least 1. */
export const readingMinutes = (words: number): number => Math.max(1, Math.round(words / WORDS_PER_MINUTE));
