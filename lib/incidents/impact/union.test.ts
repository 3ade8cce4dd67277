import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IMPACT_BASES } from "#lib/base/vocabulary/impact.ts";
import { sharesOf, totalOf, unionOf } from "./union.ts";
import type { Window } from "./window.ts";

const NOW = 10_000_000;
const frame = { nowMs: NOW };
const window = (id: string, from: number, to: number | null, weight: number, basis: Window["basis"] = "measured") => ({
  id,
  fromMs: from * 60_000,
  toMs: to === null ? null : to * 60_000,
  weight,
  basis,
});

const windows = fc
  .array(
    fc.record({
      fromMs: fc.integer({ min: 0, max: NOW }),
      lengthMs: fc.option(fc.integer({ min: 0, max: NOW / 4 }), { nil: null }),
      weight: fc.integer({ min: 0, max: 100_000 }).map((units) => units / 100_000),
      basis: fc.constantFrom(...IMPACT_BASES),
    }),
    { maxLength: 8 },
  )
  .map((list) =>
    list.map(({ fromMs, lengthMs, weight, basis }, at): Window => {
      const toMs = lengthMs === null ? null : Math.min(NOW, fromMs + lengthMs);
      return { id: `w${at}`, fromMs, toMs, weight, basis };
    }),
  );

const weighted = (list: readonly Window[]) => totalOf(unionOf(list, frame)).weightedSeconds;

describe("an example of a morning", () => {
  const first = window("first", 42, 51, 0.18);
  const main = window("main", 51, 82, 0.97);
  const tail = window("tail", 82, 89, 0.3, "estimated");
  const page = window("page", 58, 89, 0.3, "default");

  it("uses the higher weight, and the better basis of two equal weights", () => {
    const stretches = unionOf([page, tail, main, first], frame);
    expect(stretches.map(({ windowId }) => windowId)).toEqual(["first", "main", "tail"]);
    expect(totalOf(stretches).weightedSeconds).toBeCloseTo((9 * 0.18 + 31 * 0.97 + 7 * 0.3) * 60, 6);
  });

  it("names the windows that replace one without effect", () => {
    const shares = sharesOf([page, tail, main, first], frame);
    expect(shares.get("page")).toEqual({ weightedSeconds: 0, covered: true, coveredBy: ["main", "tail"] });
    expect(shares.get("tail")).toMatchObject({ covered: false });
  });

  it("says of a window that counts in part which others are in for the rest", () => {
    expect(sharesOf([window("long", 0, 10, 0.2), window("peak", 4, 6, 0.9)], frame).get("long")).toEqual({
      weightedSeconds: 96,
      covered: false,
      coveredBy: ["peak"],
    });
  });

  it("takes the older of two equal windows", () => {
    expect(unionOf([window("b", 0, 10, 0.5), window("a", 0, 10, 0.5)], frame)).toMatchObject([{ windowId: "a" }]);
  });

  it("ends an open window now, and counts time of weight 0 separately", () => {
    expect(weighted([window("open", 0, null, 0.5)])).toBe(NOW / 2000);
    expect(totalOf(unionOf([window("slow", 0, 10, 0)], frame))).toEqual({
      weightedSeconds: 0,
      impactSeconds: 600,
      degradedOnlySeconds: 600,
    });
  });
});

describe("the union", () => {
  it("is never more than the sum and never less than any single window", () => {
    fc.assert(
      fc.property(windows, (list) => {
        const alone = list.map((one) => weighted([one]));
        const sum = alone.reduce((total, one) => total + one, 0);
        expect(weighted(list)).toBeLessThanOrEqual(sum + 1e-6);
        expect(weighted(list)).toBeGreaterThanOrEqual(Math.max(0, ...alone) - 1e-6);
      }),
    );
  });

  it("doesn't depend on the order, counts nothing twice, and is its own union", () => {
    fc.assert(
      fc.property(windows, (list) => {
        const stretches = unionOf(list, frame);
        expect(unionOf([...list].reverse(), frame)).toEqual(stretches);
        expect(weighted([...list, ...list.map((one) => ({ ...one, id: `${one.id}again` }))])).toBe(weighted(list));
        const again = stretches.map(
          ({ fromMs, toMs, weight }, at): Window => ({ id: `s${at}`, fromMs, toMs, weight, basis: "measured" }),
        );
        expect(totalOf(unionOf(again, frame))).toEqual(totalOf(stretches));
        for (const [at, stretch] of stretches.entries())
          expect(stretch.fromMs).toBeGreaterThanOrEqual(stretches[at - 1]?.toMs ?? 0);
      }),
    );
  });

  it("stays the same when a window is divided", () => {
    fc.assert(
      fc.property(windows, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (list, pick, share) => {
        const chosen = list[pick % Math.max(1, list.length)];
        if (!chosen) return;
        const end = chosen.toMs ?? NOW;
        const cut = Math.floor(chosen.fromMs + (end - chosen.fromMs) * share);
        const parts = [
          { ...chosen, id: `${chosen.id}a`, toMs: cut },
          { ...chosen, id: `${chosen.id}b`, fromMs: cut },
        ];
        expect(weighted(list.flatMap((one) => (one === chosen ? parts : [one])))).toBeCloseTo(weighted(list), 6);
      }),
    );
  });

  it("is shared out completely, and covered windows can be left out", () => {
    fc.assert(
      fc.property(windows, (list) => {
        const shares = sharesOf(list, frame);
        const sum = [...shares.values()].reduce((total, share) => total + share.weightedSeconds, 0);
        expect(sum).toBeCloseTo(weighted(list), 6);
        expect(weighted(list.filter(({ id }) => shares.get(id)?.covered !== true))).toBe(weighted(list));
      }),
    );
  });
});
