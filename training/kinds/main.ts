// npm run train:kinds: learns from the lines next to this file and writes the weights of kinds. With -- --check it
// tests each file with what was learned from the others, and writes nothing.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readClauses } from "#lib/base/clauses/read-clauses.ts";
import { EVENT_KINDS } from "#lib/base/vocabulary/event-kinds.ts";
import { guessByGrammar } from "#lib/incidents/timeline/kinds/guess-kind.ts";
import { shapeOfWords } from "#lib/incidents/timeline/kinds/shape-of-words.ts";
import { weigh } from "#lib/incidents/timeline/kinds/weigh.ts";
import { chancesBy, type WeightTable, writeSign, writeWeight } from "#lib/incidents/timeline/kinds/weights/chances.ts";
import { withoutTimes } from "#lib/incidents/timeline/kinds/without-times.ts";
import { type Lesson, learn, type Pace } from "./learn.ts";
import type { Line } from "./lessons.ts";
import { hashOfLines, readLines, readLinesElsewhere, toLesson, toLessonsElsewhere } from "./lessons.ts";

const UNIT = 0.05;
/** Smaller weights add too little to be worth storing. */
const LEAST = 2;
const LEAST_ELSEWHERE = 3;

const whole = (weights: Float64Array): number[] => [...weights].map((weight) => Math.round(weight / UNIT));

/** The learned weights as they are stored: whole numbers of a unit, with the signs in order. */
function tableOf(lessons: readonly Lesson[], pace?: Pace, least = LEAST): WeightTable {
  const told = new Set(lessons.flatMap(({ kinds }) => kinds));
  const learned = learn(
    lessons,
    EVENT_KINDS.filter((kind) => told.has(kind)),
    pace,
  );
  const signs = [...learned.signs]
    .map(([sign, weights]) => ({
      sign,
      letters: whole(weights)
        .map((weight, place) => (Math.abs(weight) < least ? "" : writeWeight(place, weight)))
        .join(""),
    }))
    .filter(({ letters }) => letters !== "")
    .sort((a, b) => (a.sign < b.sign ? -1 : 1));
  const rows = signs.map(({ sign, letters }, at) => writeSign(sign, signs[at - 1]?.sign ?? "", letters));
  return { unit: UNIT, kinds: learned.kinds, bias: whole(learned.bias), signs: rows.join("\n") };
}

const THRESHOLDS = [0.2, 0.3, 0.4].flatMap((ofGrammar) =>
  [0.8, 0.9, 0.95, 0.97].map((ofWeights) => ({ ofGrammar, ofWeights })),
);

/**
 * Learns from all files but one and tests on the lines of that one, for each file. Returns one line of figures for each
 * threshold.
 */
function holdOut(lines: readonly Line[]): string[] {
  const tried = [...new Set(lines.map(({ file }) => file))].flatMap((file) => {
    const chancesOf = chancesBy(tableOf(lines.filter((line) => line.file !== file).map(toLesson)));
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

/** The lines in other languages are few, so each is read many times. */
const OFTEN: Pace = { rounds: 40, leastSeen: 3, l2: 1 };
const fileOf = (path: string) => fileURLToPath(new URL(`../../lib/incidents/timeline/kinds/${path}`, import.meta.url));

if (process.argv.includes("--check")) {
  console.log(holdOut(readLines()).join("\n"));
} else {
  for (const [path, table] of [
    ["weights/weights.json", { lines: hashOfLines(), ...tableOf(readLines().map(toLesson)) }],
    ["weights/elsewhere.json", tableOf(readLinesElsewhere().flatMap(toLessonsElsewhere), OFTEN, LEAST_ELSEWHERE)],
  ] as const) {
    writeFileSync(fileOf(path), `${JSON.stringify(table)}\n`);
    console.log(`${path}: ${table.signs.split("\n").length} signs`);
  }
}
