import { describe, expect, it } from "vitest";
import { findByRules } from "../rules/by-rules.ts";
import { eventsOf } from "../testing/told-lines.ts";
import { marksOf } from "./marks.ts";

const SAID = { milestones: {}, isSettled: () => false, isRefused: () => false };
const marksIn = (lines: readonly string[], milestones = {}) => marksOf(findByRules(eventsOf(lines), SAID), milestones);

/** The marks of some names that each line of a story has. */
const those = (lines: readonly string[], ...names: string[]) =>
  marksIn(lines).map((marks) => names.filter((name) => marks.has(name)));

const LINES = [
  "10:00 Deployed v12",
  "10:00 Alert fires for the checkout",
  "10:10 Ana joins the call",
  "10:21 Rolled back v12",
  "11:21 Errors stopped",
  "12:22 Incident resolved",
];

describe("the place of an event in its story", () => {
  it("is counted from both ends", () => {
    expect(those(LINES, "first", "second", "last but one", "last")).toEqual([
      ["first"],
      ["second"],
      [],
      [],
      ["last but one"],
      ["last"],
    ]);
    expect(those(LINES.slice(0, 1), "first", "second", "last but one", "last")).toEqual([["first", "last"]]);
  });

  it("is in one of three parts", () => {
    const thirds = ["first third", "middle third", "last third"];
    expect(those(LINES, ...thirds).flat()).toEqual(thirds.flatMap((third) => [third, third]));
    expect(those(LINES.slice(0, 1), ...thirds).flat()).toEqual(["first third"]);
  });

  it.each([
    [1, ["of one", "of few"]],
    [2, ["of two", "of few"]],
    [3, ["of few"]],
    [4, ["of several"]],
    [7, ["of several"]],
    [8, []],
    [20, []],
    [21, ["of many"]],
  ])("depends on the number of events: %i", (count, names) => {
    const lines = Array.from({ length: count }, (_, at) => `10:${String(at).padStart(2, "0")} Alert fires`);
    expect(those(lines, "of one", "of two", "of few", "of several", "of many")[0]).toEqual(names);
  });

  it("is at some distance from its neighbours", () => {
    const gaps = ["same time", "over 10 min", "over 1 h", "over 6 h"];
    expect(those(LINES, ...gaps.map((gap) => `${gap} before`))).toEqual([
      [],
      ["same time before"],
      [],
      ["over 10 min before"],
      ["over 10 min before"],
      ["over 1 h before"],
    ]);
    expect(those(LINES, ...gaps.map((gap) => `${gap} after`))).toEqual([
      ["same time after"],
      [],
      ["over 10 min after"],
      ["over 10 min after"],
      ["over 1 h after"],
      [],
    ]);
    expect(those(["10:00 Alert fires", "16:01 Alert fires"], "over 6 h before", "over 1 h before")[1]).toEqual([
      "over 6 h before",
    ]);
  });
});

describe("the part of an event in its story", () => {
  it("is the first and the last of its role, and before or after others of it", () => {
    expect(those(LINES, "step", "first step", "last step", "before step", "behind step")).toEqual([
      ["step", "first step", "before step"],
      ["before step", "behind step"],
      ["before step", "behind step"],
      ["step", "last step", "behind step"],
      ["behind step"],
      ["behind step"],
    ]);
    expect(those(LINES.slice(1, 2), "step", "before step", "behind step")).toEqual([[]]);
  });

  it.each([
    ["signal", [1]],
    ["answer", [2, 3]],
    ["response", [3]],
    ["failure", [1]],
    ["recovery", [4, 5]],
  ])("is its role: %s", (role, places) => {
    expect(marksIn(LINES).flatMap((marks, at) => (marks.has(role) ? at : []))).toEqual(places);
  });

  it("is before, with or after the milestones that are found or set", () => {
    expect(those(LINES, "before detected", "with detected", "behind detected", "is detected")).toEqual([
      ["with detected"],
      ["with detected", "is detected"],
      ...Array(4).fill(["behind detected"]),
    ]);
    const set = { declared: { at: "2025-06-10T10:10:00Z", precision: "minute" } };
    const declared = marksIn(LINES, set).map((marks) =>
      ["before", "with", "behind"].filter((side) => marks.has(`${side} declared`)),
    );
    expect(declared).toEqual([["before"], ["before"], ["with"], ["behind"], ["behind"], ["behind"]]);
  });
});

it.each([
  ["10:00 Alert fires for the shop", ["brief"]],
  ["10:00 Alert fires for the web shop", []],
  [`10:00 ${"word ".repeat(24)}word`, []],
  [`10:00 ${"word ".repeat(25)}word`, ["long"]],
  ["10:00 The deploy of 09:55 is the cause of it", ["clock in words"]],
  ["10:00 The deploy at 9.55 is the cause of it", ["clock in words"]],
  ["--:-- The disk of the main database is full", ["day alone"]],
])("marks how a line is written: %s", (line, marks) => {
  expect(those([line], "brief", "long", "clock in words", "day alone")[0]).toEqual(marks);
});

it("marks the kinds of a line, and how likely they are", () => {
  const [marks] = marksIn(["10:00 Alert fires for the checkout"]);
  expect([...(marks ?? [])]).toEqual(
    expect.arrayContaining([
      "says heard",
      "tells alert_fired",
      "maybe alert_fired",
      "likely alert_fired",
      "surely alert_fired",
    ]),
  );
  expect(marks?.has("surely paged")).toBe(false);
  expect(marks?.has("kind given")).toBe(false);
  const [event] = eventsOf(["10:00 Alert fires for the checkout"]);
  const given = event && findByRules([{ ...event, kind: "decision" }], SAID);
  expect(given && marksOf(given, {})[0]?.has("kind given")).toBe(true);
});
