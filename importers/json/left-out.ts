import { isRecord, type JsonRecord } from "#importers/base/values.ts";
import { cellsOf } from "./record-words.ts";

const DEPTH = 3;
const MOST = 20;

/**
 * Says, a sentence a list, of which records inside a delivery only the first one spoke: they have no time of their own,
 * so they are no events, and they must not go without a word.
 */
export function leftOutOf(delivery: JsonRecord): string[] {
  const said: string[] = [];
  let level = [delivery];
  for (let depth = 0; depth < DEPTH && level.length > 0; depth += 1) {
    const inner = level.flatMap((record) => Object.entries(record));
    for (const [key, value] of inner) {
      if (!Array.isArray(value) || value.length < 2 || !value.every(isRecord) || cellsOf(value)) continue;
      said.push(`${value.length - 1} more of “${key.slice(0, 60)}” were not read: they state no time of their own.`);
    }
    level = inner.flatMap(([, value]) => (isRecord(value) ? [value] : []));
  }
  return said.slice(0, MOST);
}
