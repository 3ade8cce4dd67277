import { expect, it } from "vitest";
import { canUndo, certaintyWords, countsWords, rowsOf, undoneEvents, undoWords } from "./import-words.ts";

const counts = (created: number, known: number, rejected: number) => ({
  created,
  known,
  rejected,
  ambiguous: 0,
  context: 3,
  leftOut: 0,
});

it.each([
  [counts(6, 2, 0), "6 new, 2 known"],
  [counts(0, 0, 1), "1 rejected"],
  [counts(0, 0, 0), "nothing new"],
])("%j reads %s", (given, words) => expect(countsWords(given)).toBe(words));

it("gives every row a place", () => {
  const newIncidents = [{ title: "Search", startedAt: null, events: 4 }];
  expect(rowsOf({ counts: { ...counts(6, 2, 1), leftOut: 5 }, newIncidents })).toBe(21);
});

it.each([
  [1, "certain"],
  [0.82, "likely, 82%"],
  [0.3, "a guess, 30%"],
])("words the confidence %s as “%s”", (certainty, words) => expect(certaintyWords(certainty)).toBe(words));

const split = { key: "INC-2", title: "Search", events: 3 };

it.each([
  ["events", { created: 2, splits: [], undoneAt: null }, true],
  ["only another incident", { created: 0, splits: [split], undoneAt: null }, true],
  ["nothing", { created: 0, splits: [], undoneAt: null }, false],
  ["events, and is undone", { created: 2, splits: [], undoneAt: "2026-11-27T08:00:00Z" }, true],
])("an import that created %s can be undone or restored: %j, %s", (_what, record, can) => {
  expect(canUndo(record)).toBe(can);
});

it("counts the events in other incidents too", () => {
  expect(undoneEvents({ created: 2, splits: [split, split] })).toBe(8);
});

it("names the step of the button", () => {
  expect([null, "2026-11-27T08:00:00Z"].map((undoneAt) => undoWords({ undoneAt }))).toEqual([
    "Undo import",
    "Restore import",
  ]);
});
