import type { ParseOptions } from "#importers/base/importer.ts";
import { isRecord, type JsonRecord } from "#importers/base/values.ts";
import { spans, timesInRole, timesOf } from "./fields/field-times.ts";
import { titleOf } from "./fields/field-title.ts";
import * as known from "./fields/known-fields.ts";
import { type Fields, fieldsOf, isFlat } from "./fields/record-shape.ts";
import { bareName, isOfAThing, timeRoleOf } from "./fields/time-names.ts";
import { findInside } from "./gather.ts";
import { timeOfMatter } from "./place-in-time.ts";
import { ACTS } from "./record-words.ts";
import { saysChanged, saysDone } from "./state-words.ts";
import { type FieldTime, firstTime, isMatter, type Told, tellsInWords, timeOf, toldBy } from "./told.ts";

const ENVELOPES = ["data", "payload", "body"] as const;

/**
 * Returns the object inside a delivery that states by a code what was done to another object, and when. The delivery
 * may be named after it.
 */
export function actIn(own: JsonRecord): JsonRecord | null {
  const fields = fieldsOf(own);
  const named = [...known.statesOf(fields), ...known.codesOf(fields)].map((code) => code.toLowerCase());
  for (const key of [...ACTS, ...named]) {
    const inner = Object.hasOwn(own, key) ? own[key] : null;
    if (isRecord(inner) && toldBy(fieldsOf(inner), {})?.isBare === true) return inner;
  }
  return null;
}

/** The record with the text inside a delivery that has only a code, and the time of the delivery. */
export interface Matter {
  fields: Fields;
  time: FieldTime;
  /** Its result as text, if another record inside states it at the moment of the end. */
  outcome: string | null;
}

/**
 * Returns the record inside a delivery that the delivery is about, with its time. Null if the delivery has its own
 * text, unless it was stored or sent after the work inside was done.
 */
export function matterOf(own: JsonRecord, told: Told | null, options: ParseOptions): Matter | null {
  const ownFields = fieldsOf(own);
  if (isFlat(ownFields)) return null;
  if (told?.isBare === false) return workOver(own, told, options);
  const sent = told?.time ?? firstTime(timesOf(ownFields), options) ?? timeOfAct(own, options);
  const placed = (accepts: (record: JsonRecord) => boolean): Matter | null => {
    const record = findInside(own, accepts);
    const fields = record && fieldsOf(record);
    const time = fields && (sent ? timeOfMatter(fields, sent, options) : timeOf(fields, options, ownFields));
    return time ? { fields, time, outcome: null } : null;
  };
  const worded = placed(sent ? tellsInWords : isMatter);
  if (!sent)
    return wholeOf(
      worded,
      placed((record) => spans(fieldsOf(record))),
      options,
    );
  if (worded && timesInRole(worded.fields, "over").length > 0) return worded;
  return placed((record) => spans(fieldsOf(record))) ?? worded ?? (told ? null : actOf(own, options));
}

/** The act inside a delivery at its own time, if what it was done to has only other times: its creation, an earlier state. */
function actOf(own: JsonRecord, options: ParseOptions): Matter | null {
  const act = actIn(own);
  const fields = act && fieldsOf(act);
  const time = fields && firstTime(timesOf(fields), options);
  return time ? { fields, time, outcome: null } : null;
}

/** When a delivery was stored or sent, not when what it tells of happened. */
const OF_DELIVERY = /^(?:sent|send|deliver|emit|dispatch|receiv|notif|publish|queued)/;
const isOfDelivery = (key: string): boolean => timeRoleOf(key) === "made" || OF_DELIVERY.test(bareName(key));

/**
 * Returns the work inside a delivery that says by its code, its state or its text that it is done: a build, a run, a
 * backup. A comment on such work is an event of its own.
 */
function workOver(own: JsonRecord, { title, time: sent }: Told, options: ParseOptions): Matter | null {
  if (!isOfDelivery(sent.key)) return null;
  const codes = known.codesOf(fieldsOf(own));
  if (codes.some(saysChanged)) return null;
  const isCoded = [...codes, ...known.statesOf(fieldsOf(own))].some(saysDone);
  if (!isCoded && !title.split(" ").some(saysDone)) return null;
  const work = findInside(own, (record) => {
    const fields = fieldsOf(record);
    const hasBoth = timesInRole(fields, "over").length > 0 && timesInRole(fields, "fired").length > 0;
    return hasBoth && (isCoded || known.statesOf(fields).some(saysDone));
  });
  const fields = work && fieldsOf(work);
  const time = fields && timeOfMatter(fields, sent, options);
  return time && timeRoleOf(time.key) === "fired" ? { fields, time, outcome: null } : null;
}

/** Joins a record with a span and the text of another record at its end. Otherwise returns the record with the text. */
function wholeOf(worded: Matter | null, span: Matter | null, options: ParseOptions): Matter | null {
  const end = span && firstTime(timesInRole(span.fields, "over"), options);
  const isOne = worded && end?.stated.at && end.stated.at === worded.time.stated.at && worded.fields !== span?.fields;
  return span && isOne ? { ...span, outcome: titleOf(worded.fields) } : worded;
}

function timeOfAct(own: JsonRecord, options: ParseOptions): FieldTime | null {
  const act = actIn(own);
  if (act) return firstTime(timesOf(fieldsOf(act)), options);
  const envelope = ENVELOPES.map((key) => own[key]).find(isRecord);
  const times = envelope ? timesOf(fieldsOf(envelope)) : [];
  return firstTime(
    times.filter(({ key }) => timeRoleOf(key) === null && !isOfAThing(key)),
    options,
  );
}
