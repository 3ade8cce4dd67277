import { describe, expect, it } from "vitest";
import { ACTION_STATUSES, type ActionStatus } from "#lib/base/vocabulary/action-item.ts";
import {
  type ActionPatch,
  type ActionState,
  actionMoves,
  type TransitionInput,
  transition,
  waiverFaults,
} from "./transition.ts";

const NOW = "2026-10-31T12:00:00Z";
const WHEN = { now: NOW, today: "2026-10-31" };
const item = (status: ActionStatus, change: Partial<ActionState> = {}): ActionState => ({
  status,
  priority: "P1",
  ownerId: "owner",
  implementedById: status === "implemented" || status === "verified" ? "builder" : null,
  doneWhen: "- It pages within 5 minutes\n- The page names the runbook",
  hasEvidence: status === "implemented" || status === "verified",
  isWaiverRequested: false,
  ...change,
});
const full: TransitionInput = {
  actorId: "second",
  ...WHEN,
  evidence: "https://ci/2",
  reason: "The freeze lasts until then",
  mitigation: "On-call watches the queue",
  link: "ACT-2",
  until: "2026-12-01",
};
const explained = { reason: "Frozen until the move", mitigation: "On-call watches the queue" };
const waiving = { ...explained, until: "2026-12-01" };
const MET = { point: 1, answer: "met" as const };
const NOT_MET = { point: 2, answer: "not_met" as const };
const UNCHECKED = { point: 1, answer: "not_checked" as const };
const OTHER_MET = { point: 2, answer: "met" as const };
const CHECKED = { answers: [MET, OTHER_MET] };
const RUNBOOK = "The page names the runbook";
const FAILED = {
  checkedBefore: [
    [{ point: RUNBOOK, answer: "not_met" as const }],
    [{ point: RUNBOOK, answer: "not_checked" as const }],
  ],
};
const PASSED = { checkedBefore: [...FAILED.checkedBefore, [{ point: RUNBOOK, answer: "met" as const }]] };
const own = { actorId: "owner" };
const ruleOf = (from: ActionState, to: ActionStatus, input: Partial<TransitionInput> = {}) => {
  const result = transition(from, to, { actorId: "second", ...WHEN, ...input });
  return result.ok ? null : result.rule;
};

it.each(ACTION_STATUSES.flatMap((from) => ACTION_STATUSES.map((to) => [from, to] as const)))(
  "%s to %s is allowed exactly when listed",
  (from, to) => {
    const answers = from === "implemented" && to === "verified" ? CHECKED : {};
    expect(ruleOf(item(from), to, { ...full, ...answers })).toBe(
      actionMoves(from).includes(to) || (from === "waived" && to === "waived") ? null : "action_status_order",
    );
  },
);

it("every status has a way out, and verified is reached only from implemented", () => {
  for (const status of ACTION_STATUSES) expect(actionMoves(status)).not.toEqual([]);
  expect(ACTION_STATUSES.filter((status) => actionMoves(status).includes("verified"))).toEqual(["implemented"]);
});

describe("rules", () => {
  it.each<[string, ActionState, ActionStatus, Partial<TransitionInput>, string | null]>([
    ["accepting needs an owner", item("proposed", { ownerId: null }), "accepted", {}, "owner_needed"],
    ["starting needs an owner", item("proposed", { ownerId: null }), "in_progress", {}, "owner_needed"],
    [
      "implemented needs an owner",
      item("accepted", { ownerId: null }),
      "implemented",
      { evidence: "x" },
      "owner_needed",
    ],
    ["implemented needs evidence", item("in_progress"), "implemented", { evidence: " " }, "evidence_needed"],
    ["verified needs evidence", item("implemented", { hasEvidence: false }), "verified", {}, "evidence_needed"],
    ["the owner does not verify a P1", item("implemented"), "verified", { actorId: "owner" }, "second_person_needed"],
    ["nor whoever built it", item("implemented"), "verified", { actorId: "builder" }, "second_person_needed"],
    ["nor nobody", item("implemented"), "verified", { actorId: null }, "second_person_needed"],
    ["nor on a P0", item("implemented", { priority: "P0" }), "verified", { actorId: "owner" }, "second_person_needed"],
    ["a second person does", item("implemented"), "verified", CHECKED, null],
    ["the owner verifies a P2", item("implemented", { priority: "P2" }), "verified", { ...CHECKED, ...own }, null],
    ["evidence from before is enough", item("in_progress", { hasEvidence: true }), "implemented", {}, null],
    ["a point that isn't met", item("implemented"), "verified", { answers: [MET, NOT_MET] }, "point_not_met"],
    ["one of two points answered", item("implemented"), "verified", { answers: [MET] }, "point_unanswered"],
    ["no point answered in a list", item("implemented"), "verified", { answers: [] }, "point_unanswered"],
    ["no answers at all", item("implemented"), "verified", {}, null],
    ["an empty list of answers", item("implemented"), "verified", { answers: [] }, "point_unanswered"],
    ["no answers after a point that wasn't met", item("implemented"), "verified", FAILED, "point_unanswered"],
    ["no answers once it was met", item("implemented"), "verified", PASSED, null],
    ["no answers after it was reworded", item("implemented", { doneWhen: "It pages" }), "verified", FAILED, null],
    ["answers after a point that wasn't met", item("implemented"), "verified", { ...FAILED, ...CHECKED }, null],
    ["no answers without points", item("implemented", { doneWhen: "" }), "verified", {}, null],
    ["an empty list without points", item("implemented", { doneWhen: "" }), "verified", { answers: [] }, null],
    [
      "a point that isn't met, another unanswered",
      item("implemented"),
      "verified",
      { answers: [NOT_MET] },
      "point_not_met",
    ],
    [
      "one that isn't checked",
      item("implemented"),
      "verified",
      { answers: [UNCHECKED, OTHER_MET] },
      "point_unanswered",
    ],
    ["met points", item("implemented"), "verified", CHECKED, null],
    ["a point that isn't there", item("implemented"), "verified", { answers: [{ ...MET, point: 3 }] }, "unknown_point"],
    [
      "no end state has no point",
      item("implemented", { doneWhen: "" }),
      "verified",
      { answers: [MET] },
      "unknown_point",
    ],
    ["answers send it back", item("implemented"), "in_progress", { answers: [NOT_MET], reason: "Slow" }, null],
    ["no answers before", item("accepted"), "implemented", { answers: [MET], evidence: "x" }, "answers_not_asked"],
    ["nor after", item("verified"), "in_progress", { answers: [MET], reason: "x" }, "answers_not_asked"],
    ["nor to decline", item("implemented"), "declined", { answers: [MET], reason: "x" }, "answers_not_asked"],
    ["declined needs a reason", item("accepted"), "declined", {}, "reason_needed"],
    [
      "a duplicate needs its link",
      item("accepted"),
      "declined",
      { reason: "x", declineKind: "duplicate" },
      "link_needed",
    ],
    [
      "of the right kind",
      item("accepted"),
      "declined",
      { reason: "x", declineKind: "moved_to_change", link: "ACT-2" },
      "link_needed",
    ],
    [
      "moved to a change",
      item("accepted"),
      "declined",
      { reason: "x", declineKind: "moved_to_change", link: "SC-2" },
      null,
    ],
    ["a waiver needs a reason", item("accepted"), "waived", { ...waiving, reason: " " }, "reason_needed"],
    ["that explains it", item("accepted"), "waived", { ...waiving, reason: "x" }, "reason_too_short"],
    ["even from the owner", item("accepted"), "waived", { ...waiving, ...own, reason: "x" }, "reason_too_short"],
    ["and a mitigation", item("accepted"), "waived", { ...waiving, mitigation: "" }, "mitigation_needed"],
    ["that explains it too", item("accepted"), "waived", { ...waiving, mitigation: "x" }, "mitigation_needed"],
    [
      "12 letters are enough",
      item("accepted"),
      "waived",
      { ...waiving, reason: "Frozen until", mitigation: "On-call look" },
      null,
    ],
    ["11 aren't", item("accepted"), "waived", { ...waiving, reason: "Frozen till" }, "reason_too_short"],
    [
      "nor for the mitigation",
      item("accepted"),
      "waived",
      { ...waiving, mitigation: "On-call see" },
      "mitigation_needed",
    ],
    ["and an end", item("accepted"), "waived", { ...explained }, "until_needed"],
    ["in the future", item("accepted"), "waived", { ...waiving, until: "2026-10-31" }, "until_in_past"],
    ["once", item("accepted", { isWaiverRequested: true }), "waived", waiving, "waiver_requested"],
    ["the owner can request it", item("accepted"), "waived", { ...waiving, ...own }, null],
    ["the owner doesn't end a waiver", item("waived"), "accepted", own, "second_person_needed"],
    [
      "nor who implemented it",
      item("waived", { implementedById: "builder" }),
      "declined",
      { actorId: "builder", reason: "x" },
      "second_person_needed",
    ],
    ["sending back needs a reason", item("implemented"), "in_progress", {}, "reason_needed"],
    ["so does sending back further", item("implemented"), "accepted", {}, "reason_needed"],
    ["taking one's own step back does not", item("implemented"), "in_progress", { actorId: "owner" }, null],
    ["taking up a verified one needs a reason", item("verified"), "in_progress", { actorId: "owner" }, "reason_needed"],
    ["and a declined one", item("declined"), "proposed", {}, "reason_needed"],
    ["ending a waiver does not", item("waived"), "accepted", {}, null],
  ])("%s", (_, from, to, input, rule) => expect(ruleOf(from, to, input)).toBe(rule));
});

describe("fields", () => {
  it.each<[ActionStatus, ActionStatus, Partial<TransitionInput>, ActionPatch]>([
    ["accepted", "in_progress", {}, { status: "in_progress" }],
    [
      "in_progress",
      "implemented",
      { evidence: " https://ci/2 " },
      {
        status: "implemented",
        implementedById: "second",
        implementedOwnerId: "owner",
        implementedAt: NOW,
        blockedReason: null,
      },
    ],
    [
      "implemented",
      "verified",
      { evidence: "https://drill/9", ...CHECKED },
      {
        ...{ status: "verified", verifiedById: "second", verifiedAt: NOW, effectDueOn: "2027-01-29" },
        ...{ blockedReason: null, askedVerifierId: null },
      },
    ],
    [
      "verified",
      "in_progress",
      { reason: "it came back" },
      {
        status: "in_progress",
        implementedById: null,
        implementedOwnerId: null,
        implementedAt: null,
        verifiedById: null,
        verifiedAt: null,
        effectDueOn: null,
      },
    ],
    [
      "accepted",
      "declined",
      { reason: "too dear" },
      { status: "declined", declineKind: "wont_do", declineReason: "too dear", declineLink: null, blockedReason: null },
    ],
    [
      "declined",
      "proposed",
      { reason: "cheaper now" },
      { status: "proposed", declineKind: null, declineReason: null, declineLink: null, blockedReason: null },
    ],
    ["waived", "accepted", {}, { status: "accepted", waivedUntil: null, waivedReason: null }],
    [
      "implemented",
      "in_progress",
      { reason: "it still drops" },
      {
        status: "in_progress",
        implementedById: null,
        implementedOwnerId: null,
        implementedAt: null,
        askedVerifierId: null,
      },
    ],
  ])("%s to %s", (from, to, input, patch) => {
    const step = transition(item(from), to, { actorId: "second", ...WHEN, ...input });
    expect(step.ok && step.patch).toEqual(patch);
  });
});

it("keeps an answer to each point with a verification, and with what is sent back", () => {
  const answersOf = (to: ActionStatus, input: Partial<TransitionInput>) => {
    const step = transition(item("implemented"), to, { actorId: "second", ...WHEN, ...input });
    return step.ok && step.answers?.map(({ point, answer }) => `${point}: ${answer}`);
  };
  const [first, second] = ["It pages within 5 minutes", "The page names the runbook"];
  expect(answersOf("verified", { answers: [OTHER_MET, MET] })).toEqual([`${first}: met`, `${second}: met`]);
  expect(answersOf("verified", {})).toEqual([`${first}: not_checked`, `${second}: not_checked`]);
  const back = { answers: [NOT_MET], reason: "The page names no runbook" };
  expect(answersOf("in_progress", back)).toEqual([`${first}: not_checked`, `${second}: not_met`]);
  expect(answersOf("in_progress", { reason: "Slow" })).toBeUndefined();
});

it("keeps the status while a waiver waits for its answer", () => {
  const requested = transition(item("in_progress"), "waived", { actorId: "owner", ...WHEN, ...waiving });
  expect(requested).toEqual({ ok: true, patch: { status: "in_progress" }, waiver: waiving });
});

describe("the message of a rejected move", () => {
  const said = (from: ActionState, to: ActionStatus, input: Partial<TransitionInput> = {}) => {
    const result = transition(from, to, { actorId: "second", ...WHEN, ...input });
    return result.ok ? null : result.message;
  };
  it.each<[RegExp, ActionState, ActionStatus, Partial<TransitionInput>]>([
    [/^Proposed cannot become Verified\. From here: Accepted, /, item("proposed"), "verified", {}],
    [/^Name an owner/, item("proposed", { ownerId: null }), "accepted", {}],
    [/^Add evidence/, item("accepted"), "implemented", {}],
    [/^Add evidence/, item("implemented", { hasEvidence: false }), "verified", {}],
    [/^A P1 action needs a verifier other than/, item("implemented"), "verified", { actorId: "owner" }],
    [/^Explain why it is declined/, item("accepted"), "declined", {}],
    [/a strategic change, SC-4$/, item("accepted"), "declined", { reason: "x", declineKind: "moved_to_change" }],
    [/an action item, ACT-12$/, item("accepted"), "declined", { reason: "x", declineKind: "duplicate" }],
    [/^Explain why it has to wait/, item("accepted"), "waived", {}],
    [/^Explain in a sentence why.*\. Someone else approves it\.$/, item("accepted"), "waived", { reason: "x" }],
    [/^Explain in a sentence what limits the risk/, item("accepted"), "waived", { reason: explained.reason }],
    [/^Enter the day on which the waiver ends/, item("accepted"), "waived", explained],
    [/must be in the future$/, item("accepted"), "waived", { ...explained, until: "2026-10-31" }],
    [/^A waiver is already requested/, item("accepted", { isWaiverRequested: true }), "waived", waiving],
    [/^Ask a TPM, an admin or the manager of the team to end/, item("waived"), "accepted", own],
    [/^Describe what is still missing/, item("implemented"), "in_progress", {}],
  ])("matches %s", (words, from, to, input) => expect(said(from, to, input)).toMatch(words));

  it("keeps why it was declined, with or without a replacement", () => {
    const declined = (input: Partial<TransitionInput>) =>
      transition(item("accepted"), "declined", { actorId: "second", ...WHEN, reason: " Too dear ", ...input });
    const patch = { status: "declined", declineReason: "Too dear" };
    expect(declined({})).toMatchObject({ patch: { ...patch, declineKind: "wont_do", declineLink: null } });
    expect(declined({ declineKind: "duplicate", link: "ACT-9" })).toMatchObject({
      patch: { ...patch, declineKind: "duplicate", declineLink: "ACT-9" },
    });
  });
});

const WAIVED = { reason: "The vendor is closed", mitigation: "On-call watches it", until: "2026-12-01" };
it.each([
  ["nothing", {}, {}],
  ["each field at once", { reason: "x", mitigation: "y", until: "2026-10-31" }, { reason: 1, mitigation: 1, until: 1 }],
  ["a short mitigation only", { mitigation: "On-call" }, { mitigation: 1 }],
  ["an empty reason only", { reason: "  " }, { reason: 1 }],
] as const)("finds in the fields of a waiver: %s", (_, change, wrong) => {
  const faults = waiverFaults(item("accepted"), { ...WAIVED, ...change }, "2026-10-31");
  const found = Object.entries(faults).flatMap(([field, fault]) => (fault ? [field] : []));
  expect(found.sort()).toEqual(Object.keys(wrong).sort());
});
