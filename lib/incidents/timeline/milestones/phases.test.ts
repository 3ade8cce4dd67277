import fc from "fast-check";
import { expect, it } from "vitest";
import type { MilestoneTimes } from "./metrics.ts";
import { MILESTONES } from "./milestone-names.ts";
import { phaseBands } from "./phases.ts";

const at = (minutes: Partial<Record<(typeof MILESTONES)[number], number>>): MilestoneTimes =>
  Object.fromEntries(
    Object.entries(minutes).map(([name, minute]) => [
      name,
      { at: new Date(Date.UTC(2025, 5, 10, 9, minute)).toISOString(), precision: "exact" },
    ]),
  );
const drawn = (milestones: MilestoneTimes) =>
  phaseBands(milestones).map(({ label, from, to, known }) => [
    label,
    from?.slice(14, 16) ?? null,
    to?.slice(14, 16) ?? null,
    known,
  ]);

it("draws every phase of a complete incident", () => {
  const complete = at({
    trigger_change: 0,
    impact_started: 1,
    detected: 2,
    commander_assigned: 5,
    mitigation_started: 7,
    mitigated: 11,
    resolved: 15,
    closed: 45,
  });
  expect(drawn(complete)).toEqual([
    ["Lead-up", "00", "01", true],
    ["Undetected", "01", "02", true],
    ["Mobilising", "02", "05", true],
    ["Diagnosing", "05", "07", true],
    ["Mitigating", "07", "11", true],
    ["Recovering", "11", "15", true],
    ["Watching", "15", "45", true],
  ]);
});

it("joins phases across a missing boundary and leaves the outer ends open", () => {
  expect(drawn(at({ detected: 2, mitigation_started: 7, resolved: 15 }))).toEqual([
    ["Lead-up, undetected", null, "02", false],
    ["Mobilising, diagnosing", "02", "07", false],
    ["Mitigating, recovering", "07", "15", false],
    ["Watching", "15", null, false],
  ]);
});

it("shows no undetected phase if the signal came before the impact", () => {
  const labels = drawn(at({ trigger_change: 0, impact_started: 10, detected: 5, commander_assigned: 12 })).map(
    ([label]) => label,
  );
  expect(labels).toEqual(["Lead-up", "Mobilising", "Diagnosing, mitigating, recovering, watching"]);
});

it("draws nothing without milestones", () => expect(phaseBands({})).toEqual([]));

it("never draws an end that isn't a milestone", () => {
  const minutes = fc.record(Object.fromEntries(MILESTONES.map((name) => [name, fc.integer({ min: 0, max: 50 })])), {
    requiredKeys: [],
  });
  let bands = 0;
  fc.assert(
    fc.property(minutes, (drawnMinutes) => {
      const milestones = at(drawnMinutes);
      const instants = new Set<string | null>(Object.values(milestones).map((time) => time.at)).add(null);
      for (const band of phaseBands(milestones)) {
        bands += 1;
        expect(instants).toContain(band.from);
        expect(instants).toContain(band.to);
        expect(band.seconds ?? 0).toBeGreaterThanOrEqual(0);
      }
    }),
  );
  expect(bands).toBeGreaterThan(50);
});
