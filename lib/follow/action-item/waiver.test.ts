import { describe, expect, it } from "vitest";
import { ACTION_STATUSES, type ActionStatus } from "#lib/base/vocabulary/action-item.ts";
import { type ActionState, type TransitionInput, transition } from "./transition.ts";
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
  ])("has no waiver approved or rejected by %s", (_, by) => {
    for (const answer of ["approved", "refused"] as const)
      expect(answered(item(status, { implementedById: "builder" }), { ...by, answer, reason: "No" })).toBe(
        "second_person_needed",
      );
  });

  it("is waived by someone else, if it can be or is", () => {
    expect(answered(item(status))).toBe(isWaivable || status === "waived" ? "waived" : "action_status_order");
    expect(endsRequest(status)).toBe(!isWaivable);
  });

  it("stays as it is if the waiver is rejected with a reason", () => {
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
  ["2026-10-31", false, "end"],
  ["2026-10-31", true, "end"],
  ["2026-11-01", false, "announce"],
  ["2026-11-01", true, null],
  ["2026-11-07", false, "announce"],
  ["2026-11-07", true, null],
  ["2026-11-08", false, null],
] as const)("a waiver until %s, announced %s, on 31 October: %s", (until, isAnnounced, due) => {
  expect(waiverDue({ until, isAnnounced }, TODAY)).toBe(due);
});

const LONG = "The storage move freezes it";
const request = (on: ActionState, change: Partial<TransitionInput> = {}) => {
  const asked = { reason: LONG, mitigation: "On-call restores by hand", until: "2026-12-01", ...change };
  const result = transition(on, "waived", { actorId: "owner", now: `${TODAY}T12:00:00Z`, today: TODAY, ...asked });
  return result.ok ? (result.waiver?.until ?? "none") : result.rule;
};

it.each<[string, ActionState, Partial<TransitionInput>, string]>([
  ["the day after today", item("accepted", { isWaiverRequested: false }), { until: "2026-11-01" }, "2026-11-01"],
  ["today", item("accepted", { isWaiverRequested: false }), { until: TODAY }, "until_in_past"],
  ["a year ago", item("proposed", { isWaiverRequested: false }), { until: "2025-11-01" }, "until_in_past"],
  ["no day", item("accepted", { isWaiverRequested: false }), { until: undefined as never }, "until_needed"],
  ["a day, a second time", item("in_progress"), {}, "waiver_requested"],
  ["a day, for what is implemented", item("implemented", { isWaiverRequested: false }), {}, "action_status_order"],
  ["a day, without an owner", item("proposed", { isWaiverRequested: false, ownerId: null }), {}, "2026-12-01"],
  [
    "a day, with spaces for a mitigation",
    item("accepted", { isWaiverRequested: false }),
    { mitigation: " ".repeat(20) },
    "mitigation_needed",
  ],
  [
    "a day, with spaces around a short reason",
    item("accepted", { isWaiverRequested: false }),
    { reason: `${" ".repeat(12)}x` },
    "reason_too_short",
  ],
])("accepts a request for a waiver until %s", (_, on, change, result) => expect(request(on, change)).toBe(result));

describe("an action that is waived until 15 November", () => {
  const waived = (change: Partial<ActionState> = {}) =>
    item("waived", { isWaiverRequested: false, waivedUntil: "2026-11-15", ...change });

  it.each<[string, ActionState, Partial<TransitionInput>, string]>([
    ["the day after", waived(), { until: "2026-11-16" }, "2026-11-16"],
    ["the same day", waived(), { until: "2026-11-15" }, "until_not_later"],
    ["an earlier day ahead", waived(), { until: "2026-11-01" }, "until_not_later"],
    ["today", waived(), { until: TODAY }, "until_in_past"],
    ["no day", waived(), { until: undefined as never }, "until_needed"],
    ["a later day, without a reason", waived(), { reason: " " }, "reason_needed"],
    ["a later day, without a mitigation", waived(), { mitigation: "None" }, "mitigation_needed"],
    ["a later day, a second time", waived({ isWaiverRequested: true }), {}, "waiver_requested"],
    ["a later day, once it is over", waived({ waivedUntil: TODAY }), {}, "waiver_over"],
  ])("accepts a request for a longer waiver until %s", (_, on, change, result) =>
    expect(request(on, change)).toBe(result),
  );

  it.each<[string, ActionState, Partial<WaiverAnswer>, string]>([
    ["a TPM", waived(), {}, "waived"],
    ["the owner", waived(), { actorId: "owner" }, "second_person_needed"],
    ["the implementer", waived({ implementedById: "builder" }), { actorId: "builder" }, "second_person_needed"],
    ["a TPM on the day before its end", waived(), { today: "2026-11-14" }, "waived"],
    ["a TPM on its day", waived(), { today: "2026-11-15" }, "waiver_over"],
    ["a TPM who rejects it without a reason", waived(), { answer: "refused" }, "reason_needed"],
    ["a TPM who rejects it on its day", waived(), { answer: "refused", reason: "No", today: "2026-11-15" }, "waived"],
  ])("accepts an answer to a longer waiver by %s", (_, on, given, result) => expect(answered(on, given)).toBe(result));

  it("gets the day and the reason of the longer waiver", () => {
    const given = { answer: "approved", actorId: "lead", today: TODAY } as const;
    const { reason: waivedReason, until: waivedUntil } = waiver;
    expect(answerWaiver(waived(), waiver, given)).toEqual({
      ok: true,
      patch: { status: "waived", waivedReason, waivedUntil, blockedReason: null },
    });
  });
});

it.each<[string, Partial<WaiverAnswer>, Partial<typeof waiver> & { ownerId?: string }, Partial<ActionState>, string]>([
  ["the next owner, who didn't request it", { actorId: "next" }, {}, { ownerId: "next" }, "second_person_needed"],
  [
    "the next owner, who requested it",
    { actorId: "next" },
    { askedById: "next" },
    { ownerId: "next" },
    "second_person_needed",
  ],
  ["a TPM on the day before its end", { today: "2026-11-30" }, {}, {}, "waived"],
  ["a TPM on its last day", { today: "2026-12-01" }, {}, {}, "until_in_past"],
  [
    "a TPM who refuses after its end",
    { today: "2027-01-01", answer: "refused", reason: "Too late" },
    {},
    {},
    "accepted",
  ],
  ["a TPM who owned nothing, of an action without an owner", {}, {}, { ownerId: null }, "waived"],
  [
    "the implementer of an earlier round",
    { actorId: "builder" },
    {},
    { implementedById: "builder" },
    "second_person_needed",
  ],
  ["a TPM who refuses without words", { answer: "refused" }, {}, {}, "reason_needed"],
  ["a TPM who refuses with a line break", { answer: "refused", reason: "\n" }, {}, {}, "reason_needed"],
  ["no one, for a job", { actorId: null }, {}, {}, "second_person_needed"],
])("accepts an answer by %s", (_, given, change, of, result) => {
  expect(answered(item("accepted", of), given, change)).toBe(result);
});
