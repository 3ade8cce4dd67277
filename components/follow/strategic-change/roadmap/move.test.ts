import { expect, it } from "vitest";
import type { RoadmapRow } from "#lib/contract/roadmap.ts";
import { brokenWaits, movesThatFollow, moveWords } from "./move.ts";
import { groupsOf, type RoadmapGroup } from "./scale.ts";
import { waitLines } from "./waits-between.ts";

const row = (
  key: string,
  startsOn: string,
  endsOn: string,
  waitsFor: [of: string, dueOn: string][] = [],
  edit = true,
) =>
  ({
    ...{ key, startsOn, endsOn, status: "proposed", targetQuarter: "2027-Q1", abilities: { edit } },
    milestones: [{ id: `last of ${key}`, title: "Done", plannedOn: endsOn, dueOn: endsOn, reachedOn: null }],
    waitsFor: waitsFor.map(([of, dueOn]) => {
      return { milestoneId: `last of ${of}`, title: "Done", dueOn, reachedOn: null, change: { key: of, title: of } };
    }),
  }) as unknown as RoadmapRow;

const A = row("SC-1", "2027-01-04", "2027-01-29");
const B = row("SC-2", "2027-02-01", "2027-02-26", [["SC-1", "2027-01-29"]]);
const C = row("SC-3", "2027-03-01", "2027-03-26", [["SC-2", "2027-02-26"]]);
const moved = { row: A, to: { startsOn: "2027-01-18", endsOn: "2027-02-12" } };

it("moves the changes that wait for a moved one, directly or indirectly, by whole weeks", () => {
  expect(movesThatFollow([A, B, C], moved).map(({ row: { key }, to }) => [key, to.startsOn, to.endsOn])).toEqual([
    ["SC-2", "2027-02-15", "2027-03-12"],
    ["SC-3", "2027-03-15", "2027-04-09"],
  ]);
});

it("leaves changes that the person can't edit, and those with room", () => {
  const theirs = row("SC-2", "2027-02-01", "2027-02-26", [["SC-1", "2027-01-29"]], false);
  const later = row("SC-3", "2027-02-15", "2027-03-26", [["SC-1", "2027-01-29"]]);
  expect(movesThatFollow([A, theirs, later], moved)).toEqual([]);
});

it("says which wait is broken by how many days, the longest first", () => {
  const early = row("SC-4", "2027-02-01", "2027-02-26", [
    ["SC-1", "2027-02-03"],
    ["SC-2", "2027-02-26"],
  ]);
  expect(brokenWaits(early).map(({ wait, days }) => [wait.change.key, days])).toEqual([
    ["SC-2", 26],
    ["SC-1", 3],
  ]);
});

it.each([
  ["proposed", 1],
  ["funded", 1],
  ["in_progress", 1],
  ["deferred", 1],
  ["delivered", 0],
  ["effect_checked", 0],
  ["declined", 0],
] as const)("warns of a wait of a change that is %s: %i", (status, count) => {
  const early = row("SC-4", "2027-02-01", "2027-02-26", [["SC-1", "2027-02-03"]]);
  expect(brokenWaits({ ...early, status })).toHaveLength(count);
});

it("draws the waits between changes that have bars, until what is waited for is reached", () => {
  const early = row("SC-4", "2027-02-01", "2027-02-26", [
    ["SC-1", "2027-01-29"],
    ["SC-2", "2027-02-26"],
    ["SC-9", "2027-01-29"],
  ]);
  const lines = (rows: RoadmapRow[]) =>
    waitLines(rows).map(({ from, to, isBroken }) => `${from} ${to}${isBroken ? " broken" : ""}`);
  expect(lines([A, B, early])).toEqual(["SC-1 SC-2", "SC-1 SC-4", "SC-2 SC-4 broken"]);
  const twice = waitLines([A, B, early]).map(({ milestoneId, to }) => `${to} ${milestoneId}`);
  expect(twice).toEqual(["SC-2 last of SC-1", "SC-4 last of SC-1", "SC-4 last of SC-2"]);
  const reached = { ...B, waitsFor: B.waitsFor.map((one) => ({ ...one, reachedOn: "2027-01-20" })) };
  expect(lines([A, reached])).toEqual([]);
  expect(lines([A, { ...B, startsOn: null }])).toEqual([]);
});

it.each([
  [{ startsOn: "2027-01-04", endsOn: "2027-02-12" }, "SC-1 ends on Fri 12 Feb."],
  [{ startsOn: "2027-01-18", endsOn: "2027-02-12" }, "SC-1 starts on Mon 18 Jan and ends on Fri 12 Feb."],
  [
    { startsOn: "2027-03-18", endsOn: "2027-04-12" },
    "SC-1 moves to Q2 2027, starts on Thu 18 Mar and ends on Mon 12 Apr.",
  ],
])("says what moves: %o", (to, words) => expect(moveWords({ row: A, to }, "2027-02-14")).toBe(words));

const grouped = (rows: readonly RoadmapRow[], by: RoadmapGroup) =>
  groupsOf(rows, by).map(({ heading, rows: own }) => [heading, own.map(({ key }) => key)]);

it("lists a change of several teams with each, and those without a team last", () => {
  const [mail, apps] = ["Mail", "Apps"].map((name) => ({ id: name, name }));
  const rows = [
    { ...A, team: mail, otherTeams: [apps] },
    { ...B, team: null, otherTeams: [] },
    { ...C, team: null, otherTeams: [mail] },
    { ...A, key: "SC-9", team: apps, otherTeams: [], startsOn: null },
  ] as RoadmapRow[];
  expect(grouped(rows, "team")).toEqual([
    ["Apps", ["SC-1"]],
    ["Mail", ["SC-1", "SC-3"]],
    ["No team", ["SC-2"]],
  ]);
});

it("groups changes by theme whatever its capitals, and lists those without a theme last", () => {
  const rows = [
    { ...A, theme: null },
    { ...C, theme: "recovery" },
    { ...B, theme: "Recovery" },
    { ...A, key: "SC-4", theme: "Alerting" },
    { ...A, key: "SC-9", theme: "Later", startsOn: null },
  ] as RoadmapRow[];
  expect(grouped(rows, "theme")).toEqual([
    ["Alerting", ["SC-4"]],
    ["recovery", ["SC-2", "SC-3"]],
    ["No theme", ["SC-1"]],
  ]);
});
