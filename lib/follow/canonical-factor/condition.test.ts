import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ActionStatus, EFFECT_ANSWERS } from "#lib/base/vocabulary/action-item.ts";
import type { ChangeHealth, ChangeStatus } from "#lib/base/vocabulary/strategic-change.ts";
import {
  changesInOrder,
  comebacksOf,
  findingWords,
  fixBeforeWords,
  fixWords,
  seenWords,
  stateOfFixes,
  totalMinutes,
} from "./condition.ts";

const fix = (key: string, status: ActionStatus, dueDate: string | null = null, verifiedAt: string | null = null) => ({
  ...{ key, status, dueDate, waivedUntil: null, verifiedAt, worked: null },
});
const on = (key: string, day: string, counted = true) => ({ key, startedAt: `${day}T10:00:00Z`, counted });
const late = fix("ACT-12", "accepted", "2026-01-01");
const later = fix("ACT-13", "accepted", "2026-01-20");
const declined = fix("ACT-14", "declined", "2025-01-01");
const done = fix("ACT-9", "verified", "2025-12-01", "2025-12-10T10:00:00Z");
const NONE_BACK = { incidents: [], questioned: [], unanswered: [] };
const second = fix("ACT-10", "verified", null, "2026-02-01T10:00:00Z");

it("counts fixes without declined ones, the latest first", () => {
  expect(stateOfFixes([later, late, declined, done], "2026-02-09")).toEqual({
    total: 3,
    verified: 1,
    late: [
      { key: "ACT-12", days: 39 },
      { key: "ACT-13", days: 20 },
    ],
  });
});

it.each([
  [{ incidentCount: 3, minutes: 1203.6 }, "seen in 3 incidents, 1,204 weighted minutes"],
  [{ incidentCount: 1, minutes: null }, "seen once"],
  [{ incidentCount: 0, minutes: null }, "seen in 0 incidents"],
])("says of %j how often it was seen", (row, words) => {
  expect(seenWords(row)).toBe(words);
});

it.each([
  [[late, done], "ACT-12 39 d late"],
  [[done, declined], "1 of 1 fix verified"],
  [[done, later], "1 of 2 fixes verified"],
  [[declined], "no fix yet"],
])("says how far fixes are", (fixes, words) => {
  expect(fixWords({ fixes, changes: [] }, words.includes("late") ? "2026-02-09" : "2026-01-02")).toBe(words);
});

const change = (key: string, status: ChangeStatus, health: ChangeHealth | null = null) => ({ key, status, health });

it.each([
  [[change("SC-8", "in_progress", "on_track")], [], "SC-8 on track"],
  [[change("SC-8", "in_progress", "at_risk")], [], "SC-8 at risk"],
  [[change("SC-8", "funded", "at_risk")], [], "SC-8 funded"],
  [[change("SC-6", "declined"), change("SC-8", "proposed")], [], "SC-8 proposed"],
  [[change("SC-7", "in_progress"), change("SC-8", "in_progress", "off_track")], [], "SC-8 off track and 1 more change"],
  [[change("SC-6", "declined")], [], "no fix yet"],
  [[change("SC-8", "in_progress")], [done, later], "1 of 2 fixes verified, SC-8 in progress"],
  [[change("SC-8", "in_progress")], [late], "ACT-12 39 d late, SC-8 in progress"],
])("says how far changes are next to fixes: %j", (changes, fixes, words) => {
  expect(fixWords({ fixes, changes }, words.includes("late") ? "2026-02-09" : "2026-01-02")).toBe(words);
});

it("puts changes in the order of what needs attention, and leaves out declined ones unless there are no others", () => {
  const [one, worst, other] = [
    change("SC-5", "in_progress", "on_track"),
    change("SC-7", "in_progress", "off_track"),
    change("SC-8", "in_progress", "at_risk"),
  ];
  const [declined, done] = [change("SC-1", "declined"), change("SC-2", "effect_checked", "off_track")];
  expect(changesInOrder([declined, done, one, worst, other])).toEqual([worst, other, one, done]);
  expect(changesInOrder([declined])).toEqual([declined]);
});

describe("an incident after a verified fix", () => {
  const incidents = [on("INC-3", "2026-01-05"), on("INC-2", "2026-01-01"), on("INC-1", "2025-12-01")];

  it("questions the fix, unless it isn't counted", () => {
    const { incidents: back, questioned } = comebacksOf(incidents, [done, late]);
    expect([back.map(({ key }) => key), questioned]).toEqual([["INC-3", "INC-2"], ["ACT-9"]]);
    expect(comebacksOf([on("INC-4", "2026-01-05", false)], [done])).toEqual(NONE_BACK);
  });

  it("asks until someone says whether the fix worked", () => {
    expect(comebacksOf(incidents, [done]).unanswered).toEqual(["ACT-9"]);
    for (const worked of EFFECT_ANSWERS)
      expect(comebacksOf(incidents, [{ ...done, worked }])).toMatchObject({ questioned: ["ACT-9"], unanswered: [] });
  });

  it.each([
    ["It recurred twice after ACT-9 was verified", incidents, [done]],
    ["It recurred once after ACT-9 was verified", incidents.slice(1), [done]],
    ["It recurred 3 times after ACT-9 was verified", [...incidents, on("INC-5", "2026-02-01")], [done]],
    ["It hasn't recurred since ACT-9 was verified", incidents.slice(2), [done]],
    ["Seen in 3 incidents, and no fix is verified", incidents, [late]],
    ["Seen once", incidents.slice(2), []],
  ])("makes the trend say: %s", (words, seen, fixes) => {
    expect(findingWords({ incidentCount: seen.length, incidents: seen, fixes })).toBe(words);
  });
});

it.each([
  [[], null],
  [[null, null], null],
  [[0], 0],
  [[12.34, null, 1.02], 13.4],
])("adds up the weighted minutes %j to %s", (minutes, total) => {
  expect(totalMinutes(minutes.map((one) => ({ minutes: one })))).toBe(total);
});

it("doesn't come back at the moment of the check, and comes back after the first of several fixes", () => {
  expect(comebacksOf([on("INC-1", "2025-12-10")], [done, second])).toEqual(NONE_BACK);
  expect(comebacksOf([on("INC-1", "2026-01-05")], [done, second, late])).toEqual({
    incidents: [on("INC-1", "2026-01-05")],
    questioned: ["ACT-9"],
    unanswered: ["ACT-9"],
  });
});

it.each([
  ["without fixes", "2026-03-01", [], "no fix yet"],
  ["with fixes that aren't verified", "2026-03-01", [late, later, declined], "no fix yet"],
  ["before the first was verified", "2025-12-09", [done, second], "no fix yet"],
  ["at the moment of the check", "2025-12-10", [done], "no fix yet"],
  ["the day after", "2025-12-11", [done], "after ACT-9"],
  ["between two", "2026-01-31", [second, done], "after ACT-9"],
  ["at the moment of the second check", "2026-02-01", [second, done], "after ACT-9"],
  ["after both, the newest first", "2026-02-02", [second, done], "after ACT-10"],
  ["after both, the oldest first", "2026-02-02", [done, second], "after ACT-10"],
  ["after one, with one that is open", "2026-01-05", [late, done], "after ACT-9"],
])("says which fix an incident came after: %s", (_, day, fixes, words) => {
  expect(fixBeforeWords(on("INC-1", day), fixes)).toBe(words);
});

it("says that an incident came after a fix just when it questions one", () => {
  const day = fc.integer({ min: 1, max: 28 }).map((at) => `2026-01-${String(at).padStart(2, "0")}`);
  const verified = fc.option(day.map((one) => `${one}T10:00:00Z`));
  fc.assert(
    fc.property(day, fc.array(verified, { maxLength: 5 }), (startedOn, times) => {
      const fixes = times.map((at, index) => fix(`ACT-${index}`, at ? "verified" : "accepted", null, at));
      const incident = on("INC-1", startedOn);
      const { questioned } = comebacksOf([incident], fixes);
      const words = fixBeforeWords(incident, fixes);
      expect(questioned.length > 0 ? questioned.map((key) => `after ${key}`) : ["no fix yet"]).toContain(words);
    }),
  );
});
