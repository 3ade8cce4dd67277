import type { SourceText } from "../importer.ts";
import { recordsOf, type SourceRecord } from "./collect.ts";
import { isRecord } from "./values.ts";

const DEPTH = 5;
const WIDTH = 40;

/**
 * The records of JSON whose shape is not known: those of the list nearest to the top of which at least half are accepted;
 * without one the elements of the source itself. Looks at some levels and fields only, so that hostile JSON cannot hurt.
 */
export function findRecords(source: SourceText, accepts: (value: unknown) => boolean): SourceRecord[] {
  const own = recordsOf(source);
  if (Array.isArray(source.json) || own.some(({ value }) => accepts(value))) return own;
  let level: unknown[] = own.map(({ value }) => value);
  for (let depth = 0; depth < DEPTH && level.length > 0; depth += 1) {
    const inner = level.flatMap(fieldsOf);
    const list = inner.find((value) => isListOf(value, accepts));
    if (Array.isArray(list)) return list.map((value: unknown, line) => ({ line, value }));
    level = inner.filter((value) => isRecord(value)).slice(0, WIDTH);
  }
  return own;
}

const fieldsOf = (value: unknown): unknown[] => (isRecord(value) ? Object.values(value).slice(0, WIDTH) : []);

function isListOf(value: unknown, accepts: (value: unknown) => boolean): boolean {
  if (!Array.isArray(value) || value.length === 0) return false;
  const sample = value.slice(0, 50);
  return sample.filter(accepts).length * 2 >= sample.length;
}
