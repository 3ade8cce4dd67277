import type { SourceText } from "#importers/base/importer.ts";
import { hasKeys, isRecord, type JsonRecord, textAt } from "#importers/base/values.ts";
import { recordsOf, type SourceRecord } from "#importers/kit/collect.ts";
import { namesAThing } from "./record-words.ts";

const DEPTH = 5;
const WIDTH = 40;
const SAMPLE = 50;
/** Lists of what a record is made of, not of records. */
const PARTS =
  /^(?:commits|jobs|steps|stages|artifacts|attachments|assignees|users|members|reviewers|contacts|participants|files|fields|labels|tags|violations|conditions)$/i;

/**
 * The records of JSON whose shape is not known: those of the list, map or table nearest to the top of which at least half
 * are accepted; without one the elements of the source itself. Less may be asked of the elements of a list. What a record that is accepted holds are its own parts.
 * Looks at some levels and fields only, so that hostile JSON cannot hurt.
 */
export function findRecords(
  source: SourceText,
  accepts: (value: unknown) => boolean,
  acceptsInList = accepts,
  isMatter: (value: unknown) => boolean = () => false,
): SourceRecord[] {
  const below = tableBelowNames(source.json);
  if (below) return numbered(below);
  const own = recordsOf(source);
  if (Array.isArray(source.json) || own.some(({ value }) => accepts(value))) return own;
  const map = asList(source.json);
  if (isListOf(map, accepts)) return numbered(map);
  let level: unknown[] = own.map(({ value }) => value);
  for (let depth = 0; depth < DEPTH && level.length > 0; depth += 1) {
    const inner = level.flatMap(fieldsOf);
    const lists = inner.map(asList).filter((value) => isListOf(value, acceptsInList));
    if (lists.length > 0) {
      // What stands beside the lists and says when and what by itself is one more record.
      const beside = level.flatMap(mattersIn).filter(isMatter);
      return numbered([...beside, ...lists.filter((list) => areAlike(list, lists[0])).flat()]);
    }
    level = inner.filter((value) => Array.isArray(value) || (isRecord(value) && !accepts(value))).slice(0, WIDTH);
  }
  return own;
}

/** Whether two lists of one level hold records of the same kind, as "firing" and "resolved" do. */
function areAlike(list: readonly unknown[], other: readonly unknown[] = list): boolean {
  const [[first], [second]] = [list, other];
  if (list === other) return true;
  if (!isRecord(first) || !isRecord(second)) return false;
  return hasKeys(second, ...Object.keys(first)) || hasKeys(first, ...Object.keys(second));
}

/**
 * The list nearest to the top whose several records are accepted one and all, where nothing that holds it says in
 * fields of its own what happened; null without one.
 */
export function findWholeList(json: unknown, accepts: (value: unknown) => boolean): SourceRecord[] | null {
  const isHolder = (value: unknown) => isRecord(value) && !accepts(plainFieldsOf(value));
  let level = [json].filter(isHolder);
  for (let depth = 0; depth < DEPTH && level.length > 0; depth += 1) {
    const inner = level.flatMap(fieldsOf);
    const list = inner.find((one) => Array.isArray(one) && one.length > 1 && one.slice(0, SAMPLE).every(accepts));
    if (Array.isArray(list)) return numbered(list);
    level = inner.filter(isHolder).slice(0, WIDTH);
  }
  return null;
}

const OF_THE_ANSWER =
  /^(?:meta|metadata|info|request|response|query|paging|pagination|page|links?|context|config|settings|export)$/i;

/** The objects of a record that may be what it is about: no people, places, things, nor the answer's own data. */
const mattersIn = (value: unknown): JsonRecord[] =>
  isRecord(value)
    ? Object.entries(value).flatMap(([key, inner]) =>
        isRecord(inner) && !namesAThing(key) && !OF_THE_ANSWER.test(key) ? [inner] : [],
      )
    : [];

const plainFieldsOf = (record: JsonRecord): JsonRecord =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => typeof value !== "object"));

const numbered = (list: readonly unknown[]): SourceRecord[] => list.map((value, index) => ({ line: index + 1, value }));

function fieldsOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return isRecord(value[0]) && rowsOf(value[0]) ? [tableOf(value)] : value.slice(0, WIDTH);
  if (!isRecord(value)) return [];
  const rows = rowsOf(value);
  if (rows) return [rows];
  const fields = Object.entries(value).slice(0, WIDTH);
  return fields.filter(([key]) => !PARTS.test(key)).map(([, inner]) => inner);
}

/** The rows of all the tables of a list, as an answer has one for each stream. */
const tableOf = (tables: unknown[]): JsonRecord[] =>
  tables.flatMap((table) => (isRecord(table) ? (rowsOf(table) ?? []) : []));

/** A list as it is, rows of pairs as records, and the values of a map whose values look alike; null for anything else. */
function asList(value: unknown): unknown[] | null {
  if (Array.isArray(value)) return isPairs(value[0]) ? value.map(ofPairs) : value;
  if (!isRecord(value)) return null;
  const values = Object.values(value);
  const [first, second] = values;
  if (!isRecord(first) || !isRecord(second) || !values.every(isRecord)) return null;
  const keys = Object.keys(first);
  return keys.length > 1 && keys.every((key) => Object.hasOwn(second, key)) ? values : null;
}

/** `[{ "field": "@message", "value": "…" }, …]`: a row as a list of its cells. */
const isPairs = (row: unknown): row is JsonRecord[] =>
  Array.isArray(row) && row.every((cell) => hasKeys(cell, "field", "value")) && row.length > 0;
const ofPairs = (row: unknown): unknown =>
  isPairs(row) ? Object.fromEntries(row.map((cell) => [String(cell.field), cell.value])) : row;

/** `[["1569266497240578000", "a line of a log"], …]` as streams of Loki have them. */
const isLogLine = (pair: unknown) =>
  Array.isArray(pair) && pair.length >= 2 && /^\d{16,19}$/.test(String(pair[0])) && typeof pair[1] === "string";

const HEADERS = ["columns", "cols", "columnNames", "headers", "header", "fields"] as const;
const TABLES = ["rows", "values", "data", "results", "records"] as const;
const areRows = (value: unknown): value is readonly unknown[][] =>
  Array.isArray(value) && value.length > 0 && value.every(Array.isArray);

/** `{ columns, rows }`, `{ headers, data }` and the like, and `{ stream, values }`, as records; null for anything else. */
function rowsOf(record: JsonRecord): JsonRecord[] | null {
  const { values } = record;
  if (Array.isArray(values) && values.length > 0 && values.every(isLogLine))
    return values.map((pair: unknown[]) => ({ ts: pair[0], text: pair[1] }));
  const columns = HEADERS.map((key) => record[key]).find((value) => Array.isArray(value) && value.length > 0);
  const table = TABLES.map((key) => record[key]).find(areRows);
  return Array.isArray(columns) && table ? named(columns, table) : null;
}

function named(columns: readonly unknown[], table: readonly unknown[][]): JsonRecord[] {
  const names = columns.map((column) => (isRecord(column) ? textAt(column, "name", "label", "text") : String(column)));
  return table.map((row) => Object.fromEntries(names.map((name, index) => [name ?? `${index}`, row[index]])));
}

const isName = (cell: unknown): boolean => typeof cell === "string" && /^[\p{L}@_][\p{L}\p{N} @_.-]{0,60}$/u.test(cell);

/** `[["time", "message"], ["2026-…", "…"], …]`: rows below the names of their columns; null for any other list. */
function tableBelowNames(list: unknown): JsonRecord[] | null {
  if (!areRows(list) || list.length < 2) return null;
  const [names = [], ...rows] = list;
  const areNames = names.length > 1 && names.every(isName) && rows.every((row) => row.length === names.length);
  return areNames ? named(names, rows) : null;
}

function isListOf(value: unknown[] | null, accepts: (value: unknown) => boolean): value is unknown[] {
  if (value === null || value.length === 0) return false;
  const sample = value.slice(0, SAMPLE);
  return sample.filter((one) => accepts(one) || wraps(one, accepts)).length * 2 >= sample.length;
}

/** `{ "incident": { … } }`: an envelope around one that is accepted. */
function wraps(value: unknown, accepts: (value: unknown) => boolean): boolean {
  return isRecord(value) && Object.entries(value).some(([key, inner]) => !namesAThing(key) && accepts(inner));
}
