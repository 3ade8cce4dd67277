import { METRIC_ENDS, type MilestoneTimes } from "./metrics.ts";
import { MILESTONE_WORDS, type MilestoneName } from "./milestone-names.ts";

/** Pairs that happen in this order in every incident. Detection isn't included, because it can come before impact. */
const ORDERED_PAIRS: readonly (readonly [MilestoneName, MilestoneName])[] = [
  ...Object.values(METRIC_ENDS).filter(([from, to]) => !(from === "impact_started" && to === "detected")),
  ["paged", "acknowledged"],
  ["resolved", "closed"],
];

/** "2017-01-31 23:27 UTC", as used in a contradiction. */
export const momentWords = (at: string): string => {
  const [day, time] = new Date(at).toISOString().split("T");
  return `${day} ${time?.slice(0, 5)} UTC`;
};

/** Returns the contradictions if `name` is set to `at`, one sentence per pair. They don't prevent saving. */
export function orderProblems(name: MilestoneName, at: string, milestones: MilestoneTimes): string[] {
  const instant = (one: MilestoneName) => {
    if (one === name) return at;
    const time = milestones[one];
    return time && time.precision !== "unknown" ? time.at : null;
  };
  return ORDERED_PAIRS.filter((pair) => pair.includes(name)).flatMap(([first, second]) => {
    const [firstAt, secondAt] = [instant(first), instant(second)];
    if (firstAt === null || secondAt === null || Date.parse(firstAt) <= Date.parse(secondAt)) return [];
    return `${MILESTONE_WORDS[second]} (${momentWords(secondAt)}) is before ${MILESTONE_WORDS[first].toLowerCase()} (${momentWords(firstAt)}). The measures between them stay unknown.`;
  });
}
