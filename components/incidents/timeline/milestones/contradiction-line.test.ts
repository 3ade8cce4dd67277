import { expect, it } from "vitest";
import type { Metrics } from "#lib/contract/timeline.ts";
import { deriveMetrics, METRIC_NAMES, type MilestoneTimes } from "#lib/incidents/timeline/milestones/metrics.ts";
import { contradictionOf } from "./contradiction-line.tsx";

const at = (clock: string) => ({ at: `2026-03-10T${clock}:00.000Z`, precision: "minute" as const });

/** Names of the measures that are shown as contradictions. */
function denied(milestones: MilestoneTimes): string[] {
  const { metrics, warnings } = deriveMetrics({ kind: "incident", milestones });
  const read = { warnings: warnings.map((one) => ({ ...one, message: "" })) } as Metrics;
  return METRIC_NAMES.filter((name) => contradictionOf(read, metrics[name]) !== null);
}

it.each<[string, MilestoneTimes, string[]]>([
  ["in order", { detected: at("09:00"), mitigated: at("09:10") }, []],
  ["mitigated before detected", { detected: at("09:10"), mitigated: at("09:00") }, ["responseTime"]],
  [
    "resolved before all",
    { impact_started: at("09:05"), mitigated: at("09:10"), resolved: at("09:00") },
    ["timeToResolve", "recoveryTail"],
  ],
  ["detected before the impact, which is lead time", { impact_started: at("09:05"), detected: at("09:00") }, []],
  ["an end is missing", { mitigated: at("09:00") }, []],
  ["acknowledged before detected", { detected: at("09:10"), acknowledged: at("09:00") }, ["timeToAcknowledge"]],
])("a measure is a contradiction when its ends are: %s", (_name, milestones, names) => {
  expect(denied(milestones)).toEqual(names);
});
