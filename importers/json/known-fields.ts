import { isRecord, type JsonRecord, textAt } from "#importers/base/values.ts";
import { ROLES, type Role } from "./field-names.ts";
import { placesOf } from "./field-places.ts";
import { isJsonText } from "./json-text.ts";

/** The keys of records of one shape by what they may say, the most telling first. */
type Plan = Readonly<Record<Role | "anyTimes", readonly string[]>>;

/** A record, and where in it stands what. */
export interface Fields {
  record: JsonRecord;
  plan: Plan;
}

let last: Fields | null = null;

/** Finds what the fields of a record may say. The record that was asked for last is remembered: it is asked for again. */
export function fieldsOf(record: JsonRecord): Fields {
  if (last?.record !== record) last = { record, plan: planFor(Object.keys(record)) };
  return last;
}

const MOST_SHAPES = 8;
const MOST_KEYS = 100;
const shapes: { keys: readonly string[]; plan: Plan }[] = [];

/** Records of a source have few shapes, so the plans of the last ones are kept. */
function planFor(keys: readonly string[]): Plan {
  for (const shape of shapes) if (areSame(shape.keys, keys)) return shape.plan;
  const plan = planOf(keys);
  if (keys.length > MOST_KEYS) return plan;
  if (shapes.length >= MOST_SHAPES) shapes.shift();
  shapes.push({ keys, plan });
  return plan;
}

function areSame(some: readonly string[], others: readonly string[]): boolean {
  if (some.length !== others.length) return false;
  for (let at = 0; at < some.length; at += 1) if (some[at] !== others[at]) return false;
  return true;
}

function planOf(keys: readonly string[]): Plan {
  const places = keys.flatMap((key) => placesOf(key).map((place) => ({ ...place, key })));
  places.sort((one, other) => one.rank - other.rank);
  const byRole = Map.groupBy(places, ({ role }) => role);
  const keysOf = (role: Role) => byRole.get(role)?.map(({ key }) => key) ?? [];
  const plan = Object.fromEntries(ROLES.map((role) => [role, keysOf(role)])) as Record<Role, string[]>;
  return { ...plan, anyTimes: [...plan.times, ...plan.ends] };
}

/** A text, or the name or title of an object. */
function textOf(value: unknown): string | null {
  if (typeof value === "string") return value.trim() || null;
  if (Array.isArray(value)) return partsText(value);
  if (!isRecord(value)) return null;
  return (
    textAt(
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
      "description",
      "detail",
      "label",
    ) ?? onlyText(value)
  );
}

/** `["see ", { "type": "link", "text": "the page" }]`: words in parts, as chats keep them; null for any other list. */
function partsText(parts: readonly unknown[]): string | null {
  const texts = parts.map((part) => (isRecord(part) ? part.text : part));
  return texts.every((text) => typeof text === "string") ? texts.join("").trim() || null : null;
}

/** `{ "S": "words" }`, `{ "stringValue": "words" }`: a value with its type for the key. */
function onlyText(value: JsonRecord): string | null {
  const [only, ...others] = Object.values(value);
  return typeof only === "string" && others.length === 0 ? only.trim() || null : null;
}

/** A time is no words, whatever its field is called. */
const TIME_ONLY = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}\S{0,20})?$/;

const NUMBER_ONLY = /^-?[\d.,]{1,20} ?%?$/;

/** The first text of some fields; a mere number only where there is no other. */
function firstText(record: JsonRecord, keys: readonly string[]): string | null {
  let number: string | null = null;
  for (const key of keys) {
    const text = textOf(record[key]);
    if (text === null || TIME_ONLY.test(text) || isJsonText(text)) continue;
    if (!NUMBER_ONLY.test(text)) return text;
    number ??= text;
  }
  return number;
}

/** Values that may be the time of a record: of the telling fields first, then of any named like a time, then its end. */
export function timesOf({ record, plan }: Fields): unknown[] {
  const values = plan.anyTimes.map((key) => record[key]);
  return values.some(isRecord) ? values.flatMap((value) => (isRecord(value) ? Object.values(value) : [value])) : values;
}
export const endsOf = ({ record, plan }: Fields): unknown[] => plan.ends.map((key) => record[key]);
export const titleOf = ({ record, plan }: Fields): string | null =>
  firstText(record, plan.titles) ?? firstText(record, plan.bodies);
/** The words of a record that has none but JSON kept as text. */
export const rawTextOf = ({ record, plan }: Fields): string | null =>
  plan.titles.map((key) => record[key]).find(isJsonText) ?? null;
export const bodiesOf = ({ record, plan }: Fields): string[] =>
  plan.bodies.map((key) => textOf(record[key])).filter((text) => text !== null);
export const actorOf = ({ record, plan }: Fields): string | null => firstText(record, plan.actors);
export const urlOf = ({ record, plan }: Fields): string | null => firstText(record, plan.urls);
export const serviceOf = ({ record, plan }: Fields): string | null => firstText(record, plan.services);
export function idOf({ record, plan }: Fields): string | null {
  const [key] = plan.ids;
  const id = key === undefined ? undefined : record[key];
  return typeof id === "string" || typeof id === "number" ? String(id) : null;
}
