import type { WordRun } from "./word-runs.ts";

/** Where a sentence is in the text of its block. */
interface Span {
  from: number;
  to: number;
}

/** Neighbouring parts of a compared block that belong to one sentence. */
export interface SentencePiece {
  /** The text that its sentence is of: what went is in the older one only. */
  side: "before" | "after";
  /** Place in the sentences of that side, or -1 where they aren't known. */
  sentence: number;
  runs: WordRun[];
}

/** Divides a compared block into its sentences. Those of words that went are the older text's. */
export function sentencePieces(
  runs: readonly WordRun[],
  { before, after }: { before: readonly Span[]; after: readonly Span[] },
): SentencePiece[] {
  const pieces: SentencePiece[] = [];
  const read = { before: 0, after: 0 };
  for (const { text, change } of runs) {
    const side = change === "out" ? "before" : "after";
    const spans = side === "before" ? before : after;
    const start = read[side];
    for (let at = 0; at < text.length; ) {
      const sentence = spans.findIndex(({ from, to }) => from <= start + at && start + at < to);
      const end = sentence < 0 ? text.length : Math.min(text.length, (spans[sentence]?.to ?? 0) - start);
      const part = { text: text.slice(at, end), change };
      const last = pieces.at(-1);
      if (last?.side === side && last.sentence === sentence) last.runs.push(part);
      else pieces.push({ side, sentence, runs: [part] });
      at = end;
    }
    if (change !== "in") read.before += text.length;
    if (change !== "out") read.after += text.length;
  }
  return pieces;
}
