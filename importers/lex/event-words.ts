import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import { WORD_RULES } from "./event-word-rules.ts";
import { WordIndex } from "./word-index.ts";

const SCAN = 300;
const index = new WordIndex(WORD_RULES.map(([, beginnings]) => beginnings));

/** The kind that an entry's words suggest; `observation` when no rule speaks. */
export function guessKind(words: string): EventKind {
  const text = words.slice(0, SCAN).toLowerCase();
  const candidates = index.candidates(text);
  if (candidates === null) return "observation";
  for (let place = 0; place < candidates.length; place += 1) {
    const rule = candidates[place] === 1 ? WORD_RULES[place] : undefined;
    if (rule?.[2].test(text)) return rule[0];
  }
  return "observation";
}
