import type { NormalizedEvent, ParseResult, SourceText } from "#importers/base/importer.ts";
import { previewOf } from "#importers/base/words.ts";

/** One element of a source's main list and its number, counted from 1. */
export interface SourceRecord {
  line: number;
  value: unknown;
}

/** The outcome of a record. Every record has at least one. */
export type Outcome =
  | { event: NormalizedEvent }
  /** `part` is the element at fault if the record contains several. */
  | { reject: string; part?: SourceRecord }
  | { context: string };

/** The outcomes of a record, usually one. */
export type Outcomes = Outcome | readonly Outcome[];

/** Returns the elements of a JSON source: those of its array, or its single value. */
export function recordsOf(source: SourceText): SourceRecord[] {
  const { json, jsonEntries } = source;
  if (!Array.isArray(json)) return [{ line: 1, value: json }];
  return json.map((value: unknown, index) => ({ line: jsonEntries?.[index] ?? index + 1, value }));
}

/**
 * Opens a wrapper around a list. The elements of a single wrapper have their own numbers. Those of a wrapper inside a
 * list have the place of the wrapper.
 */
export function openList(record: SourceRecord, list: readonly unknown[], alone: boolean): SourceRecord[] {
  return list.map((value, index) => ({ line: alone ? index + 1 : record.line, value }));
}

/** Reads every record and sorts the outcomes. A record without an outcome is rejected. */
export function collect(records: readonly SourceRecord[], read: (record: SourceRecord) => Outcomes): ParseResult {
  const result: ParseResult = { events: [], rejects: [], context: [] };
  let seen = 0;
  let last: string | null = "";
  for (const record of records) {
    const outcomes = read(record);
    if (!isList(outcomes)) sortIn(result, record, outcomes);
    else if (outcomes.length === 0)
      sortIn(result, record, { reject: "This record contains nothing that can be read." });
    else for (const outcome of outcomes) sortIn(result, record, outcome);
    // Checked here because the new event is still in the cache.
    for (; last !== null && seen < result.events.length; seen += 1) last = risenTo(result.events[seen], last);
  }
  if (last !== null) risingById.add(result);
  return result;
}

const risingById = new WeakSet<ParseResult>();

/** Returns whether the ids of collected events end in their instants, and these only rise. Such ids are unique. */
export const risesById = (result: ParseResult): boolean => risingById.has(result);

const risenTo = (event: NormalizedEvent | undefined, last: string): string | null =>
  event?.at && event.at > last && event.externalId?.endsWith(event.at) ? event.at : null;

const isList = (outcomes: Outcomes): outcomes is readonly Outcome[] => Array.isArray(outcomes);

function sortIn({ events, rejects, context }: ParseResult, record: SourceRecord, outcome: Outcome): void {
  if ("event" in outcome) events.push(outcome.event);
  else if ("context" in outcome) context.push({ line: record.line, text: outcome.context });
  else {
    const { line, value } = outcome.part ?? record;
    rejects.push({ line, reason: outcome.reject, text: previewOf(value) });
  }
}

/** Returns the share of the first records that a test accepts, 0 to 1. An importer's confidence is based on it. */
export function shareOf(records: SourceRecord[], accepts: (value: unknown) => boolean): number {
  const sample = records.slice(0, 50);
  if (sample.length === 0) return 0;
  return sample.filter((record) => accepts(record.value)).length / sample.length;
}

const EXPLAINED = 1000;

/**
 * "All 412 entries have labels and startsAt." or "9 of 12 entries have …". Of a long list, the first thousand are
 * checked.
 */
export function explainShare(records: SourceRecord[], accepts: (value: unknown) => boolean, carry: string): string {
  if (records.length === 1) return `The only entry has ${carry}.`;
  const looked = records.slice(0, EXPLAINED);
  const fitting = looked.filter((record) => accepts(record.value)).length;
  const among = looked.length < records.length ? `the first ${looked.length} of ${records.length}` : looked.length;
  if (fitting < looked.length) return `${fitting} of ${among} entries have ${carry}.`;
  return `All ${looked.length < records.length ? `of ${among}` : among} entries have ${carry}.`;
}
