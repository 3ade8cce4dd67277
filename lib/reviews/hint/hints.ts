import { hashOfText } from "#lib/document/draft-hash.ts";
import patterns from "./patterns.json" with { type: "json" };
import type { HintScope, ReadLine } from "./read-line.ts";

/** A wording that closes an inquiry, with the reason and a better question. */
export interface HintPattern {
  id: string;
  severity: "warn" | "hint";
  scope: readonly HintScope[];
  message: string;
  suggestion: string;
}

/** Words of a text that a pattern found. */
export interface Hint {
  pattern: string;
  from: number;
  to: number;
}

const FLAGS = "giu";
/** Of a longer paragraph, the rest is not read. */
const MOST_LETTERS = 5000;
/** More in one paragraph would hide its words. */
const MOST_HINTS = 12;

interface Rule extends HintPattern {
  regex: RegExp;
}
const RULES: readonly Rule[] = patterns.map(({ pattern, ...rule }) => ({
  ...(rule as HintPattern),
  regex: new RegExp(pattern, FLAGS),
}));
const BY_ID: ReadonlyMap<string, HintPattern> = new Map(RULES.map((rule) => [rule.id, rule]));

export const HINT_IDS: readonly string[] = [...BY_ID.keys()];

/** Returns a pattern by its id. */
export const hintPattern = (id: string): HintPattern | undefined => BY_ID.get(id);

/** Returns the hints in a paragraph, in reading order. Where several overlap, the first and then the longest one. */
export function findHints(text: string, scope: HintScope): Hint[] {
  const read = text.slice(0, MOST_LETTERS);
  const found = RULES.filter((rule) => rule.scope.includes(scope)).flatMap(({ id, regex }) =>
    [...read.matchAll(regex)].map(({ index, 0: words }) => ({ pattern: id, from: index, to: index + words.length })),
  );
  found.sort((a, b) => a.from - b.from || b.to - a.to);
  const kept: Hint[] = [];
  for (const hint of found) {
    if (kept.length === MOST_HINTS) break;
    if (hint.to > hint.from && hint.from >= (kept.at(-1)?.to ?? 0)) kept.push(hint);
  }
  return kept;
}

/** A hint with the sentence that it is in, and what to say about it. */
export interface SentenceHint extends Hint, Pick<HintPattern, "message" | "suggestion"> {
  sentence: { hash: string; from: number; to: number };
}

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** Returns the hints in a line, each with its sentence. A dismissal counts until a word of the sentence changes. */
export function hintsOfLine({ letters, scope }: ReadLine): SentenceHint[] {
  const hints = findHints(letters, scope);
  if (hints.length === 0) return [];
  const sentences = [...segmenter.segment(letters)].map(({ index, segment }) => ({
    hash: hashOfText(segment.trim()),
    from: index,
    to: index + segment.trimEnd().length,
  }));
  return hints.flatMap((hint) => {
    const sentence = sentences.findLast(({ from }) => from <= hint.from);
    const { message = "", suggestion = "" } = BY_ID.get(hint.pattern) ?? {};
    return sentence ? [{ ...hint, message, suggestion, sentence }] : [];
  });
}
