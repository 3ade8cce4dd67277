import type { ParseOptions } from "#importers/base/importer.ts";
import { type Fields, onceAShape } from "./fields/record-shape.ts";
import { bareName } from "./fields/time-names.ts";
import { type FieldTime, firstTime } from "./told.ts";

/** `firstSeen`, `first_occurrence_timestamp`, `FirstDetectedAt`. A first reply or login isn't an occurrence. */
const FIRST =
  /^first(?:ly)?(?=(?:occur|seen|detect|observ|notic|event|happen|fail|error|match|hit|timestamp|time|date|received|recorded|report|trigger|fired))/;

const pairsIn = onceAShape((keys): ReadonlyMap<string, string> => {
  const named = new Map(keys.map((key) => [bareName(key), key]));
  const pairs = new Map<string, string>();
  for (const [name, first] of named) {
    const last = FIRST.test(name) ? named.get(name.replace(FIRST, "last")) : undefined;
    if (last !== undefined) pairs.set(first, last);
  }
  return pairs;
});

/** Returns whether records of this shape can state a first and a last occurrence. */
export const mayRecur = (fields: Fields): boolean => pairsIn(fields).size > 0;

const MINUTE = "yyyy-mm-ddThh:mm".length;

/** Returns when a problem occurred last, if this is the time of its first occurrence, in an earlier minute. */
export function lastOccurrence(fields: Fields, first: FieldTime, options: ParseOptions): FieldTime | null {
  const key = pairsIn(fields).get(first.key);
  const last = key === undefined ? null : firstTime([{ key, value: fields.record[key] }], options);
  const [from, to] = [first, last].map((time) => time?.stated.at?.slice(0, MINUTE));
  return from && to && to > from ? last : null;
}
