import type { NormalizedEvent, ParseOptions } from "#importers/base/importer.ts";
import { isRecord, type JsonRecord } from "#importers/base/values.ts";
import { paragraphs } from "#importers/base/words.ts";
import type { Outcome, Outcomes, SourceRecord } from "#importers/kit/collect.ts";
import { makeEvent } from "#importers/kit/make-event.ts";
import { UNKNOWN_TIME } from "#importers/kit/no-time.ts";
import { refuseRecord } from "#importers/kit/refuse-record.ts";
import { changesIn } from "./changes.ts";
import { isWords } from "./field-text.ts";
import { findStory, logsOf } from "./find-story.ts";
import { gather } from "./gather.ts";
import * as known from "./known-fields.ts";
import { mayLast } from "./lasting.ts";
import { leftOutOf } from "./left-out.ts";
import { actIn, matterOf } from "./matter.ts";
import { placeAlone, placeInTime } from "./place-in-time.ts";
import { factsOf, isCode } from "./record-facts.ts";
import { around, isOfAlert, servicesOf, standingOfRecord } from "./record-state.ts";
import { anyTimesOf, flat } from "./record-words.ts";
import { withZoneOf } from "./record-zone.ts";
import { saysChanged, saysDone } from "./state-words.ts";
import {
  type FieldTime,
  firstTime,
  isDated,
  isEntry,
  nameOf,
  reports,
  type Told,
  tells,
  tellsInWords,
  toldBy,
} from "./told.ts";

/** The event of a record and those of the logs in it; what of it was not read is context. */
export function readRecord({ line, value }: SourceRecord, given: ParseOptions): Outcomes {
  const own = isRecord(value) ? flat(value) : null;
  if (!own) return { reject: refuseRecord(value, "an object with a time and words") };
  const ownFields = known.fieldsOf(own);
  const options = withZoneOf(ownFields, given);
  const told = toldBy(ownFields, options);
  const alone = { line, options, subject: null };
  if (known.isFlat(ownFields)) return read(ownFields, own, told, { ...alone, isFlat: true });
  const record = told ? wordedBy(own, told) : gatherTold(own);
  const fields = known.fieldsOf(record);
  const listed = logsOf(record, isEntry);
  const log = listed.length > 0 ? listed : findStory(own, isEntry);
  if (log.length === 0) {
    const outcomes = read(fields, own, told, alone);
    return told ? outcomes : [...outcomes, ...leftOutOf(own).map((context) => ({ context }))];
  }
  const subject = known.titleOf(fields) ?? known.codeOf(fields);
  const entries = log.flatMap((entry) => readEntry(entry, { line, options, subject }));
  const isDone = told?.isBare === true && known.codesOf(ownFields).some(saysDone);
  const more = read(fields, own, told, { ...alone, isAsSent: isDone }).flatMap((outcome): Outcome[] => {
    if (!("event" in outcome) || !addsTo(outcome.event, entries, isDone)) return [];
    const { title, statedText } = outcome.event;
    return [isDone || stands(own, title) ? outcome : { context: `${title}: ${statedText}` }];
  });
  return [...more, ...entries];
}

/** The events of the log that a delivery of a known tool carries somewhere, each an entry about `subject`. */
export const readLogIn = (delivery: JsonRecord, around: Around & { subject: string }): Outcome[] =>
  findStory({ delivery }, isEntry).flatMap((entry) => readEntry(entry, around));

function readEntry(entry: JsonRecord, around: Around): Outcome[] {
  const own = flat(entry);
  const ownFields = known.fieldsOf(own);
  const options = withZoneOf(ownFields, around.options);
  const told = toldBy(ownFields, options);
  const fields = told ? ownFields : known.fieldsOf(gather(own, tells, true) ?? own);
  return read(fields, own, told, { ...around, options });
}

/** A record whose own words are only a code, with those of the objects inside it; what was asked of a server says less. */
function wordedBy(own: JsonRecord, { isBare }: Told): JsonRecord {
  const hasWords = (record: JsonRecord) => !/^(?:[a-z]{3,8} \/|$)/i.test(known.titleOf(known.fieldsOf(record)) ?? "");
  const worded = isBare ? gather(own, hasWords, true) : null;
  return worded && hasWords(worded) ? worded : own;
}

function gatherTold(own: JsonRecord): JsonRecord {
  const act = actIn(own);
  const acted = act && gather(act, tellsInWords, true);
  if (acted && tellsInWords(acted)) return acted;
  const worded = gather(own, tellsInWords) ?? own;
  if (tellsInWords(worded)) return worded;
  if (worded === own) return own;
  const told = gather(own, tells) ?? own;
  if (tells(told)) return told;
  return isDated(own) ? own : (gather(own, reports) ?? own);
}

const SECOND = 1000;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * Whether a record is one more fact beside its log: near to it, and at a time that no entry has. An alert that fired after
 * all entries is what came of them, as that all is done.
 */
function addsTo({ at, kind }: NormalizedEvent, entries: readonly Outcome[], isDone: boolean): boolean {
  if (at === null) return false;
  const times = entries.flatMap((one) => ("event" in one && one.event.at !== null ? [Date.parse(one.event.at)] : []));
  const distances = times.map((time) => Date.parse(at) - time);
  const isNear = distances.slice(0, 1000).some((one) => Math.abs(one) <= DAY);
  const cameOfThem = (isDone || kind === "alert_fired") && distances.every((one) => one >= SECOND);
  return isNear && (cameOfThem || distances.every((one) => Math.abs(one) >= MINUTE));
}

/** Whether a record is an alert or the like, not only the holder of a log. */
const stands = (own: JsonRecord, title: string): boolean =>
  standingOfRecord(around(own).map(known.fieldsOf), title) !== null;

const MOST_WORDS = 5;

interface Around {
  line: number;
  options: ParseOptions;
  /** What a log is about. */
  subject: string | null;
  /** The time of the delivery counts, whatever is inside. */
  isAsSent?: boolean;
  /** The record is known to hold no other. */
  isFlat?: boolean;
}

const toldWords = ({ isBare, title }: Told): string | null => (isBare ? null : title);

/** The events of a record: one for each fact that it states the time of. */
function read(fields: known.Fields, own: JsonRecord, told: Told | null, where: Around): Outcome[] {
  const { line, options, subject } = where;
  const { record } = fields;
  const words = told && record === own ? toldWords(told) : known.titleOf(fields);
  const title = named(words ?? told?.title ?? nameOf(record), told);
  const matter = where.isAsSent ? null : matterOf(own, told, options);
  const chosen = matter?.time ?? told?.time ?? lessCertainTime(fields, options);
  if (!chosen || title === null)
    return [{ reject: chosen ? "No field says what happened." : "No field holds a time." }];
  const near = where.isFlat ? [fields] : nearest(own, record).map(known.fieldsOf);
  const standing = standingOfRecord(near, title);
  const placed =
    where.isFlat && known.hasOneTime(fields) && !mayLast(fields)
      ? placeAlone(chosen, standing)
      : placeInTime(
          {
            chosen,
            fields: matter?.fields ?? (told ? known.fieldsOf(own) : fields),
            inner: near.slice(1),
            standing,
            isAlert: near.some(isOfAlert),
            isWhole: subject === null,
            isDelivered: record !== own || matter !== null,
            isDone: () => near.some((one) => known.statesOf(one).some(saysDone)),
            isChanged: () => known.codesOf(known.fieldsOf(own)).some(saysChanged),
          },
          options,
        );
  const id = known.idOf(fields);
  const services = servicesOf(near);
  const about = subject ?? (isWords(title) ? null : (services[0] ?? known.thingOf(fields, title)));
  const whole = about && about !== title ? `${title}: ${about}` : title;
  const changes = where.isFlat ? [] : changesIn(own).filter((text) => !title.includes(text));
  const more = [...known.wordsOf(fields), changes.join("\n")].filter((text) => text !== title && text !== "");
  const said = more.length === 0 ? "" : paragraphs(...more.slice(0, MOST_WORDS));
  const body = paragraphs(said, factsOf(near, title, `${title}\n${said}`));
  const [actor, url] = [actorOf(fields, title), known.urlOf(fields)];
  return placed.map(({ time, end, kind, word }) => ({
    event: makeEvent({
      line,
      time,
      end,
      kind,
      title: word ? `${word}: ${whole}` : whole,
      body,
      actor,
      url,
      externalId: id === null ? null : `${id}@${time.at ?? time.statedText}`,
      services,
    }),
  }));
}

/** The words of a record; a mere name behind what the delivery says was done with it, `sync_end: billing`. */
function named(words: string | null, told: Told | null): string | null {
  if (words === null || !told?.isBare || told.title === words || isWords(words)) return words;
  return isCode(told.title) && /[._:-]/.test(told.title) && !told.title.includes(words)
    ? `${told.title}: ${words}`
    : words;
}

/** What was before is no person, though it stands under "from". */
function actorOf(fields: known.Fields, title: string): string | null {
  const actor = known.actorOf(fields);
  return actor !== null && title.startsWith(`From ${actor} to `) ? null : actor;
}

const nearest = (own: JsonRecord, record: JsonRecord): JsonRecord[] =>
  record === own ? around(own) : [own, record, ...around(own).slice(1)];

/** The time of a record that does not say all by itself: of a field for it, of any field, or none yet for a report. */
const lessCertainTime = (fields: known.Fields, options: ParseOptions): FieldTime | null =>
  firstTime(known.timesOf(fields), options) ??
  firstTime(
    anyTimesOf(fields.record).map((value) => ({ key: "", value })),
    options,
  ) ??
  (reports(fields.record) ? { key: "", stated: UNKNOWN_TIME } : null);
