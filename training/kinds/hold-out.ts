import { readClauses } from "#lib/base/clauses/read-clauses.ts";
import { guessByGrammar } from "#lib/incidents/timeline/kinds/guess-kind.ts";
import { shapeOfWords } from "#lib/incidents/timeline/kinds/shape-of-words.ts";
import { weigh } from "#lib/incidents/timeline/kinds/weigh.ts";
import { chancesBy } from "#lib/incidents/timeline/kinds/weights/chances.ts";
import { withoutTimes } from "#lib/incidents/timeline/kinds/without-times.ts";
import type { Line } from "./lessons.ts";
import { tableOf } from "./table-of.ts";

const THRESHOLDS = [0.2, 0.3, 0.4].flatMap((ofGrammar) =>
  [0.8, 0.9, 0.95, 0.97].map((ofWeights) => ({ ofGrammar, ofWeights })),
);

/**
 * Learns from all files but one and tests on the lines of that one, for each file. Returns one line of figures for each
 * threshold.
 */
export function holdOut(lines: readonly Line[]): string[] {
  const tried = [...new Set(lines.map(({ file }) => file))].flatMap((file) => {
    const chancesOf = chancesBy(tableOf(lines.filter((line) => line.file !== file)));
    return lines
      .filter((line) => line.file === file)
      .map(({ text, kinds }) => {
        const words = withoutTimes(shapeOfWords(text));
        const clauses = readClauses(words);
        return { kinds, told: guessByGrammar(words, clauses), chances: chancesOf(words, clauses) };
      });
  });
  return THRESHOLDS.map((least) => {
    const given = tried.map(({ kinds, told, chances }) => ({ kinds, kind: weigh(told, chances, least).kind }));
    const right = given.filter(({ kinds, kind }) => kinds.includes(kind) && kind !== "observation");
    const asking = given.filter(({ kinds }) => !kinds.includes("observation"));
    const precision = right.length / given.filter(({ kind }) => kind !== "observation").length;
    const recall = right.filter(({ kinds }) => !kinds.includes("observation")).length / asking.length;
    return `${least.ofGrammar} of grammar, ${least.ofWeights} of weights: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`;
  });
}
