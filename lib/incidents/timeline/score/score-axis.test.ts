import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildAxis, FOLD_PX, msAt, xOf } from "./score-axis.ts";

const hours = (...list: number[]) => list.map((hour) => hour * 3_600_000);

describe("buildAxis", () => {
  it("has no axis without instants", () => expect(buildAxis([], 0, 1000)).toBeNull());

  it("gives a single instant room on both sides", () => {
    const axis = buildAxis(hours(5), 100, 900);
    expect(axis?.folds).toEqual([]);
    expect(axis && xOf(axis, 5 * 3_600_000)).toBeCloseTo(500);
  });

  it("folds the night in which data was copied", () => {
    const axis = buildAxis(hours(17.33, 18, 21, 23.45, 41, 42, 42.23), 92, 1352);
    expect(axis?.pieces).toHaveLength(2);
    expect(axis?.folds).toHaveLength(1);
    const [fold] = axis?.folds ?? [];
    expect(fold?.seconds).toBeCloseTo(17.55 * 3600);
    expect((fold?.x1 ?? 0) - (fold?.x0 ?? 0)).toBeCloseTo(FOLD_PX);
  });

  it("keeps a gap of just a quarter", () => {
    expect(buildAxis(hours(0, 1, 2, 3, 4), 0, 1000)?.folds).toEqual([]);
  });

  const foldsOf = (at: readonly number[], impact?: readonly (readonly [number, number])[]) =>
    buildAxis(
      hours(...at),
      0,
      1200,
      impact?.map(([from, to]) => ({ fromMs: from * 3_600_000, toMs: to * 3_600_000 })),
    )?.folds.map((fold) => fold.seconds / 3600) ?? [];

  it.each<[string, number[], [number, number][] | undefined, number[]]>([
    ["two outliers, one far beyond the other", [-720, -48, 0, 0.5, 1, 1.2], [[0.2, 1]], [672, 48]],
    ["outliers on both sides", [-53, 0, 0.5, 1, 1.5, 11.8], [[0.3, 1.2]], [53, 10.3]],
    ["an hour and more of silence before impact", [0, 0.5, 2, 4, 4.5, 5, 6, 8], [[4, 8]], [1.5, 2]],
    ["the same silence within impact is drawn", [0, 0.5, 2, 4, 4.5, 5, 6, 8], [[0, 8]], []],
    ["a gap that reaches into impact is drawn", [0, 1, 2.5, 4, 5, 6, 7.4], [[2, 7.4]], []],
    ["most of the span within impact folds all the same", [0, 1, 18, 19], [[0, 19]], [17]],
    ["an hour exactly is no silence", [0, 1, 2, 3, 4, 5], [], []],
    ["without impact every hour of silence counts", [0, 0.5, 1, 2.5, 3, 3.5, 5, 5.5, 7, 7.5], [], [1.5, 1.5, 1.5]],
    ["a picture whose impact is not asked for folds by share alone", [0, 0.5, 2, 4, 4.5, 5, 6, 8], undefined, []],
    [
      "a fold that would take more room than the silence is not made",
      [...Array(40).keys()].map((n) => n * 1.1),
      [],
      [],
    ],
  ])("folds every long silence: %s", (_, at, impact, folds) => {
    expect(foldsOf(at, impact).map((seconds) => Math.round(seconds * 100) / 100)).toEqual(folds);
  });

  it("folds the same stretches at any width, each to the same px", () => {
    const impact = [{ fromMs: 4 * 3_600_000, toMs: 8 * 3_600_000 }];
    const at = (width: number) => buildAxis(hours(-60, 0, 0.5, 2, 4, 5, 6, 8), 0, width, impact)?.folds ?? [];
    const stretches = (width: number) => at(width).map(({ seconds, x0, x1 }) => [seconds, Math.round(x1 - x0)]);
    for (const zoomed of [2400, 4800, 38_400]) expect(stretches(zoomed)).toEqual(stretches(1200));
  });

  it("limits the folds to the longest, however many silences there are", () => {
    const at = Array.from({ length: 30 }, (_, n) => n * n);
    expect(foldsOf(at, []).length).toBeLessThanOrEqual(6);
  });

  const instants = fc.array(fc.integer({ min: 0, max: 400_000_000 }), { minLength: 1, maxLength: 60 });

  it("keeps the order and stays inside, for any instants", () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 300, max: 2000 }), (list, width) => {
        const axis = buildAxis(list, 0, width);
        if (!axis) throw new Error("an axis is due");
        const sorted = [...list].sort((a, b) => a - b);
        const places = sorted.map((ms) => xOf(axis, ms));
        expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
        expect(Math.max(...places)).toBeLessThanOrEqual(width + 1e-6);
        for (const [at, x] of places.entries()) expect(x).toBeGreaterThanOrEqual((places[at - 1] ?? 0) - 1e-6);
      }),
    );
  });

  it("never puts an instant into a fold", () => {
    let folds = 0;
    fc.assert(
      fc.property(instants, (list) => {
        const axis = buildAxis(list, 0, 1200);
        for (const fold of axis?.folds ?? []) {
          folds += 1;
          for (const ms of list) expect(ms > fold.fromMs && ms < fold.toMs).toBe(false);
        }
      }),
    );
    expect(folds).toBeGreaterThan(10);
  });

  it("gives instants outside of it, and places outside of it, its nearer end", () => {
    const axis = buildAxis(hours(0, 1, 2, 3, 4), 100, 900);
    if (!axis) throw new Error("an axis is due");
    const [piece] = axis.pieces;
    expect([xOf(axis, -86_400_000), xOf(axis, 86_400_000)]).toEqual([100, 900]);
    expect([msAt(axis, 0), msAt(axis, 1000)]).toEqual([piece?.fromMs, piece?.toMs]);
    expect([xOf(axis, piece?.fromMs ?? 0), xOf(axis, piece?.toMs ?? 0)]).toEqual([100, 900]);
    expect([msAt(axis, 100), msAt(axis, 900)]).toEqual([piece?.fromMs, piece?.toMs]);
  });

  it("has air around each piece, less of it next to a short silence", () => {
    const hour = 3_600_000;
    const around = (...at: number[]) =>
      buildAxis(hours(...at), 0, 1200)?.pieces.map(({ fromMs, toMs }) => [fromMs / hour, toMs / hour]);
    expect(around(0, 10, 110, 120)).toEqual([
      [-0.6, 10.6],
      [109.4, 120.6],
    ]);
    expect(around(0)).toEqual([[-1 / 60, 1 / 60]]);
    expect(around(0, 0.01)).toEqual([
      [expect.closeTo(-1 / 60), expect.closeTo(0.01 / 3)],
      [expect.closeTo(0.02 / 3), expect.closeTo(0.01 + 1 / 60)],
    ]);
  });

  it("gives half of a narrow axis to its pieces, evenly", () => {
    const axis = buildAxis(hours(0, 100), 1000, 1200);
    expect(axis?.pieces.map(({ x0, x1 }) => [x0, x1])).toEqual([
      [1000, 1075],
      [1125, 1200],
    ]);
    expect(axis?.folds.map(({ x0, x1 }) => [x0, x1])).toEqual([[1075, 1125]]);
  });

  it("gives a short piece room to be read", () => {
    const axis = buildAxis(hours(0, 1000, 1100), 0, 1200);
    const [short, long] = axis?.pieces ?? [];
    expect((short?.x1 ?? 0) - (short?.x0 ?? 0)).toBeGreaterThan(56);
    expect((short?.x1 ?? 0) - (short?.x0 ?? 0)).toBeLessThan(130);
    expect((long?.x1 ?? 0) - (long?.x0 ?? 0)).toBeGreaterThan(1000);
  });

  it("finds the instant at any position outside a fold again", () => {
    fc.assert(
      fc.property(instants, fc.double({ min: 0, max: 1, noNaN: true }), (list, share) => {
        const axis = buildAxis(list, 0, 1200, []);
        if (!axis) throw new Error("an axis is due");
        expect(xOf(axis, msAt(axis, share * 1200))).toBeCloseTo(share * 1200, 3);
      }),
    );
  });
});
