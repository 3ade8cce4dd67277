import { expect, it } from "vitest";
import { CHANGE_STATUSES, type ChangeStatus } from "#lib/base/vocabulary/strategic-change.ts";
import { type ChangeState, changeMoves, transitionChange } from "./transition.ts";

const change = (status: ChangeStatus, rest: Partial<ChangeState> = {}): ChangeState => ({
  status,
  ownerId: "owner",
  sponsorId: "sponsor",
  targetQuarter: "2026-Q4",
  openMilestones: [],
  hasMeasure: true,
  ...rest,
});
const TPM = "tpm";
const ruleOf = (from: ChangeState, to: ChangeStatus, reason?: string, byId = TPM, measured: number | undefined = 4) => {
  const result = transitionChange(from, to, { byId, reason, measured });
  return result.ok ? null : result.rule;
};

it.each(CHANGE_STATUSES.flatMap((from) => CHANGE_STATUSES.map((to) => [from, to] as const)))(
  "%s to %s is allowed exactly when listed",
  (from, to) => {
    expect(ruleOf(change(from), to, "because")).toBe(changeMoves(from).includes(to) ? null : "change_status_order");
  },
);

it.each([
  [change("proposed", { ownerId: null }), "funded", "because", "owner_needed"],
  [change("deferred", { ownerId: null }), "funded", "because", "owner_needed"],
  [change("funded", { ownerId: null }), "in_progress", "because", "owner_needed"],
  [change("funded", { targetQuarter: null }), "in_progress", "because", "target_needed"],
  [change("proposed"), "funded", undefined, null],
  [change("proposed", { hasMeasure: false }), "funded", "because", "measure_needed"],
  [change("deferred", { hasMeasure: false }), "funded", "because", "measure_needed"],
  [change("in_progress", { hasMeasure: false }), "funded", "because", null],
  [change("in_progress"), "delivered", undefined, null],
  [change("delivered"), "effect_checked", " ", "reason_needed"],
  [change("effect_checked"), "delivered", undefined, "reason_needed"],
  [change("proposed"), "deferred", undefined, "reason_needed"],
  [change("proposed"), "declined", undefined, "reason_needed"],
  [change("declined"), "proposed", undefined, "reason_needed"],
  [change("delivered"), "in_progress", undefined, "reason_needed"],
  [change("deferred"), "proposed", undefined, "reason_needed"],
  [change("deferred"), "proposed", "Checkout is done", null],
] as const)("%o to %s with reason %s: %s", (from, to, reason, rule) => expect(ruleOf(from, to, reason)).toBe(rule));

it("keeps the reason, and clears an older one", () => {
  expect(transitionChange(change("proposed"), "declined", { byId: TPM, reason: " Costs more " })).toEqual({
    ok: true,
    patch: { status: "declined", statusReason: "Costs more" },
  });
  expect(transitionChange(change("deferred"), "funded", { byId: TPM })).toEqual({
    ok: true,
    patch: { status: "funded", statusReason: null },
  });
});

it.each([
  [change("proposed"), "effect_checked", /^Proposed cannot become Effect checked\. From here: Funded, /],
  [change("proposed", { ownerId: null }), "funded", /^Name an owner first/],
  [change("funded", { targetQuarter: null }), "in_progress", /^Set a target quarter/],
  [change("delivered"), "in_progress", /^Explain why it is resumed/],
  [change("delivered"), "effect_checked", /^Compare the measure/],
] as const)("%o to %s says %s", (from, to, words) => {
  const result = transitionChange(from, to, { byId: TPM, measured: 4 });
  expect(result.ok ? "" : result.message).toMatch(words);
});

it("funds a change of earlier years, or without a quarter, where the present one isn't given", () => {
  for (const targetQuarter of [null, "2019-Q2"] as const)
    expect(ruleOf(change("proposed", { targetQuarter }), "funded")).toBeNull();
});

it.each([
  ["without a quarter", "proposed", null, undefined, "target_needed"],
  ["without a quarter, with spaces for a reason", "deferred", null, " ", "target_needed"],
  ["without a quarter, for a reason", "proposed", null, "It waits for a vendor", null],
  ["for a quarter that is over", "declined", "2026-Q3", "Cheaper now", "quarter_over"],
  ["for this quarter", "proposed", "2026-Q4", undefined, null],
  ["again, when its work stops", "in_progress", "2026-Q3", undefined, null],
] as const)("funds a change %s, from %s", (_, from, targetQuarter, reason, rule) => {
  const result = transitionChange(change(from, { targetQuarter }), "funded", {
    ...{ byId: TPM, reason, thisQuarter: "2026-Q4" },
  });
  expect(result.ok ? null : [result.rule, result.field]).toEqual(rule && [rule, "targetQuarter"]);
});

it("checks a change only with the measured value", () => {
  const checked = { byId: TPM, reason: "Minutes halved" };
  expect(transitionChange(change("delivered"), "effect_checked", checked)).toMatchObject({ rule: "measured_needed" });
});

const OPEN = { openMilestones: ["Checkout and Mail"] };
it.each([
  ["owner", undefined, "milestones_open"],
  ["owner", "Near enough", "milestones_open"],
  [TPM, "Near enough", "milestones_open"],
  ["sponsor", undefined, "reason_needed"],
  ["sponsor", "Mail is switched off", null],
  ["before", "Mail is switched off", "milestones_open"],
  ["long ago", "Mail is switched off", "milestones_open"],
] as const)("%s delivers with a blocking milestone open because of %s: %s", (byId, reason, rule) => {
  const sponsorId = byId === "before" || byId === "long ago" ? byId : "sponsor";
  const from = change("in_progress", { ...OPEN, sponsorId, pastOwnerIds: ["before"], formerOwnerIds: ["long ago"] });
  expect(ruleOf(from, "delivered", reason, byId)).toBe(rule);
});

it("takes no reason of an owner who is the sponsor too", () => {
  const from = change("in_progress", { ...OPEN, sponsorId: "owner" });
  expect(ruleOf(from, "delivered", "Near enough", "owner")).toBe("milestones_open");
});

it("names the open milestones, even for a change without a sponsor", () => {
  const from = change("in_progress", { ...OPEN, sponsorId: null });
  const result = transitionChange(from, "delivered", { byId: null, reason: "Near enough" });
  expect(result).toMatchObject({ ok: false, message: expect.stringContaining("Checkout and Mail") });
});

it("returns to delivered without checking the milestones", () => {
  expect(ruleOf(change("effect_checked", OPEN), "delivered", "Measured too early")).toBeNull();
});

it.each([
  ["owner", true, 3, "effect_by_other"],
  ["owner", false, undefined, "effect_by_other"],
  ["before", false, undefined, "effect_by_other"],
  ["long ago", false, undefined, null],
  [TPM, true, 0, null],
  ["sponsor", false, undefined, null],
] as const)("%s checks the effect, with a measure: %s, and a value of %s: %s", (byId, hasMeasure, measured, rule) => {
  expect(
    ruleOf(
      change("delivered", { hasMeasure, pastOwnerIds: ["before"], formerOwnerIds: ["long ago"] }),
      "effect_checked",
      "Minutes halved",
      byId,
      measured,
    ),
  ).toBe(rule);
});
