import { expect, it } from "vitest";
import { isLongEffort, readEffort } from "./effort.ts";

it.each([
  ["", null],
  [" ", null],
  ["1", 1],
  [" 20 ", 20],
  ["1000", 1000],
  ["1001", undefined],
  ["0", undefined],
  ["-3", undefined],
  ["1.5", undefined],
  ["3 days", undefined],
])("reads the effort “%s” as %s", (text, days) => {
  expect(readEffort(text)).toBe(days);
});

it.each([
  [null, false],
  [1, false],
  [20, false],
  [21, true],
])("suggests a strategic change for %s days: %s", (days, isLong) => {
  expect(isLongEffort(days)).toBe(isLong);
});
