import { describe, expect, it } from "vitest";
import { ACTION_STATUSES, type ActionStatus } from "#lib/base/vocabulary/action-item.ts";
import type { ActionState } from "./transition.ts";
import { answerWaiver, endsRequest, type WaiverAnswer, waiverDue } from "./waiver.ts";

const TODAY = "2026-10-31";
const item = (status: ActionStatus, change: Partial<ActionState> = {}): ActionState => ({
  ...{ status, priority: "P1", ownerId: "owner", implementedById: null },
  doneWhen: "",
  ...{ hasEvidence: false, isWaiverRequested: true },
  ...change,
});
const waiver = { reason: "Frozen", mitigation: "On-call", until: "2026-12-01", ownerId: "owner", askedById: "owner" };
const answered = (on: ActionState, given: Partial<WaiverAnswer> = {}, change: Partial<typeof waiver> = {}) => {
  const answer = { answer: "approved", actorId: "lead", today: TODAY, ...given } as const;
  const result = answerWaiver(on, { ...waiver, ...change }, answer);
  return result.ok ? result.patch.status : result.rule;
};
const WAIVABLE: readonly ActionStatus[] = ["proposed", "accepted", "in_progress"];

describe.each(ACTION_STATUSES)("an action that is %s", (status) => {
  const isWaivable = WAIVABLE.includes(status);

  it.each<[string, Partial<WaiverAnswer>]>([
    ["the owner", { actorId: "owner" }],
    ["the implementer", { actorId: "builder" }],
    ["nobody", { actorId: null }],
  ])("has no waiver approved or refused by %s", (_, by) => {
    for (const answer of ["approved", "refused"] as const)
      expect(answered(item(status, { implementedById: "builder" }), { ...by, answer, reason: "No" })).toBe(
        "second_person_needed",
      );
  });

  it("is waived by someone else, if it can be", () => {
    expect(answered(item(status))).toBe(isWaivable ? "waived" : "action_status_order");
    expect(endsRequest(status)).toBe(!isWaivable);
  });

  it("stays as it is if the waiver is refused with a reason", () => {
    expect(answered(item(status), { answer: "refused", reason: "Too risky" })).toBe(status);
    expect(answered(item(status), { answer: "refused", reason: " " })).toBe("reason_needed");
  });
});

it("isn't approved by the earlier owner who requested it", () => {
  expect(answered(item("accepted", { ownerId: "next" }))).toBe("waived");
  expect(answered(item("accepted", { ownerId: "next" }), { actorId: "owner" })).toBe("second_person_needed");
});

it.each([
  ["planner", "second_person_needed"],
  ["lead", "waived"],
  [null, "second_person_needed"],
])("requested by a planner, is answered by %s: %s", (actorId, expected) => {
  expect(answered(item("accepted"), { actorId }, { askedById: "planner" })).toBe(expected);
  const refused = { actorId, answer: "refused", reason: "Too risky" } as const;
  expect(answered(item("accepted"), refused, { askedById: "planner" })).toBe(
    expected === "waived" ? "accepted" : expected,
  );
});

it("isn't approved once its last day has come", () => {
  expect(answered(item("accepted"), {}, { until: "2026-10-31" })).toBe("until_in_past");
  expect(answered(item("accepted"), {}, { until: "2026-11-01" })).toBe("waived");
});

it("keeps reason and end with the action, which is no longer blocked", () => {
  expect(answerWaiver(item("accepted"), waiver, { answer: "approved", actorId: "lead", today: TODAY })).toEqual({
    ok: true,
    patch: { status: "waived", waivedReason: "Frozen", waivedUntil: "2026-12-01", blockedReason: null },
  });
});

it.each([
  [/^Ask a TPM, an admin or the manager/, { actorId: "owner" }, "accepted"],
  [/^Explain why it can't wait/, { answer: "refused" }, "accepted"],
  [/has moved on/, {}, "verified"],
] as const)("explains a rejected answer: %s", (words, given, status) => {
  const result = answerWaiver(item(status), waiver, { answer: "approved", actorId: "lead", today: TODAY, ...given });
  expect(result.ok ? null : result.message).toMatch(words);
});

it.each([
  ["2026-10-30", false, "end"],
  ["2026-10-30", true, "end"],
  ["2026-10-31", false, "announce"],
  ["2026-10-31", true, null],
  ["2026-11-07", false, "announce"],
  ["2026-11-07", true, null],
  ["2026-11-08", false, null],
] as const)("a waiver until %s, announced %s, on 31 October: %s", (until, isAnnounced, due) => {
  expect(waiverDue({ until, isAnnounced }, TODAY)).toBe(due);
});
