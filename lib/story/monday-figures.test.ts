import { describe, expect, it } from "vitest";
import type { Monday } from "#lib/contract/monday.ts";
import { lateIn, mondayFigures, mondayLead, mondayMail, mondaySubject } from "./monday-figures.ts";

const TODAY = "2026-11-02";
const team = (late: number) => ({ team: null, d1to7: late, d8to30: 0, d31to90: 0, over90: 0, late, open: 9 });
const change = (key: string, health: "at_risk" | "off_track" | null, stale: boolean) => ({
  ...{ key, title: "Cells", health, stale, healthAt: null, owner: null, sponsorAsked: false },
});
const asked = (key: string, day: string, name: string | null) => ({
  ...{ key, title: "Add a retry budget", rung: "owner_before" as const, day },
  to: name === null ? null : { id: name, name },
});
const QUIET: Monday = {
  ...{ teams: [], askedNext: [], moved: [], waivers: [], verified: [], changes: [], reviews: [] },
  ...{ acceptances: [], blocked: [], effects: [], proposals: [], before: { late: 0, moved: 0, verified: 0 } },
  totals: { askedNext: 0, moved: 0, verified: 0, reviews: 0, blocked: 0 },
};
const WEEK: Monday = {
  ...QUIET,
  teams: [team(3), team(1)],
  askedNext: [asked("ACT-1", TODAY, "Ana"), asked("ACT-2", "2026-11-05", null), asked("ACT-2", "2026-11-06", "Bo")],
  changes: [change("SC-1", "at_risk", false), change("SC-2", "off_track", true), change("SC-3", null, true)],
  totals: { askedNext: 3, moved: 1, verified: 12, reviews: 0, blocked: 0 },
};

it("counts what is late in every team", () => {
  expect([lateIn(WEEK), lateIn(QUIET)]).toEqual([4, 0]);
});

it.each([
  ["nothing to do", QUIET, "No late actions."],
  [
    "nothing late any more",
    { ...QUIET, before: { ...QUIET.before, late: 5 } },
    "No late actions, 5 fewer than a week ago.",
  ],
  [
    "the same",
    { ...WEEK, before: { ...QUIET.before, late: 4 } },
    "4 late actions, as many as a week ago. 3 reminders due this week and 3 changes at risk or stale.",
  ],
  [
    "everything",
    {
      ...WEEK,
      totals: { ...WEEK.totals, reviews: 1 },
      proposals: [{ condition: { id: "1", name: "By hand" }, incidents: 2, minutes: null }],
    },
    "4 late actions, 4 more than a week ago. 3 reminders due this week, 3 changes at risk or stale, 1 review past the deadline and 1 proposal waiting for a decision.",
  ],
])("says first what matters of a week with %s", (_name, week, words) => {
  expect(mondayLead(week)).toBe(words);
});

it("says the week in a line and in four figures", () => {
  expect(mondaySubject(WEEK)).toBe("Monday: 4 late, 3 reminders this week, 3 changes at risk or stale");
  expect(mondayFigures(WEEK).split("\n")).toEqual([
    "4 late actions",
    "3 reminders due this week",
    "1 date moved in the last 7 days",
    "12 actions verified in the last 7 days",
  ]);
});

describe("the mail of the week", () => {
  const linesOf = (week: Monday, hidden: readonly string[] = []) =>
    mondayMail(week, TODAY, new Set(hidden)).split("\n");

  it("has the day and figures alone in a week without news", () => {
    expect(linesOf(QUIET)).toEqual(["Mon 2 Nov 2026", ...mondayFigures(QUIET).split("\n")]);
  });

  it("names the decisions and the reminders", () => {
    expect(linesOf(WEEK).slice(5)).toEqual([
      "To decide:",
      "SC-1 Cells: at risk",
      "SC-2 Cells: off track, and its last update is old",
      "SC-3 Cells: no update yet",
      "Next reminders:",
      "Mon 2 Nov, Ana (owner, before the due date): ACT-1 Add a retry budget",
      "Thu 5 Nov, no one (owner, before the due date): ACT-2 Add a retry budget",
      "Fri 6 Nov, Bo (owner, before the due date): ACT-2 Add a retry budget",
    ]);
  });

  it("counts the proposals that wait, and never names them", () => {
    const proposal = (name: string) => ({ condition: { id: name, name }, incidents: 2, minutes: null });
    const mailed = (...names: string[]) => linesOf({ ...QUIET, proposals: names.map(proposal) }).slice(5);
    expect(mailed()).toEqual([]);
    expect(mailed("Keys by hand")).toEqual(["1 proposal to accept or set aside"]);
    expect(mailed("Keys by hand", "No limit")).toEqual(["2 proposals to accept or set aside"]);
  });

  it("counts hidden items once each, and never names them", () => {
    expect(linesOf(WEEK, ["ACT-2"]).slice(9)).toEqual([
      "Next reminders:",
      "Mon 2 Nov, Ana (owner, before the due date): ACT-1 Add a retry budget",
      "1 restricted item not named in emails. Open Afterword to see them.",
    ]);
    expect(linesOf({ ...WEEK, changes: [] }, ["ACT-1", "ACT-2"]).slice(5)).toEqual([
      "2 restricted items not named in emails. Open Afterword to see them.",
    ]);
  });

  it("lists at most ten, and says how many more there are", () => {
    const many = Array.from({ length: 11 }, (_, at) => change(`SC-${at + 1}`, null, true));
    const shown = linesOf({ ...QUIET, changes: many }).slice(5);
    expect(shown).toHaveLength(12);
    expect(shown.at(-1)).toBe("and 1 more");
    expect(linesOf({ ...QUIET, changes: many.slice(1) }).at(-1)).toBe("SC-11 Cells: no update yet");
    const longer = { ...WEEK, totals: { ...WEEK.totals, askedNext: 300 } };
    expect(linesOf(longer, ["ACT-2"]).at(-2)).toBe("and 297 more");
  });
});
