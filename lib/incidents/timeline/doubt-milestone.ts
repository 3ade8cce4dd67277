import type { Precision } from "#lib/base/time/precision.ts";
import type { MilestoneTimes } from "./metrics.ts";
import { MILESTONE_WORDS, type MilestoneName } from "./milestone-names.ts";
import { orderProblems } from "./milestone-order.ts";

/** The times as they would be with every suggestion set; what a person set stands. */
export function withSuggested(
  times: MilestoneTimes,
  suggestions: readonly { name: MilestoneName; at: string }[],
): MilestoneTimes {
  const suggested = suggestions.map(({ name, at }) => [name, { at, precision: "minute" }]);
  return { ...(Object.fromEntries(suggested) as MilestoneTimes), ...times };
}

const COARSE: readonly Precision[] = ["hour", "day", "unknown"];

/** Why a suggested milestone is not accepted unseen; null when nothing speaks against it. */
export function doubtMilestone(
  name: MilestoneName,
  { at, precision }: { at: string; precision: Precision },
  all: MilestoneTimes,
): string | null {
  if (COARSE.includes(precision)) return `Its time is known to the ${precision === "day" ? "day" : "hour"} only`;
  const [problem] = orderProblems(name, at, all);
  if (problem === undefined) return null;
  return problem.slice(0, problem.indexOf(";")).replace(MILESTONE_WORDS[name], "This");
}
