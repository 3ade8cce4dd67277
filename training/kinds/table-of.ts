import { EVENT_KINDS } from "#lib/base/vocabulary/event-kinds.ts";
import { LETTERS, type WeightTable } from "#lib/incidents/timeline/kinds/weights/chances.ts";
import { learn } from "./learn.ts";
import { type Line, toLesson } from "./lessons.ts";

const UNIT = 0.05;
/** Smaller weights add too little to be worth storing. */
const LEAST = 2;

const whole = (weights: Float64Array): number[] => [...weights].map((weight) => Math.round(weight / UNIT));

/** The learned weights as they are stored: whole numbers of a unit, with the signs in order. */
export function tableOf(lines: readonly Line[]): WeightTable {
  const told = new Set(lines.flatMap(({ kinds }) => kinds));
  const learned = learn(
    lines.map(toLesson),
    EVENT_KINDS.filter((kind) => told.has(kind)),
  );
  const signs = [...learned.signs].flatMap(([sign, weights]) => {
    const pairs = whole(weights).map((weight, place) => (Math.abs(weight) < LEAST ? "" : `${LETTERS[place]}${weight}`));
    return pairs.every((pair) => pair === "") ? [] : [`${sign}\t${pairs.join("")}`];
  });
  return { unit: UNIT, kinds: learned.kinds, bias: whole(learned.bias), signs: signs.sort().join("\n") };
}
