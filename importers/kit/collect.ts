import type { NormalizedEvent, ParseResult, SourceText } from "#importers/base/importer.ts";
import { previewOf } from "#importers/base/words.ts";

/** One element of a source's main list and which it is, counted from 1. */
export interface SourceRecord {
  line: number;
  value: unknown;
}

/** What became of a record; every record ends in at least one outcome. */
export type Outcome =
  | { event: NormalizedEvent }
  /** `part` is the element at fault when the record contains several. */
  | { reject: string; part?: SourceRecord }
  | { context: string };

/** What a record became: most become one thing. */
export type Outcomes = Outcome | readonly Outcome[];

/** The elements of a JSON source: those of its array, or the one value itself. */
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

/** Reads every record and sorts the outcomes; a record without one is rejected. */
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
    // Here and not afterwards: an event that was just made is still near.
    for (; last !== null && seen < result.events.length; seen += 1) last = risenTo(result.events[seen], last);
  }
  if (last !== null) risingById.add(result);
  return result;
}

const risingById = new WeakSet<ParseResult>();

/** Whether the ids of collected events end in their instants, and those only rise: such ids are different. */
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

/** Share of the first records that a test accepts, 0 to 1: the ground of an importer's certainty. */
export function shareOf(records: SourceRecord[], accepts: (value: unknown) => boolean): number {
  const sample = records.slice(0, 50);
  if (sample.length === 0) return 0;
  return sample.filter((record) => accepts(record.value)).length / sample.length;
}

const EXPLAINED = 1000;

/** "All 412 entries carry labels and startsAt." or "9 of 12 entries carry …"; of a long list the first thousand speak. */
export function explainShare(records: SourceRecord[], accepts: (value: unknown) => boolean, carry: string): string {
  if (records.length === 1) return `The only entry has ${carry}.`;
  const looked = records.slice(0, EXPLAINED);
  const fitting = looked.filter((record) => accepts(record.value)).length;
  const among = looked.length < records.length ? `the first ${looked.length} of ${records.length}` : looked.length;
  if (fitting < looked.length) return `${fitting} of ${among} entries have ${carry}.`;
  return `All ${looked.length < records.length ? `of ${among}` : among} entries have ${carry}.`;
}
