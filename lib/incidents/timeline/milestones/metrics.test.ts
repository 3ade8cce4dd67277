import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { PRECISIONS } from "#lib/base/time/precision.ts";
import type { IncidentKind } from "#lib/base/vocabulary/incident.ts";
import {
  deriveMetrics,
  endsInWords,
  METRIC_ENDS,
  METRIC_NAMES,
  type MetricName,
  type MilestoneTimes,
} from "./metrics.ts";
import { MILESTONES, type MilestoneName } from "./milestone-names.ts";

interface Vector {
  id: string;
  kind: IncidentKind;
  milestones: Partial<Record<MilestoneName, string>>;
  expected: Record<MetricName, number | null>;
  warnings: { kind: string; earlier: string; later: string }[];
  missing: MilestoneName[];
}
const file = new URL("../../../../fixtures/practice/timeline-vectors.json", import.meta.url);
const practice = JSON.parse(readFileSync(file, "utf8")) as { definitions: unknown; vectors: Vector[] };

const exactly = (times: Partial<Record<MilestoneName, string>>): MilestoneTimes =>
  Object.fromEntries(Object.entries(times).map(([name, at]) => [name, { at, precision: "exact" }]));

test("every metric has its documented definition", () => {
  expect(METRIC_ENDS).toEqual(practice.definitions);
});

test.each(practice.vectors)(
  "derives the metrics of vector $id",
  ({ kind, milestones, expected, warnings, missing }) => {
    const derived = deriveMetrics({ kind, milestones: exactly(milestones) });
    const seconds = Object.fromEntries(METRIC_NAMES.map((name) => [name, derived.metrics[name].seconds]));
    expect(seconds).toEqual(expected);
    expect(derived.warnings.map(({ kind, earlier, later }) => ({ kind, earlier, later }))).toEqual(warnings);
    expect(derived.missing).toEqual(missing);
  },
);

describe("time that is only as exact as its source", () => {
  const at = (impact: MilestoneTimes["mitigated"], end: MilestoneTimes["mitigated"]) =>
    deriveMetrics({
      kind: "incident",
      milestones: { ...(impact && { impact_started: impact }), ...(end && { mitigated: end }) },
    }).metrics.timeToMitigate;

  it.each([
    ["exact", "exact", 290, false],
    ["minute", "exact", 300, false],
    ["approx", "exact", 300, true],
    ["exact", "hour", 300, true],
    ["day", "minute", 300, true],
    ["unknown", "exact", null, false],
  ] as const)("%s to %s gives %s, approximate %s", (from, to, seconds, approximate) => {
    const metric = at({ at: "2025-06-10T09:00:00Z", precision: from }, { at: "2025-06-10T09:04:50Z", precision: to });
    expect(metric).toMatchObject({ seconds, approximate });
  });

  it.each([
    ["exact", "exact", 300, false],
    ["minute", "exact", 300, false],
    ["approx", "exact", 300, true],
  ] as const)("has a lead if one time is %s and the other %s", (precision, other, leadSeconds, approximate) => {
    const { metrics } = deriveMetrics({
      kind: "incident",
      milestones: {
        detected: { at: "2026-03-10T09:00:00.000Z", precision },
        impact_started: { at: "2026-03-10T09:05:00.000Z", precision: other },
      },
    });
    expect(metrics.timeToDetect).toMatchObject({ seconds: null, leadSeconds, approximate });
    expect(metrics.timeToAcknowledge.leadSeconds).toBeNull();
  });

  it("reports the lead in seconds", () => {
    const milestones = exactly({ impact_started: "2025-06-10T09:10:00Z", detected: "2025-06-10T09:05:00Z" });
    expect(deriveMetrics({ kind: "incident", milestones }).warnings).toEqual([
      { kind: "lead", earlier: "detected", later: "impact_started", seconds: 300 },
    ]);
  });
});

it("names who detected it only if the detecting event is known", () => {
  const milestones = exactly({ detected: "2025-06-10T09:05:00Z" });
  const ask = (input: { detectedBy?: "customer_report" | "alert_fired" }, times = milestones) =>
    deriveMetrics({ kind: "incident", milestones: times, ...input }).customerDetected;
  expect(ask({ detectedBy: "customer_report" })).toBe(true);
  expect(ask({ detectedBy: "alert_fired" })).toBe(false);
  expect(ask({})).toBeNull();
  expect(ask({ detectedBy: "alert_fired" }, {})).toBeNull();
});

it("names both ends", () => {
  expect(endsInWords("timeToMitigate")).toBe("mitigated minus impact started");
});

test("metrics never invent a value: each needs both of its ends in order, and depends on nothing else", () => {
  const time = fc.record({
    at: fc
      .date({ min: new Date("2020-01-01"), max: new Date("2030-01-01"), noInvalidDate: true })
      .map((d) => d.toISOString()),
    precision: fc.constantFrom(...PRECISIONS),
  });
  const times = fc.record(Object.fromEntries(MILESTONES.map((name) => [name, time])), { requiredKeys: [] });
  fc.assert(
    fc.property(times, fc.constantFrom<IncidentKind>("incident", "near_miss"), (drawn, kind) => {
      const milestones = drawn as MilestoneTimes;
      const derived = deriveMetrics({ kind, milestones });
      for (const name of METRIC_NAMES) {
        const { from, to, seconds } = derived.metrics[name];
        const [start, end] = [milestones[from], milestones[to]];
        const ends: MilestoneTimes = { ...(start && { [from]: start }), ...(end && { [to]: end }) };
        expect(deriveMetrics({ kind, milestones: ends }).metrics[name].seconds).toBe(seconds);
        const bothKnown = start && end && start.precision !== "unknown" && end.precision !== "unknown";
        const isInOrder = bothKnown && start.at <= end.at;
        expect(seconds === null).toBe(!isInOrder);
        if (seconds !== null && isInOrder) {
          expect(Math.abs(seconds - (Date.parse(end.at) - Date.parse(start.at)) / 1000)).toBeLessThanOrEqual(30);
        }
      }
    }),
  );
});
