"use client";

import { ChevronDown, ChevronUp } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { useKeys } from "#components/ui/keys/use-keys.ts";
import { MetricsStrip } from "#components/ui/lists/metrics-strip.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { formatMetric, isMeasured } from "#lib/base/time/duration.ts";
import type { Metric, Metrics } from "#lib/contract/timeline.ts";
import { ROLL_BACK_TARGET_SECONDS } from "#lib/incidents/timeline/milestones/metrics.ts";
import { MILESTONE_WORDS, type MilestoneName } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import { useTimelineScope } from "../state/scope.tsx";
import { ContradictionLine, contradictionOf } from "./contradiction-line.tsx";
import styles from "./figures.module.css";

/** Key times on the line. */
const FIRST: readonly string[] = [
  "timeToDetect",
  "timeToAcknowledge",
  "timeToMitigate",
  "timeToResolve",
  "timeToFirstPublicUpdate",
  "mitigationExecution",
];

type KeyTimesProps = { metrics: Metrics; onMissing: (name: MilestoneName) => void };

/** Durations between milestones on one line. The full stop key opens all of them, each with both ends named. */
export function KeyTimes({ metrics, onMissing }: KeyTimesProps) {
  const { mayEdit, incidentKey } = useTimelineScope();
  const [isOpen, setOpen] = useState(false);
  const first = FIRST.flatMap((name) => metrics.metrics.find((metric) => metric.name === name) ?? []);
  const rest = metrics.metrics.filter((metric) => !FIRST.includes(metric.name));
  const toggle = () => setOpen((now) => !now);
  useKeys([{ keys: ".", label: "All key times", group: "Timeline", run: toggle }]);
  return (
    <section aria-label="Key times">
      <div className={styles.line}>
        <dl>
          {(isOpen ? [] : first).map((metric, at) => (
            <div key={metric.name} className={cx(at > 3 && styles.second, isLate(metric) && styles.warm)}>
              <dt>{shortLabel(metric)}</dt>
              <dd>
                {isMeasured(metric) ? (
                  formatMetric(metric)
                ) : (
                  <Missing metric={metric} metrics={metrics} mayEdit={mayEdit} onMissing={onMissing} />
                )}
                {metric.leadSeconds === null ? null : <small> before impact</small>}
                {metric.name === ROLL_BACK && metric.seconds !== null ? <small> target 5 m</small> : null}
              </dd>
            </div>
          ))}
        </dl>
        <Button
          kind="ghost"
          icon={isOpen ? <ChevronUp size={14} /> : <ChevronDown size={14} />}
          keys="."
          aria-expanded={isOpen}
          onClick={toggle}
        >
          {isOpen ? "Fewer figures" : `All ${metrics.metrics.length} figures`}
        </Button>
      </div>
      {isOpen ? (
        <div className={styles.strip}>
          <Strip list={first} metrics={metrics} onMissing={onMissing} />
          <Strip list={rest.slice(0, 4)} metrics={metrics} onMissing={onMissing} />
          <Strip list={rest.slice(4)} metrics={metrics} onMissing={onMissing} />
        </div>
      ) : null}
      {metrics.warnings.map((warning) => (
        <ContradictionLine
          key={`${warning.earlier} ${warning.later}`}
          warning={warning}
          incidentKey={incidentKey}
          mayEdit={mayEdit}
        />
      ))}
    </section>
  );
}

const ROLL_BACK = "mitigationExecution";
const shortLabel = (metric: Metric) => metric.label.split(":")[0] ?? metric.name;
const isLate = ({ name, seconds }: Metric) =>
  name === ROLL_BACK && seconds !== null && seconds > ROLL_BACK_TARGET_SECONDS;

type MissingProps = KeyTimesProps & { metric: Metric; mayEdit: boolean };

/** Shown instead of an unknown figure: a way to set the missing end. */
function Missing({ metric, metrics, mayEdit, onMissing }: MissingProps) {
  const end = missingEnd(metric, metrics);
  // The line below names both times.
  if (contradictionOf(metrics, metric)) return <span className={styles.denied}>Contradiction</span>;
  return end ? (
    <MissingEnd name={end} mayEdit={mayEdit} onMissing={onMissing} />
  ) : (
    <span className={textStyles.muted}>Unknown</span>
  );
}

type StripProps = KeyTimesProps & { list: readonly Metric[] };

function Strip({ list, metrics, onMissing }: StripProps) {
  const { mayEdit } = useTimelineScope();
  return (
    <MetricsStrip
      items={list.map((metric) => ({
        label: shortLabel(metric),
        value: isMeasured(metric) ? formatMetric(metric) : null,
        note: noteOf(metric),
        warm: isLate(metric),
        missing: <Missing metric={metric} metrics={metrics} mayEdit={mayEdit} onMissing={onMissing} />,
      }))}
    />
  );
}

function MissingEnd({
  name,
  mayEdit,
  onMissing,
}: { name: MilestoneName; mayEdit: boolean } & Pick<KeyTimesProps, "onMissing">) {
  if (!mayEdit) return <span className={textStyles.muted}>Unknown</span>;
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

/** Returns the missing end of a metric. Null if both are known (and out of order) or one doesn't apply. */
function missingEnd({ from, to, seconds }: Metric, metrics: Metrics): MilestoneName | null {
  if (seconds !== null) return null;
  const states = [from, to].map((name) => metrics.milestones.find((one) => one.name === name));
  if (states.some((state) => state?.notApplicable)) return null;
  return states.find((state) => state?.at === null)?.name ?? null;
}

/** "Impact started to mitigated", with the target if there is one. */
function noteOf({ name, from, to, seconds, leadSeconds }: Metric): string {
  if (leadSeconds !== null) return "detected before impact started";
  const ends = `${MILESTONE_WORDS[from].toLowerCase()} to ${MILESTONE_WORDS[to].toLowerCase()}`;
  if (name !== ROLL_BACK) return ends;
  return `${ends}, target 5 m${seconds !== null && seconds > ROLL_BACK_TARGET_SECONDS ? " missed" : ""}`;
}
