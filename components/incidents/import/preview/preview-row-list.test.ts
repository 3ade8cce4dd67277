import { expect, it } from "vitest";
import { resultOf } from "../questions/result-sentence.ts";
import { samplePreview, sampleRow } from "../testing/sample-preview.ts";
import { groupRows } from "./preview-row-list.ts";
import { leftOutAfter } from "./use-ticks.ts";

const rows = [
  sampleRow({ row: 1, at: "2025-03-04T14:02:00.000Z", statedText: "15:02", title: "queue grows" }),
  sampleRow({ row: 2, at: "2025-02-10T09:12:00.000Z", title: "relay config" }),
  sampleRow({ row: 3, at: "2025-03-04T13:59:00.000Z", title: "deploy" }),
  sampleRow({ row: 4, at: null, state: "ambiguous", title: "around two" }),
  sampleRow({ row: 5, at: "2025-03-04T16:10:00.000Z", statedText: "17:10", title: "over", goes: "left_out" }),
  sampleRow({ row: 6, at: "2025-03-04T14:00:00.000Z", state: "known", title: "known" }),
];
const outside = [{ date: "2025-02-10", times: 1, days: -22, answer: "keep" as const }];
const draft = {
  file: { id: "f", name: "a.md", blob: new Blob([]) },
  answers: { leaveOut: [3] },
  preview: samplePreview({ rows, outside }),
  problem: null,
};

it("groups rows by day with the year, after those with questions, and shows the distance of a day", () => {
  expect(groupRows([draft]).map(({ label, note, rows }) => [label, note, rows.map(({ text }) => text)])).toEqual([
    ["Ambiguous", "imported without a time. You can answer later", ["around two"]],
    ["Mon 10 Feb 2025", "22 days before this incident, kept as you chose", ["relay config"]],
    ["Tue 4 Mar 2025", "times in UTC", ["deploy", "queue grows", "over"]],
    ["Already known", "not imported again", ["known"]],
  ]);
});

it("selects rows to import, unselects those a person left out, and disables those that an answer decides", () => {
  const ticks = groupRows([draft]).flatMap(({ rows }) => rows.map(({ text, ticked }) => [text, ticked]));
  expect(Object.fromEntries(ticks)).toEqual({
    "around two": true,
    "relay config": true,
    deploy: false,
    "queue grows": true,
    over: null,
    known: null,
  });
});

it("shows the first and the last stated time after an answer", () => {
  expect(resultOf({ rows })).toEqual({
    first: { said: "“15:02 queue grows”", read: "Tue 4 Mar 2025, 14:02 UTC" },
    last: { said: "17:10", read: "16:10 UTC" },
  });
  expect(resultOf({ rows: [sampleRow({ at: null, statedText: "15:02" })] })).toBeNull();
});

it.each([
  [[], [2, 3], false, [2, 3]],
  [[5], [2, 3], false, [2, 3, 5]],
  [[2, 3, 5], [2, 5], true, [3]],
  [[2], [2], false, [2]],
])("of %j the rows %j are selected: %s", (before, changed, on, after) =>
  expect(leftOutAfter(before, changed, on)).toEqual(after),
);
