import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays, daysBetween } from "#lib/base/time/local-date.ts";
import { type DueDates, dueLine, dueLineWords } from "./due-line.ts";

const NONE: DueDates = { former: [], due: null, today: "2026-02-14", verifiedOn: null, isPaused: false };

it.each<[string, Partial<DueDates>, string]>([
  [
    "late, moved twice",
    { former: ["2026-01-13", "2026-01-27"], due: "2026-02-03" },
    "First due Tue 13 Jan, moved to Tue 27 Jan, then to Tue 3 Feb. Today, Sat 14 Feb, 11 days late.",
  ],
  ["a day late", { due: "2026-02-13" }, "Due Fri 13 Feb. Today, Sat 14 Feb, 1 day late."],
  ["due today", { due: "2026-02-14" }, "Due Sat 14 Feb. Today, Sat 14 Feb, on the day."],
  ["ahead", { due: "2026-02-16" }, "Due Mon 16 Feb. Today, Sat 14 Feb, 2 days before."],
  ["removed", { former: ["2026-01-13"] }, "First due Tue 13 Jan, then removed. Today, Sat 14 Feb."],
  ["waived", { due: "2026-02-03", isPaused: true }, "Due Tue 3 Feb. Today, Sat 14 Feb."],
  ["waived ahead", { due: "2026-02-16", isPaused: true }, "Due Mon 16 Feb. Today, Sat 14 Feb, 2 days before."],
  ["verified", { due: "2026-02-03", verifiedOn: "2026-02-05" }, "Due Tue 3 Feb. Verified Thu 5 Feb, 2 days late."],
])("says the same as the line: %s", (_, dates, words) => {
  expect(dueLineWords({ ...NONE, ...dates })).toBe(words);
});

it("shows nothing for an action that never had a date", () => {
  expect(dueLine(NONE)).toBeNull();
});

it("joins the first, the former and the present date, and shows the days late in steps of age", () => {
  const line = dueLine({ ...NONE, former: ["2026-01-05", "2026-01-15"], due: "2026-02-04" });
  expect(line?.ticks.map(({ kind, at }) => [kind, at])).toEqual([
    ["first", 0],
    ["former", 25],
    ["present", 75],
  ]);
  expect(line?.moves.map(({ from, to }) => ({ from, to }))).toEqual([
    { from: 0, to: 25 },
    { from: 25, to: 75 },
  ]);
  expect(line?.late).toEqual([
    { age: 1, from: 75, to: 92.5 },
    { age: 2, from: 92.5, to: 100 },
  ]);
  expect(line?.end).toEqual({ at: 100, label: "end" });
});

const date = fc.integer({ min: 0, max: 900 }).map((day) => addDays("2025-01-01", day));
const dates = fc.record({
  former: fc.array(date, { maxLength: 5 }),
  due: fc.option(date),
  today: date,
  verifiedOn: fc.option(date),
  isPaused: fc.boolean(),
});

it("puts every date in its order, and labels without overlap, the present one always", () => {
  fc.assert(
    fc.property(dates, (given) => {
      const line = dueLine(given);
      if (line === null) {
        expect([...given.former, given.due ?? []].flat()).toEqual([]);
        return;
      }
      const places = [
        ...line.ticks.map(({ date: day, at }) => ({ day, at })),
        { day: given.verifiedOn ?? given.today, at: line.end.at },
      ];
      for (const one of places) {
        expect(one.at).toBeGreaterThanOrEqual(0);
        expect(one.at).toBeLessThanOrEqual(100);
        for (const other of places) if (one.day < other.day) expect(one.at).toBeLessThan(other.at);
      }
      expect(line.moves).toHaveLength(line.ticks.length - 1);
      const starts = { start: 0, middle: 14, end: 28 };
      const labels = line.ticks.flatMap(({ at, label }) => (label ? at - starts[label] : [])).sort((a, b) => a - b);
      labels.forEach((from, at) => {
        if (at > 0) expect(from - (labels[at - 1] ?? from)).toBeGreaterThanOrEqual(28 - 1e-9);
      });
      const present = line.ticks.find(({ kind }) => kind === "present");
      expect(present?.label ?? null).toBe(given.due === null ? null : present?.label);
      if (given.due !== null) expect(present?.label).toBeTruthy();
      const late =
        given.due === null || given.isPaused ? 0 : Math.max(0, daysBetween(given.due, given.verifiedOn ?? given.today));
      expect(line.daysLate).toBe(late);
      expect(line.late.length > 0).toBe(late > 0);
    }),
  );
});
