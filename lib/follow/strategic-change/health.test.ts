import fc from "fast-check";
import { expect, it } from "vitest";
import { CHANGE_HEALTHS, type ChangeHealth } from "#lib/base/vocabulary/strategic-change.ts";
import { asksForUpdate, asksSponsor, healthsSince, isHealthStale, sponsorAsked } from "./health.ts";

const NOW = "2026-10-31T12:00:00Z";

it.each([
  ["in_progress", "2026-10-17T12:00:00Z", false],
  ["in_progress", "2026-10-17T11:59:59Z", true],
  ["in_progress", null, true],
  ["funded", "2026-01-01T00:00:00Z", false],
  ["delivered", null, false],
] as const)("%s with the last update at %s is stale: %s", (status, healthAt, stale) => {
  expect(isHealthStale({ status, healthAt, since: "2026-09-01T00:00:00Z", healthDays: 14 }, NOW)).toBe(stale);
});

it("waits 14 days for the first update", () => {
  expect(
    isHealthStale({ status: "in_progress", healthAt: null, since: "2026-10-30T00:00:00Z", healthDays: 14 }, NOW),
  ).toBe(false);
});

it.each([
  [14, "2026-10-19T12:00:01Z", null, false],
  [14, "2026-10-19T12:00:00Z", null, true],
  [14, "2026-10-19T12:00:00Z", "2026-10-31T09:00:00Z", false],
  [14, "2026-10-19T12:00:00Z", "2026-10-17T09:00:00Z", true],
  [14, null, null, true],
  [14, "2026-09-01T00:00:00Z", null, true],
  [1, "2026-10-31T00:00:01Z", null, false],
  [1, "2026-10-31T00:00:00Z", null, true],
  [3, "2026-10-30T01:00:00Z", null, false],
] as const)(
  "every %d days, with the last update at %s and asked at %s, the owner is asked: %s",
  (healthDays, healthAt, askedAt, asks) => {
    const reported = { status: "in_progress", healthAt, since: "2026-09-01T00:00:00Z", healthDays, askedAt } as const;
    expect(asksForUpdate(reported, NOW)).toBe(asks);
    expect(asksForUpdate({ ...reported, status: "funded" }, NOW)).toBe(false);
  },
);

it.each([
  [[], false],
  [["on_track"], false],
  [["off_track"], true],
  [["at_risk"], false],
  [["at_risk", "on_track"], false],
  [["at_risk", "at_risk"], true],
] as const)("%j is reported to the sponsor: %s", (healths, asks) => expect(asksSponsor(healths)).toBe(asks));

const START = "2026-01-01T00:00:00Z";
const askedAt = (updates: ReturnType<typeof told>, statusAt: string) =>
  sponsorAsked({ status: "in_progress", statusAt, health: updates[0]?.health ?? null, updates, slipToldAt: null })?.at;
const told = (...healths: ChangeHealth[]) =>
  healths.map((health, at) => ({ health, at: `2026-10-${String(30 - at).padStart(2, "0")}T09:00:00Z` }));
it.each([
  [[], null],
  [["on_track"], null],
  [["at_risk"], null],
  [["off_track"], 30],
  [["off_track", "on_track"], 30],
  [["off_track", "at_risk", "on_track"], 30],
  [["off_track", "off_track", "on_track"], 29],
  [["off_track", "off_track"], 29],
  [["at_risk", "at_risk", "on_track"], 30],
  [["at_risk", "at_risk", "at_risk"], 29],
  [["at_risk", "at_risk", "off_track", "on_track"], 30],
  [["at_risk", "off_track", "on_track"], null],
  [["on_track", "off_track"], null],
] satisfies [ChangeHealth[], number | null][])("of %j, the sponsor is asked since day %j", (healths, day) => {
  expect(askedAt(told(...healths), START)?.slice(8, 10) ?? null).toBe(day === null ? null : String(day));
});

it("asks since some day just when it asks now", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...CHANGE_HEALTHS), { maxLength: 8 }), (healths) => {
      expect(askedAt(told(...healths), START) !== undefined).toBe(asksSponsor(healths));
    }),
  );
});

it.each([
  [["off_track", "on_track"], 30, 30],
  [["off_track", "on_track"], 31, null],
  [["off_track", "off_track", "off_track"], 29, 29],
  [["at_risk", "at_risk"], 29, 30],
  [["at_risk", "at_risk"], 30, null],
  [["at_risk", "at_risk", "at_risk"], 29, 30],
  [["on_track", "off_track"], 28, null],
  [[], 28, null],
] satisfies [ChangeHealth[], number, number | null][])(
  "of %j, with a decision on day %j, the sponsor is asked since day %j",
  (healths, decided, day) => {
    const at = askedAt(told(...healths), `2026-10-${decided}T08:00:00Z`);
    expect(at?.slice(8, 10) ?? null).toBe(day === null ? null : String(day));
  },
);

it("counts an update at the moment of the decision", () => {
  expect(healthsSince(told("off_track"), "2026-10-30T09:00:00.000Z")).toEqual(["off_track"]);
  expect(healthsSince(told("off_track"), "2026-10-30T09:00:00.001Z")).toEqual([]);
});

const SLIP = "2026-10-30T10:00:00Z";
it.each([
  ["a slip since the last update", {}, { at: SLIP, by: "slip" }],
  ["a slip without any update", { updates: [] }, { at: SLIP, by: "slip" }],
  ["an update since the slip", { slipToldAt: "2026-10-30T08:59:59Z" }, null],
  ["a decision since the slip", { statusAt: "2026-10-30T11:00:00Z" }, null],
  ["a slipped milestone that has a new day", { health: "on_track" }, null],
  ["no slip", { slipToldAt: null }, null],
  ["a change that isn't in progress", { status: "deferred" }, null],
  [
    "an update off track before the slip",
    { updates: told("off_track"), health: "off_track" },
    { at: "2026-10-30T09:00:00Z", by: "update" },
  ],
] as const)("after %s, the sponsor is asked by it", (_, more, asked) => {
  const parts = { status: "in_progress", statusAt: START, health: "off_track", updates: told("on_track") } as const;
  expect(sponsorAsked({ ...parts, slipToldAt: SLIP, ...more })).toEqual(asked);
});
