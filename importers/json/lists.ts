import { hasKeys, isRecord, type JsonRecord, textAt } from "#importers/base/values.ts";

/**
 * Returns a list as it is, the lists in a list as one, rows of pairs as records, and the values of a map with similar
 * values. Null for anything else.
 */
export function asList(value: unknown): unknown[] | null {
  if (Array.isArray(value)) return isPairs(value[0]) ? value.map(ofPairs) : unwrapped(value);
  if (!isRecord(value)) return null;
  const values = Object.values(value);
  const [first, second] = values;
  if (Array.isArray(first) && Object.keys(value).every(isId)) {
    const list = unwrapped(values);
    return list === values ? null : list;
  }
  if (!isRecord(first) || !isRecord(second) || !values.every(isRecord)) return null;
  const keys = Object.keys(first);
  return keys.length > 1 && keys.every((key) => Object.hasOwn(second, key)) ? values : null;
}

/** Returns whether a key is that of a map with records by id. */
export const isId = (key: string): boolean => /\d/.test(key);

/** `[[{ … }, { … }], [{ … }]]`: the records of all inner lists. */
function unwrapped(list: unknown[]): unknown[] {
  const isOfLists = list.length > 0 && list.every((inner) => Array.isArray(inner) && inner.every(isRecord));
  return isOfLists ? list.flat() : list;
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

/**
 * Returns `{ columns, rows }`, `{ headers, data }`, `{ stream, values }` and the like as records. Null for anything
 * else.
 */
export function rowsOf(record: JsonRecord): JsonRecord[] | null {
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

/** `[["time", "message"], ["2026-…", "…"], …]`: rows below the names of their columns. Null for any other list. */
export function tableBelowNames(list: unknown): JsonRecord[] | null {
  if (!areRows(list) || list.length < 2) return null;
  const [names = [], ...rows] = list;
  const areNames = names.length > 1 && names.every(isName) && rows.every((row) => row.length === names.length);
  return areNames ? named(names, rows) : null;
}

/** Returns the rows of all tables in a list, as a response has one per stream. Null for any other list. */
export function tableOfAll(tables: readonly unknown[]): JsonRecord[] | null {
  const [first] = tables;
  if (!isRecord(first) || !rowsOf(first)) return null;
  return tables.flatMap((table) => (isRecord(table) ? (rowsOf(table) ?? []) : []));
}
