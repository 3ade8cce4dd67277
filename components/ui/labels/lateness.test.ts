import { expect, it } from "vitest";
import { ageStep } from "./lateness.ts";

it.each([
  [-3, 0],
  [0, 0],
  [1, 1],
  [7, 1],
  [8, 2],
  [30, 2],
  [31, 3],
  [90, 3],
  [91, 4],
])("%i days have step %i", (daysLate, step) => expect(ageStep(daysLate)).toBe(step));
