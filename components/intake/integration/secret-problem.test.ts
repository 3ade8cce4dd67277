import { expect, it } from "vitest";
import { secretProblem } from "./secret-problem.ts";

it.each([
  ["", undefined],
  ["  ", undefined],
  ["  abc ", "Enter at least 8 characters. This has 3"],
  ["12345678", undefined],
])("checks the typed secret %j", (typed, problem) => {
  expect(secretProblem(typed)).toBe(problem);
});
