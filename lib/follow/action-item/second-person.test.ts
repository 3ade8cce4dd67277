import { describe, expect, it } from "vitest";
import { ACTION_PRIORITIES, ACTION_STATUSES } from "#lib/base/vocabulary/action-item.ts";
import { isSecondPerson, mayLower, needsSecondPerson } from "./second-person.ts";
import { type ActionState, type TransitionInput, transition } from "./transition.ts";

const TWICE = [
  { point: 1, answer: "not_met" as const },
  { point: 1, answer: "met" as const },
  { point: 2, answer: "met" as const },
];
const MET = TWICE.slice(1);
const hands = { ownerId: "owner", implementedById: "builder" };

describe("a second person", () => {
  it("is required for P0 and P1 only", () => {
    expect(ACTION_PRIORITIES.filter(needsSecondPerson)).toEqual(["P0", "P1"]);
  });

  it.each([
    ["owner", false],
    ["builder", false],
    [null, false],
    ["then", false],
    ["somebody", true],
  ])("is not the owner, now or when it was implemented, the implementer or no one: %s", (who, is) => {
    expect(isSecondPerson(who, { ...hands, implementedOwnerId: "then" })).toBe(is);
  });
});

describe("lowering a priority", () => {
  it.each(ACTION_STATUSES)("out of P1 needs a second person when one is required: %s", (status) => {
    // If the owner could lower it on a way back, they could accept it again and verify it alone.
    for (const wasAccepted of [false, true]) {
      const item = { ...hands, status, priority: "P1" as const, wasAccepted };
      const isFree = !wasAccepted && (status === "proposed" || status === "declined");
      for (const who of ["owner", "builder", null]) expect(mayLower(item, "P2", who)).toBe(isFree);
      expect(mayLower(item, "P3", "somebody")).toBe(true);
    }
  });

  it.each([
    ["P0", "P1"],
    ["P2", "P3"],
    ["P3", "P0"],
  ] as const)("from %s to %s is up to the owner too", (priority, to) => {
    expect(mayLower({ ...hands, status: "implemented", priority, wasAccepted: true }, to, "owner")).toBe(true);
  });
});

describe("verifying", () => {
  const said = (of: Partial<ActionState>, actorId: string | null, more: Partial<TransitionInput> = {}) => {
    const item: ActionState = {
      ...{ status: "implemented", priority: "P1", ...hands, doneWhen: "- Pages\n- Names the runbook" },
      ...{ hasEvidence: true, isWaiverRequested: false, ...of },
    };
    const when = { now: "2026-10-31T23:30:00Z", today: "2026-11-01" };
    const result = transition(item, "verified", { actorId, ...when, answers: MET, ...more });
    return result.ok ? `asked ${result.patch.effectDueOn}` : result.rule;
  };

  it.each<[string, Partial<ActionState>, string | null, Partial<TransitionInput>, string]>([
    ["a P1 by someone else", {}, "second", {}, "asked 2027-01-30"],
    ["a P1 by its owner, who had it implemented", {}, "owner", {}, "second_person_needed"],
    ["a P1 by its implementer, after it got a new owner", { ownerId: "next" }, "builder", {}, "second_person_needed"],
    [
      // The work was theirs when it was marked as implemented.
      "a P1 by its owner of when it was implemented",
      { ownerId: "next", implementedOwnerId: "owner" },
      "owner",
      {},
      "second_person_needed",
    ],
    [
      "a P1 by the owner before, who handed it over before it was implemented",
      { ownerId: "next", implementedOwnerId: "next" },
      "owner",
      {},
      "asked 2027-01-30",
    ],
    [
      "a P0 without an owner by its implementer",
      { priority: "P0", ownerId: null },
      "builder",
      {},
      "second_person_needed",
    ],
    ["a P2 by its implementer", { priority: "P2" }, "builder", {}, "asked 2027-01-30"],
    ["a P3 by a job, for a tracker without people", { priority: "P3" }, null, {}, "asked 2027-01-30"],
    ["a P1, asked again by its policy", {}, "second", { effectDays: 7 }, "asked 2026-11-08"],
    ["with new evidence alone", { hasEvidence: false }, "second", { evidence: "https://ci/9" }, "asked 2027-01-30"],
    ["with spaces for evidence", { hasEvidence: false }, "second", { evidence: " \n" }, "evidence_needed"],
    ["with the second point not met", {}, "second", { answers: [{ point: 2, answer: "not_met" }] }, "point_not_met"],
    // A later answer of the same request doesn't overrule "not met".
    ["with one point answered twice, met last", {}, "second", { answers: TWICE }, "point_not_met"],
    ["without answers", {}, "second", { answers: [] }, "point_unanswered"],
    ["with an answer to point 0", {}, "second", { answers: [{ point: 0, answer: "met" }] }, "unknown_point"],
  ])("%s", (_, of, actorId, more, result) => expect(said(of, actorId, more)).toBe(result));
});
