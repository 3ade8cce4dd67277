import fc from "fast-check";
import { expect, it } from "vitest";
import { CHANGE_CONFIDENCES } from "#lib/base/vocabulary/strategic-change.ts";
import { CONFIDENCE_FACTORS, changeScore, missingFigures, workingOf } from "./score.ts";

const NONE = { count: 0, worstSeverity: null };
const figures = { exposedMinutes: 620, reduction: 0.5, confidence: "medium", effortWeeks: 8 } as const;

it.each([
  [600, "medium", 6, 80],
  [120, "high", 1, 120],
  [600, "low", 0.5, 600],
] as const)("%d minutes avoided, %s confidence, %d weeks: %d", (exposedMinutes, confidence, effortWeeks, score) => {
  expect(changeScore({ exposedMinutes, reduction: 1, confidence, effortWeeks }, NONE)?.score).toBe(score);
});

it("shows what it multiplied", () => {
  expect(changeScore(figures, NONE)).toEqual({
    ...{ score: 31, minutes: 620, reduction: 0.5, confidence: 0.8, effortWeeks: 8, isRough: false },
    ...{ recurrence: null, severity: null },
  });
});

it("gives a rough score where minutes are unknown: recurrence and severity in five steps", () => {
  const rough = changeScore({ ...figures, exposedMinutes: null, confidence: null }, { count: 9, worstSeverity: 1 });
  expect(rough).toMatchObject({ score: (5 * 5 * 0.5) / 8, recurrence: 5, severity: 5, isRough: true, minutes: null });
  expect(changeScore({ ...figures, exposedMinutes: null }, { count: 2, worstSeverity: 4 })).toMatchObject({
    ...{ score: (2 * 2 * 0.5) / 8, confidence: 1 },
  });
});

it.each([
  [{ reduction: null }, ["the share avoided"]],
  [{ confidence: null }, ["the confidence"]],
  [{ effortWeeks: null }, ["the weeks of work"]],
] as const)("needs %o", (missing, words) => {
  expect(changeScore({ ...figures, ...missing }, { count: 3, worstSeverity: 2 })).toBeNull();
  expect(missingFigures({ ...figures, ...missing })).toEqual(words);
});

it("needs incidents where minutes are unknown, and weeks of work in any case", () => {
  expect(changeScore({ ...figures, exposedMinutes: null }, NONE)).toBeNull();
  expect(changeScore({ ...figures, effortWeeks: 0 }, NONE)).toBeNull();
});

it("grows with what is avoided and shrinks with the work", () => {
  const amount = fc.double({ min: 0.01, max: 10_000, noNaN: true });
  fc.assert(
    fc.property(amount, amount, amount, fc.constantFrom(...CHANGE_CONFIDENCES), (minutes, more, weeks, confidence) => {
      const scoreOf = (exposedMinutes: number, effortWeeks: number) =>
        changeScore({ exposedMinutes, reduction: 0.5, confidence, effortWeeks }, NONE)?.score ?? Number.NaN;
      expect(scoreOf(minutes + more, weeks)).toBeGreaterThanOrEqual(scoreOf(minutes, weeks));
      expect(scoreOf(minutes, weeks + more)).toBeLessThanOrEqual(scoreOf(minutes, weeks));
      expect(scoreOf(minutes, weeks)).toBeCloseTo((minutes * 0.5 * CONFIDENCE_FACTORS[confidence]) / weeks, 6);
    }),
  );
});

const computed = (steps: ReturnType<typeof workingOf>) =>
  steps.slice(0, -1).reduce((so, { sign, figure }) => (sign === "÷" ? so / figure : so * figure), 1);

it("ends its working with the score, which is what its rows give", () => {
  const whole = (incidents: typeof NONE | { count: number; worstSeverity: number }, exposedMinutes: number | null) => {
    const score = changeScore({ ...figures, exposedMinutes }, incidents);
    const steps = score ? workingOf(score) : [];
    expect(computed(steps)).toBeCloseTo(steps.at(-1)?.figure ?? Number.NaN, 9);
    return steps.map(({ sign, figure, words }) => `${sign} ${figure} ${words}`.trim());
  };
  expect(whole(NONE, 620)).toEqual([
    ...["620 weighted bad minutes a year", "× 0.5 would be avoided", "× 0.8 confidence"],
    ...["÷ 8 weeks of work for one person", "= 31 score"],
  ]);
  expect(whole({ count: 3, worstSeverity: 2 }, null)).toEqual([
    ...["3 number of incidents (1 to 5)", "× 4 highest severity (1 to 5)", "× 0.5 would be avoided"],
    ...["÷ 8 weeks of work for one person", "= 0.75 rough score"],
  ]);
});
