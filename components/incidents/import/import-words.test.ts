import { expect, it } from "vitest";
import { certaintyWords, countsWords, rowsOf } from "./import-words.ts";

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
