import type { Clause } from "#lib/base/clauses/clause.ts";
import { hasWord } from "../kinds/word-classes.ts";

const DESTROYING = new Set("delete remove drop wipe truncate erase destroy overwrite purge".split(" "));
/** Words that call an act a mistake. */
const MISTAKEN =
  /\b(?:by (?:mistake|accident)|in error|in the belief|accidental(?:ly)?|inadvertent(?:ly)?|mistaken(?:ly)?|unintentional(?:ly)?|erroneous(?:ly)?|wrongly|the wrong)\b/i;

export const isMistake = (text: string): boolean => MISTAKEN.test(text);

/** Whether a statement tells of data that is destroyed and that nobody can do without. */
export const isDestroying = ({ verb, words }: Clause): boolean => DESTROYING.has(verb) && hasWord(words, "LASTING");

/** Whether a statement tells that data is brought back. */
export const isBringingBack = ({ verb, words }: Clause): boolean =>
  (verb === "restore" || verb === "recover") && (hasWord(words, "LASTING") || hasWord(words, "COPY"));
