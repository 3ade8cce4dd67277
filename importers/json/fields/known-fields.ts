import { isRecord, type JsonRecord } from "#importers/base/values.ts";
import { firstText, pointsAt, textOf } from "./field-text.ts";
import { type Fields, onceAShape } from "./record-shape.ts";

const NONE: readonly never[] = [];

const OF_A_THING =
  /^(?:dag|job|task|flow|workflow|pipeline|connector|connection|policy|check|monitor|plan|resource|queue|table|schedule)[_-]?(?:id|key|ref|name)$/i;
const READABLE = /^(?=[^\d]*[a-z]{3})[a-z][\w .-]{2,60}$/i;
const thingsIn = onceAShape((keys) => keys.filter((key) => OF_A_THING.test(key)));
/** Returns the subject of a record that has only a state, by an id that reads as a name. */
export function thingOf(fields: Fields, title: string): string | null {
  if (!textsAt(fields.record, fields.plan.states).includes(title)) return null;
  const found = textsAt(fields.record, thingsIn(fields)).find((text) => READABLE.test(text) && !pointsAt(text));
  return found ?? null;
}
/** Returns the states and codes of a record as texts, by key, the most informative first. */
export const statesOf = ({ record, plan }: Fields): readonly string[] => textsAt(record, plan.states);
export const codesOf = ({ record, plan }: Fields): readonly string[] => textsAt(record, plan.codes);
/** `{ "code": 0, "message": "OK" }`: the answer of a call, which isn't a state. */
const isAnswer = (value: unknown): boolean => isRecord(value) && typeof value.code === "number" && "message" in value;

function textsAt(record: JsonRecord, keys: readonly string[]): readonly string[] {
  if (keys.length === 0) return NONE;
  const texts: string[] = [];
  for (const key of keys) {
    const text = isAnswer(record[key]) ? null : textOf(record[key]);
    if (text !== null) texts.push(text);
  }
  return texts;
}
/**
 * Returns the severity of a record with the field's name. A numeric level isn't one, because logs count levels
 * differently.
 */
export function severityOf({ record, plan }: Fields): { key: string; text: string } | null {
  for (const key of plan.severities) {
    const value = record[key];
    const text = typeof value === "number" && !/level$/i.test(key) ? String(value) : textOf(value);
    if (text !== null) return { key, text };
  }
  return null;
}
/** Returns the time zone that a record states for its times. */
export const zoneOf = ({ record, plan }: Fields): string | null => firstText(record, plan.zones);
/** Returns the watched URL: a field for it, or the URL next to a server response. */
export const addressOf = ({ record, plan }: Fields): string | null =>
  firstText(record, plan.addresses) ??
  (plan.states.some((key) => typeof record[key] === "number") ? firstText(record, plan.urls) : null);
export const hostOf = ({ record, plan }: Fields): string | null => firstText(record, plan.hosts);
export const actorOf = ({ record, plan }: Fields): string | null => firstText(record, plan.actors);
export const urlOf = ({ record, plan }: Fields): string | null => firstText(record, plan.urls);
export const serviceOf = ({ record, plan }: Fields): string | null => firstText(record, plan.services);
/** Returns the id of a record as text. */
export function idOf({ record, plan }: Fields): string | null {
  const [key] = plan.ids;
  const id = key === undefined ? undefined : record[key];
  return typeof id === "string" || typeof id === "number" ? String(id) : null;
}
