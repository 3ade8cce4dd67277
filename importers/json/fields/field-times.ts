import { isRecord, type JsonRecord } from "#importers/base/values.ts";
import { isOfParts, ofParts } from "./date-parts.ts";
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
    else if (isRecord(value)) for (const inner of Object.values(value)) fields.push({ key, value: inner });
    else if (value !== null && value !== undefined) fields.push({ key, value });
  }
  return fields;
}
