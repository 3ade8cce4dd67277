import type { Signs } from "../weights/signs.ts";
import type { ToldElsewhere } from "./in-other-languages.ts";

const MOST_WORDS = 40;
const HEAD = 2;
/** Letters that related words share: "startet", "startete". */
const BEGINNINGS = [4, 6] as const;
const ENDING = 3;
/** Words, numbers, and letters of East Asia, where each pair of letters counts as a word. */
const UNDIVIDED = /[\u3040-\u30ff\u4e00-\u9fff]+|[\uac00-\ud7af]+|[\p{L}]+|\d+|[%?]/gu;
const IS_UNDIVIDED = /^[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/;
const ACCENTS = /\p{Diacritic}/gu;

/**
 * Returns the features of a text in a language other than English: what its known words mean, alone and in pairs, its
 * words with their beginnings and ends, and pairs of letters of East Asia.
 */
export function signsElsewhere(text: string, { means, kind }: ToldElsewhere): Signs {
  const all = new Set<string>();
  const stems: string[] = [];
  const meant = [...means].sort();
  for (const [place, one] of meant.entries()) {
    all.add(`m:${one}`);
    for (const other of meant.slice(place + 1)) all.add(`m:${one}+${other}`);
  }
  all.add(`means ${Math.min(meant.length, 3)}`);
  if (kind) all.add(`rule:${kind}`);
  const words = (text.toLowerCase().match(UNDIVIDED) ?? []).slice(0, MOST_WORDS);
  for (const [place, word] of words.entries()) {
    if (IS_UNDIVIDED.test(word)) addPairs(all, stems, word);
    else addWord(all, stems, plain(word), place);
  }
  const last = words.at(-1);
  if (last) all.add(`${IS_UNDIVIDED.test(last) ? last.slice(-2) : plain(last)}$`);
  all.add(`words ${Math.min(Math.ceil(words.length / 3), 4)}`);
  return { all, stems };
}

const plain = (word: string): string =>
  /^\d/.test(word) ? "#" : word.normalize("NFD").replace(ACCENTS, "").normalize("NFC");

function addPairs(all: Set<string>, stems: string[], word: string): void {
  const letters = [...word];
  for (const [place, letter] of letters.entries()) {
    const pair = letter + (letters[place + 1] ?? "");
    if (pair.length > 1 || letters.length === 1) stems.push(pair);
    all.add(pair);
    if (place + 2 < letters.length) all.add(pair + letters[place + 2]);
  }
}

function addWord(all: Set<string>, stems: string[], word: string, place: number): void {
  all.add(word);
  stems.push(word);
  for (const many of BEGINNINGS) if (word.length > many) all.add(`${word.slice(0, many)}…`);
  if (word.length > BEGINNINGS[1]) all.add(`…${word.slice(-ENDING)}`);
  if (place < HEAD) all.add(`^${word}`);
}

/** Returns whether a sign tells what words mean, in any language. */
export const isOfMeaning = (sign: string): boolean => /^(?:m|rule):|^means /.test(sign);
