import type { ParseOptions } from "#importers/base/importer.ts";
import { isRecord, type JsonRecord } from "#importers/base/values.ts";
import { readInstant, type StatedTime } from "#importers/kit/read-instant.ts";
import { changeIn, titleOfChanges } from "./fields/changes.ts";
import { isWords } from "./fields/field-text.ts";
import { type TimeField, timesOf } from "./fields/field-times.ts";
import { codeOf, numberedCodeOf, rawTextOf, titleOf } from "./fields/field-title.ts";
import * as known from "./fields/known-fields.ts";
import { plainName } from "./fields/local-names.ts";
import { type Fields, fieldsOf, isFlat, onceAShape } from "./fields/record-shape.ts";
import { saysLocal, saysUtc, timeRoleOf, withoutNotation } from "./fields/time-names.ts";
import { gather } from "./gather.ts";
import { stateWordsOf } from "./record-state.ts";
import { anyNameOf, anyTimesOf, flat, hasIdOfWork, hasState, isCalledAlert, isMessage } from "./record-words.ts";
import { wordsOfCode } from "./state-words.ts";

/** The event and its time, in a record's own fields. */
export interface Told {
  title: string;
  /** The title is only a code, a state or a yes or no, so text elsewhere in the record is better. */
  isBare: boolean;
  time: FieldTime;
}

/** A time and its field. */
export interface FieldTime {
  key: string;
  stated: StatedTime;
}

/** Returns the event of a record from its own fields. Null without a title or a time. */
export function toldBy(fields: Fields, options: ParseOptions): Told | null {
  const words = titleOf(fields);
  const change = words === null || !isWords(words) ? changeToldBy(fields, words) : null;
  const code = change ?? words ?? codeOf(fields) ?? numberedCodeOf(fields);
  const title = code === null || /^\d$/.test(code) ? (stateWordsOf(fields) ?? code) : code;
  const time = title === null ? null : timeOf(fields, options);
  return title !== null && time ? { title, isBare: words === null, time } : null;
}

const publishedIn = onceAShape((keys) => keys.filter((key) => /^(?:date)?publi(?:sh|cation)/i.test(key)));

/** `paid_at`, `SignedOn`: when something was done to the subject of a record. */
const DONE_AT = /^([a-z]{2,14}(?:ed|id|nt))(?:at|on|time|date)$/;
const doneIn = onceAShape((keys) =>
  keys.flatMap((key) => {
    const verb = timeRoleOf(key) === null ? DONE_AT.exec(plainName(key))?.[1] : undefined;
    return verb === undefined ? [] : [{ key, verb }];
  }),
);

/** Returns the time that the code of a record, or of the delivery around it, names: `paid_at` of `order.paid`. */
function timeOfCode(fields: Fields, around: Fields, options: ParseOptions): FieldTime | null {
  const done = doneIn(fields);
  if (done.length === 0) return null;
  const words = new Set([...known.codesOf(fields), ...known.codesOf(around)].flatMap(wordsOfCode));
  const found = done.find(({ verb }) => words.has(verb));
  return found ? firstTime([{ key: found.key, value: fields.record[found.key] }], options) : null;
}

/**
 * Returns the time of a record. If its code names when it happened, or it was published before it was stored, it isn't
 * the time of storage.
 */
export function timeOf(fields: Fields, options: ParseOptions, around = fields): FieldTime | null {
  const time = firstTime(timesOf(fields), options);
  if (time === null || timeRoleOf(time.key) !== "made") return time;
  const named = timeOfCode(fields, around, options);
  if (named) return named;
  const keys = publishedIn(fields);
  if (keys.length === 0) return time;
  const published = firstTime(
    keys.map((key) => ({ key, value: fields.record[key] })),
    options,
  );
  return published?.stated.at && time.stated.at && published.stated.at < time.stated.at ? published : time;
}

/** Returns what a record states as changed, unless its own text says more than the name of what changed. */
function changeToldBy(fields: Fields, words: string | null): string | null {
  const change = changeIn(fields.record);
  if (words !== null) return change?.startsWith(`${words} `) ? change : null;
  return change ?? (isFlat(fields) ? null : titleOfChanges(fields.record));
}

/** Returns whether a record states when and what in its own fields. */
export const isTold = (value: unknown): value is JsonRecord => isRecord(value) && tells(flat(value));
export const tells = (record: JsonRecord): boolean => toldBy(fieldsOf(record), {}) !== null;
/** The same, and what in words. */
export const tellsInWords = (record: JsonRecord): boolean => toldBy(fieldsOf(record), {})?.isBare === false;

/** Returns whether a value is a record with a sentence and a time, next to a list of others. */
export function isMatter(value: unknown): boolean {
  const told = isRecord(value) ? toldBy(fieldsOf(flat(value)), {}) : null;
  return told !== null && isWords(told.title);
}

/** Returns whether an element of a list has a time and some kind of name. */
export const isDated = (value: unknown): boolean =>
  isTold(value) || (isRecord(value) && anyTimesOf(value).length > 0 && nameOf(value) !== null);
/**
 * Returns whether a value is an entry of a log: it has its own time, and states what happened itself or in an object
 * inside.
 */
export function isEntry(value: unknown): value is JsonRecord {
  if (!isRecord(value)) return false;
  const own = flat(value);
  if (tells(own)) return true;
  const fields = fieldsOf(own);
  if (isFlat(fields) || firstTime(timesOf(fields), {}) === null) return false;
  const record = gather(own, tells, true);
  return record !== null && tells(record);
}
export const nameOf = (record: JsonRecord): string | null => {
  const fields = fieldsOf(record);
  return titleOf(fields) ?? codeOf(fields) ?? rawTextOf(fields) ?? anyNameOf(record);
};

/** Returns whether a record is a delivery with a problem and its state, but without a time. */
export function reports(record: JsonRecord): boolean {
  const fields = fieldsOf(record);
  const hasTitle = (titleOf(fields) ?? codeOf(fields)) !== null;
  return hasTitle && (hasState(record) || isMessage(record) || hasIdOfWork(record) || isCalledAlert(record));
}

/** Returns whether a value contains a record that can be an event. */
export function isReadable(value: unknown): boolean {
  const record = gather(value, tells);
  return record !== null && (tells(record) || isDated(value));
}

/** Returns whether a value contains a record that reports a state. */
export function isReport(value: unknown): boolean {
  const record = gather(value, reports);
  return record !== null && reports(record);
}

/** A number that would be an instant after 2100 counts something else: nanoseconds, bytes. */
const isDuration = ({ at, statedText }: StatedTime): boolean =>
  /^[\d.]+$/.test(statedText) && at !== null && at >= "2100";

const MINUTE = "yyyy-mm-ddThh:mm".length;

/** Returns another field's time with seconds for the same minute, or the time itself. */
function exactOf(stated: StatedTime, fields: readonly TimeField[], options: ParseOptions): StatedTime {
  const minute = stated.at?.slice(0, MINUTE);
  const exact = fields
    .map(({ value }) => readInstant(value, options))
    .find((one) => one?.precision === "exact" && one.at?.slice(0, MINUTE) === minute);
  return exact ?? stated;
}

/** An epoch in seconds. */
const WHOLE_SECOND = /^\d{9,11}$/;
const SECOND = "yyyy-mm-ddThh:mm:ss".length;

/** Returns the same second with decimals if another field of that name has them: `time` and `timeNano`. */
function finerOf(key: string, stated: StatedTime, fields: readonly TimeField[]): StatedTime {
  if (fields.length < 2) return stated;
  const name = withoutNotation(plainName(key));
  for (const field of fields) {
    if (field.key === key || withoutNotation(plainName(field.key)) !== name) continue;
    const finer = readInstant(field.value);
    if (finer?.at && finer.at.slice(0, SECOND) === stated.at?.slice(0, SECOND)) return finer;
  }
  return stated;
}

const CLOCK = /^\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?: ?[ap]m)?$/i;
/** Times that say little about when something happened. Even a full one isn't better than a day. */
const ASIDE = /^(?:last|next|updat|modif|due|expir|snooz|sys_?upd|now$)/i;

/**
 * Returns a time without a time zone as UTC if its field, or another with the same name, says so. Null for any other.
 */
function inUtc(field: TimeField, fields: readonly TimeField[], options: ParseOptions): StatedTime | null {
  const name = plainName(field.key);
  const told = saysUtc(field.key)
    ? field
    : fields.find(({ key }) => saysUtc(key) && (saysLocal(field.key) || withoutNotation(plainName(key)) === name));
  return told ? readInstant(told.value, { ...options, zone: "UTC" }) : null;
}

/**
 * Returns the first of some fields that reads as a time. A day is joined with a separate time of day, otherwise
 * replaced by a full time.
 */
export function firstTime(fields: readonly TimeField[], options: ParseOptions): FieldTime | null {
  let day: FieldTime | null = null;
  for (const { key, value } of fields) {
    if (day !== null && ASIDE.test(key)) continue;
    const written = readInstant(value, options);
    const stated = written?.zone === null ? (inUtc({ key, value }, fields, options) ?? written) : written;
    if (!stated || isDuration(stated)) continue;
    if (stated.precision === "minute") return { key, stated: exactOf(stated, fields, options) };
    if (WHOLE_SECOND.test(stated.statedText)) return { key, stated: finerOf(key, stated, fields) };
    if (stated.precision !== "day") return { key, stated };
    const clock = fields.find((one) => typeof one.value === "string" && CLOCK.test(one.value));
    const whole = clock ? readInstant(`${stated.statedText} ${String(clock.value)}`, options) : null;
    if (whole) return { key, stated: whole };
    day ??= { key, stated };
  }
  return day;
}
