import type { SourceText } from "#importers/base/importer.ts";
import { hasKeys, isRecord, type JsonRecord } from "#importers/base/values.ts";
import { recordsOf, type SourceRecord } from "#importers/kit/collect.ts";
import { only } from "#lib/base/text/phrases.ts";
import { isWords } from "./fields/field-text.ts";
import { listsOfLogs, logsOf } from "./find-story.ts";
import { asList, isId, rowsOf, tableBelowNames, tableOfAll } from "./lists.ts";
import { flat, namesAThing } from "./record-words.ts";
import { isDated, isEntry, isMatter, isTold, nameOf } from "./told.ts";

const DEPTH = 7;
const WIDTH = 40;
const MOST = 10_000;
const SAMPLE = 50;
/** Lists of the parts of a record, not of records. */
const PARTS = only`
  commits | jobs | steps | stages | artifacts | attachments | assignees | users | members | reviewers
  contacts | participants | files | fields | labels | tags | violations | conditions
`;

/**
 * Finds the records in JSON of unknown shape: the list, map or table nearest to the top in which at least half of the
 * values have a time and a text, otherwise the elements of the source itself. Elements of a list need less. Values
 * inside such a record are its parts. Looks at a bounded number of levels and fields, because JSON can be hostile.
 */
export function findRecords(source: SourceText): SourceRecord[] {
  const { json } = source;
  const below = tableBelowNames(json);
  if (below) return numbered(below);
  const own = recordsOf(source);
  const whole = asList(json);
  if (Array.isArray(json)) return whole === json || !isListOf(whole, isInList) ? own : numbered(whole);
  if (own.some(({ value }) => isTold(value))) return own;
  if (isListOf(whole, isRecord(json) && Object.keys(json).every(isId) ? isInList : isTold)) return numbered(whole);
  const found = listsNear(json, WIDTH);
  if (!found) return own;
  const { level, lists } = listsNear(json, MOST) ?? found;
  // An object next to the lists with its own time and text is one more record.
  const beside = level.flatMap(mattersIn).filter(isMatter);
  const alike = lists.filter((list) => areAlike(list, lists[0]));
  const logs = level.flatMap((holder) => (isRecord(holder) ? listsOfLogs(holder, isEntry) : []));
  return numbered([...beside, ...alike.flat(), ...logs.filter((log) => !alike.includes(log)).flat()]);
}

/**
 * The lists nearest to the top that contain records, with their level. Looks at a bounded part of each level and list.
 */
function listsNear(json: unknown, width: number): { level: unknown[]; lists: unknown[][] } | null {
  let level = [json];
  for (let depth = 0; depth < DEPTH && level.length > 0; depth += 1) {
    const inner = level.flatMap((value) => fieldsOf(value, width));
    const lists = inner.map(asList).filter((value) => isListOf(value, isInList));
    if (lists.length > 0) return { level, lists };
    level = inner.filter((value) => Array.isArray(value) || (isRecord(value) && !isTold(value))).slice(0, width);
  }
  return null;
}

/** Returns whether an element of a list has a time and some kind of name, or a heading and a log with such entries. */
const isInList = (value: unknown): boolean =>
  isDated(value) ||
  isEntry(value) ||
  (isRecord(value) && isWords(nameOf(flat(value)) ?? "") && logsOf(flat(value), isEntry).length > 0);

/** Returns whether two lists of one level contain records of the same kind, as "firing" and "resolved" do. */
function areAlike(list: readonly unknown[], other: readonly unknown[] = list): boolean {
  const [[first], [second]] = [list, other];
  if (list === other) return true;
  if (!isRecord(first) || !isRecord(second)) return false;
  return hasKeys(second, ...Object.keys(first)) || hasKeys(first, ...Object.keys(second));
}

/**
 * Returns the list nearest to the top with several records that are all accepted, if no value around it describes what
 * happened itself. Null if there is none.
 */
export function findWholeList(json: unknown, accepts: (value: unknown) => boolean): SourceRecord[] | null {
  const isHolder = (value: unknown) => isRecord(value) && !accepts(plainFieldsOf(value));
  let level = [json].filter(isHolder);
  for (let depth = 0; depth < DEPTH && level.length > 0; depth += 1) {
    const inner = level.flatMap((value) => fieldsOf(value, WIDTH));
    const list = inner.find((one) => Array.isArray(one) && one.length > 1 && one.slice(0, SAMPLE).every(accepts));
    if (Array.isArray(list)) return numbered(list);
    level = inner.filter(isHolder).slice(0, WIDTH);
  }
  return null;
}

const OF_THE_ANSWER =
  /^(?:meta|metadata|info|request|response|query|paging|pagination|page|links?|context|config|settings|export)$/i;

/**
 * Returns the objects of a record that it can be about: no people, places, things, or data about the response itself.
 */
const mattersIn = (value: unknown): JsonRecord[] =>
  isRecord(value)
    ? Object.entries(value).flatMap(([key, inner]) =>
        isRecord(inner) && !namesAThing(key) && !OF_THE_ANSWER.test(key) ? [inner] : [],
      )
    : [];

const plainFieldsOf = (record: JsonRecord): JsonRecord =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => typeof value !== "object"));

const numbered = (list: readonly unknown[]): SourceRecord[] => list.map((value, index) => ({ line: index + 1, value }));

function fieldsOf(value: unknown, width: number): unknown[] {
  if (Array.isArray(value)) {
    const table = tableOfAll(value);
    return table ? [table] : value.slice(0, width);
  }
  if (!isRecord(value)) return [];
  const rows = rowsOf(value);
  if (rows) return [rows];
  const fields = Object.entries(value).slice(0, WIDTH);
  return fields.filter(([key]) => !PARTS.test(key)).map(([, inner]) => inner);
}

function isListOf(value: unknown[] | null, accepts: (value: unknown) => boolean): value is unknown[] {
  if (value === null || value.length === 0) return false;
  const sample = value.slice(0, SAMPLE);
  return sample.filter((one) => accepts(one) || wraps(one, accepts)).length * 2 >= sample.length;
}

/** `{ "incident": { … } }`: an envelope around an accepted value. */
function wraps(value: unknown, accepts: (value: unknown) => boolean): boolean {
  return isRecord(value) && Object.entries(value).some(([key, inner]) => !namesAThing(key) && accepts(inner));
}
