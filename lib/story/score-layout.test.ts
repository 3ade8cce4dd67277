import { describe, expect, it } from "vitest";
import { sampleEvent } from "#components/incidents/timeline/testing/sample-event.ts";
import { growth } from "#lib/base/testing/growth.ts";
import { axisSpan, cutsOf, layOutScore } from "./score-layout.ts";

const at = (hour: number) => new Date(Date.UTC(2017, 0, 31, hour)).toISOString();
const MILESTONE = { eventId: null, eventNumber: null, precision: "minute", notApplicable: false, setBy: null } as const;
const input = { band: [], milestones: [], zone: "UTC", widthPx: 1360 };

it("draws nothing while no event has a time", () => {
  expect(layOutScore({ ...input, events: [sampleEvent("a", null)] })).toBeNull();
});

it("leaves a time known to the day out of the axis", () => {
  const events = [sampleEvent("a", at(0), { precision: "day" }), sampleEvent("b", at(18)), sampleEvent("c", at(19))];
  const layout = layOutScore({ ...input, events });
  expect(layout?.axis.pieces[0]?.fromMs).toBeGreaterThan(Date.parse(at(17)));
  expect(layout?.marks).toHaveLength(3);
});

it("draws the band on the same axis, with open ends up to its end", () => {
  const events = [sampleEvent("a", at(18)), sampleEvent("b", at(20))];
  const layout = layOutScore({
    ...input,
    events,
    band: [
      { kind: "outage", from: at(18), to: at(20), known: true },
      { kind: "restored", from: at(20), to: null, known: true },
    ],
  });
  expect(layout?.band[0]?.x1).toBe(layout?.band[1]?.x0);
  expect(layout?.band[1]?.x1).toBe(layout?.axis.x1);
});

it("shows the context lane only if it contains something", () => {
  const lanes = (shape: "step" | "context") =>
    layOutScore({ ...input, events: [sampleEvent("a", at(1), { shape })] })?.lanes.length;
  expect([lanes("step"), lanes("context")]).toEqual([5, 6]);
});

it("draws ten thousand events with few marks, and does work in proportion to them", () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, n) => sampleEvent(String(n), new Date(n * 4000).toISOString()));
  expect(growth(many, (events) => layOutScore({ ...input, events }), 1250, 10_000)).toBeLessThan(30);
  const layout = layOutScore({ ...input, events: many(10_000) });
  expect(layout?.marks.length).toBeLessThan(160);
  expect(layout?.marks.flatMap((mark) => mark.events)).toHaveLength(10_000);
});

it("leaves less room for the names of lanes in a small window", () => {
  expect([axisSpan(899), axisSpan(900)]).toEqual([
    { x0: 74, x1: 891 },
    { x0: 92, x1: 892 },
  ]);
});

describe("the heights of a score", () => {
  const events = [sampleEvent("a", at(18)), sampleEvent("b", at(20), { shape: "signal" })];
  const milestones = [
    { ...MILESTONE, name: "detected" as const, at: at(18) },
    { ...MILESTONE, name: "mitigated" as const, at: null },
    { ...MILESTONE, name: "resolved" as const, at: at(20) },
  ];
  const heights = (more: object) => {
    const layout = layOutScore({ ...input, events, milestones, ...more });
    return layout && { ...layout, lanes: layout.lanes.map(({ y }) => y), marks: layout.marks.map(({ y }) => y) };
  };

  it("leave room for the names of milestones", () => {
    expect(heights({})).toMatchObject({
      lanes: [39, 65, 91, 117, 143],
      marks: [91, 39],
      bandY: 166,
      heightPx: 166 + 16 + 8 + 15,
      milestoneTicks: [expect.any(Number), expect.any(Number)],
      labels: [{ text: "Detected" }, { text: "Resolved" }],
    });
    expect(heights({ milestones: [] })).toMatchObject({ heightPx: 166 + 16 + 8, milestoneTicks: [], labels: [] });
    const close = milestones.map((one) => ({ ...one, at: at(18) }));
    expect(heights({ milestones: close })).toMatchObject({
      heightPx: 166 + 16 + 8 + 30,
      milestoneTicks: [expect.any(Number)],
    });
  });

  it("are low above a list, without those names", () => {
    expect(heights({ slim: true })).toMatchObject({
      lanes: [31, 49, 67, 85, 103],
      marks: [67, 31],
      bandY: 115,
      heightPx: 115 + 12 + 4,
      milestoneTicks: [],
      labels: [],
    });
  });
});

describe("the band", () => {
  const events = [
    sampleEvent("a", at(0)),
    sampleEvent("b", at(1)),
    sampleEvent("c", at(700)),
    sampleEvent("d", at(701)),
  ];
  const layout = (kind: "degraded" | "outage" | "restored", from: number, to: number | null, known = true) =>
    layOutScore({ ...input, events, band: [{ kind, from: at(from), to: to === null ? null : at(to), known }] });

  it("is open where its end isn't known, unless it's restored", () => {
    const kinds = [layout("outage", 0, 1), layout("outage", 0, 1, false), layout("restored", 0, null, false)];
    expect(kinds.map((one) => one?.band[0]?.kind)).toEqual(["outage", "open", "restored"]);
  });

  it("is part of the axis at both ends", () => {
    const from = layOutScore({
      ...input,
      events: [events[1] ?? sampleEvent("b", at(1))],
      band: [{ kind: "outage", from: at(0), to: at(5), known: true }],
    });
    expect(from?.axis.pieces[0]?.fromMs).toBeLessThanOrEqual(Date.parse(at(0)));
    expect(from?.axis.pieces.at(-1)?.toMs).toBeGreaterThanOrEqual(Date.parse(at(5)));
  });

  it("is cut by a fold that it runs through, and not by one that it ends at", () => {
    const cuts = (one: ReturnType<typeof layOutScore>) => (one === null ? null : cutsOf(one).length);
    expect(cuts(layout("restored", 0, 701))).toBe(1);
    expect(cuts(layout("restored", 0, 1))).toBe(0);
    const both = layout("restored", 0, 701);
    if (!both) throw new Error("a layout is expected");
    const [fold] = both.axis.folds;
    if (!fold) throw new Error("a fold is expected");
    const part = (x0: number, x1: number) =>
      cutsOf({
        ...both,
        band: [
          { kind: "outage", x0, x1 },
          { kind: "outage", x0: 0, x1: 0 },
        ],
      }).length;
    expect([
      part(fold.x1, fold.x1 + 9),
      part(0, fold.x0),
      part(fold.x0, fold.x0 + 1),
      part(fold.x1 - 1, fold.x1),
    ]).toEqual([0, 0, 1, 1]);
  });

  it("keeps a silence on the axis while customers are affected", () => {
    const hours = [0, 1, 2, 3, 4, 5, 8, 9, 10, 11, 12, 13, 14];
    const silent = hours.map((hour) => sampleEvent(String(hour), at(hour)));
    const folds = (kind: "degraded" | "outage" | "restored", from: number, to: number | null) => {
      const part = { kind, from: at(from), to: to === null ? null : at(to), known: true };
      return layOutScore({ ...input, events: silent, band: [part] })?.axis.folds.length;
    };
    expect([folds("degraded", 0, 14), folds("outage", 0, 14), folds("outage", 0, null)]).toEqual([0, 0, 0]);
    expect([folds("restored", 0, 14), folds("outage", 0, 1), folds("outage", 10, null)]).toEqual([1, 1, 1]);
  });
});

it("draws no event without a shape in the lanes, and takes axis and ticks that several share", () => {
  const events = [sampleEvent("a", at(18)), sampleEvent("b", at(20))];
  const other = layOutScore({ ...input, events });
  if (!other) throw new Error("a layout is expected");
  const shared = { axis: other.axis, ticks: other.ticks.slice(0, 1) };
  const layout = layOutScore({ ...input, events: [sampleEvent("c", at(19))], shared });
  expect([layout?.axis, layout?.ticks]).toEqual([shared.axis, shared.ticks]);
});
