import { TextLink } from "#components/ui/link.tsx";
import { MetricsStrip } from "#components/ui/lists/metrics-strip.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { formatDuration, formatMetric, formatWeighted } from "#lib/base/time/duration.ts";
import { weightWords } from "#lib/base/vocabulary/impact.ts";
import type { Impact, Response } from "#lib/contract/impact.ts";
import { sharePercent } from "#lib/incidents/impact/account.ts";
import type { WorstMinute } from "#lib/incidents/impact/series/worst-minute.ts";
import { clockWords } from "./window-words.ts";

type ImpactStripProps = {
  impact: Impact;
  response: Response | undefined;
  worst: WorstMinute | null;
  zone: string;
  incidentKey: string;
};

/** The figures of the incident: weighted minutes, budget, the worst impact, and the time to recover. */
export function ImpactStrip({ impact, response, worst, zone, incidentKey }: ImpactStripProps) {
  const main = [...impact.services].sort((a, b) => b.weightedSeconds - a.weightedSeconds)[0];
  const strongest = [...impact.windows].sort((a, b) => b.weight - a.weight)[0];
  const measure = (name: string) => response?.measures.find((one) => one.name === name);
  const rollBack = measure("roll_back");
  const update = measure("first_update");
  const evidence = response?.evidence;
  const budget = main?.budget;
  const spent = budget?.spentPercent ?? null;
  return (
    <MetricsStrip
      items={[
        {
          label: main ? `${main.service.name}, weighted` : "Weighted minutes",
          value: main ? formatWeighted(main.weightedSeconds) : null,
          note: main ? `of ${formatWeighted(main.impactSeconds)} with impact` : "No impact windows",
        },
        {
          label: "Budget spent, 90 days",
          value: spent === null ? null : `${sharePercent(spent, 1)}%`,
          note:
            main && budget
              ? `${formatWeighted(main.weightedSeconds)} of ${formatWeighted(budget.seconds)}${leftWords(budget.leftPercent)}`
              : "of the service's budget",
        },
        {
          label: worst || !strongest ? "Worst minute" : "Highest weight",
          value: worst ? `${sharePercent(worst.share * 100, 1)}%` : strongest ? weightWords(strongest.weight) : null,
          note: worst
            ? `of requests failed, ${clockWords(worst.at, zone).slice(0, 5)}`
            : strongest
              ? `from ${clockWords(strongest.from, zone)}`
              : "Paste a series to measure it",
        },
        {
          label: "Time to roll back",
          value: rollBack && rollBack.seconds !== null ? formatMetric(rollBack) : null,
          note: targetWords(rollBack, "5 m target"),
          missing: <span className={textStyles.muted}>Unknown</span>,
          warm: isOver(rollBack),
        },
        {
          label: "First status update",
          value: update && update.seconds !== null ? formatMetric(update) : null,
          note: targetWords(update, "30 m target"),
          missing: impact.mayEdit ? (
            <TextLink href={`/incidents/${incidentKey}?milestone=first_public_update`}>Add the time</TextLink>
          ) : (
            <span className={textStyles.muted}>Unknown</span>
          ),
          warm: isOver(update),
        },
        {
          label: "Entries with evidence",
          value: evidence && evidence.entries > 0 ? `${evidence.withEvidence} of ${evidence.entries}` : null,
          note: evidence?.entries ? `${evidence.withoutEvidence} without a link or attachment` : "No entries yet",
        },
      ]}
    />
  );
}

const leftWords = (left: number | null) =>
  left === null ? "" : left >= 0 ? `, ${sharePercent(left, 1)}% left` : `, ${sharePercent(-left, 1)}% over`;

type Measured = Response["measures"][number] | undefined;

const isOver = (measure: Measured) =>
  measure !== undefined &&
  measure.seconds !== null &&
  measure.targetSeconds !== null &&
  measure.seconds > measure.targetSeconds;

function targetWords(measure: Measured, target: string): string {
  if (!measure || measure.targetSeconds === null) return "";
  if (measure.seconds === null) return measure.note || target;
  const over = measure.seconds - measure.targetSeconds;
  return over > 0 ? `${formatDuration(over)} over the ${target}` : `within the ${target}`;
}
