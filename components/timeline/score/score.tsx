"use client";

import { useMemo } from "react";
import type { Metrics, TimelineEvent } from "#lib/contract/timeline.ts";
import { formatDuration } from "#lib/timeline/duration.ts";
import { LANE_WORDS } from "../filter-story.ts";
import { instantWords } from "../instant-words.ts";
import { ImpactBand } from "./impact-band.tsx";
import { MarkLinks } from "./mark-links.tsx";
import { BAND_PX, LANE_PX, layOutScore, type ScoreLayout, TOP_PX } from "./score-layout.ts";
import { CurrentMark, ScoreMarks } from "./score-marks.tsx";
import { useWidth } from "./use-width.ts";

/** On a phone the picture keeps this width and scrolls sideways. */
const PHONE_PX = 976;
const NARROW_PX = 700;

type ScoreProps = {
  events: readonly TimelineEvent[];
  metrics: Pick<Metrics, "band" | "milestones">;
  zone: string;
  currentId: string | null;
  onSelect: (id: string) => void;
};

/** The horizontal picture: one lane a shape on one axis with long silence folded, the impact band below. */
export function Score({ events, metrics, zone, currentId, onSelect }: ScoreProps) {
  const [ref, measured] = useWidth(1360);
  const isScrolled = measured < NARROW_PX;
  const widthPx = isScrolled ? PHONE_PX : measured;
  const layout = useMemo(
    () => layOutScore({ events, band: metrics.band, milestones: metrics.milestones, zone, widthPx }),
    [events, metrics.band, metrics.milestones, zone, widthPx],
  );
  return (
    // What scrolls sideways can be reached and scrolled by the keyboard.
    <section ref={ref} className="scorebox" aria-label="Events by kind" {...(isScrolled ? { tabIndex: 0 } : {})}>
      {layout ? (
        <div className="score" style={{ width: widthPx }}>
          <svg
            className="ch"
            width={widthPx}
            height={layout.heightPx}
            viewBox={`0 0 ${widthPx} ${layout.heightPx}`}
            role="img"
            aria-label={scoreWords(layout, zone)}
          >
            <Lanes layout={layout} />
            <Folds layout={layout} />
            <ImpactBand layout={layout} />
            <CurrentMark layout={layout} currentId={currentId} />
            <ScoreMarks layout={layout} />
          </svg>
          <MarkLinks layout={layout} onSelect={onSelect} />
        </div>
      ) : null}
    </section>
  );
}

function Lanes({ layout }: { layout: ScoreLayout }) {
  const { lanes, ticks, axis, x0, widthPx } = layout;
  const bottom = TOP_PX + lanes.length * LANE_PX;
  return (
    <g>
      {ticks.map((tick) => (
        <g key={tick.ms}>
          <line className="g" x1={tick.x} x2={tick.x} y1="18" y2={bottom} />
          <text x={tick.x} y="11" textAnchor={tick.x - x0 < 16 ? "start" : widthPx - tick.x < 20 ? "end" : "middle"}>
            {tick.label}
          </text>
        </g>
      ))}
      {lanes.map((lane) => (
        <g key={lane.shape}>
          <text className="ln" x="0" y={lane.y + 4}>
            {LANE_WORDS[lane.shape]}
          </text>
          {axis.pieces.map((piece) => (
            <line key={piece.fromMs} className="g" x1={piece.x0} x2={piece.x1} y1={lane.y} y2={lane.y} />
          ))}
        </g>
      ))}
      <text className="ln" x="0" y={layout.bandY + BAND_PX - 4}>
        Impact
      </text>
    </g>
  );
}

function Folds({ layout }: { layout: ScoreLayout }) {
  const height = layout.lanes.length * LANE_PX - 4;
  return layout.axis.folds.map((fold) => {
    const middle = (fold.x0 + fold.x1) / 2;
    const y = TOP_PX + height / 2;
    return (
      <g key={fold.fromMs}>
        <rect x={fold.x0 + 1} y={TOP_PX + 2} width={fold.x1 - fold.x0 - 2} height={height} rx="2" className="fold" />
        <text x={middle} y={y - 8} textAnchor="middle" className="fold-t">
          {formatDuration(fold.seconds)}
        </text>
        <text x={middle} y={y + 7} textAnchor="middle">
          folded, no
        </text>
        <text x={middle} y={y + 21} textAnchor="middle">
          timed events
        </text>
      </g>
    );
  });
}

function scoreWords({ axis, marks }: ScoreLayout, zone: string): string {
  const from = instantWords(new Date(axis.pieces[0]?.fromMs ?? 0).toISOString(), zone);
  const to = instantWords(new Date(axis.pieces.at(-1)?.toMs ?? 0).toISOString(), zone);
  const events = marks.reduce((sum, mark) => sum + mark.events.length, 0);
  const folds = axis.folds.map((fold) => formatDuration(fold.seconds)).join(" and ");
  return `${events} events by kind from ${from} to ${to}${folds ? `, with ${folds} of silence folded` : ""}. The list below holds the same.`;
}
