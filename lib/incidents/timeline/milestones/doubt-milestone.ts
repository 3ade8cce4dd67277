import type { Precision } from "#lib/base/time/precision.ts";
import { milestoneAt } from "./decide-span.ts";
import type { MilestoneTimes } from "./metrics.ts";
import { MILESTONE_WORDS, type MilestoneName } from "./milestone-names.ts";
import { orderProblems } from "./milestone-order.ts";

/** Returns the times with every suggestion accepted. Values that a person set are kept. */
export function withSuggested(
  times: MilestoneTimes,
  suggestions: readonly { name: MilestoneName; at: string }[],
): MilestoneTimes {
  const suggested = suggestions.map(({ name, at }) => [name, { at, precision: "minute" }]);
  return { ...(Object.fromEntries(suggested) as MilestoneTimes), ...times };
}

const COARSE: readonly Precision[] = ["hour", "day", "unknown"];

/** Returns whether a mitigation would start before the impact or its detection. Such a step isn't a mitigation. */
export const isTooEarly = (at: string, milestones: MilestoneTimes): boolean =>
  (["impact_started", "detected"] as const).some((name) => {
    const other = milestoneAt(milestones, name);
    return other !== null && Date.parse(at) < Date.parse(other);
  });

/** Returns why a suggested milestone isn't accepted without a check, or null. */
export function doubtMilestone(
  name: MilestoneName,
  { at, precision }: { at: string; precision: Precision },
  all: MilestoneTimes,
): string | null {
  if (COARSE.includes(precision)) return `Its time is known only to the ${precision === "day" ? "day" : "hour"}`;
  if (name === "mitigation_started" && isTooEarly(at, all)) return "It was before anyone was affected or noticed";
  const [problem] = orderProblems(name, at, all);
  if (problem === undefined) return null;
  return problem.slice(0, problem.indexOf(";")).replace(MILESTONE_WORDS[name], "This");
}
