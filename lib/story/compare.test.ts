import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleEvent } from "#components/incidents/timeline/testing/sample-event.ts";
import type { Metrics } from "#lib/contract/timeline.ts";
import { MILESTONES, type MilestoneName } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import {
  type ComparedIncident,
  compareMeasures,
  compareMilestones,
  comparePhases,
  originOf,
  relativeTicks,
  relativeWords,
  shiftToOrigin,
} from "./compare.ts";
import { layOutScore } from "./score-layout.ts";

type Milestone = Metrics["milestones"][number];
const at = (minute: number) => new Date(Date.UTC(2017, 0, 31, 18, minute)).toISOString();
const milestone = (name: MilestoneName, minute: number | null, more: Partial<Milestone> = {}): Milestone => ({
  name,
  eventId: null,
  eventNumber: minute === null ? null : minute,
  at: minute === null ? null : at(minute),
  precision: minute === null ? null : "minute",
  notApplicable: false,
  setBy: null,
  ...more,
});
const incident = (set: readonly Milestone[], minutes: readonly number[] = []): ComparedIncident => ({
  startedAt: at(0),
  events: minutes.map((minute) => sampleEvent(`e${minute}`, at(minute))),
  metrics: {
    milestones: MILESTONES.map((name) => set.find((one) => one.name === name) ?? milestone(name, null)),
    metrics: [],
    phases: [],
    band: [],
  },
});

describe("the origin", () => {
  it.each<[string, ComparedIncident, string, string]>([
    ["impact", incident([milestone("impact_started", 5), milestone("declared", 9)], [1]), "impact_started", at(5)],
    ["declared", incident([milestone("declared", 9)], [1]), "declared", at(9)],
    ["a day is no time", incident([milestone("impact_started", 5, { precision: "day" })], [7]), "first_event", at(7)],
    ["first event", incident([], [12, 3]), "first_event", at(3)],
    ["nothing", incident([]), "started", at(0)],
  ])("is %s", (_, one, from, when) => {
    expect(originOf(one)).toEqual({ from, at: when });
  });
});

describe("one axis", () => {
  it("puts both origins at the same place", () => {
    const one = incident([milestone("impact_started", 5)], [5, 30]);
    const shifted = shiftToOrigin(one, originOf(one));
    expect(shifted.metrics.milestones.find((each) => each.name === "impact_started")?.at).toBe(
      new Date(0).toISOString(),
    );
    expect(shifted.events.map((event) => Date.parse(event.at ?? ""))).toEqual([0, 25 * 60_000]);
    const layout = layOutScore({ ...shifted.metrics, events: shifted.events, zone: "UTC", widthPx: 800 });
    expect(layout?.marks).toHaveLength(2);
  });

  it("has ticks at round distances, within the piece, with space between", () => {
    const stretch = fc.tuple(fc.integer({ min: -1e10, max: 1e10 }), fc.integer({ min: 1000, max: 1e10 }));
    fc.assert(
      fc.property(stretch, fc.integer({ min: 60, max: 2000 }), ([fromMs, lengthMs], widthPx) => {
        const ticks = relativeTicks({ fromMs, toMs: fromMs + lengthMs, x0: 0, x1: widthPx });
        for (const [index, tick] of ticks.entries()) {
          expect(tick.x).toBeGreaterThanOrEqual(-0.001);
          expect(tick.x).toBeLessThanOrEqual(widthPx + 0.001);
          if (index > 0) expect(tick.x - (ticks[index - 1]?.x ?? 0)).toBeGreaterThanOrEqual(71.9);
        }
      }),
    );
  });

  it.each([
    [0, "0"],
    [90_000, "+1 m 30 s"],
    [-3_600_000, "−1 h"],
  ])("formats %d ms as %s", (ms, words) => {
    expect(relativeWords(ms)).toBe(words);
  });
});

describe("the tables", () => {
  it("give both values from their own origin and the difference, unknown if one is missing", () => {
    const one = incident([milestone("impact_started", 0), milestone("detected", 4), milestone("mitigated", 30)]);
    const other = incident([
      milestone("impact_started", 10),
      milestone("detected", 11, { precision: "approx" }),
      milestone("paged", null, { notApplicable: true }),
    ]);
    const rows = compareMilestones(one, other);
    expect(rows.map(({ key, differenceSeconds }) => [key, differenceSeconds])).toEqual([
      ["impact_started", 0],
      ["detected", -180],
      ["paged", null],
      ["mitigated", null],
    ]);
    expect(rows[1]?.other).toMatchObject({ seconds: 60, isApproximate: true });
    expect(rows[2]?.other.isNotApplicable).toBe(true);
  });

  it("compare phases that have both ends", () => {
    const phase = (from: number | null, to: number | null) => ({
      ...{ name: "undetected", label: "Undetected", known: true },
      ...{ from: from === null ? null : at(from), to: to === null ? null : at(to) },
    });
    const withPhase = (from: number | null, to: number | null): ComparedIncident => {
      const bare = incident([]);
      return { ...bare, metrics: { ...bare.metrics, phases: [phase(from, to)] } };
    };
    expect(comparePhases(withPhase(0, 4), withPhase(10, 12))).toMatchObject([{ differenceSeconds: -120 }]);
    expect(comparePhases(withPhase(0, null), withPhase(null, 12))).toEqual([]);
  });

  it("are reversed when the two incidents change places", () => {
    const set = fc.uniqueArray(fc.tuple(fc.constantFrom(...MILESTONES), fc.integer({ min: 0, max: 500 })), {
      selector: ([name]) => name,
    });
    const made = set.map((list) =>
      incident(
        list.map(([name, minute]) => milestone(name, minute)),
        [1],
      ),
    );
    fc.assert(
      fc.property(made, made, (one, other) => {
        const there = compareMilestones(one, other).map((row) => row.differenceSeconds);
        const back = compareMilestones(other, one).map((row) => row.differenceSeconds);
        expect(back).toEqual(there.map((seconds) => (seconds === null ? null : 0 - seconds)));
      }),
    );
  });
});

it("compares milestones known about, unknown ones, and those that don't apply", () => {
  const one = incident([
    milestone("impact_started", 0),
    milestone("detected", 5, { precision: "approx" }),
    milestone("declared", null, { notApplicable: true }),
    milestone("mitigated", 20, { precision: "unknown" }),
  ]);
  const rows = compareMilestones(one, incident([milestone("impact_started", 3), milestone("detected", 10)]));
  expect(
    rows.map(({ key, one: a, other: b, differenceSeconds }) => [key, a.seconds, b.seconds, differenceSeconds]),
  ).toEqual([
    ["impact_started", 0, 0, 0],
    ["detected", 300, 420, 120],
    ["declared", null, null, null],
  ]);
  expect(rows[1]?.one).toEqual({ seconds: 300, isApproximate: true, isNotApplicable: false, eventNumber: 5 });
  expect(rows[1]?.other.isApproximate).toBe(false);
  expect(rows[2]?.one.isNotApplicable).toBe(true);
});

it("compares durations that one of the two has", () => {
  const measured = (list: readonly [string, number | null, boolean?][]) => {
    const each = incident([]);
    const metrics = list.map(([name, seconds, approximate = false]) => ({
      name,
      label: `The ${name}`,
      seconds,
      approximate,
    }));
    return { ...each, metrics: { ...each.metrics, metrics: metrics as unknown as Metrics["metrics"] } };
  };
  const rows = compareMeasures(
    measured([
      ["a", 60, true],
      ["b", null],
      ["c", null],
    ]),
    measured([
      ["a", 90],
      ["b", 30],
      ["c", null],
    ]),
  );
  expect(
    rows.map(({ label, one, other, differenceSeconds }) => [label, one.seconds, other.seconds, differenceSeconds]),
  ).toEqual([
    ["The a", 60, 90, 30],
    ["The b", null, 30, null],
  ]);
  expect([rows[0]?.one.isApproximate, rows[0]?.other.isApproximate]).toEqual([true, false]);
});

describe("the origin of an incident", () => {
  const untimed = sampleEvent("later", null);
  it("is the first event whose time is known to more than the day", () => {
    const day = sampleEvent("day", at(1), { precision: "day" });
    const unknown = sampleEvent("unknown", at(2), { precision: "unknown" });
    expect(originOf({ ...incident([]), events: [untimed, day, unknown, sampleEvent("a", at(7))] })).toEqual({
      from: "first_event",
      at: at(7),
    });
    expect(originOf({ ...incident([]), events: [untimed, day, unknown] }).from).toBe("started");
  });
  it("is found without any milestone", () => {
    const bare = incident([], [4]);
    expect(originOf({ ...bare, metrics: { ...bare.metrics, milestones: [] } })).toEqual({
      from: "first_event",
      at: at(4),
    });
    expect(compareMilestones({ ...bare, metrics: { ...bare.metrics, milestones: [] } }, bare)).toEqual([]);
  });
  it("moves the band too, which can be open", () => {
    const one = incident([milestone("impact_started", 5)]);
    const band = [
      { kind: "outage" as const, from: at(5), to: at(6), known: true },
      { kind: "restored" as const, from: at(6), to: null, known: true },
    ];
    const shifted = shiftToOrigin({ ...one, metrics: { ...one.metrics, band } }, originOf(one));
    const minute = (count: number) => new Date(count * 60_000).toISOString();
    expect(shifted.metrics.band).toEqual([
      { kind: "outage", from: minute(0), to: minute(1), known: true },
      { kind: "restored", from: minute(1), to: null, known: true },
    ]);
  });
});

it.each([
  [499, "0"],
  [500, "+1 s"],
  [-499, "0"],
  [999, "+1 s"],
  [1000, "+1 s"],
])("writes %d ms as %s", (ms, words) => expect(relativeWords(ms)).toBe(words));

describe("the ticks of a piece", () => {
  const MINUTE = 60_000;
  const labels = (minutes: number, leastPx?: number, x0 = 0) =>
    relativeTicks({ fromMs: 0, toMs: minutes * MINUTE, x0, x1: x0 + 720 }, leastPx).map(({ label }) => label);
  it.each([
    [0.15, ["0", "+1 s", "+2 s", "+3 s", "+4 s", "+5 s", "+6 s", "+7 s", "+8 s", "+9 s"]],
    [10, ["0", "+1 m", "+2 m", "+3 m", "+4 m", "+5 m", "+6 m", "+7 m", "+8 m", "+9 m", "+10 m"]],
    [
      100,
      ["0", "+10 m", "+20 m", "+30 m", "+40 m", "+50 m", "+1 h", "+1 h 10 m", "+1 h 20 m", "+1 h 30 m", "+1 h 40 m"],
    ],
    [600, ["0", "+1 h", "+2 h", "+3 h", "+4 h", "+5 h", "+6 h", "+7 h", "+8 h", "+9 h", "+10 h"]],
    [8640, ["0", "+24 h", "+2 d", "+3 d", "+4 d", "+5 d", "+6 d"]],
  ])("of %d minutes are at round distances", (minutes, words) => expect(labels(minutes)).toEqual(words));
  it("are placed within their piece, and as far apart as is asked", () => {
    expect(labels(10, 73)).toEqual(["0", "+2 m", "+4 m", "+6 m", "+8 m", "+10 m"]);
    const [first, second] = relativeTicks({ fromMs: -30_000, toMs: 9.5 * MINUTE, x0: 100, x1: 820 });
    expect([first, second]).toEqual([
      { ms: -0, x: 136, label: "0" },
      { ms: MINUTE, x: 208, label: "+1 m" },
    ]);
    const year = 365 * 24 * 60 * MINUTE;
    expect(relativeTicks({ fromMs: 0, toMs: 50 * year, x0: 0, x1: 100 }).map(({ ms }) => ms / year)).toHaveLength(51);
  });
});

it("compares the phases of the same name only, as known as both of them are", () => {
  const phase = (label: string, from: number, to: number, known: boolean) => ({
    ...{ name: "undetected" as const, label, known },
    ...{ from: at(from), to: at(to) },
  });
  const withPhases = (phases: ReturnType<typeof phase>[]): ComparedIncident => {
    const bare = incident([]);
    return { ...bare, metrics: { ...bare.metrics, phases: phases as unknown as Metrics["phases"] } };
  };
  const rows = comparePhases(
    withPhases([phase("Undetected", 0, 4, true), phase("Fixing", 4, 9, false)]),
    withPhases([phase("Fixing", 0, 2, true)]),
  );
  expect(
    rows.map(({ label, one, other, differenceSeconds }) => [
      label,
      one.seconds,
      one.isApproximate,
      other.seconds,
      differenceSeconds,
    ]),
  ).toEqual([
    ["Undetected", 240, false, null, null],
    ["Fixing", 300, true, 120, -180],
  ]);
});

it("compares durations that the other incident doesn't have at all", () => {
  const each = incident([]);
  const metrics = [{ name: "a", label: "The a", seconds: 60, approximate: true }] as unknown as Metrics["metrics"];
  const [row] = compareMeasures({ ...each, metrics: { ...each.metrics, metrics } }, each);
  expect(row?.other).toEqual({ seconds: null, isApproximate: false, isNotApplicable: false, eventNumber: null });
});
