import type { Importer, NormalizedEvent, ParseOptions } from "./importer.ts";
import { collect, explainShare, type Outcome, type SourceRecord, shareOf } from "./kit/collect.ts";
import { findRecords } from "./kit/find-records.ts";
import { foldRepeats } from "./kit/fold-repeats.ts";
import { gather } from "./kit/gather.ts";
import * as known from "./kit/known-fields.ts";
import { makeEvent } from "./kit/make-event.ts";
import { readInstant } from "./kit/read-instant.ts";
import { isRecord, type JsonRecord } from "./kit/values.ts";
import { paragraphs } from "./kit/words.ts";

/** A record that says when and what in fields of its own. */
const isTold = (value: unknown): value is JsonRecord => {
  if (!isRecord(value)) return false;
  return tells(known.flat(value));
};

const tells = (record: JsonRecord) => known.titleOf(record) !== null && timeOf(record, {}) !== null;

/** JSON of a tool that has no importer of its own: every record with a time and some words is an event. */
export const otherJsonImporter: Importer = {
  name: "json",
  label: "Other JSON",
  letter: "X",
  detect: (source) => {
    const records = source.json === undefined ? [] : findRecords(source, isTold);
    return 0.5 * shareOf(records, isReadable);
  },
  explain: (source) => explainShare(findRecords(source, isTold), isReadable, "a time and words"),
  parse(source, options) {
    const result = collect(findRecords(source, isTold), (record) => readAll(record, options));
    return foldRepeats(result, (candidate, kept) => candidate.endAt !== null && kept.endAt === null);
  },
};

function isReadable(value: unknown): boolean {
  const record = gather(value, tells);
  return record !== null && tells(record);
}

function readAll({ line, value }: SourceRecord, options: ParseOptions): Outcome[] {
  const record = gather(value, tells);
  if (!record) return [{ reject: "This is no object with a time and words." }];
  const log = logOf(record);
  if (log.length > 0) return log.map((entry) => read(known.flat(entry), line, options, known.titleOf(record)));
  return [read(record, line, options, null)];
}

function read(record: JsonRecord, line: number, options: ParseOptions, subject: string | null): Outcome {
  const title = known.titleOf(record);
  const time = timeOf(record, options);
  if (!time || title === null) return { reject: time ? "No field says what happened." : "No field holds a time." };
  return { event: eventOf({ record, title, time, line, options, subject }) };
}

type Parts = {
  record: JsonRecord;
  title: string;
  time: NonNullable<ReturnType<typeof readInstant>>;
  line: number;
  options: ParseOptions;
  subject: string | null;
};

function eventOf({ record, title, time, line, options, subject }: Parts): NormalizedEvent {
  const [end] = known
    .endsOf(record)
    .map((value) => readInstant(value, options))
    .filter((one) => one !== null);
  const id = known.idOf(record);
  return makeEvent({
    line,
    time,
    end: end ?? null,
    kind: "observation",
    title: subject && subject !== title ? `${title}: ${subject}` : title,
    body: paragraphs(
      ...known
        .bodiesOf(record)
        .filter((text) => text !== title)
        .slice(0, 2),
    ),
    actor: known.actorOf(record),
    url: known.urlOf(record),
    externalId: id === null ? null : `${id}@${time.at ?? time.statedText}`,
    services: [known.serviceOf(record)],
  });
}

/** The first of its fields that reads as a time. */
function timeOf(record: JsonRecord, options: ParseOptions) {
  return (
    known
      .timesOf(record)
      .map((value) => readInstant(value, options))
      .find((time) => time !== null) ?? null
  );
}

/** The entries of the first list in it that are events of their own. */
function logOf(record: JsonRecord): JsonRecord[] {
  for (const value of Object.values(record)) {
    if (Array.isArray(value) && value.length > 0 && value.every(isTold)) return value;
  }
  return [];
}
