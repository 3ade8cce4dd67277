"use client";

import { useState } from "react";
import { MetricsStrip } from "#components/ui/metrics-strip.tsx";
import { formatMetric } from "#lib/base/time/duration.ts";
import type { Metric, Metrics } from "#lib/contract/timeline.ts";
import { ROLL_BACK_TARGET_SECONDS } from "#lib/incidents/timeline/metrics.ts";
import { MILESTONE_WORDS, type MilestoneName } from "#lib/incidents/timeline/milestone-names.ts";
import { useTimelineScope } from "../scope.tsx";

/** Key times that stand first; the others unfold. */
const FIRST: readonly string[] = [
  "timeToDetect",
  "timeToAcknowledge",
  "timeToMitigate",
  "timeToResolve",
  "timeToFirstPublicUpdate",
  "mitigationExecution",
];

type KeyTimesProps = { metrics: Metrics; onMissing: (name: MilestoneName) => void };

/** Durations between milestones, each with both ends named. What is unknown is a way to set the missing end. */
export function KeyTimes({ metrics, onMissing }: KeyTimesProps) {
  const [isWhole, setWhole] = useState(false);
  const first = FIRST.flatMap((name) => metrics.metrics.find((metric) => metric.name === name) ?? []);
  const rest = metrics.metrics.filter((metric) => !FIRST.includes(metric.name));
  return (
    <section aria-label="Key times">
      <Strip list={first} metrics={metrics} onMissing={onMissing} />
      {isWhole ? (
        <>
          <Strip list={rest.slice(0, 4)} metrics={metrics} onMissing={onMissing} />
          <Strip list={rest.slice(4)} metrics={metrics} onMissing={onMissing} />
        </>
      ) : null}
      <button
        type="button"
        className="lnk muted small more-kt"
        aria-expanded={isWhole}
        onClick={() => setWhole(!isWhole)}
      >
        {isWhole ? "Fewer key times" : `${rest.length} more key times`}
      </button>
    </section>
  );
}

type StripProps = KeyTimesProps & { list: readonly Metric[] };

function Strip({ list, metrics, onMissing }: StripProps) {
  const { mayEdit } = useTimelineScope();
  return (
    <MetricsStrip
      items={list.map((metric) => {
        const missing = missingEnd(metric, metrics);
        return {
          label: metric.label.split(":")[0] ?? metric.name,
          value: metric.seconds === null ? null : formatMetric(metric),
          note: noteOf(metric),
          missing: missing ? (
            <MissingEnd name={missing} mayEdit={mayEdit} onMissing={onMissing} />
          ) : (
            <span className="muted">Unknown</span>
          ),
        };
      })}
    />
  );
}

function MissingEnd({
  name,
  mayEdit,
  onMissing,
}: { name: MilestoneName; mayEdit: boolean } & Pick<KeyTimesProps, "onMissing">) {
  if (!mayEdit) return <span className="muted">Unknown</span>;
  return (
    <button
      type="button"
      aria-label={`Add the time: ${MILESTONE_WORDS[name].toLowerCase()}`}
      onClick={() => onMissing(name)}
    >
      Add the time
    </button>
  );
}

/** The end that a metric waits for; null when both are known (and then out of order) or one does not apply. */
function missingEnd({ from, to, seconds }: Metric, metrics: Metrics): MilestoneName | null {
  if (seconds !== null) return null;
  const states = [from, to].map((name) => metrics.milestones.find((one) => one.name === name));
  if (states.some((state) => state?.notApplicable)) return null;
  return states.find((state) => state?.at === null)?.name ?? null;
}

/** "Impact started to mitigated", with the target where there is one. */
function noteOf({ name, from, to, seconds }: Metric): string {
  const ends = `${MILESTONE_WORDS[from].toLowerCase()} to ${MILESTONE_WORDS[to].toLowerCase()}`;
  if (name !== "mitigationExecution") return ends;
  const isLate = seconds !== null && seconds > ROLL_BACK_TARGET_SECONDS;
  return `${ends}, target 5 m${isLate ? " missed" : ""}`;
}
