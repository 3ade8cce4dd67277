import { expect, it } from "vitest";
import { noOutcome, type Outcome, outcomeWords, readOutcome } from "./outcome.ts";

it.each([
  ["received", null, "Waiting to be processed."],
  ["received", "The database was away.", "Waiting to be processed again. The database was away."],
  ["failed", "It isn't JSON.", "It isn't JSON."],
  ["ignored", null, "No events."],
] as const)("a delivery that is %s with the error %j reports it once", (state, error, words) => {
  expect(outcomeWords({ state, outcome: noOutcome(), incidents: [], error })).toBe(words);
});

it.each<[Partial<Outcome>, string[], string]>([
  [{ created: 1 }, ["INC-1"], "1 event joined INC-1."],
  [{ created: 2 }, [], "2 events joined an incident."],
  [{ created: 2, opened: 1 }, ["INC-1"], "2 events joined INC-1, opened by a rule."],
  [{ created: 3 }, ["INC-1", "INC-2", "INC-3"], "3 events joined INC-1, INC-2, INC-3."],
  [{ created: 5 }, ["INC-1", "INC-2", "INC-3", "INC-4", "INC-5"], "5 events joined INC-1, INC-2, INC-3 and 2 more."],
  [{ unassigned: 1, inboxes: ["Mail"] }, [], "1 event left unassigned, Mail."],
  [{ unassigned: 2, inboxes: ["", "Mail"] }, [], "2 events left unassigned, Mail."],
  [{ unassigned: 2, inboxes: [""] }, [], "2 events left unassigned, no service."],
  [{ known: 4 }, [], "Nothing new."],
  [{ created: 1, known: 4 }, ["INC-1"], "1 event joined INC-1. 4 already known."],
  [{ ignored: 2, rejected: 1 }, [], "2 events ignored by a rule. 1 rejected: not readable."],
  [{ rejected: 2, reasons: ["No time.", "No title."] }, [], "2 rejected: No time."],
  [{ reasons: ["It is a test."] }, [], "It is a test."],
])("%j with %j reads %s", (outcome, incidents, words) => {
  expect(outcomeWords({ state: "taken", outcome: { ...noOutcome(), ...outcome }, incidents, error: null })).toBe(words);
});

it("reads a stored outcome, and ignores what isn't one", () => {
  expect(readOutcome({ created: 2, incidents: ["i1"] })).toEqual({ ...noOutcome(), created: 2, incidents: ["i1"] });
  for (const stored of [null, undefined, {}, { created: -1 }, "x"]) expect(readOutcome(stored)).toEqual(noOutcome());
});
