import { describe, expect, it } from "vitest";
import { ACTION_STATUSES, type ActionStatus } from "#lib/base/vocabulary/action-item.ts";
import { type ActionPatch, type ActionState, actionMoves, type TransitionInput, transition } from "./transition.ts";

const NOW = "2026-10-31T12:00:00Z";
const WHEN = { now: NOW, today: "2026-10-31" };
const item = (status: ActionStatus, change: Partial<ActionState> = {}): ActionState => ({
  status,
  priority: "P1",
  ownerId: "owner",
  implementedById: status === "implemented" || status === "verified" ? "builder" : null,
  evidence: status === "implemented" || status === "verified" ? "https://ci/1" : null,
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
const own = { actorId: "owner" };
const ruleOf = (from: ActionState, to: ActionStatus, input: Partial<TransitionInput> = {}) => {
  const result = transition(from, to, { actorId: "second", ...WHEN, ...input });
  return result.ok ? null : result.rule;
};

it.each(ACTION_STATUSES.flatMap((from) => ACTION_STATUSES.map((to) => [from, to] as const)))(
  "%s to %s is allowed exactly when listed",
  (from, to) => {
    expect(ruleOf(item(from), to, full)).toBe(actionMoves(from).includes(to) ? null : "action_status_order");
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
    ["verified needs evidence", item("implemented", { evidence: null }), "verified", {}, "evidence_needed"],
    ["the owner does not verify a P1", item("implemented"), "verified", { actorId: "owner" }, "second_person_needed"],
    ["nor whoever built it", item("implemented"), "verified", { actorId: "builder" }, "second_person_needed"],
    ["nor nobody", item("implemented"), "verified", { actorId: null }, "second_person_needed"],
    ["nor on a P0", item("implemented", { priority: "P0" }), "verified", { actorId: "owner" }, "second_person_needed"],
    ["a second person does", item("implemented"), "verified", {}, null],
    ["the owner verifies a P2", item("implemented", { priority: "P2" }), "verified", { actorId: "owner" }, null],
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
        evidence: "https://ci/2",
        implementedById: "second",
        implementedAt: NOW,
        blockedReason: null,
      },
    ],
    [
      "implemented",
      "verified",
      { evidence: "https://drill/9" },
      { status: "verified", evidence: "https://ci/1", verifiedById: "second", verifiedAt: NOW, blockedReason: null },
    ],
    [
      "verified",
      "in_progress",
      { reason: "it came back" },
      {
        status: "in_progress",
        evidence: null,
        implementedById: null,
        implementedAt: null,
        verifiedById: null,
        verifiedAt: null,
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
      { status: "in_progress", evidence: null, implementedById: null, implementedAt: null },
    ],
  ])("%s to %s", (from, to, input, patch) => {
    expect(transition(item(from), to, { actorId: "second", ...WHEN, ...input })).toEqual({ ok: true, patch });
  });
});

it("keeps the status while a waiver waits for its answer", () => {
  const requested = transition(item("in_progress"), "waived", { actorId: "owner", ...WHEN, ...waiving });
  expect(requested).toEqual({ ok: true, patch: { status: "in_progress" }, waiver: waiving });
});

describe("the message of a refused move", () => {
  const said = (from: ActionState, to: ActionStatus, input: Partial<TransitionInput> = {}) => {
    const result = transition(from, to, { actorId: "second", ...WHEN, ...input });
    return result.ok ? null : result.message;
  };
  it.each<[RegExp, ActionState, ActionStatus, Partial<TransitionInput>]>([
    [/^Proposed cannot become Verified\. From here: Accepted, /, item("proposed"), "verified", {}],
    [/^Name an owner/, item("proposed", { ownerId: null }), "accepted", {}],
    [/^Add evidence/, item("accepted"), "implemented", {}],
    [/^Add evidence/, item("implemented", { evidence: null }), "verified", {}],
    [/^A P1 action needs a verifier other than/, item("implemented"), "verified", { actorId: "owner" }],
    [/^Explain why it is declined/, item("accepted"), "declined", {}],
    [/a strategic change, SC-4\.$/, item("accepted"), "declined", { reason: "x", declineKind: "moved_to_change" }],
    [/an action item, ACT-12\.$/, item("accepted"), "declined", { reason: "x", declineKind: "duplicate" }],
    [/^Explain why it has to wait/, item("accepted"), "waived", {}],
    [/^Explain in a sentence why.*\. Someone else approves it\.$/, item("accepted"), "waived", { reason: "x" }],
    [/^Explain in a sentence what limits the risk/, item("accepted"), "waived", { reason: explained.reason }],
    [/^Enter the last day/, item("accepted"), "waived", explained],
    [/must be in the future\.$/, item("accepted"), "waived", { ...explained, until: "2026-10-31" }],
    [/^A waiver is already requested/, item("accepted", { isWaiverRequested: true }), "waived", waiving],
    [/^Ask a TPM, an admin or the manager of the team to end/, item("waived"), "accepted", own],
    [/^Describe what is still missing/, item("implemented"), "in_progress", {}],
  ])("%s", (words, from, to, input) => expect(said(from, to, input)).toMatch(words));

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
