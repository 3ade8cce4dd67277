import type { Importer, ParseOptions } from "#importers/base/importer.ts";
import { isRecord, type JsonRecord } from "#importers/base/values.ts";
import { paragraphs } from "#importers/base/words.ts";
import {
  collect,
  explainShare,
  type Outcome,
  type Outcomes,
  type SourceRecord,
  shareOf,
} from "#importers/kit/collect.ts";
import { foldRepeats } from "#importers/kit/fold-repeats.ts";
import { makeEvent } from "#importers/kit/make-event.ts";
import { UNKNOWN_TIME } from "#importers/kit/no-time.ts";
import { onceASource } from "#importers/kit/once-a-source.ts";
import { readInstant, type StatedTime } from "#importers/kit/read-instant.ts";
import { findRecords, findWholeList } from "./find-records.ts";
import { findStory, isStory } from "./find-story.ts";
import { gather } from "./gather.ts";
import * as known from "./known-fields.ts";
import { leftOutOf } from "./left-out.ts";
import { anyNameOf, anyTimesOf, flat, hasIdOfWork, hasState, isMessage } from "./record-words.ts";

/** A record that says when and what in fields of its own. */
const isTold = (value: unknown): value is JsonRecord => isRecord(value) && tells(flat(value));
const tells = (record: JsonRecord) => isTelling(known.fieldsOf(record));
const isTelling = (fields: known.Fields) => toldBy(fields, {}) !== null;
/** An element of a list that has a time and a name of some kind. */
const isDated = (value: unknown): boolean =>
  isTold(value) || (isRecord(value) && anyTimesOf(value).length > 0 && nameOf(value) !== null);
const nameOf = (record: JsonRecord) =>
  known.titleOf(known.fieldsOf(record)) ?? known.rawTextOf(known.fieldsOf(record)) ?? anyNameOf(record);
/** A delivery that says what is the matter and how it stands, but not when. */
const reports = (record: JsonRecord) =>
  known.titleOf(known.fieldsOf(record)) !== null && (hasState(record) || isMessage(record) || hasIdOfWork(record));
const REPORT = 0.3;
const recordsIn = onceASource((source) => {
  const found = findRecords(source, isTold, isDated);
  const [first] = found;
  if (first?.value !== source.json || found.length > 1) return found;
  return findWholeList(source.json, isReadable) ?? found;
});

/** JSON of a tool that has no importer of its own: every record with a time and some words is an event. */
export const otherJsonImporter: Importer = {
  name: "json",
  label: "Other JSON",
  letter: "X",
  detect: (source) => {
    const records = source.json === undefined ? [] : recordsIn(source);
    const told = 0.5 * shareOf(records, isReadable);
    return told > 0 ? told : REPORT * Math.floor(shareOf(records, isReport));
  },
  explain(source) {
    const records = recordsIn(source);
    const isTimed = records.slice(0, 50).some(({ value }) => isReadable(value));
    return isTimed
      ? explainShare(records, isReadable, "a time and words")
      : explainShare(records, isReport, "words and a state, but no time");
  },
  parse(source, options) {
    const result = collect(recordsIn(source), (record) => readAll(record, options));
    return foldRepeats(result, (candidate, kept) => candidate.endAt !== null && kept.endAt === null);
  },
};

function isReadable(value: unknown): boolean {
  const record = gather(value, tells);
  return record !== null && (tells(record) || isDated(value));
}

function isReport(value: unknown): boolean {
  const record = gather(value, reports);
  return record !== null && reports(record);
}

function readAll({ line, value }: SourceRecord, options: ParseOptions): Outcomes {
  const own = isRecord(value) ? flat(value) : null;
  if (!own) return { reject: "This is no object with a time and words." };
  const ownFields = known.fieldsOf(own);
  const told = toldBy(ownFields, options);
  const record = told ? own : gatherTold(own);
  const fields = told ? ownFields : known.fieldsOf(record);
  const listed = logOf(record);
  const log = listed.length > 0 || told ? listed : findStory(own, isTold);
  if (log.length === 0) {
    const outcome = read(fields, told, { line, options, subject: null });
    return told ? outcome : [outcome, ...leftOutOf(own).map((context) => ({ context }))];
  }
  const subject = known.titleOf(fields);
  return log.map(flat).map((entry) => {
    const entryFields = known.fieldsOf(entry);
    return read(entryFields, toldBy(entryFields, options), { line, options, subject });
  });
}

function gatherTold(own: JsonRecord): JsonRecord {
  const told = gather(own, tells) ?? own;
  if (tells(told)) return told;
  return isDated(own) ? own : (gather(own, reports) ?? own);
}

interface Around {
  line: number;
  options: ParseOptions;
  /** What a log is about. */
  subject: string | null;
}

/** What happened and when, in a record's own fields. */
interface Told {
  title: string;
  time: StatedTime;
}

function toldBy(fields: known.Fields, options: ParseOptions): Told | null {
  const title = known.titleOf(fields);
  const time = title === null ? null : firstTime(known.timesOf(fields), options);
  return title !== null && time ? { title, time } : null;
}

function read(fields: known.Fields, told: Told | null, { line, options, subject }: Around): Outcome {
  const { record } = fields;
  const title = told?.title ?? nameOf(record);
  const time = told?.time ?? lessCertainTime(fields, options);
  if (!time || title === null) return { reject: time ? "No field says what happened." : "No field holds a time." };
  const id = known.idOf(fields);
  const service = known.serviceOf(fields);
  const about = subject ?? (/\s/.test(title) ? null : service);
  const [first, second] = known.bodiesOf(fields).filter((text) => text !== title);
  const event = makeEvent({
    line,
    time,
    end: firstTime(known.endsOf(fields), options),
    kind: "observation",
    title: about && about !== title ? `${title}: ${about}` : title,
    body: paragraphs(first, second),
    actor: known.actorOf(fields),
    url: known.urlOf(fields),
    externalId: id === null ? null : `${id}@${time.at ?? time.statedText}`,
    services: [service],
  });
  return { event };
}

/** The time of a record that does not say all by itself: of a field for it, of any field, or none yet for a report. */
const lessCertainTime = (fields: known.Fields, options: ParseOptions): StatedTime | null =>
  firstTime(known.timesOf(fields), options) ??
  anyTimeOf(fields.record, options) ??
  (reports(fields.record) ? UNKNOWN_TIME : null);

const anyTimeOf = (record: JsonRecord, options: ParseOptions) => firstTime(anyTimesOf(record), options);

/** The first of some values that reads as a time; a day with the time of day that stands in a field of its own. */
function firstTime(values: readonly unknown[], options: ParseOptions): StatedTime | null {
  for (const value of values) {
    const time = readInstant(value, options);
    if (!time) continue;
    const clock = time.precision === "day" ? values.find((one) => typeof one === "string" && CLOCK.test(one)) : null;
    return (clock ? readInstant(`${time.statedText} ${String(clock)}`, options) : null) ?? time;
  }
  return null;
}

const CLOCK = /^\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?: ?[ap]m)?$/i;

/** Names of lists that tell what happened to a record, one entry after another. */
const LOG =
  /(?:^item|^entry|logs?|entries|incidents|items|records|results|issues|problems|releases|deployments|events|history|histories|timeline|updates|messages|comments|notes|transitions|activity|activities|actions|parts|replies|posts|alerts|changes|journals?|statuses)$/i;

/** The entries of the first list in it that are events of their own. */
function logOf(record: JsonRecord): JsonRecord[] {
  for (const key of Object.keys(record)) {
    const value = record[key];
    if (typeof value !== "object" || value === null || !LOG.test(key)) continue;
    const list = isRecord(value) ? (value.nodes ?? value.edges ?? value.items ?? value.data ?? value[key]) : value;
    if (isStory(list, isTold)) return list;
  }
  return [];
}
