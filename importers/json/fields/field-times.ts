import { isRecord, type JsonRecord } from "#importers/base/values.ts";
import { plainName } from "./local-names.ts";
import type { Fields } from "./record-shape.ts";
import type { TimeRole } from "./time-names.ts";

/** A field that can contain a time. */
export interface TimeField {
  key: string;
  value: unknown;
}

/** Possible times of a record: informative fields first, then any field named like a time, then its ends. */
export const timesOf = ({ record, plan }: Fields): readonly TimeField[] => timesAt(record, plan.anyTimes);
export const hasTimes = ({ record, plan }: Fields): boolean => plan.anyTimes.some((key) => Boolean(record[key]));
/** Returns whether a record can state both a start and an end. */
export const spans = ({ record, plan }: Fields): boolean =>
  plan.times.some((key) => Boolean(record[key])) && plan.ends.some((key) => Boolean(record[key]));
/** Returns the fields of one role by their names. Ends have their own list. */
export const timesInRole = ({ record, plan }: Fields, role: TimeRole): readonly TimeField[] =>
  timesAt(record, (role === "over" ? plan.ends : plan.timed.get(role)) ?? NONE);
/** Times of further steps: detected, escalated, closed. */
export const momentsIn = ({ record, plan }: Fields): readonly TimeField[] => timesAt(record, plan.moments);

/** Returns whether a record states at most one time, which isn't an end, an acknowledgement or a change. */
export const hasOneTime = ({ record, plan: { times, ends, moments, timed } }: Fields): boolean => {
  const [only] = times;
  if (only === undefined || times.length + ends.length + moments.length > 1 || isRecord(record[only])) return false;
  return timed.has(null) || timed.has("fired") || timed.has("made");
};

const NONE: readonly never[] = [];

function timesAt(record: JsonRecord, keys: readonly string[]): readonly TimeField[] {
  if (keys.length === 0) return NONE;
  const fields: TimeField[] = [];
  for (const key of keys) {
    const value = record[key];
    if (isOfParts(value)) fields.push({ key, value: ofParts(value) });
    else if (isRecord(value)) for (const inner of Object.values(value)) fields.push({ key, value: onlyIn(inner) });
    else if (value !== null && value !== undefined) fields.push({ key, value });
  }
  return fields;
}

/** `{ "$date": { "$numberLong": "1709630263000" } }`: the only value of an object inside a time. */
function onlyIn(value: unknown): unknown {
  const [only, ...others] = isRecord(value) ? Object.values(value) : [];
  return only === undefined || others.length > 0 ? value : only;
}

/** The parts of a time, the greatest first, as the tools name them. */
const PARTS = [
  /^year$/,
  /^month(?:value|ofyear)?$/,
  /^(?:day(?:ofmonth)?|date)$/,
  /^hours?(?:ofday)?$/,
  /^minutes?$/,
  /^seconds?$/,
] as const;
const OF_A_DAY = 3;
const OFFSET = /^(?:utc)?offset$|^(?:time)?zone$/;
const STATES_OFFSET = /^(?:Z|[+-]\d{2}:?\d{2})$/;
const MOST = 16;

/** Returns whether a value can be a time in parts: `{ year, month, day, hour }`, `[2024, 3, 1, 12, 5]`. */
const isOfParts = (value: unknown): value is object =>
  Array.isArray(value)
    ? value.length >= OF_A_DAY && value.length <= PARTS.length + 1 && value.every(Number.isInteger)
    : isRecord(value) && Object.keys(value).length >= OF_A_DAY - 1 && partsIn(value) !== null;

/** Returns a time in parts as ISO 8601, without seconds or a clock if it has none. Null without a day. */
function ofParts(value: unknown): string | null {
  const parts = (Array.isArray(value) ? value.slice(0, PARTS.length).map(String) : partsIn(value)) ?? [];
  const [year = "", month, day, hour, minute, second] = parts.map((part) => part.padStart(2, "0"));
  if (!/^(?:19|20)\d\d$/.test(year)) return null;
  const clock = hour === undefined ? "" : `T${[hour, minute ?? "00", ...(second ? [second] : [])].join(":")}`;
  return `${year}-${month}-${day}${clock}${clock === "" ? "" : offsetIn(value)}`;
}

/** Returns the parts that an object states itself or in a date and a time inside. Null without a whole day. */
function partsIn(value: unknown): string[] | null {
  const entries = entriesOf(value);
  const parts: string[] = [];
  for (const name of PARTS) {
    const found = entries.find(([key, part]) => name.test(key) && /^\d{1,4}$/.test(part));
    if (!found) break;
    parts.push(found[1]);
  }
  return parts.length < OF_A_DAY ? null : parts;
}

const entriesOf = (value: unknown): [string, string][] =>
  isRecord(value)
    ? Object.entries(value)
        .slice(0, MOST)
        .flatMap(([key, part]) => (isRecord(part) ? entriesOf(part) : [[plainName(key), String(part)]]))
    : [];

const offsetIn = (value: unknown): string =>
  entriesOf(value).find(([key, part]) => OFFSET.test(key) && STATES_OFFSET.test(part))?.[1] ?? "";
