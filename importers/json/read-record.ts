import type { NormalizedEvent, ParseOptions } from "#importers/base/importer.ts";
import { isRecord, type JsonRecord } from "#importers/base/values.ts";
import type { Outcome, Outcomes, SourceRecord } from "#importers/kit/collect.ts";
import { readInstant } from "#importers/kit/read-instant.ts";
import { refuseRecord } from "#importers/kit/refuse-record.ts";
import { DAY_MS, MINUTE_MS } from "#lib/base/time/spans.ts";
import { readZoneName } from "#lib/base/time/zone-names.ts";
import { aboutFirst } from "./about-first.ts";
import { hasTimes } from "./fields/field-times.ts";
import { codeOf, titleOf } from "./fields/field-title.ts";
import * as known from "./fields/known-fields.ts";
import type { Fields } from "./fields/record-shape.ts";
import { fieldsOf, isFlat } from "./fields/record-shape.ts";
import { timeRoleOf } from "./fields/time-names.ts";
import { eventsCarried, findStory, logsOf } from "./find-story.ts";
import { findInside, gather } from "./gather.ts";
import { type Around, readFacts } from "./read-facts.ts";
import { around, isOfProblem, standingOfRecord } from "./record-state.ts";
import { cellsOf, flat } from "./record-words.ts";
import { saysDone } from "./state-words.ts";
import { isEntry, type Told, tells, toldBy } from "./told.ts";
import { codedInside, gatherTold, wordedBy } from "./worded.ts";

const LONGEST = 60;
/** `(UTC+01:00) Amsterdam`, `GMT-5`, `+0100`. */
const OFFSET = /^\(?(?:UTC|GMT)? ?([+-])(\d{1,2})(?::?(\d{2}))?(?:\)|$)/;

/** Objects of a response that describe the list next to them. */
const OF_A_LIST = /^(?:meta|metadata|info|report|export|query|settings|config|data|results?|response)$/i;

/** Returns the options for the records in a response that states one time zone for all, next to their list. */
export function withZoneAround(response: unknown, options: ParseOptions): ParseOptions {
  if (!isRecord(response)) return options;
  const near = Object.entries(response).flatMap(([key, inner]) =>
    OF_A_LIST.test(key) && isRecord(inner) ? [inner] : [],
  );
  const zoned = [response, ...near].map((record) => fieldsOf(record)).find(({ plan }) => plan.zones.length > 0);
  return zoned ? withZoneOf(zoned, options) : options;
}

/** Returns the options for a record that states its time zone in a separate field. */
function withZoneOf(fields: Fields, options: ParseOptions): ParseOptions {
  const stated = fields.plan.zones.length === 0 ? null : known.zoneOf(fields);
  if (stated === null || stated.length > LONGEST) return options;
  const [, sign, hours = "", minutes = "00"] = OFFSET.exec(stated) ?? [];
  const named = readZoneName(sign ? `${sign}${hours.padStart(2, "0")}:${minutes}` : stated);
  return named?.kind === "zone" ? { ...options, zone: named.zone } : options;
}

/**
 * Returns the event of a record, and its zone. An object inside can state that for the times next to it, unless the
 * record itself was told by a time without a zone.
 */
function toldWithZone(own: JsonRecord, given: ParseOptions): { told: Told | null; options: ParseOptions } {
  const ownFields = fieldsOf(own);
  const options = withZoneOf(ownFields, given);
  const told = toldBy(ownFields, options);
  if (isFlat(ownFields) || told?.time.stated.zone === null || options !== given) return { told, options };
  const timed = findInside(own, (inner) => hasTimes(fieldsOf(inner)));
  return { told, options: timed ? withZoneOf(fieldsOf(timed), options) : options };
}

const DEPTH = 3;
const MOST = 20;

/**
 * Returns a sentence for each list of which only the first record was read. The others have no time, so they aren't
 * events, but they are named.
 */
function leftOutOf(delivery: JsonRecord): string[] {
  const said: string[] = [];
  let level = [delivery];
  for (let depth = 0; depth < DEPTH && level.length > 0; depth += 1) {
    const inner = level.flatMap((record) => Object.entries(record));
    for (const [key, value] of inner) {
      if (!Array.isArray(value) || value.length < 2 || !value.every(isRecord) || cellsOf(value)) continue;
      said.push(`${value.length - 1} more of “${key.slice(0, 60)}” weren't read, because they have no time.`);
    }
    level = inner.flatMap(([, value]) => (isRecord(value) ? [value] : []));
  }
  return said.slice(0, MOST);
}

/**
 * Returns the event of a record and of the logs in it, or the events that it only carries. What wasn't read becomes
 * context.
 */
export const readRecord = (record: SourceRecord, given: ParseOptions): Outcomes => readOne(record, given, false);

function readOne({ line, value }: SourceRecord, given: ParseOptions, isCarried: boolean): Outcomes {
  if (!isRecord(value)) return { reject: refuseRecord(value, "an object with a time and a text") };
  if (isFlat(fieldsOf(value))) return readFlat(fieldsOf(value), given, { line });
  const [whole = value, ...envelopes] = unwrap(value);
  const place = { line, envelopes: envelopes.map(fieldsOf), isCarried };
  return isFlat(fieldsOf(whole)) ? readFlat(fieldsOf(whole), given, place) : readNested(whole, given, place);
}

type Place = Pick<Around, "line" | "envelopes">;

/** Returns the event of a record that contains only plain values. */
function readFlat(fields: Fields, given: ParseOptions, { line, envelopes = [] }: Place): Outcomes {
  const { record, plan } = fields;
  if ("_index" in record && plan.keys.every((key) => key.startsWith("_")))
    return { context: `Action of a bulk file: ${String(record._index)}` };
  const options = withZoneOf(fields, given);
  return readFacts(fields, record, toldBy(fields, options), { line, envelopes, options, subject: null, isFlat: true });
}

function readNested(whole: JsonRecord, given: ParseOptions, place: Place & { isCarried: boolean }): Outcomes {
  const { line, envelopes = [], isCarried } = place;
  const own = aboutFirst(whole);
  const ownFields = fieldsOf(own);
  const { told, options } = toldWithZone(own, given);
  const apart = { line, envelopes, options, subject: null };
  const carried = told?.isBare && !isCarried ? eventsCarried(own, isEntry) : [];
  if (carried.length > 0) return carried.flatMap((event) => readOne({ line, value: event }, options, true));
  const coded = told ? { record: own, told } : codedInside(own);
  const record = coded ? wordedBy(coded.record, coded.told) : gatherTold(own);
  const alone = { ...apart, code: coded?.told ?? null };
  const fields = fieldsOf(record);
  const listed = logsOf(told ? own : record, isEntry);
  const log = listed.length > 0 ? listed : findStory(own, isEntry);
  if (log.length === 0) {
    const outcomes = onlyDelivered(readFacts(fields, own, told, alone), own.event);
    return told ? outcomes : [...outcomes, ...leftOutOf(own).map((context) => ({ context }))];
  }
  const subject = titleOf(fields) ?? codeOf(fields);
  const entries = log.flatMap((entry) => readEntry(entry, { line, options, subject }));
  const isDone = told?.isBare === true && known.codesOf(ownFields).some(saysDone);
  const more = readFacts(fields, own, told, { ...alone, isAsSent: isDone }).flatMap((outcome): Outcome[] => {
    if (!("event" in outcome) || !addsTo(outcome.event, entries, isDone)) return [];
    const { title, statedText } = outcome.event;
    const isStart =
      envelopes.length === 0 &&
      told?.isBare === false &&
      statedText === told.time.stated.statedText &&
      isOfStart(told.time.key);
    return [
      isDone || isStart || stands([own, ...envelopes.map(({ record: one }) => one)], outcome.event, entries)
        ? outcome
        : { context: `${title}: ${statedText}` },
    ];
  });
  return [...more, ...entries];
}

/** `{ "payload": { … } }`: returns the record in objects with nothing else, and then these, the innermost first. */
function unwrap(value: JsonRecord): JsonRecord[] {
  const found = [flat(value)];
  for (let depth = 0; depth < DEPTH; depth += 1) {
    const only = onlyValueOf(found[0] ?? {});
    if (!isRecord(only)) break;
    found.unshift(flat(only));
  }
  return found;
}

/** Returns the value of the only field that isn't null, or null if there are several. */
function onlyValueOf(record: JsonRecord): unknown {
  let only: unknown = null;
  for (const key in record) {
    if (record[key] === null) continue;
    if (only !== null) return null;
    only = record[key];
  }
  return only;
}

const ENVELOPE = 4;

/**
 * `"event": { "type": "resolve", "time": … }` tells what a delivery is about: other times of its matter are of earlier
 * deliveries.
 */
function onlyDelivered(outcomes: readonly Outcome[], event: unknown): Outcome[] {
  if (!isRecord(event) || Object.keys(event).length > ENVELOPE || typeof event.type !== "string") return [...outcomes];
  const times = new Set(Object.values(event).flatMap((value) => readInstant(value)?.at ?? []));
  const isSent = (one: Outcome) => "event" in one && one.event.at !== null && times.has(one.event.at);
  if (!outcomes.some(isSent)) return [...outcomes];
  return outcomes.map((one) =>
    isSent(one) || !("event" in one) ? one : { context: `${one.event.title}: ${one.event.statedText}` },
  );
}

/** Returns the events of the log inside a known tool's delivery, each as an entry about `subject`. */
export const readLogIn = (delivery: JsonRecord, around: Around & { subject: string }): Outcome[] =>
  findStory({ delivery }, isEntry).flatMap((entry) => readEntry(entry, around));

function readEntry(entry: JsonRecord, around: Around): Outcome[] {
  const own = flat(entry);
  const ownFields = fieldsOf(own);
  const options = withZoneOf(ownFields, around.options);
  const told = toldBy(ownFields, options);
  const fields = told ? ownFields : fieldsOf(gather(own, tells, true) ?? own);
  return readFacts(fields, own, told, { ...around, options });
}

const SECOND = 1000;

/**
 * Returns whether a record is a fact of its own next to its log: near to it, at a time without an entry. An alert after
 * all entries is their result.
 */
function addsTo({ at, kind }: NormalizedEvent, entries: readonly Outcome[], isDone: boolean): boolean {
  if (at === null) return false;
  const times = entries.flatMap((one) => ("event" in one && one.event.at !== null ? [Date.parse(one.event.at)] : []));
  const distances = times.map((time) => Date.parse(at) - time);
  const isNear = distances.slice(0, 1000).some((one) => Math.abs(one) <= DAY_MS);
  const cameOfThem = (isDone || kind === "alert_fired") && distances.every((one) => one >= SECOND);
  return isNear && (cameOfThem || distances.every((one) => Math.abs(one) >= MINUTE_MS));
}

/** Returns whether a field is the time of an event or a start, not of storage. */
const isOfStart = (key: string): boolean => timeRoleOf(key) === "fired" || /^(?:occur|happen)/i.test(key);

/** Returns whether a record is an alert that fired before its log, or has a state: not only the container of a log. */
function stands(records: readonly JsonRecord[], { at, title }: NormalizedEvent, entries: readonly Outcome[]): boolean {
  const isFirst = entries.every((one) => !("event" in one) || (one.event.at ?? "") > (at ?? ""));
  if (isFirst && records.map(fieldsOf).some(isOfProblem)) return true;
  return standingOfRecord(records.flatMap(around).map(fieldsOf), title) !== null;
}
