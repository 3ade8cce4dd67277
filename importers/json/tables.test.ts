import { expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { jsonInput } from "#importers/testing/fixtures.ts";

const NAMES = ["time", "message"];
const ROWS = [
  ["2026-03-01T10:00:00Z", "Disk is full"],
  ["2026-03-01T10:10:00Z", "Disk has space"],
];
const asRecords = ROWS.map(([time, message]) => ({ time, message }));

it.each<[string, unknown]>([
  ["columns and rows", { columns: NAMES, rows: ROWS }],
  ["columns and values", { columns: NAMES, values: ROWS }],
  ["columns that are objects", { columns: NAMES.map((name) => ({ name, type: "x" })), rows: ROWS }],
  ["fields and rows", { fields: NAMES.map((name) => ({ name })), rows: ROWS }],
  ["headers and data", { headers: NAMES, data: ROWS }],
  ["a header and records", { header: NAMES, records: ROWS, total: 2 }],
  ["short names", { cols: NAMES.map((label) => ({ label })), results: ROWS }],
  ["a table inside an answer", { status: "ok", result: { columnNames: NAMES, rows: ROWS } }],
  ["tables in a list", { tables: [{ columns: NAMES, rows: ROWS }] }],
  ["rows below their names", [NAMES, ...ROWS]],
  ["a JSON string of records", JSON.stringify(asRecords)],
  ["a JSON string of a table", JSON.stringify({ columns: NAMES, rows: ROWS })],
])("reads %s as records", (_what, json) => {
  const { events } = parseSource(jsonInput(json), {});
  expect(events.map(({ at, title }) => [at?.slice(11, 16), title])).toEqual([
    ["10:00", "Disk is full"],
    ["10:10", "Disk has space"],
  ]);
});

it.each([
  [
    "a matrix of numbers",
    [
      [1, 2],
      [3, 4],
    ],
  ],
  ["rows of other lengths", [NAMES, ["2026-03-01T10:00:00Z"]]],
  ["names without rows", [NAMES]],
])("reads no table in %s", (_what, json) => {
  expect(parseSource(jsonInput(json), {}).events).toEqual([]);
});
