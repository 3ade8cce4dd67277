import { expect, it } from "vitest";
import { isPlainLine } from "./plain-line.ts";

it.each([
  ["mail-out-2", true],
  ["Queue depth of mail-out-2: 10,000!", true],
  ["", false],
  [" mail", false],
  ["mail ", false],
  ["mail  out", false],
  ["mail\tout", false],
  ["mail\nout", false],
  ["Zürich", false],
  ["x".repeat(100_000), true],
  ["x".repeat(100_001), false],
])("distinguishes a plain line from any other, case %#", (text, isPlain) => {
  expect(isPlainLine(text)).toBe(isPlain);
});
