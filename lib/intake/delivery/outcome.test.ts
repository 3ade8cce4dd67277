import { expect, it } from "vitest";
import { noOutcome, outcomeWords } from "./outcome.ts";

it.each([
  ["received", null, "Waiting to be processed."],
  ["received", "The database was away.", "Waiting to be processed again. The database was away."],
  ["failed", "It isn't JSON.", "It isn't JSON."],
  ["ignored", null, "No events."],
] as const)("a delivery that is %s with the error %j says so once", (state, error, words) => {
  expect(outcomeWords({ state, outcome: noOutcome(), incidents: [], error })).toBe(words);
});
