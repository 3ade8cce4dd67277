import type { ParseOptions } from "#importers/base/importer.ts";
import { isRecord, type JsonRecord } from "#importers/base/values.ts";
import { readInstant, type StatedTime } from "#importers/kit/read-instant.ts";
import { changeIn, changesIn } from "./fields/changes.ts";
import { IS_OF_COMMIT } from "./fields/field-places.ts";
import { isCode, isProperName, isWords } from "./fields/field-text.ts";
import { hasTimes, timesOf } from "./fields/field-times.ts";
import { titleOf, wordsOf } from "./fields/field-title.ts";
import * as known from "./fields/known-fields.ts";
import { type Fields, fieldsOf } from "./fields/record-shape.ts";
import { listsOfLogs } from "./find-story.ts";
import { findInside, gather } from "./gather.ts";
import { actIn } from "./matter.ts";
import type { Placed } from "./place-in-time.ts";
import { firstTime, isDated, isEntry, isMatter, reports, type Told, tells, tellsInWords, toldBy } from "./told.ts";

/** A record with only a code, joined with the text of the objects inside it. Server requests say less. */
export function wordedBy(own: JsonRecord, { isBare, title }: Told): JsonRecord {
  const isChange = isBare && changesIn(own).length + (changeIn(own) === null ? 0 : 1) > 0;
  const hasWords = (record: JsonRecord) => {
    const words = titleOf(fieldsOf(record)) ?? "";
    return (
      !/^(?:[a-z]{3,8} \/|$)/i.test(words) && !(isChange && words.split(": ").some((part) => title.includes(part)))
    );
  };
  const worded = isBare ? gather(withoutParts(own, title), hasWords, true) : null;
  return worded && hasWords(worded) ? worded : own;
}

const OF_COMMITS = /push|commit|merge/i;
/** The commit that was built isn't what happened, and a log has events of its own. */
function withoutParts(own: JsonRecord, title: string): JsonRecord {
  const logs: unknown[] = listsOfLogs(own, isEntry);
  const isLeft = (key: string, value: unknown) =>
    Array.isArray(value)
      ? !logs.includes(value)
      : !isRecord(value) || !IS_OF_COMMIT.test(key) || OF_COMMITS.test(title);
  return Object.fromEntries(Object.entries(own).filter(([key, value]) => isLeft(key, value)));
}

/** Returns the record inside a record without text that states by a code what was done, and when. */
export function codedInside(own: JsonRecord): { record: JsonRecord; told: Told } | null {
  const record = titleOf(fieldsOf(own)) === null ? findInside(own, tells, true) : null;
  if (!record || findInside(own, isMatter)) return null;
  const told = toldBy(fieldsOf(record), {});
  return told?.isBare && known.codesOf(fieldsOf(record)).includes(told.title) ? { record, told } : null;
}

/**
 * Returns the record inside a record that is the event: an act, then one with text, then one with a code or a state.
 */
export function gatherTold(own: JsonRecord): JsonRecord {
  const act = actIn(own);
  const acted = act && gather(act, tellsInWords, true);
  if (acted && tellsInWords(acted)) return acted;
  for (const leavesThingsOut of [true, false]) {
    const worded = gather(own, tellsInWords, leavesThingsOut) ?? own;
    if (tellsInWords(worded)) return worded;
    const coded = gather(own, tells, leavesThingsOut) ?? own;
    if (tells(coded)) return coded;
  }
  return isDated(own) ? own : (gather(own, reports) ?? own);
}

/**
 * Returns the text of a record. A mere name comes after what the delivery says was done with it: `sync_end: billing`.
 */
export function named(words: string | null, told: Told | null, { record }: Fields): string | null {
  if (words === null || !told?.isBare || told.title === words) return words;
  if (isWords(words) && !isMereName(words, record)) return words;
  return isCode(told.title) && /[._:-]/.test(told.title) && !told.title.includes(words)
    ? `${told.title}: ${words}`
    : words;
}

const isMereName = (text: string, record: JsonRecord): boolean =>
  isProperName(text) && Object.keys(record).some((key) => /name$/i.test(key) && record[key] === text);

const IN_FRONT =
  /^\[?(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:[.,]\d{1,9})?(?: ?(?:Z|UTC|[+-]\d{2}:?\d{2}))?|\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?)\]?(?: ?[-–—|:])?\s+(?=\S.{3})/;
const SECOND = "yyyy-mm-ddThh:mm:ss".length;
const CLOCK = "hh:mm:ss".length;

/** Returns a title without the record's own time in front, as logs write it. */
export function withoutTime(title: string, { at }: StatedTime, options: ParseOptions): string {
  const match = at === null ? null : IN_FRONT.exec(title);
  if (match === null || at === null) return title;
  const [front, stamp = ""] = match;
  const isSame =
    stamp.charAt(2) === ":"
      ? stamp.slice(0, CLOCK) === at.slice(SECOND - CLOCK, SECOND)
      : readInstant(stamp, options)?.at?.slice(0, SECOND) === at.slice(0, SECOND);
  return isSame ? title.slice(front.length) : title;
}

export const withOutcome = (title: string | null, outcome: string | null): string | null =>
  title === null || outcome === null || isWords(title) ? title : `${title}: ${outcome}`;

/** A former value isn't a person, even under "from". */
export function actorOf(fields: Fields, title: string): string | null {
  const actor = known.actorOf(fields);
  return actor !== null && title.startsWith(`From ${actor} to `) ? null : actor;
}

export const MOST_WORDS = 5;

/** Returns the text of a record other than its title and body: its changes, and the text of the objects inside it. */
export function furtherWords(
  { record }: Fields,
  own: JsonRecord,
  near: readonly Fields[],
  placed: readonly Placed[],
): string[] {
  const times = placed.flatMap(({ time, end }) => [time.at, end?.at ?? null]);
  const isOfThen = (fields: Fields) =>
    !hasTimes(fields) || times.includes(firstTime(timesOf(fields), {})?.stated.at ?? "");
  const changes = new Set([own, record].flatMap((one) => [changeIn(one) ?? "", ...changesIn(one)]));
  const inner = near
    .slice(1)
    .filter((fields) => fields.record !== record && isOfThen(fields))
    .flatMap(wordsOf);
  return [[...changes].join("\n").trim(), ...inner.slice(0, MOST_WORDS)];
}
