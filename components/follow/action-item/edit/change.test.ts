import { expect, it } from "vitest";
import { isRepeatable } from "./change.ts";

it("is offered again on a newer row unless it answers points, which can be others there", () => {
  const step = { kind: "step", to: "verified" } as const;
  expect(isRepeatable({ ...step, answers: [{ point: 1, answer: "met" }] })).toBe(false);
  expect(isRepeatable({ ...step, reason: "Checked in staging" })).toBe(true);
  expect(isRepeatable({ kind: "priority", priority: "P1" })).toBe(true);
});
