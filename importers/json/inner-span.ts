import type { ParseOptions } from "#importers/base/importer.ts";
import { isRecord, type JsonRecord } from "#importers/base/values.ts";
import { isWords } from "./fields/field-text.ts";
import { spans, timesInRole } from "./fields/field-times.ts";
import { titleOf } from "./fields/field-title.ts";
import * as known from "./fields/known-fields.ts";
import { type Fields, fieldsOf } from "./fields/record-shape.ts";
import { namesAThing } from "./record-words.ts";
import { firstTime } from "./told.ts";

const DEPTH = 2;
const WIDTH = 30;

/**
 * Returns whether an object inside a record states these two times and says nothing else about what happened:
 * `"impact": { "start": …, "end": … }`. They are then one span and not two states of an alert.
 */
export function spansInside(own: JsonRecord, start: string, end: string, options: ParseOptions): boolean {
  let level = [own];
  for (let depth = 0; depth < DEPTH && level.length > 0; depth += 1) {
    level = level.flatMap(objectsIn).slice(0, WIDTH);
    if (level.some((inner) => isSpan(fieldsOf(inner), start, end, options))) return true;
  }
  return false;
}

/** Returns the only elements of the lists in a record, if they are only spans. */
export const spansInLists = (own: JsonRecord): Fields[] =>
  Object.values(own).flatMap((list) => {
    const [only] = Array.isArray(list) && list.length === 1 ? list : [];
    const fields = isRecord(only) ? fieldsOf(only) : null;
    return fields && isOnlySpan(fields) ? [fields] : [];
  });

const isOnlySpan = (fields: Fields): boolean =>
  spans(fields) && known.statesOf(fields).length === 0 && !isWords(titleOf(fields) ?? "");

function isSpan(fields: Fields, start: string, end: string, options: ParseOptions): boolean {
  if (!isOnlySpan(fields)) return false;
  const at = (role: "fired" | "over") => firstTime(timesInRole(fields, role), options)?.stated.statedText;
  return at("fired") === start && at("over") === end;
}

const objectsIn = (record: JsonRecord): JsonRecord[] =>
  Object.entries(record).flatMap(([key, value]) => {
    const inner: unknown = Array.isArray(value) ? value[0] : value;
    return isRecord(inner) && !namesAThing(key) ? [inner] : [];
  });
