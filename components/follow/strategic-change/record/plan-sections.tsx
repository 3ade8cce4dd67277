"use client";

import { Pencil } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useDayOf, useToday } from "#components/people/me/use-today.ts";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { MetricsStrip } from "#components/ui/lists/metrics-strip.tsx";
import { Section } from "#components/ui/page/section.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { listWords } from "#lib/base/text/sentence.ts";
import { type LocalDate, wordsOfDate } from "#lib/base/time/local-date.ts";
import type { StrategicChange } from "#lib/contract/strategic-change.ts";
import { measuredValues } from "#lib/follow/strategic-change/measure-trend.ts";
import { missingFigures, workingOf } from "#lib/follow/strategic-change/score.ts";
import { EstimateDialog } from "../edit/estimate-dialog.tsx";
import { MeasureDialog } from "../edit/measure-dialog.tsx";
import { figureWords, scoreWords } from "../figure-words.ts";
import { MeasureTrend } from "./measure-trend.tsx";
import styles from "./plan-sections.module.css";

interface PlanProps {
  change: StrategicChange;
  level: 2 | 3;
}

/** How the effect is measured: the baseline, the target and, once it was checked, the value. */
export function MeasureSection({ change, level }: PlanProps) {
  const [isOpen, setOpen] = useState(false);
  const today = useToday();
  const dayOf = useDayOf();
  const { measure, abilities } = change;
  const { points, others } = measuredValues(change, dayOf);
  const last = points.at(-1);
  const oldest = change.updates.at(-1);
  return (
    <Section
      title="Measure"
      level={level}
      right={abilities.edit && measure ? <Edit name="measure" onOpen={() => setOpen(true)} /> : null}
    >
      {measure ? (
        <>
          <p className={styles.metric}>{measure.metric}</p>
          <MetricsStrip
            items={[
              {
                label: "Baseline",
                value: measure.baseline === null ? null : figureWords(measure.baseline, measure.unit),
              },
              {
                label: `Target, by ${wordsOfDate(measure.by, today)}`,
                value: figureWords(measure.target, measure.unit),
              },
              {
                label: last ? `Measured ${wordsOfDate(last.on, today)}` : "Measured",
                value: last ? figureWords(last.value, measure.unit) : null,
              },
            ]}
          />
          {last ? (
            <MeasureTrend measure={measure} points={points} from={oldest ? dayOf(oldest.at) : last.on} today={today} />
          ) : null}
        </>
      ) : (
        <Ask may={abilities.edit} words="State what will be measured, and its target" onOpen={() => setOpen(true)} />
      )}
      <Others values={others} metric={measure?.metric} today={today} />
      {isOpen ? <MeasureDialog change={change} onClose={() => setOpen(false)} /> : null}
    </Section>
  );
}

interface OthersProps {
  values: ReturnType<typeof measuredValues>["others"];
  /** The current measure. */
  metric: string | undefined;
  today: LocalDate;
}

/** Values measured before the metric or the unit changed. No line can compare them. */
function Others({ values, metric, today }: OthersProps) {
  if (values.length === 0) return null;
  return (
    <div className={cx(textStyles.small, styles.others)}>
      <p className={textStyles.muted}>Earlier values, by another metric or unit</p>
      <ul>
        {values.map(({ on, value, unit, metric: what }, at) => (
          // Two can be of one day, with one value.
          <li key={`${on} ${at.toString()}`}>
            <span className={textStyles.figure}>{figureWords(value, unit)}</span>, {wordsOfDate(on, today)}
            {what && what !== metric ? `, ${what}` : ""}
          </li>
        ))}
      </ul>
    </div>
  );
}

const HIGHEST = 1;

/** The score with its working. It helps to compare changes, and never orders them. */
export function ScoreSection({ change, level }: PlanProps) {
  const [isOpen, setOpen] = useState(false);
  const { score, estimate, incidents, abilities } = change;
  const missing = missingFigures(estimate);
  const isHigh = incidents.some(({ severity }) => severity <= HIGHEST);
  return (
    <Section
      title="Score"
      level={level}
      count={score ? "for comparison only" : undefined}
      right={abilities.edit && score ? <Edit name="estimate" onOpen={() => setOpen(true)} /> : null}
    >
      {score ? (
        <div className={styles.score}>
          <p>
            <b className={textStyles.figure}>{scoreWords(score.score)}</b>
            <span className={textStyles.muted}>
              {score.isRough ? "Rough: minutes are unknown" : "minutes avoided a year, for each week of work"}
            </span>
          </p>
          <ol>
            {workingOf(score).map(({ sign, figure, words }) => (
              <li key={words} data-result={sign === "=" || undefined}>
                <span className={textStyles.muted}>{sign}</span>
                <b className={textStyles.figure}>{sign === "=" ? scoreWords(figure) : figureWords(figure)}</b>
                <span>
                  {words}
                  {sign === "=" && isHigh ? <span className={layoutStyles.ownLine}>{TREAT_AS_HIGH}</span> : null}
                </span>
              </li>
            ))}
          </ol>
        </div>
      ) : (
        <>
          {missing.length < 2 && missing.length > 0 ? (
            <p className={textStyles.muted}>No score yet. It needs {listWords(missing)}.</p>
          ) : null}
          <Ask may={abilities.edit} words="Estimate what it would avoid, and its effort" onOpen={() => setOpen(true)} />
          {isHigh ? <p className={textStyles.muted}>{TREAT_AS_HIGH}</p> : null}
        </>
      )}
      {isOpen ? <EstimateDialog change={change} onClose={() => setOpen(false)} /> : null}
    </Section>
  );
}

/** Next to the score, and never part of it. */
const TREAT_AS_HIGH = "An incident behind it was SEV1, so treat it as high priority.";

const Edit = ({ name, onOpen }: { name: string; onOpen: () => void }) => (
  <IconButton className={styles.edit} label={`Edit ${name}`} icon={<Pencil size={14} />} onClick={onOpen} />
);

function Ask({ may, words, onOpen }: { may: boolean; words: string; onOpen: () => void }): ReactNode {
  if (!may) return <p className={textStyles.muted}>Not set</p>;
  return (
    <Button kind="ghost" className={styles.ask} onClick={onOpen}>
      {words}
    </Button>
  );
}
