import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildAxis, FOLD_PX, xOf } from "./score-axis.ts";

const hours = (...list: number[]) => list.map((hour) => hour * 3_600_000);

describe("buildAxis", () => {
  it("has no axis without instants", () => expect(buildAxis([], 0, 1000)).toBeNull());

  it("gives one instant room on both sides", () => {
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
    expect((fold?.x1 ?? 0) - (fold?.x0 ?? 0)).toBe(FOLD_PX);
  });

  it("keeps a gap of just a quarter", () => {
    expect(buildAxis(hours(0, 1, 2, 3, 4), 0, 1000)?.folds).toEqual([]);
  });

  const instants = fc.array(fc.integer({ min: 0, max: 400_000_000 }), { minLength: 1, maxLength: 60 });

  it("keeps order and stays inside, for any instants", () => {
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
    fc.assert(
      fc.property(instants, (list) => {
        const axis = buildAxis(list, 0, 1200);
        for (const fold of axis?.folds ?? [])
          for (const ms of list) expect(ms > fold.fromMs && ms < fold.toMs).toBe(false);
      }),
    );
  });
});
