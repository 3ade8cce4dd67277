import { expect, it } from "vitest";
import { CHANGE_HEALTHS } from "#lib/base/vocabulary/strategic-change.ts";
import { isBetterThan, type MilestoneDays, milestoneHealth, worstBlocking } from "./milestone.ts";

const TODAY = "2027-02-14";
const milestone = (rest: Partial<MilestoneDays> = {}): MilestoneDays => ({
  ...{ plannedOn: "2027-04-28", dueOn: "2027-04-28", reachedOn: null, blocks: true, ...rest },
});
const moved = milestone({ dueOn: "2027-05-26" });
const missed = milestone({ plannedOn: "2027-01-31", dueOn: "2027-01-31" });

it.each([
  [milestone(), "on_track"],
  [moved, "at_risk"],
  [milestone({ dueOn: "2027-03-01" }), "on_track"],
  [missed, "off_track"],
  [milestone({ plannedOn: "2027-01-31", dueOn: TODAY }), "at_risk"],
  [milestone({ plannedOn: TODAY, dueOn: TODAY }), "on_track"],
  [{ ...missed, reachedOn: "2027-02-10" }, "on_track"],
  [{ ...moved, reachedOn: "2027-02-10" }, "on_track"],
] as const)("%o is %s", (one, health) => expect(milestoneHealth(one, TODAY)).toBe(health));

it.each([
  [[], null],
  [[milestone()], "on_track"],
  [[milestone(), moved], "at_risk"],
  [[moved, missed, milestone()], "off_track"],
  [[moved, { ...missed, blocks: false }], "at_risk"],
  [[moved, { ...missed, reachedOn: "2027-02-10" }], "at_risk"],
  [[{ ...missed, reachedOn: "2027-02-10" }], null],
] as const)("the worst that blocks of %o is %s", (all, worst) => expect(worstBlocking(all, TODAY)).toBe(worst));

it.each([
  ["off_track", [true, true, false]],
  ["at_risk", [true, false, false]],
  ["on_track", [false, false, false]],
  [null, [false, false, false]],
] as const)("with milestones %s, a better health: %j", (worst, better) => {
  expect(CHANGE_HEALTHS.map((health) => isBetterThan(health, worst))).toEqual(better);
});
