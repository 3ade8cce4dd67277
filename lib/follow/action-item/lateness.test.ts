import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays } from "#lib/base/time/local-date.ts";
import { type DatedAction, daysLate, dueRange, isLate, isOpenOn, lateAfter, latenessGroup } from "./lateness.ts";

const TODAY = "2026-10-31";
const due = (dueDate: string | null, change: Partial<DatedAction> = {}): DatedAction => ({
  status: "accepted",
  dueDate,
  waivedUntil: null,
  ...change,
});

it.each([
  ["2026-07-31", 92, "over90"],
  ["2026-08-02", 90, "d31to90"],
  ["2026-09-30", 31, "d31to90"],
  ["2026-10-01", 30, "d8to30"],
  ["2026-10-23", 8, "d8to30"],
  ["2026-10-24", 7, "d1to7"],
  ["2026-10-30", 1, "d1to7"],
  ["2026-10-31", 0, "onTime"],
  ["2026-11-02", -2, "onTime"],
  [null, null, "noDate"],
] as const)("due on %s: %s days late, %s", (date, days, group) => {
  expect(daysLate(due(date), TODAY)).toBe(days);
  expect(latenessGroup(due(date), TODAY)).toBe(group);
});

it.each<[string, DatedAction, number | null, string]>([
  ["to verify is still open", due("2026-10-30", { status: "implemented" }), 1, "d1to7"],
  ["verified is settled", due("2026-10-01", { status: "verified" }), null, "settled"],
  ["declined is settled", due("2026-10-01", { status: "declined" }), null, "settled"],
  ["waived is paused", due("2026-10-01", { status: "waived", waivedUntil: "2026-11-01" }), null, "waived"],
  ["a waiver that ended today", due("2026-10-01", { status: "waived", waivedUntil: "2026-10-31" }), 0, "onTime"],
  [
    "a waiver that ran out counts from its end",
    due("2026-10-01", { status: "waived", waivedUntil: "2026-10-21" }),
    10,
    "d8to30",
  ],
  ["a waiver that ended yesterday", due("2026-10-01", { status: "waived", waivedUntil: "2026-10-30" }), 1, "d1to7"],
  ["or without a due date", due(null, { status: "waived", waivedUntil: "2026-10-21" }), 10, "d8to30"],
  ["not from an older waiver", due("2026-10-30", { waivedUntil: "2026-12-01" }), 1, "d1to7"],
  ["or from a due date ahead", due("2026-11-03", { status: "waived", waivedUntil: "2026-10-21" }), -3, "onTime"],
  ["or from a later due date", due("2026-10-29", { status: "waived", waivedUntil: "2026-10-21" }), 2, "d1to7"],
])("%s", (_, action, days, group) => {
  expect(daysLate(action, TODAY)).toBe(days);
  expect(isLate(action, TODAY)).toBe(days !== null && days > 0);
  expect(latenessGroup(action, TODAY)).toBe(group);
});

it("opens a waived action again at the start of the day on which its waiver ends", () => {
  const waived = due("2026-10-01", { status: "waived", waivedUntil: "2026-10-31" });
  const days = [undefined, "2026-10-30", "2026-10-31", "2026-11-01"];
  expect(days.map((day) => isOpenOn(waived, day))).toEqual([false, false, true, true]);
  expect(isOpenOn(due(null), undefined)).toBe(true);
  expect([lateAfter(waived), lateAfter(due("2026-10-01")), lateAfter(due(null))]).toEqual([
    "2026-10-31",
    "2026-10-01",
    null,
  ]);
});

it("gives the date ranges of the views Late and Due in 14 days", () => {
  expect(dueRange("late", TODAY)).toEqual({ first: null, last: "2026-10-30" });
  expect(dueRange("soon", TODAY)).toEqual({ first: "2026-10-31", last: "2026-11-14" });
});

it("gives date ranges that contain exactly the dates of their group", () => {
  const groups = ["over90", "d31to90", "d8to30", "d1to7", "onTime"] as const;
  fc.assert(
    fc.property(fc.integer({ min: -200, max: 200 }), (days) => {
      const date = addDays(TODAY, -days);
      const holding = groups.filter((group) => {
        const { first, last } = dueRange(group, TODAY);
        return (first === null || date >= first) && (last === null || date <= last);
      });
      expect(holding).toEqual([latenessGroup(due(date), TODAY)]);
    }),
  );
});
