import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measureSeries } from "./measure-series.ts";
import type { SeriesPoint } from "./series.ts";
import { LEAST_STEP } from "./split-by-level.ts";
import { worstMinute } from "./worst-minute.ts";

const START = Date.parse("2017-02-02T09:30:00Z");
const RULE = { thresholdPercent: 5, atLeastSeconds: 60 };

/** Levels as [share, steps of 10 s], with the number of requests per step. A null total gives a series of shares. */
function seriesOf(levels: readonly (readonly [number, number])[], total: number | null = 600): SeriesPoint[] {
  const shares = levels.flatMap(([share, steps]) => Array.from({ length: steps }, () => share));
  return shares.map((share, at) => ({
    at: new Date(START + at * 10_000).toISOString(),
    errors: total === null ? null : Math.round(share * total),
    total,
    ratio: share,
  }));
}
const clock = (at: string) => at.slice(11, 19);
const found = (points: SeriesPoint[], rule = RULE) =>
  measureSeries(points, rule).map(({ from, to, weight }) => `${clock(from)} ${clock(to)} ${weight}`);

describe("windows of a series", () => {
  it("are the stretches above the threshold, divided where the level changes", () => {
    const morning = seriesOf([
      [0.005, 72],
      [0.18, 54],
      [0.97, 187],
      [0.21, 41],
      [0.005, 60],
    ]);
    expect(found(morning)).toEqual(["09:42:00 09:51:00 0.18", "09:51:00 10:22:10 0.97", "10:22:10 10:29:00 0.21"]);
    const [, longest] = measureSeries(morning, RULE);
    expect([longest?.errors, longest?.total]).toEqual([187 * 582, 187 * 600]);
  });

  it.each([
    ["nothing above", [[0.04, 100]], []],
    ["exactly at the threshold is not above", [[0.05, 100]], []],
    [
      "too short",
      [
        [0, 10],
        [0.5, 5],
        [0, 10],
      ],
      [],
    ],
    [
      "long enough to the second",
      [
        [0, 10],
        [0.5, 6],
        [0, 10],
      ],
      ["09:31:40 09:32:40 0.5"],
    ],
    [
      "a short dip does not divide",
      [
        [0.5, 12],
        [0, 5],
        [0.5, 12],
      ],
      ["09:30:00 09:34:50 0.41379"],
    ],
    [
      "a long dip does",
      [
        [0.5, 12],
        [0, 6],
        [0.5, 12],
      ],
      ["09:30:00 09:32:00 0.5", "09:33:00 09:35:00 0.5"],
    ],
    [
      "a small step is one level",
      [
        [0.3, 30],
        [0.45, 30],
      ],
      ["09:30:00 09:40:00 0.375"],
    ],
  ] as const)("%s", (_, levels, expected) => expect(found(seriesOf(levels))).toEqual(expected));

  it("are weighted by requests if counted, and by time if only shares are known", () => {
    const busy = seriesOf([[0.5, 6]], 100).map((point, at) =>
      at < 3 ? { ...point, errors: 800, total: 1000, ratio: 0.8 } : point,
    );
    expect(measureSeries(busy, RULE)[0]?.weight).toBeCloseTo(2550 / 3300, 5);
    const shares = busy.map(({ at, ratio }) => ({ at, ratio, errors: null, total: null }));
    expect(measureSeries(shares, RULE)[0]).toMatchObject({ weight: 0.65, errors: null, total: null });
  });

  it("don't extend over a gap in the data", () => {
    const points = seriesOf([[0.5, 60]]).filter((_, at) => at < 12 || at > 47);
    expect(found(points)).toEqual(["09:30:00 09:32:20 0.5", "09:38:00 09:40:00 0.5"]);
  });

  it("treat a point without traffic as unknown", () => {
    const points = seriesOf([[0.5, 12]]).map((point) => ({ ...point, errors: 0, total: 0, ratio: null }));
    expect(measureSeries(points, RULE)).toEqual([]);
  });
});

it("keep their guarantees on any series", () => {
  const level = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 40 }));
  const rule = fc.record({
    thresholdPercent: fc.integer({ min: 0, max: 100 }),
    atLeastSeconds: fc.integer({ min: 0, max: 300 }),
  });
  fc.assert(
    fc.property(fc.array(level, { maxLength: 12 }), rule, (levels, given) => {
      const windows = measureSeries(seriesOf(levels, null), given);
      expect(measureSeries(seriesOf(levels, null), given)).toEqual(windows);
      for (const [at, window] of windows.entries()) {
        const before = windows[at - 1];
        const seconds = (Date.parse(window.to) - Date.parse(window.from)) / 1000;
        expect(seconds).toBeGreaterThanOrEqual(given.atLeastSeconds);
        expect(window.weight).toBeGreaterThanOrEqual(0);
        expect(window.weight).toBeLessThanOrEqual(1);
        if (!before) continue;
        expect(Date.parse(window.from)).toBeGreaterThanOrEqual(Date.parse(before.to));
        if (before.to === window.from)
          expect(Math.abs(window.weight - before.weight)).toBeGreaterThan(LEAST_STEP - 1e-4);
      }
    }),
  );
});

it("finds the worst minute", () => {
  expect(
    worstMinute(
      seriesOf([
        [0.1, 6],
        [0.9, 6],
        [0.5, 6],
      ]),
    ),
  ).toEqual({ at: "2017-02-02T09:31:00.000Z", share: 0.9 });
  expect(worstMinute([])).toBeNull();
});
