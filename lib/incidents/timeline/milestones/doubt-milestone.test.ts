import { expect, it } from "vitest";
import { doubtMilestone, withSuggested } from "./doubt-milestone.ts";
import type { MilestoneTimes } from "./metrics.ts";
import type { MilestoneName } from "./milestone-names.ts";

const at = (clock: string) => `2025-10-15T${clock}:00.000Z`;
const set = (times: Partial<Record<MilestoneName, string>>): MilestoneTimes =>
  withSuggested(
    {},
    Object.entries(times).map(([name, clock]) => ({ name: name as MilestoneName, at: at(clock) })),
  );

it.each<[string, MilestoneName, string, Partial<Record<MilestoneName, string>>, RegExp | null]>([
  ["fits", "mitigated", "10:00", { impact_started: "09:00", resolved: "10:30" }, null],
  ["stands alone", "detected", "10:00", {}, null],
  ["follows the end", "mitigated", "11:00", { resolved: "10:30" }, /before/],
  ["mitigates before impact", "mitigation_started", "08:50", { impact_started: "09:00" }, /affected or noticed/],
  ["mitigates before detection", "mitigation_started", "08:50", { detected: "09:00" }, /affected or noticed/],
  ["mitigates after both", "mitigation_started", "09:10", { impact_started: "09:00", detected: "09:05" }, null],
  ["detects before impact", "detected", "08:55", { impact_started: "09:00" }, null],
  ["acknowledges before the page", "acknowledged", "09:00", { paged: "09:05" }, /before/],
])("a suggestion that %s", (_name, name, clock, others, doubt) => {
  const words = doubtMilestone(name, { at: at(clock), precision: "minute" }, set({ ...others, [name]: clock }));
  if (doubt === null) expect(words).toBeNull();
  else expect(words).toMatch(doubt);
});

it.each(["hour", "day", "unknown"] as const)("doubts a milestone whose time is known only to the %s", (precision) => {
  expect(doubtMilestone("detected", { at: at("09:00"), precision }, {})).toMatch(/known only to the (?:day|hour)/);
});
