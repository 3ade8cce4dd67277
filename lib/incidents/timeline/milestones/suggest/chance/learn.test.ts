import fc from "fast-check";
import { expect, it } from "vitest";
import { chanceOf, type Lesson, learn } from "./learn.ts";

const lessons = (count: number, marks: string[], isRight: boolean): Lesson[] =>
  Array.from({ length: count }, () => ({ marks, isRight }));
const chance = (weights: ReadonlyMap<string, number>, marks: string[]) =>
  chanceOf(marks.reduce((sum, mark) => sum + (weights.get(mark) ?? 0), 0));

it("finds marks of the right events and of the others", () => {
  const weights = learn([...lessons(200, ["any", "recovery"], true), ...lessons(200, ["any", "trouble"], false)]);
  expect(chance(weights, ["any", "recovery"])).toBeGreaterThan(0.8);
  expect(chance(weights, ["any", "trouble"])).toBeLessThan(0.2);
});

it("learns no certainty from a few lessons", () => {
  const weights = learn([
    ...lessons(3, ["rare"], true),
    ...lessons(200, ["any"], false),
    ...lessons(200, ["any"], true),
  ]);
  expect(chance(weights, ["rare"])).toBeLessThan(0.7);
});

it("learns the same from the same lessons, and only finite numbers", () => {
  const lesson = fc.record({
    marks: fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"), { minLength: 1 }),
    isRight: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(lesson, { maxLength: 30 }), (some) => {
      const weights = learn(some);
      expect(learn(some)).toEqual(weights);
      for (const weight of weights.values()) expect(weight).toSatisfy(Number.isFinite);
    }),
  );
});
