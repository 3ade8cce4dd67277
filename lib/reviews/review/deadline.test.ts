import { expect, it } from "vitest";
import { reviewDeadlines } from "./deadline.ts";

it.each([
  ["quick", "2026-10-02", null, "2026-10-16"],
  ["standard", "2026-10-02", "2026-10-09", "2026-10-16"],
  ["major", "2026-10-02", "2026-10-05", "2026-10-16"],
] as const)("%s after %s", (template, endedOn, meetBy, publishBy) => {
  expect(reviewDeadlines(template, endedOn)).toEqual({ meetBy, publishBy });
});
