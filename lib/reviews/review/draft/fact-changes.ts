import { diffArrays } from "diff";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { type Sentence, sentencesOf, sentenceWords } from "#lib/document/sentences.ts";

/** A section's sentence when it was generated, and the sentence that the facts give now. Null if there is none. */
export interface FactChange {
  was: Sentence | null;
  now: Sentence | null;
  /** The section still contains the old sentence word for word, which makes it replaceable. */
  isReplaceable: boolean;
}

/** Below this share of common words, two sentences are about different things. */
const ALIKE = 0.4;

const wordsOf = (sentence: Sentence): string[] => sentenceWords(sentence).match(/[\p{L}\p{N}:.,]*[\p{L}\p{N}]/gu) ?? [];

function likeness(one: Sentence, other: Sentence): number {
  const [left, right] = [new Set(wordsOf(one)), new Set(wordsOf(other))];
  const common = [...left].filter((word) => right.has(word)).length;
  return common / Math.max(left.size, right.size, 1);
}

type Pair = Pick<FactChange, "was" | "now">;

/**
 * Pairs each sentence that went with the most similar one that came in its place. A single one of each is a pair,
 * however different they are. Either side of a pair can be missing.
 */
function pairUp(gone: readonly Sentence[], come: readonly Sentence[]): Pair[] {
  const free = new Set(come);
  const isOnly = gone.length === 1 && come.length === 1;
  const pairs = gone.map((was) => {
    const [now = null] = [...free]
      .filter((one) => isOnly || likeness(was, one) >= ALIKE)
      .sort((a, b) => likeness(was, b) - likeness(was, a));
    if (now) free.delete(now);
    return { was, now };
  });
  return [...pairs, ...[...free].map((now) => ({ was: null, now }))];
}

/** The sentences that differ, in their order. */
function differences(before: readonly Sentence[], after: readonly Sentence[]): Pair[] {
  const parts = diffArrays([...before], [...after], { comparator: (one, other) => one.text === other.text });
  return parts.flatMap(({ added, removed, value }, index) => {
    if (removed) return pairUp(value, parts[index + 1]?.added ? (parts[index + 1]?.value ?? []) : []);
    return added && !parts[index - 1]?.removed ? pairUp([], value) : [];
  });
}

/**
 * Returns the words of a sentence that the other doesn't have: those with a digit if there are any, because the others
 * are grammar.
 */
export function changedWords(was: Sentence | null, now: Sentence | null): string[] {
  const kept = new Set(now ? wordsOf(now) : []);
  const changed = (was ? wordsOf(was) : []).filter((word) => !kept.has(word));
  const figures = changed.filter((word) => /\d/.test(word));
  return figures.length > 0 ? figures : changed;
}

/**
 * Compares the facts that a section was generated from with today's, sentence by sentence. `written` is the section as
 * people have made it. Leaves out what they no longer say, and what they already say.
 */
export function factChanges(
  generated: readonly DocumentNode[],
  today: readonly DocumentNode[],
  written: readonly DocumentNode[],
): FactChange[] {
  const [before, after, said] = [sentencesOf(generated), sentencesOf(today), sentencesOf(written)];
  const has = (all: readonly Sentence[], { text }: Sentence) => all.some((one) => one.text.includes(text));
  const saidWords = new Set(said.flatMap(wordsOf));
  return differences(before, after).flatMap(({ was, now }) => {
    if (now !== null && has(said, now)) return [];
    const isReplaceable = was !== null && now !== null && has(said, was);
    const isSaid = was === null || isReplaceable || changedWords(was, now).some((word) => saidWords.has(word));
    return isSaid ? [{ was, now, isReplaceable }] : [];
  });
}
