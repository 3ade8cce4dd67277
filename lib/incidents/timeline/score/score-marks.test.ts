import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildAxis } from "./score-axis.ts";
import { certaintyOf, drawnShape, type ScoredEvent, scoreMarks } from "./score-marks.ts";

const event = (id: string, minute: number | null, more: Partial<ScoredEvent> = {}): ScoredEvent => ({
  id,
  at: minute === null ? null : new Date(minute * 60_000).toISOString(),
  endAt: null,
  precision: minute === null ? "unknown" : "minute",
  uncertaintySeconds: null,
  shape: "signal",
  ...more,
});

const axisOf = (events: readonly ScoredEvent[]) => {
  const axis = buildAxis(
    events.flatMap((one) => (one.at === null ? [] : Date.parse(one.at))),
    0,
    1000,
  );
  if (!axis) throw new Error("needs a timed event");
  return axis;
};
const marksOf = (events: ScoredEvent[]) => scoreMarks(events, axisOf(events));

describe("scoreMarks", () => {
  it("puts untimed events between their neighbours", () => {
    const [a, b, c, d] = marksOf([event("a", 0), event("b", null), event("c", null), event("d", 60)]);
    expect(b?.certainty).toBe("untimed");
    expect([a, b, c, d].map((mark) => mark?.x)).toEqual(
      [...[a, b, c, d].map((mark) => mark?.x ?? 0)].sort((x, y) => x - y),
    );
    expect((c?.x ?? 0) - (b?.x ?? 0)).toBeCloseTo((b?.x ?? 0) - (a?.x ?? 0));
  });

  it("joins a burst of one shape into one mark", () => {
    const burst = [event("a", 0), event("b", 0.1), event("c", 0.2), event("d", 0.2, { shape: "change" })];
    const marks = marksOf([...burst, event("x", 10), event("y", 20), event("z", 30), event("u", 40), event("v", 50)]);
    expect(marks.map((mark) => mark.events.map((one) => one.id))).toEqual([
      ["a", "b", "c"],
      ["d"],
      ["x"],
      ["y"],
      ["z"],
      ["u"],
      ["v"],
    ]);
  });

  it("draws the uncertainty of a time, and a duration", () => {
    const [about, range] = marksOf([
      event("a", 30, { precision: "approx", uncertaintySeconds: 600 }),
      event("b", 60, { endAt: new Date(90 * 60_000).toISOString() }),
      event("c", 100),
    ]);
    expect(about?.certainty).toBe("approx");
    expect((about?.whisker?.x1 ?? 0) - (about?.x ?? 0)).toBeGreaterThan(20);
    expect(range?.whisker?.x0).toBeCloseTo(range?.x ?? 0);
  });

  it("loses no event", () => {
    const any = fc.array(fc.option(fc.integer({ min: 0, max: 5000 }), { nil: null }), { minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(any, (minutes) => {
        const events = [event("first", 0), ...minutes.map((minute, at) => event(String(at), minute))];
        expect(marksOf(events).flatMap((mark) => mark.events)).toHaveLength(events.length);
      }),
    );
  });
});

it.each([
  ["exact", "exact"],
  ["minute", "exact"],
  ["approx", "approx"],
  ["hour", "approx"],
  ["day", "untimed"],
  ["unknown", "untimed"],
] as const)("a time that is known as %s is drawn as %s", (precision, certainty) => {
  expect(certaintyOf({ at: "2026-01-10T09:00:00Z", precision })).toBe(certainty);
  expect(certaintyOf({ at: null, precision })).toBe("untimed");
});

it("draws every kind with its shape but an observation", () => {
  expect(drawnShape({ kind: "observation", shape: "context" })).toBeNull();
  expect(drawnShape({ kind: "alert_fired", shape: "signal" })).toBe("signal");
});

describe("the place of a glyph", () => {
  const minute = 60_000;
  const axis = { x0: 0, x1: 1000, pieces: [{ fromMs: 0, toMs: 100 * minute, x0: 0, x1: 1000 }], folds: [] };
  const placesOf = (events: ScoredEvent[]) => scoreMarks(events, axis).map(({ x }) => x);

  it("is evenly spread to the end after the last known time, and from the start before the first", () => {
    expect(placesOf([event("a", 40), event("b", null), event("c", null)])).toEqual([400, 600, 800]);
    expect(placesOf([event("a", null), event("b", 40)])).toEqual([200, 400]);
    expect(placesOf([event("a", 20, { precision: "day" }), event("b", 40)])).toEqual([200, 400]);
  });

  it("is shared below 9 px only, counted from the first", () => {
    const ids = (...minutes: number[]) =>
      scoreMarks(
        minutes.map((at, n) => event(String(n), at)),
        axis,
      ).map(({ events }) => events.length);
    expect(ids(10, 10.8)).toEqual([2]);
    expect(ids(10, 10.9)).toEqual([1, 1]);
    expect(ids(10, 10.6, 11.2)).toEqual([2, 1]);
  });

  it("has a whisker for what lasted, or may be off, by more than its width", () => {
    const whisker = (at: number, more: Partial<ScoredEvent>) => scoreMarks([event("a", at, more)], axis)[0]?.whisker;
    const until = (at: number) => ({ endAt: new Date(at * minute).toISOString() });
    expect(whisker(50, {})).toBeNull();
    expect(whisker(50, until(50.9))).toBeNull();
    expect(whisker(50, until(51))).toEqual({ x0: 500, x1: 510 });
    expect(whisker(50, { uncertaintySeconds: 120 })).toEqual({ x0: 480, x1: 520 });
    expect(whisker(50, { uncertaintySeconds: 120, ...until(60) })).toEqual({ x0: 480, x1: 600 });
  });
});
