import fc from "fast-check";
import { expect, it } from "vitest";
import { todayIn } from "#lib/base/time/today-in.ts";
import { CHANGE_HEALTHS } from "#lib/base/vocabulary/strategic-change.ts";
import { isBetterThan, isReachedAhead, type MilestoneDays, milestoneHealth, worstBlocking } from "./milestone.ts";

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
] as const)("the health of %o is %s", (one, health) => expect(milestoneHealth(one, TODAY)).toBe(health));

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

it.each([
  ["2027-02-13", false],
  [TODAY, false],
  ["2027-02-15", false],
  ["2027-02-16", false],
  ["2027-02-17", true],
  ["2027-03-14", true],
  ["2028-02-14", true],
  ["2026-12-31", false],
])("%s is ahead of everyone: %s", (day, isAhead) => expect(isReachedAhead(day, TODAY)).toBe(isAhead));

it.each([
  ["2027-12-31", "2028-01-02", false],
  ["2027-12-31", "2028-01-03", true],
  ["2028-02-28", "2028-03-01", false],
  ["2027-02-28", "2027-03-03", true],
])("on %s, %s is ahead of everyone: %s", (today, day, isAhead) => expect(isReachedAhead(day, today)).toBe(isAhead));

it("lets a milestone be reached today where its owner is, wherever the reader is", () => {
  const zone = fc.constantFrom(
    "Pacific/Kiritimati",
    "Pacific/Auckland",
    "UTC",
    "America/New_York",
    "Pacific/Pago_Pago",
  );
  const instant = fc.date({ min: new Date("2027-01-01"), max: new Date("2028-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(instant, zone, zone, (now, owner, reader) => {
      expect(isReachedAhead(todayIn(owner, now), todayIn(reader, now))).toBe(false);
    }),
    { examples: [[new Date("2027-02-14T10:30:00Z"), "Pacific/Kiritimati", "Pacific/Pago_Pago"]] },
  );
});
