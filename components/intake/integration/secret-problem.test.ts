import { expect, it } from "vitest";
import { secretProblem } from "./secret-problem.ts";

it.each([
  ["", undefined],
  ["  ", undefined],
  ["  abc ", "A secret has 8 characters or more; this has 3"],
  ["12345678", undefined],
])("%j", (typed, problem) => {
  expect(secretProblem(typed)).toBe(problem);
});
