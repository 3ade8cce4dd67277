import { describe, expect, it } from "vitest";
import { makeRow } from "../testing/make-row.ts";
import { daysOffOf } from "./days-off.ts";
import { dueByWeek, moveWords, weeksOf } from "./month.ts";

const ahead = (daysOff: { date: string; name: string }[]) => ({
  ...{ from: "2026-11-09", until: "2027-02-07", daysOff, fifthDay: "2026-11-16" },
});
const IRELAND = {
  ...{ team: null, workingDays: [1, 2, 3, 4, 5], placeName: "Ireland" },
  ahead: ahead([{ date: "2026-11-16", name: "Company day" }]),
};
const MAIL = {
  ...{ team: { id: "mail", name: "Mail" }, workingDays: [0, 1, 2, 3, 4], placeName: null },
  ahead: ahead([{ date: "2026-11-17", name: "Carnival" }]),
};

describe("a month", () => {
  it("has whole weeks from Monday to Sunday", () => {
    const weeks = weeksOf("2026-11-15");
    expect([weeks.length, weeks[0]?.[0], weeks.at(-1)?.at(-1)]).toEqual([6, "2026-10-26", "2026-12-06"]);
    expect(weeksOf("2027-02-10").flat()).toHaveLength(28);
  });

  it("greys the days off of the reader, and names those of other teams", () => {
    const mine = daysOffOf([IRELAND, MAIL], []);
    expect(["2026-11-13", "2026-11-14", "2026-11-15", "2026-11-16"].map(mine.isOff)).toEqual([false, true, true, true]);
    expect(mine.namesOn("2026-11-16")).toEqual(["Company day"]);
    expect(mine.namesOn("2026-11-17")).toEqual(["Carnival: Mail"]);
    expect(mine.isOff("2026-11-17")).toBe(false);
    const theirs = daysOffOf([IRELAND, MAIL], ["mail"]);
    expect(["2026-11-13", "2026-11-15", "2026-11-17"].map(theirs.isOff)).toEqual([true, false, true]);
    expect(theirs.namesOn("2026-11-16")).toEqual(["Company day: other teams"]);
    expect(["2026-11-14", "2026-11-16"].map(daysOffOf([], []).isOff)).toEqual([true, false]);
  });

  it("names two of many teams that are off", () => {
    const off = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ ...MAIL, team: { id: `${at}`, name: `Team ${at + 1}` } }));
    const words = (count: number) => daysOffOf([IRELAND, ...off(count)], []).namesOn("2026-11-17");
    expect(words(3)).toEqual(["Carnival: Team 1, Team 2 and Team 3"]);
    expect(words(40)).toEqual(["Carnival: Team 1, Team 2 and 38 more teams"]);
  });

  it.each([
    ["2026-11-09", "2027-02-07", "Grey days aren't working days in Ireland."],
    [
      "2026-10-26",
      "2026-12-06",
      "Grey days aren't working days in Ireland. Holidays are known from Mon 9 Nov to Sun 7 Feb 2027.",
    ],
    [
      "2027-02-01",
      "2027-02-08",
      "Grey days aren't working days in Ireland. Holidays are known from Mon 9 Nov to Sun 7 Feb 2027.",
    ],
  ])("says where holidays aren't known: %s to %s", (first, last, words) =>
    expect(daysOffOf([IRELAND, MAIL], []).legend(first, last)).toBe(words),
  );

  it("has no holidays to tell of without a calendar", () => {
    expect(daysOffOf([], []).legend("2026-10-26", "2026-12-06")).toBe("Grey days aren't working days.");
  });

  it.each([
    ["mail", "2026-11-12", "2026-11-18", 3],
    ["other", "2026-11-12", "2026-11-18", 3],
    [null, "2026-11-12", "2026-11-18", null],
    ["mail", "2026-11-08", "2026-11-18", null],
    ["mail", "2026-11-12", "2027-02-08", null],
    ["mail", "2026-11-18", "2026-11-12", null],
  ])("counts the working days of a team that are known: %s from %s to %s", (team, from, to, count) =>
    expect(daysOffOf([IRELAND, MAIL], []).workingDays(team, from, to)).toBe(count),
  );

  it("counts what is due in each week", () => {
    const rows = ["2026-11-08", "2026-11-09", "2026-11-15", null].map((dueDate) => ({ dueDate }));
    expect(dueByWeek(rows, "2026-11-05", 3)).toEqual([
      { monday: "2026-11-02", count: 1 },
      { monday: "2026-11-09", count: 2 },
      { monday: "2026-11-16", count: 0 },
    ]);
  });

  it.each([
    [{ dueDate: "2026-11-10", team: null }, "2026-11-15", "5 days later. This is move 1."],
    [
      { dueDate: "2026-11-10", team: { id: "mail", name: "Mail" } },
      "2026-11-15",
      "5 days later, 3 working days. This is move 1.",
    ],
    [{ dueDate: "2026-11-10", dueMoves: 1 }, "2026-11-09", "1 day earlier. This is move 2."],
    [{ dueDate: null }, "2026-11-09", "First due date."],
    [{ dueDate: "2026-11-10" }, "2026-11-10", "Current due date"],
    [
      { dueDate: "2026-11-10", dueMoves: 2 },
      "2026-11-11",
      "1 day later. The date has moved twice. Ask a TPM, an admin or the manager of the team to move it.",
    ],
  ])("explains a move: %j to %s", (fields, to, words) =>
    expect(moveWords(makeRow(1, fields), to, daysOffOf([IRELAND, MAIL], []))).toBe(words),
  );
});
