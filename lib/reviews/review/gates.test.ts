import { describe, expect, it } from "vitest";
import type { GateCode, ReviewStatus } from "#lib/base/vocabulary/review.ts";
import { builtIn } from "#lib/reviews/template/testing/built-in.ts";
import type { Completeness } from "./completeness.ts";
import { checkGates, type Gate, type GateAction, type GateFacts, openGates } from "./gates.ts";

const action = (change: Partial<GateAction> = {}): GateAction => ({
  key: "ACT-1",
  priority: "P1",
  status: "accepted",
  hasOwner: true,
  dueDate: "2026-10-30",
  doneWhen: "The alert fires on the old input",
  declineKind: null,
  ...change,
});
const facts = (change: Partial<GateFacts> = {}): GateFacts => ({
  template: builtIn("standard"),
  sections: new Map(),
  kind: "incident",
  highestSeverity: 1,
  impactText: "One in eight checkouts ended with an error",
  impactUnknown: false,
  settledMilestones: ["impact_started", "detected", "declared", "mitigated", "resolved"],
  factors: [
    { label: "factor 1", status: "supported", evidenceCount: 2 },
    { label: "factor 2", status: "hypothesis", evidenceCount: 0 },
  ],
  untouchedDrafts: [],
  meetingOn: "2026-10-09",
  today: "2026-10-09",
  actions: [action()],
  approvals: [],
  ...change,
});
const gateOf = (to: ReviewStatus, code: GateCode, change: Partial<GateFacts>): Gate | undefined =>
  checkGates(to, facts(change)).find((gate) => gate.code === code);

it.each(["P0", "P1"] as const)("counts a %s action as urgent", (priority) => {
  expect(gateOf("reviewed", "priority_action_exists", { actions: [action({ priority })] })?.ok).toBe(true);
  const unready = gateOf("reviewed", "priority_actions_complete", { actions: [action({ priority, hasOwner: false })] });
  expect(unready?.ok).toBe(false);
});

it("asks for the approval of everyone named before publication, and of no one else", () => {
  const of = (...states: ("approved" | "stale")[]) =>
    gateOf("published", "approvals_in", { approvals: states.map((state) => ({ name: "Sam", state })) });
  expect(of()).toBeUndefined();
  expect(of("approved")).toMatchObject({ ok: true, detail: "By Sam" });
  expect(of("stale")).toMatchObject({ ok: false, detail: "Get the approval of Sam (approved an earlier version)" });
  expect(gateOf("reviewed", "approvals_in", { approvals: [{ name: "Sam", state: "waiting" }] })).toBeUndefined();
});

it.each(["in_review", "reviewed", "published"] as const)("lets a complete review become %s", (to) => {
  expect(openGates(checkGates(to, facts()), [])).toEqual([]);
});

describe("each gate names what is missing", () => {
  it.each<[ReviewStatus, GateCode, Partial<GateFacts>, string]>([
    [
      "in_review",
      "impact_stated",
      { impactText: " " },
      "Describe the impact in the incident's header, or mark it as unknown there",
    ],
    [
      "in_review",
      "milestones_set",
      { settledMilestones: ["detected", "declared", "resolved"] },
      "Set the key times: impact started and mitigated",
    ],
    ["in_review", "factors_enough", { factors: [] }, "Add a contributing factor"],
    [
      "in_review",
      "drafts_accepted",
      { untouchedDrafts: ["Summary", "Trigger"] },
      "Edit or accept the drafts of Summary and Trigger",
    ],
    ["reviewed", "meeting_held", { meetingOn: null }, "Hold the review meeting and enter its date"],
    ["reviewed", "meeting_held", { meetingOn: "2026-10-10" }, "It is planned for Sat 10 Oct 2026"],
    [
      "reviewed",
      "factors_enough",
      { factors: [{ label: "factor 1", status: "supported", evidenceCount: 1 }] },
      "Add contributing factors: 1 of 2 so far",
    ],
    [
      "reviewed",
      "factors_evidenced",
      { factors: [{ label: "factor 1", status: "disputed", evidenceCount: 0 }] },
      "Give factor 1 evidence, or mark it as a hypothesis",
    ],
    [
      "reviewed",
      "priority_actions_complete",
      { actions: [action({ hasOwner: false, doneWhen: "" })] },
      "Complete ACT-1 (owner and “done when”)",
    ],
    ["reviewed", "priority_action_exists", { actions: [action({ priority: "P2" })] }, "Add a P0 or P1 action"],
    ["reviewed", "priority_action_exists", { highestSeverity: 1, actions: [] }, "Add a P0 or P1 action"],
    ["reviewed", "priority_action_exists", { highestSeverity: 2, actions: [] }, "Add a P0 or P1 action"],
    [
      "reviewed",
      "priority_action_exists",
      { actions: [action({ status: "declined", declineKind: "wont_do" })] },
      "Add a P0 or P1 action",
    ],
    ["closed", "priority_actions_settled", { actions: [action({ status: "implemented" })] }, "Verify or decline ACT-1"],
    ["closed", "priority_actions_settled", { actions: [action({ status: "waived" })] }, "Verify or decline ACT-1"],
  ])("to %s: %s", (to, code, change, detail) => {
    expect(gateOf(to, code, change)).toMatchObject({ ok: false, detail, waivable: true });
  });
});

describe("each gate knows when it doesn't apply", () => {
  it.each<[ReviewStatus, GateCode, Partial<GateFacts>]>([
    ["in_review", "impact_stated", { impactText: "", impactUnknown: true }],
    [
      "in_review",
      "milestones_set",
      { kind: "near_miss", settledMilestones: ["detected", "declared", "mitigated", "resolved"] },
    ],
    ["reviewed", "meeting_held", { template: builtIn("quick"), meetingOn: null }],
    [
      "reviewed",
      "factors_enough",
      { template: builtIn("quick"), factors: [{ label: "factor 1", status: "hypothesis", evidenceCount: 0 }] },
    ],
    ["reviewed", "priority_action_exists", { kind: "near_miss", actions: [] }],
    ["reviewed", "priority_action_exists", { highestSeverity: 3, actions: [] }],
    [
      "reviewed",
      "priority_action_exists",
      { actions: [action({ status: "declined", declineKind: "moved_to_change" })] },
    ],
    ["reviewed", "priority_actions_complete", { actions: [action({ priority: "P3", hasOwner: false })] }],
    [
      "closed",
      "priority_actions_settled",
      { actions: [action({ status: "verified" }), action({ status: "declined", declineKind: "wont_do" })] },
    ],
  ])("to %s: %s", (to, code, change) => expect(gateOf(to, code, change)?.ok).toBe(true));
});

it("a rejected factor doesn't count", () => {
  const factors = [{ label: "factor 1", status: "rejected" as const, evidenceCount: 3 }];
  expect(gateOf("in_review", "factors_enough", { factors })?.ok).toBe(false);
});

it("a waiver opens its own gate and no other", () => {
  const gates = checkGates("in_review", facts({ impactText: "", factors: [] }));
  expect(openGates(gates, ["impact_stated"]).map(({ code }) => code)).toEqual(["factors_enough"]);
});

it("says of a complete review what each gate asks and what it found", () => {
  const said = new Map(
    (["in_review", "reviewed", "published", "closed"] as const)
      .flatMap((to) => checkGates(to, facts({ actions: [action({ status: "verified" })] })))
      .map(({ code, label, detail }) => [code, [label, detail]]),
  );
  expect([...said.values()]).toEqual(
    expect.arrayContaining([
      ["Impact of the incident is stated or marked as unknown", "Filled in"],
      ["Key times are set or marked as not applicable", "All set or not applicable"],
      ["Drafted text is edited or accepted", "No draft left"],
      ["Review meeting held", "Held on Fri 9 Oct 2026"],
      ["Every factor has evidence or is a hypothesis", "No factor without evidence"],
      ["Every P0 and P1 action has an owner, a due date and “done when”", "All complete"],
      ["At least one P0 or P1 action", "1 P0 or P1 action"],
      ["Every P0 and P1 action is verified, declined or moved to a strategic change", "All settled"],
    ]),
  );
  expect(said.get("factors_enough")).toEqual(["At least 2 contributing factors", "2 factors"]);
});

it.each<[ReviewStatus, GateCode, Partial<GateFacts>, string]>([
  ["in_review", "impact_stated", { impactText: "", impactUnknown: true }, "Marked as unknown"],
  [
    "in_review",
    "milestones_set",
    { settledMilestones: ["impact_started", "detected", "declared", "mitigated"] },
    "Set the key time: resolved",
  ],
  ["reviewed", "meeting_held", { template: builtIn("quick"), meetingOn: null }, "Not required by this template"],
  [
    "reviewed",
    "priority_action_exists",
    { kind: "near_miss", actions: [] },
    "Required only after a SEV1 or SEV2 that affected customers",
  ],
  ["reviewed", "priority_actions_complete", { actions: [action({ dueDate: null })] }, "Complete ACT-1 (due date)"],
  [
    "reviewed",
    "factors_evidenced",
    { factors: ["factor 1", "factor 2"].map((label) => ({ label, status: "supported" as const, evidenceCount: 0 })) },
    "Give factor 1 and factor 2 evidence, or mark them as hypotheses",
  ],
])("to %s, the detail of %s follows the facts: %j", (to, code, change, detail) => {
  expect(gateOf(to, code, change)?.detail).toBe(detail);
});

describe("a section that the template requires", () => {
  const { sections, ...rest } = builtIn("standard");
  const requiring = {
    ...rest,
    sections: sections.map((section) => ({
      ...section,
      requiredAt: section.key === "detection" ? ("reviewed" as const) : null,
    })),
  };
  const gate = (to: ReviewStatus, state?: Completeness) =>
    gateOf(to, "section:detection", {
      template: requiring,
      sections: new Map(state ? [["detection", state]] : []),
    });

  it.each<[Completeness | undefined, boolean, string]>([
    [undefined, false, "Add the section “Detection”"],
    ["empty", false, "Write “Detection”"],
    ["generated", false, "Write “Detection”"],
    ["part", false, "Write “Detection”"],
    ["facts", true, "Filled in from records"],
    ["written", true, "Written"],
  ])("that is %s: %s, %s", (state, ok, detail) => {
    expect(gate("reviewed", state)).toMatchObject({ ok, detail });
  });

  it("has no gate before another status", () => {
    expect(gate("in_review", "empty")).toBeUndefined();
    expect(gate("published", "empty")).toBeUndefined();
  });

  it("can be waived by its own code", () => {
    const gates = checkGates("reviewed", facts({ template: requiring }));
    expect(openGates(gates, []).map(({ code }) => code)).toEqual(["section:detection"]);
    expect(openGates(gates, ["section:detection"])).toEqual([]);
  });
});
