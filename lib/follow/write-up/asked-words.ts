import { countWords } from "#lib/base/text/sentence.ts";

/** Returns how many events of an import have no time until someone answers. Nothing for none. */
export const askedWords = (asked: number): string[] =>
  asked > 0 ? [`${countWords(asked, "event")} waiting for a day or time zone`] : [];
