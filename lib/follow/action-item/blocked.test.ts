import { describe, expect, it } from "vitest";
import { ACTION_STATUSES } from "#lib/base/vocabulary/action-item.ts";
import { type BlockedChange, pausesReminders, setBlocked, shownStatus } from "./blocked.ts";

const TODAY = "2026-10-31";
const free = { status: "accepted", blockedReason: null } as const;
const blocked = { status: "in_progress", blockedReason: "the vendor" } as const;
const of = (item: Parameters<typeof setBlocked>[0], change: BlockedChange) => {
  const result = setBlocked(item, change, TODAY);
  return result.ok ? result.patch : result.rule;
};

describe.each(ACTION_STATUSES)("an action that is %s", (status) => {
  const isBlockable = status === "accepted" || status === "in_progress";

  it(`${isBlockable ? "can" : "can't"} be blocked`, () => {
    expect(of({ status, blockedReason: null }, { reason: "waits" })).toEqual(
      isBlockable ? { blockedReason: "waits" } : "blocked_status",
    );
  });

  it("can be unblocked, which clears the day too", () => {
    expect(of({ status, blockedReason: "x" }, { reason: null })).toEqual({ blockedReason: null, blockedUntil: null });
  });
});

it.each<[string, Parameters<typeof setBlocked>[0], BlockedChange, object | string]>([
  ["trims the reason", free, { reason: " the vendor " }, { blockedReason: "the vendor" }],
  ["needs a reason", free, { reason: " " }, "reason_needed"],
  ["keeps the day", free, { reason: "x", until: "2026-11-01" }, { blockedReason: "x", blockedUntil: "2026-11-01" }],
  ["needs a day ahead", free, { reason: "x", until: TODAY }, "until_in_past"],
  ["needs a reason for a day", free, { until: "2026-11-01" }, "reason_needed"],
  ["and for a person, team or action", free, { isByNamed: true }, "reason_needed"],
  ["even in one change", blocked, { reason: null, until: "2026-11-01" }, "reason_needed"],
  ["moves the day", blocked, { until: "2026-12-01" }, { blockedReason: "the vendor", blockedUntil: "2026-12-01" }],
  ["removes the day", blocked, { until: null }, { blockedReason: "the vendor", blockedUntil: null }],
])("%s", (_, item, change, expected) => expect(of(item, change)).toStrictEqual(expected));

it.each([
  [/^Enter what/, free, { reason: "" }],
  [/^Only an action/, { status: "proposed", blockedReason: null }, { reason: "x" }],
  [/must be in the future/, free, { reason: "x", until: TODAY }],
] as const)("explains: %s", (words, item, change) => {
  const result = setBlocked(item, change, TODAY);
  expect(result.ok ? null : result.message).toMatch(words);
});

it.each([
  ["2026-11-01", true],
  ["2026-10-31", false],
  ["2026-10-30", false],
  [null, false],
] as const)("reminders of one blocked until %s pause: %s", (blockedUntil, isPaused) => {
  expect(pausesReminders({ blockedUntil }, TODAY)).toBe(isPaused);
});

it.each([
  ["accepted", null, null, "Accepted"],
  ["in_progress", null, null, "In progress"],
  ["waived", null, null, "Waived"],
  ["accepted", "a rack", null, "Blocked"],
  ["in_progress", "a rack", "2026-12-08", "Blocked until 8 Dec"],
] as const)("%s, waiting for %s until %s, is shown as %4$s", (status, blockedReason, blockedUntil, words) => {
  expect(shownStatus({ status, blockedReason, blockedUntil })).toBe(words);
});
