import type { Role } from "./field-names.ts";
import { placesOf } from "./field-places.ts";
import { isRecord, type JsonRecord, textAt } from "./values.ts";

interface Found {
  rank: number;
  value: unknown;
}

/** The values of a record by what they may say, the most telling first. */
export type Fields = { [role in Role]?: Found[] };

let last: { record: JsonRecord; fields: Fields } | null = null;

/** Sorts the fields of a record in one go. The record that was asked for last is remembered: it is asked for again. */
export function fieldsOf(record: JsonRecord): Fields {
  if (last?.record !== record) last = { record, fields: sortFields(record) };
  return last.fields;
}

function sortFields(record: JsonRecord): Fields {
  const fields: Fields = {};
  for (const key of Object.keys(record)) {
    for (const { role, rank } of placesOf(key)) {
      const one = { rank, value: record[key] };
      const found = fields[role];
      if (found) insert(found, one);
      else fields[role] = [one];
    }
  }
  return fields;
}

/** Puts a value behind those of the same or a better rank. */
function insert(found: Found[], one: Found): void {
  let at = found.length;
  while (at > 0 && (found[at - 1]?.rank ?? 0) > one.rank) at -= 1;
  if (at === found.length) found.push(one);
  else found.splice(at, 0, one);
}

/** A text, or the name or title of an object. */
function textOf(value: unknown): string | null {
  if (typeof value === "string") return value.trim() || null;
  return isRecord(value)
    ? textAt(
        value,
        "name",
        "displayName",
        "display_name",
        "title",
        "summary",
        "text",
        "message",
        "displayValue",
        "display_value",
        "value",
        "email",
        "username",
        "body",
      )
    : null;
}

/** A time is no words, whatever its field is called. */
const TIME_ONLY = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}\S{0,20})?$/;

function firstText(found: Found[] | undefined): string | null {
  for (const { value } of found ?? []) {
    const text = textOf(value);
    if (text !== null && !TIME_ONLY.test(text)) return text;
  }
  return null;
}

/** Values that may be the time of a record: of the telling fields first, then of any named like a time, then its end. */
export function timesOf({ times = [], ends = [] }: Fields): unknown[] {
  const values = [...times, ...ends].map(({ value }) => value);
  return values.some(isRecord) ? values.flatMap((value) => (isRecord(value) ? Object.values(value) : [value])) : values;
}
export const endsOf = ({ ends = [] }: Fields): unknown[] => ends.map(({ value }) => value);
export const titleOf = ({ titles }: Fields): string | null => firstText(titles);
export const bodiesOf = ({ bodies = [] }: Fields): string[] =>
  bodies.map(({ value }) => textOf(value)).filter((text) => text !== null);
export const actorOf = ({ actors }: Fields): string | null => firstText(actors);
export const urlOf = ({ urls }: Fields): string | null => firstText(urls);
export const serviceOf = ({ services }: Fields): string | null => firstText(services);
export function idOf({ ids = [] }: Fields): string | null {
  const id = ids[0]?.value;
  return typeof id === "string" || typeof id === "number" ? String(id) : null;
}
