"use client";

import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { ImpactBand } from "#components/incidents/timeline/score/impact-band.tsx";
import { Folds, LaneNames, Lanes } from "#components/incidents/timeline/score/lanes.tsx";
import { Legend } from "#components/incidents/timeline/score/legend.tsx";
import { MarkLinks } from "#components/incidents/timeline/score/mark-links.tsx";
import { ScoreMarks } from "#components/incidents/timeline/score/score-marks.tsx";
import { SevTag } from "#components/ui/labels/sev-tag.tsx";
import { TextLink } from "#components/ui/link.tsx";
import { Chart } from "#components/ui/marks/chart.tsx";
import { Note } from "#components/ui/note.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { useWidth } from "#components/ui/use-width.ts";
import { countWords } from "#lib/base/text/sentence.ts";
import type { Severity } from "#lib/base/vocabulary/incident.ts";
import { xOf } from "#lib/incidents/timeline/score/score-axis.ts";
import { relativeWords } from "#lib/story/compare.ts";
import type { ScoreLayout } from "#lib/story/score-layout.ts";
import styles from "./compare.module.css";
import { type Compared, layOutBoth } from "./compared.ts";

/** Below this width the lane names leave no room for drawing. */
const LEAST_PX = 240;

/** Both scores, one above the other, with the same ticks. A line marks 0 in both. */
export function TwoScores({ one, other }: { one: Compared; other: Compared }) {
  const [ref, measuredPx] = useWidth(1360);
  const widthPx = Math.max(LEAST_PX, measuredPx);
  const layouts = useMemo(() => layOutBoth(one, other, widthPx), [one, other, widthPx]);
  return (
    <section ref={ref} aria-label="Both scores on one axis">
      {layouts ? (
        <>
          <OneScore compared={one} layout={layouts[0]} />
          <OneScore compared={other} layout={layouts[1]} />
          <div className={styles.legend}>
            <Legend />
          </div>
        </>
      ) : (
        <Note>Neither incident has events with a time yet.</Note>
      )}
    </section>
  );
}

function OneScore({ compared, layout }: { compared: Compared; layout: ScoreLayout }) {
  const router = useRouter();
  const { incident, events } = compared;
  const { widthPx, heightPx } = layout;
  const open = (id: string) => {
    const event = events.find((one) => one.id === id);
    if (event) router.push(`/incidents/${incident.key}?event=E${event.number}`);
  };
  return (
    <>
      <h2 className={styles.head}>
        <SevTag level={incident.severity as Severity} />
        <TextLink href={`/incidents/${incident.key}`}>
          {incident.key} {incident.title}
        </TextLink>
        <span className={textStyles.note}>{countWords(events.length, "event")}</span>
      </h2>
      <div className={styles.score} style={{ width: widthPx }}>
        <Chart
          width={widthPx}
          height={heightPx}
          viewBox={`0 0 ${widthPx} ${heightPx}`}
          role="img"
          aria-label={pictureWords(compared, layout)}
        >
          <LaneNames layout={layout} />
          <Lanes layout={layout} />
          <Folds layout={layout} />
          <Zero layout={layout} />
          <ImpactBand layout={layout} />
          <ScoreMarks layout={layout} />
        </Chart>
        <MarkLinks layout={layout} onSelect={open} />
      </div>
    </>
  );
}

function Zero({ layout }: { layout: ScoreLayout }) {
  const x = xOf(layout.axis, 0);
  return <line className={styles.zero} x1={x} x2={x} y1={layout.topPx - 8} y2={layout.bandY - 4} />;
}

function pictureWords({ incident, events }: Compared, { axis }: ScoreLayout): string {
  const from = relativeWords(axis.pieces[0]?.fromMs ?? 0);
  const to = relativeWords(axis.pieces.at(-1)?.toMs ?? 0);
  return `${incident.key}: ${countWords(events.length, "event")} by kind on an axis from ${from} to ${to} around its 0. The tables below contain the milestones.`;
}
