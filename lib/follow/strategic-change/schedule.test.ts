import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween } from "#lib/base/time/local-date.ts";
import {
  changesQuarter,
  daysOf,
  doneUntil,
  moveByWeeks,
  movedMilestones,
  paceOf,
  paceWords,
  scheduleOf,
  startsTooEarly,
  waitsForItself,
} from "./schedule.ts";

const step = (plannedOn: string, reachedOn: string | null = null, dueOn = plannedOn) => {
  return { id: plannedOn, plannedOn, dueOn, reachedOn, blocks: true };
};

describe("the days of a change", () => {
  it.each([
    [{ startsOn: "2027-01-04", endsOn: "2027-02-26", targetQuarter: "2027-Q1" }, "2027-01-04", "2027-02-26"],
    [{ startsOn: null, endsOn: null, targetQuarter: "2028-Q1" }, "2028-01-01", "2028-03-31"],
  ])("are those that were set, otherwise its quarter", (change, startsOn, endsOn) =>
    expect(daysOf(change)).toEqual({ startsOn, endsOn }),
  );

  it("aren't known without a quarter", () =>
    expect(daysOf({ startsOn: null, endsOn: null, targetQuarter: null })).toBeNull());

  it.each([
    ["2027-03-31", "2027-Q1", false],
    ["2027-04-01", "2027-Q1", true],
    ["2027-04-01", null, false],
  ])("that end on %s are in another quarter than %s: %s", (endsOn, quarter, is) =>
    expect(changesQuarter(endsOn, quarter)).toBe(is),
  );
});

describe("the pace on 14 February", () => {
  it.each([
    ["nothing without milestones", [], null],
    ["behind a milestone that was planned earlier", [step("2027-01-17"), step("2027-03-01")], -28],
    ["behind by as much as the next one has moved", [step("2027-03-01", null, "2027-03-15")], -14],
    ["ahead by a milestone of a later day", [step("2027-02-28", "2027-02-10"), step("2027-05-01")], 14],
    ["on plan where the last one was reached late", [step("2027-01-10", "2027-01-24"), step("2027-05-01")], 0],
    ["behind, although a later one is reached", [step("2027-02-07"), step("2027-03-01", "2027-02-01")], -7],
    ["ahead with all reached", [step("2027-01-10", "2027-01-10"), step("2027-03-14", "2027-02-01")], 28],
  ])("is %s", (_, milestones, days) => expect(paceOf(milestones, "2027-02-14")).toBe(days));

  it.each([
    [0, "on plan"],
    [-1, "1 day behind"],
    [13, "13 days ahead"],
    [-28, "4 weeks behind"],
    [14, "2 weeks ahead"],
  ])("of %i days is %s", (days, words) => expect(paceWords(days)).toBe(words));
});

it("says how far the work is by its pace, and only while it's in progress", () => {
  const change = { startsOn: null, endsOn: null, targetQuarter: "2027-Q1", milestones: [step("2027-01-17")] };
  const days = { startsOn: "2027-01-01", endsOn: "2027-03-31", dated: false };
  expect(scheduleOf({ ...change, status: "in_progress" }, "2027-02-14")).toEqual({ ...days, pace: -28 });
  expect(scheduleOf({ ...change, status: "funded" }, "2027-02-14")).toEqual({ ...days, pace: null });
  expect(doneUntil(-28, "2027-02-14")).toBe("2027-01-17");
  const set = { startsOn: "2027-01-04", endsOn: "2027-02-26" };
  expect(scheduleOf({ ...change, ...set, status: "funded" }, "2027-02-14")).toMatchObject({ ...set, dated: true });
});

const day = fc.integer({ min: 0, max: 2000 }).map((days) => addDays("2026-01-01", days));
const days = fc.tuple(day, fc.integer({ min: 0, max: 400 })).map(([startsOn, length]) => {
  return { startsOn, endsOn: addDays(startsOn, length) };
});
const weeks = fc.integer({ min: -60, max: 60 });

describe("moving by weeks", () => {
  it("keeps the length of the whole, and can be moved back", () =>
    fc.assert(
      fc.property(days, weeks, (before, by) => {
        const after = moveByWeeks(before, by, "both");
        expect(daysBetween(after.startsOn, after.endsOn)).toBe(daysBetween(before.startsOn, before.endsOn));
        expect(moveByWeeks(after, -by, "both")).toEqual(before);
      }),
    ));

  it("never ends before it starts, and leaves the other end where it is", () =>
    fc.assert(
      fc.property(days, weeks, fc.constantFrom("start" as const, "end" as const), (before, by, edge) => {
        const after = moveByWeeks(before, by, edge);
        expect(after.startsOn <= after.endsOn).toBe(true);
        if (edge === "end") expect(after.startsOn).toBe(before.startsOn);
        else expect(after.endsOn).toBe(before.endsOn);
      }),
    ));

  const before = { startsOn: "2027-01-04", endsOn: "2027-03-01" };
  const steps = [step("2027-01-10", "2027-01-10"), step("2027-02-01"), step("2027-03-01")];
  it.each([
    ["both", ["2027-02-15", "2027-03-15"]],
    ["end", ["2027-03-15"]],
    ["start", []],
  ] as const)("of %s takes the open milestones with it that belong there", (edge, moved) =>
    expect(movedMilestones(steps, before, moveByWeeks(before, 2, edge)).map(({ dueOn }) => dueOn)).toEqual(moved),
  );
});

describe("waiting for a milestone", () => {
  it.each([
    ["2027-03-02", "2027-03-01", null, 0],
    ["2027-03-01", "2027-03-01", null, 1],
    ["2027-02-01", "2027-03-01", null, 29],
    ["2027-02-01", "2027-03-01", "2027-01-20", 0],
  ])("a start on %s for one of %s, reached on %s, is %i days too early", (startsOn, dueOn, reachedOn, early) =>
    expect(startsTooEarly(startsOn, { dueOn, reachedOn })).toBe(early),
  );

  it("is a circle only if the way leads back", () => {
    const all = [
      { id: "b", waitsFor: ["c"] },
      { id: "c", waitsFor: ["d", "b"] },
      { id: "e", waitsFor: ["a"] },
    ];
    expect(waitsForItself("a", ["b"], all)).toBe(false);
    expect(waitsForItself("a", ["b", "e"], all)).toBe(true);
    expect(waitsForItself("a", ["a"], [])).toBe(true);
    expect(waitsForItself("d", ["b"], all)).toBe(true);
  });
});
