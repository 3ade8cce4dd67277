import { type Block, pairBlocks } from "./pair-blocks.ts";
import { diffTokens, type PlacedWord } from "./word-runs.ts";

/** Who wrote words and when, to the minute. The author is the id of a user, or one of the two below. */
export interface Origin {
  author: string;
  at: string | null;
}
/** A person whose account was deleted is one who was removed. */
export const AUTHOR_KINDS = ["person", "removed", "generated", "unknown"] as const;
export const GENERATED = "generated";
export const UNKNOWN = "unknown";
export const UNKNOWN_ORIGIN: Origin = { author: UNKNOWN, at: null };

/** Who wrote each word of a text, as stored: runs of words by block. Blocks are those that are compared. */
export interface TextOwners {
  origins: Origin[];
  blocks: [origin: number, words: number][][];
}

/** Puts the origins of words into runs. */
export function packOwners(blocks: readonly (readonly Origin[])[]): TextOwners {
  const indexes = new Map<string, number>();
  const origins: Origin[] = [];
  const indexOf = (origin: Origin) => {
    const key = `${origin.author} ${origin.at}`;
    const known = indexes.get(key);
    if (known !== undefined) return known;
    indexes.set(key, origins.length);
    return origins.push(origin) - 1;
  };
  const packed = blocks.map((words) => {
    const runs: [number, number][] = [];
    for (const index of words.map(indexOf)) {
      const last = runs.at(-1);
      if (last?.[0] === index) last[1] += 1;
      else runs.push([index, 1]);
    }
    return runs;
  });
  return { origins, blocks: packed };
}

/** The origin of each word of blocks with so many words. Unknown where that isn't what was stored. */
export function unpackOwners(owners: TextOwners | null, counts: readonly number[]): Origin[][] {
  return counts.map((count, at) => {
    const words = (owners?.blocks[at] ?? []).flatMap(([index, length]) =>
      Array.from({ length }, () => owners?.origins[index] ?? UNKNOWN_ORIGIN),
    );
    return words.length === count ? words : Array.from({ length: count }, () => UNKNOWN_ORIGIN);
  });
}

/** The blocks of a text with their words. */
export interface WordsOfText {
  blocks: readonly Block[];
  words: readonly (readonly PlacedWord[])[];
}

/** A word by the numbers of its block and within that. */
export type WordPlace = readonly [block: number, word: number];

interface Carrying {
  /** Whether a word of the older text can be one of the newer. */
  isFree(place: WordPlace): boolean;
  /** Whether it is still unknown whose a word of the newer text is. */
  isOpen(place: WordPlace): boolean;
  carry(from: WordPlace, to: WordPlace): void;
  /** So many words in a row are a passage that was moved. */
  passage: number;
}

/**
 * Finds open words of a newer text among the free words of an older one: along the comparison of the two, then where a
 * passage was moved.
 */
export function carryWords(old: WordsOfText, now: WordsOfText, options: Carrying): void {
  const { isFree, isOpen, carry, passage } = options;
  const placeOf = new Map(old.blocks.map((block, at) => [block, at]));
  const pairs = pairBlocks(old.blocks, now.blocks);
  for (const [at, block] of now.blocks.entries()) {
    const words = now.words[at] ?? [];
    const was = pairs.get(block);
    const before = was ? placeOf.get(was) : undefined;
    if (before === undefined || !words.some((_, word) => isOpen([at, word]))) continue;
    const texts = [old.words[before] ?? [], words].map((own) => own.map(({ word }) => word));
    let [from, to] = [0, 0];
    for (const { change, tokens } of diffTokens(texts[0] ?? [], texts[1] ?? []) ?? []) {
      for (const [step] of change === "same" ? tokens.entries() : [])
        if (isFree([before, from + step]) && isOpen([at, to + step])) carry([before, from + step], [at, to + step]);
      if (change !== "in") from += tokens.length;
      if (change !== "out") to += tokens.length;
    }
  }
  const [left, wanted] = [lineOf(old, isFree), lineOf(now, isOpen)];
  const passageAt = (line: readonly LooseWord[], at: number) =>
    line
      .slice(at, at + passage)
      .map(({ word }) => word)
      .join(" ");
  const starts = new Map<string, number>();
  for (const at of left.keys()) starts.set(passageAt(left, at), starts.get(passageAt(left, at)) ?? at);
  for (let at = 0; at + passage <= wanted.length; ) {
    const start = starts.get(passageAt(wanted, at));
    let length = 0;
    for (; start !== undefined && wanted[at + length]; length++) {
      const [from, to] = [left[start + length], wanted[at + length]];
      if (!from || from.word !== to?.word) break;
      if (isFree(from.place)) carry(from.place, to.place);
    }
    at += Math.max(1, length);
  }
}

interface LooseWord {
  word: string;
  place: WordPlace;
}

const lineOf = ({ words }: WordsOfText, isWanted: (place: WordPlace) => boolean): LooseWord[] =>
  words.flatMap((own, block) =>
    own.flatMap(({ word }, at) => {
      const place = [block, at] as const;
      return word.trim() !== "" && isWanted(place) ? [{ word, place }] : [];
    }),
  );

/** Who wrote a sentence, each author once with the time of their last word. */
export interface Sentence {
  /** Where it is in the text of its block as it is compared. */
  from: number;
  to: number;
  /** The same in letters and chips. */
  letters: [from: number, to: number];
  origins: Origin[];
}

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** The sentences of a block. Spaces and punctuation have no author. */
export function sentencesOf(words: readonly PlacedWord[], owners: readonly Origin[]): Sentence[] {
  const text = words.map(({ word }) => word).join("");
  const starts: number[] = [];
  let length = 0;
  for (const { word } of words) {
    starts.push(length);
    length += word.length;
  }
  let at = 0;
  return [...segmenter.segment(text)].map(({ index, segment }) => {
    const end = index + segment.length;
    const latest = new Map<string, Origin>();
    const first = words[at]?.from ?? 0;
    let last = first;
    for (; at < words.length && (starts[at] ?? 0) < end; at++) {
      const [word, origin] = [words[at], owners[at]];
      if (!word) break;
      last = word.to;
      if (!origin || word.to === word.from || !/[\p{L}\p{N}]/u.test(word.word)) continue;
      const known = latest.get(origin.author);
      if (!known || (origin.at ?? "") > (known.at ?? "")) latest.set(origin.author, origin);
    }
    return { from: index, to: end, letters: [first, last], origins: [...latest.values()] };
  });
}
