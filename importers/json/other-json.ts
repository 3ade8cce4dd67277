import type { Importer, NormalizedEvent } from "#importers/base/importer.ts";
import { isRecord } from "#importers/base/values.ts";
import { collect, explainShare, recordsOf, shareOf } from "#importers/kit/collect.ts";
import { foldRepeats } from "#importers/kit/fold-repeats.ts";
import { onceASource } from "#importers/kit/once-a-source.ts";
import { isWords } from "./fields/field-text.ts";
import { titleOf } from "./fields/field-title.ts";
import { fieldsOf } from "./fields/record-shape.ts";
import { findRecords, findWholeList } from "./find-records.ts";
import { logsOf } from "./find-story.ts";
import { readRecord, withZoneAround } from "./read-record.ts";
import { standingOf } from "./state-words.ts";
import { isEntry, isReadable, isReport } from "./told.ts";

const REPORT = 0.3;
/** A matter with text and several logs: both its notes and its steps are read. */
const hasLogs = (value: unknown): boolean =>
  isRecord(value) &&
  isWords(titleOf(fieldsOf(value)) ?? "") &&
  Object.entries(value).filter(([key, list]) => Array.isArray(list) && logsOf({ [key]: list }, isEntry).length > 0)
    .length > 1;

const recordsIn = onceASource((source) => {
  if (hasLogs(source.json)) return recordsOf(source);
  const found = findRecords(source);
  const [first] = found;
  if (first?.value !== source.json || found.length > 1) return found;
  return findWholeList(source.json, isReadable) ?? found;
});

/** JSON of a tool without its own importer: every record with a time and some text is an event. */
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
      ? explainShare(records, isReadable, "a time and a text")
      : explainShare(records, isReport, "a text and a state, but no time");
  },
  parse(source, options) {
    const around = withZoneAround(source.json, options);
    const result = collect(recordsIn(source), (record) =>
      readRecord(record, record.value === source.json ? options : around),
    );
    return foldRepeats(result, (candidate, kept) => candidate.endAt !== null && kept.endAt === null, isSameFact);
  },
};

const GLUE = new Set("is are was were has have been now back again the a an it to from in on of for and".split(" "));
const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/** Returns the words of a title without states, marks, numbers and small words. */
function subjectOf(title: string): ReadonlySet<string> {
  const words = title.toLowerCase().split(/\s+/);
  const kept = words.map((word) => word.replace(EDGES, "")).filter((word) => /\p{L}/u.test(word) && !GLUE.has(word));
  return new Set(kept.filter((word) => standingOf(word, true) === null));
}

/**
 * Returns whether two events of one id and time can be deliveries of the same fact. They are different facts if each
 * title has a word about something else, because many tools send the id of a thing and not of what happened to it.
 */
function isSameFact(one: NormalizedEvent, other: NormalizedEvent): boolean {
  if (one.title === other.title) return true;
  const [some, others] = [subjectOf(one.title), subjectOf(other.title)];
  return isPartOf(some, others) || isPartOf(others, some);
}

const isPartOf = (some: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  [...some].every((word) => others.has(word));
