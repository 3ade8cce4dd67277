import { describe, expect, it } from "vitest";
import { makeRow } from "../testing/make-row.ts";
import { dueByWeek, isWeekend, moveWords, weeksOf } from "./month.ts";

describe("a month", () => {
  it("has whole weeks from Monday to Sunday", () => {
    const weeks = weeksOf("2026-11-15");
    expect([weeks.length, weeks[0]?.[0], weeks.at(-1)?.at(-1)]).toEqual([6, "2026-10-26", "2026-12-06"]);
    expect(weeksOf("2027-02-10").flat()).toHaveLength(28);
    expect(["2026-11-13", "2026-11-14", "2026-11-15", "2026-11-16"].map(isWeekend)).toEqual([false, true, true, false]);
  });

  it("counts what is due in each week", () => {
    const rows = ["2026-11-08", "2026-11-09", "2026-11-15", null].map((dueDate) => ({ dueDate }));
    expect(dueByWeek(rows, "2026-11-05", 3)).toEqual([
      { monday: "2026-11-02", count: 1 },
      { monday: "2026-11-09", count: 2 },
      { monday: "2026-11-16", count: 0 },
    ]);
  });

  it.each([
    [{ dueDate: "2026-11-10" }, "2026-11-15", "5 days later. This is move 1."],
    [{ dueDate: "2026-11-10", dueMoves: 1 }, "2026-11-09", "1 day earlier. This is move 2."],
    [{ dueDate: null }, "2026-11-09", "First due date."],
    [{ dueDate: "2026-11-10" }, "2026-11-10", "Current due date"],
    [
      { dueDate: "2026-11-10", dueMoves: 2 },
      "2026-11-11",
      "1 day later. The date has moved twice. Ask a TPM, an admin or the manager of the team to move it.",
    ],
  ])("tells what a move means: %j to %s", (fields, to, words) => expect(moveWords(makeRow(1, fields), to)).toBe(words));
});
