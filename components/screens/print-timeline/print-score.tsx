import { useMemo } from "react";
import { AboveMarks, BelowMarks } from "#components/incidents/timeline/score/group-layers.tsx";
import { groupMarks } from "#components/incidents/timeline/score/group-marks.ts";
import { ImpactBand } from "#components/incidents/timeline/score/impact-band.tsx";
import { Folds, LaneNames, Lanes } from "#components/incidents/timeline/score/lanes.tsx";
import { Legend } from "#components/incidents/timeline/score/legend.tsx";
import { ScoreMarks } from "#components/incidents/timeline/score/score-marks.tsx";
import type { GroupedStory } from "#components/incidents/timeline/story/group-story.ts";
import { Chart } from "#components/ui/marks/chart.tsx";
import type { Metrics } from "#lib/contract/timeline.ts";
import { layOutScore } from "#lib/story/score-layout.ts";
import styles from "./print-sheet.module.css";

/** Width of A4 between its margins, in CSS px. */
const PAPER_PX = 642;

type PrintScoreProps = { story: GroupedStory; metrics: Metrics; zone: string };

/** The score at paper width, with its legend. Empty if nothing has a time. */
export function PrintScore({ story: { leads, groups }, metrics, zone }: PrintScoreProps) {
  const layout = useMemo(
    () => layOutScore({ events: leads, band: metrics.band, milestones: metrics.milestones, zone, widthPx: PAPER_PX }),
    [leads, metrics, zone],
  );
  const marks = useMemo(() => (layout ? groupMarks(layout, groups) : null), [layout, groups]);
  if (!layout || !marks) return null;
  return (
    <>
      <div className={styles.score}>
        <Chart
          width="100%"
          viewBox={`0 0 ${PAPER_PX} ${layout.heightPx}`}
          role="img"
          aria-label="Events by kind on one axis. The list below has the same events."
        >
          <LaneNames layout={layout} />
          <Lanes layout={layout} />
          <Folds layout={layout} />
          <ImpactBand layout={layout} />
          <BelowMarks marks={marks} />
          <ScoreMarks layout={layout} counted={marks.counted} />
          <AboveMarks marks={marks} />
        </Chart>
      </div>
      <Legend />
    </>
  );
}
