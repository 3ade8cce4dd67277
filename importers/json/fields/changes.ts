import { isRecord, type JsonRecord } from "#importers/base/values.ts";
import { oneLine } from "#importers/base/words.ts";
import { textOf } from "./field-text.ts";
import { hasTimes } from "./field-times.ts";
import * as known from "./known-fields.ts";
import { plainName } from "./local-names.ts";
import { fieldsOf, onceAShape } from "./record-shape.ts";

/** Names of former values, each with the name of its new value. */
const PAIRS = [
  ["from", "to"],
  ["fromstate", "tostate"],
  ["fromstatus", "tostatus"],
  ["fromstring", "tostring"],
  ["fromvalue", "tovalue"],
  ["old", "new"],
  ["oldvalue", "newvalue"],
  ["oldstate", "newstate"],
  ["oldstatus", "newstatus"],
  ["oldstring", "newstring"],
  ["previous", "current"],
  ["previousvalue", "currentvalue"],
  ["previousvalue", "newvalue"],
  ["previousvalue", "value"],
  ["prevvalue", "newvalue"],
  ["before", "after"],
  ["beforevalue", "aftervalue"],
  ["removed", "added"],
  ["original", "modified"],
] as const;
/** Fields that name what was changed. */
const CHANGED =
  /^(?:changed)?(?:field|property|attribute|column(?:title)?|parameter|setting|key|path)(?:name|label|id)?$|^(?:name|label|what)$/;
const MAY_BE_MAP = /chang|diff|delta|modif/i;
const A_MAP =
  /^(?:changes?|changed|changesets?|diffs?|deltas?|modifications?|(?:changed)?fields?changes?|changedfields)$/;
const A_STATE = /^[\p{L}_ -]{2,40}$/u;
const LONGEST = 120;

interface Change {
  was: string;
  is: string;
  field: string | null;
}

const changeOf = onceAShape((keys): { found: Change | null } => {
  const byName = new Map(keys.map((key) => [plainName(key), key]));
  for (const [before, after] of PAIRS) {
    const [was, is] = [byName.get(before), byName.get(after)];
    if (was === undefined || is === undefined) continue;
    const fields = keys.filter((key) => CHANGED.test(plainName(key)));
    return { found: { was, is, field: fields.find((key) => /name|label/i.test(key)) ?? fields[0] ?? null } };
  }
  return { found: null };
});

/**
 * Returns what a record states as changed into what: "priority from low to high", "blocks 100 added", "From healthy to
 * degraded". Null if it states no change, or doesn't name what changed.
 */
export function changeIn(record: JsonRecord): string | null {
  const { found } = changeOf(fieldsOf(record));
  if (found === null) return null;
  const name = found.field === null ? null : textOf(record[found.field]);
  const [was, is] = [record[found.was], record[found.is]];
  if (name !== null) return `${oneLine(name, LONGEST)} ${stepOf(stateText(was), stateText(is), found.is === "added")}`;
  const areStates = typeof was === "string" && typeof is === "string" && A_STATE.test(was) && A_STATE.test(is);
  return areStates ? `From ${was} to ${is}` : null;
}

function stepOf(was: string | null, is: string | null, isAdded: boolean): string {
  if (was !== null && is !== null) return `from ${was} to ${is}`;
  if (is !== null) return isAdded ? `${is} added` : `set to ${is}`;
  return was === null ? "changed" : `${was} removed`;
}

function stateText(value: unknown): string | null {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  const list = Array.isArray(value) ? value.map(stateText).filter((one) => one !== null) : [];
  const text = list.length > 0 ? list.join(", ") : (textOf(value) ?? (isRecord(value) ? onlyState(value) : null));
  return text === null ? null : oneLine(text, LONGEST);
}

/**
 * `{ "status": "open", "color": "#f9d900" }`, `{ "label": { "text": "Done" } }`: a former value, named by a state or an
 * object inside.
 */
function onlyState(value: JsonRecord): string | null {
  const [state] = known.statesOf(fieldsOf(value));
  return (
    state ??
    Object.values(value)
      .map((inner) => (isRecord(inner) ? textOf(inner) : null))
      .find((text) => text !== null) ??
    null
  );
}

/** The changes that a record lists, one line each: `changes: [{ field, from, to }]`, `diff: { status: ["open", "closed"] }`. */
export const changesIn = (record: JsonRecord): string[] =>
  Object.keys(record).flatMap((key) => changesAt(key, record[key]) ?? NONE);

const NONE: readonly never[] = [];

/** Returns the changes of a value that contains nothing else, or null. */
export function changesAt(key: string, value: unknown): readonly string[] | null {
  if (typeof value !== "object" || value === null) return null;
  if (Array.isArray(value)) return listed(value);
  return MAY_BE_MAP.test(key) && isRecord(value) ? (mapped(key, value) ?? single(key, value)) : null;
}

/** `change: { field, from, to }`: the only change of a record. */
function single(key: string, value: JsonRecord): string[] | null {
  const line = A_MAP.test(plainName(key)) && !hasTimes(fieldsOf(value)) ? changeIn(value) : null;
  return line === null ? null : [line];
}

function listed(list: readonly unknown[]): string[] | null {
  const lines: string[] = [];
  for (const one of list) {
    const line = isRecord(one) && !hasTimes(fieldsOf(one)) ? changeIn(one) : null;
    if (line === null) return null;
    lines.push(line);
  }
  return lines.length === 0 ? null : lines;
}

function mapped(key: string, map: JsonRecord): string[] | null {
  const lines = A_MAP.test(plainName(key)) ? Object.entries(map).map(([field, step]) => mappedChange(field, step)) : [];
  const told = lines.filter((line) => line !== null);
  return told.length === 0 || told.length < lines.length ? null : told;
}

function mappedChange(field: string, step: unknown): string | null {
  if (Array.isArray(step)) return step.length === 2 ? changeIn({ field, from: step[0], to: step[1] }) : null;
  return isRecord(step) && changeOf(fieldsOf(step)).found ? changeIn({ ...step, field }) : null;
}

/** Returns the changes of a record as its title: all of them if there are few, otherwise the first. */
export function titleOfChanges(record: JsonRecord): string | null {
  const lines = changesIn(record);
  const whole = lines.join("; ");
  return whole.length > LONGEST ? (lines[0] ?? null) : whole || null;
}
