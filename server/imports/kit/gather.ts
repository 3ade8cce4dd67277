import { flat } from "./known-fields.ts";
import { isRecord, type JsonRecord } from "./values.ts";

const DEPTH = 4;
const WIDTH = 60;

/**
 * A delivery laid flat until it says enough: its own fields, then those of the objects inside it, level by level. A field
 * nearer to the top, or earlier on its level, wins. Null for what is no object.
 */
export function gather(value: unknown, isEnough: (record: JsonRecord) => boolean): JsonRecord | null {
  if (!isRecord(value)) return null;
  let whole = flat(value);
  let level: JsonRecord[] = [whole];
  for (let depth = 0; depth < DEPTH && !isEnough(whole); depth += 1) {
    level = level
      .flatMap((record) => Object.values(record).filter(isRecord))
      .slice(0, WIDTH)
      .map(flat);
    whole = Object.assign({}, ...level.toReversed(), whole);
  }
  return whole;
}
