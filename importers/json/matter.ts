import type { ParseOptions } from "#importers/base/importer.ts";
import { isRecord, type JsonRecord } from "#importers/base/values.ts";
import { findInside } from "./gather.ts";
import * as known from "./known-fields.ts";
import { timeOfMatter } from "./place-in-time.ts";
import { isOfAThing, timeRoleOf } from "./time-names.ts";
import { type FieldTime, firstTime, isMatter, type Told, tellsInWords, toldBy } from "./told.ts";

const ACTS = ["event", "action", "activity", "change", "notification", "audit", "metadata"] as const;

const ENVELOPES = ["data", "payload", "body"] as const;

/** The object inside a delivery that says by a code what was done to another, and when; the delivery may be named after it. */
export function actIn(own: JsonRecord): JsonRecord | null {
  const fields = known.fieldsOf(own);
  const named = [...known.statesOf(fields), ...known.codesOf(fields)].map((code) => code.toLowerCase());
  for (const key of [...ACTS, ...named]) {
    const inner = Object.hasOwn(own, key) ? own[key] : null;
    if (isRecord(inner) && toldBy(known.fieldsOf(inner), {})?.isBare === true) return inner;
  }
  return null;
}

/** Where a delivery that has only a code of its own is timed by the record inside it that has the words. */
export interface Matter {
  fields: known.Fields;
  time: FieldTime;
}

export function matterOf(own: JsonRecord, told: Told | null, options: ParseOptions): Matter | null {
  const ownFields = known.fieldsOf(own);
  if (told?.isBare === false || known.isFlat(ownFields)) return null;
  const sent = told?.time ?? firstTime(known.timesOf(ownFields), options) ?? timeOfAct(own, options);
  const placed = (accepts: (record: JsonRecord) => boolean): Matter | null => {
    const record = findInside(own, accepts);
    const fields = record && known.fieldsOf(record);
    const time = fields && (sent ? timeOfMatter(fields, sent, options) : firstTime(known.timesOf(fields), options));
    return time ? { fields, time } : null;
  };
  const worded = placed(sent ? tellsInWords : isMatter);
  if (!sent || (worded && known.timesInRole(worded.fields, "over").length > 0)) return worded;
  return placed((record) => known.spans(known.fieldsOf(record))) ?? worded;
}

function timeOfAct(own: JsonRecord, options: ParseOptions): FieldTime | null {
  const act = actIn(own);
  if (act) return firstTime(known.timesOf(known.fieldsOf(act)), options);
  const envelope = ENVELOPES.map((key) => own[key]).find(isRecord);
  const times = envelope ? known.timesOf(known.fieldsOf(envelope)) : [];
  return firstTime(
    times.filter(({ key }) => timeRoleOf(key) === null && !isOfAThing(key)),
    options,
  );
}
