"use client";

import { useMemo } from "react";
import { instantWords } from "#components/base/time/instant-words.ts";
import { useWidth } from "#components/ui/use-width.ts";
import { formatDuration } from "#lib/base/time/duration.ts";
import { clockIn } from "#lib/base/time/zoned-clock.ts";
import type { Metrics, TimelineEvent } from "#lib/contract/timeline.ts";
import { xOf } from "#lib/incidents/timeline/score-axis.ts";
import { BAND_PX, layOutScore, type ScoreLayout, TOP_PX } from "#lib/story/score-layout.ts";
import type { StoryGroup } from "../group-story.ts";
import { AboveMarks, BelowMarks } from "./group-layers.tsx";
import { groupMarks } from "./group-marks.ts";
import { ImpactBand } from "./impact-band.tsx";
import { Folds, Lanes } from "./lanes.tsx";
import { MarkLinks } from "./mark-links.tsx";
import { CurrentMark, ScoreMarks } from "./score-marks.tsx";

const LABEL_PX = 112;

type SeenLineProps = { layout: ScoreLayout; seenAt: string; zone: string };

/** The moment that the story is read at; what lies right of it had not happened yet and is faint. */
function SeenLine({ layout, seenAt, zone }: SeenLineProps) {
  const { axis, bandY, widthPx } = layout;
  const x = Math.min(axis.x1, Math.max(axis.x0, xOf(axis, Date.parse(seenAt))));
  const bottom = bandY + BAND_PX + 4;
  const left = Math.min(widthPx - LABEL_PX, Math.max(0, x - LABEL_PX / 2));
  return (
    <g>
      <rect className="seen-c" x={x} y={TOP_PX} width={Math.max(0, widthPx - x)} height={bottom - TOP_PX} />
      <line className="seen-l" x1={x} x2={x} y1="20" y2={bottom} />
      <rect className="seen-b" x={left} y="0" width={LABEL_PX} height="21" rx="3" />
      <text className="seen-t" x={left + LABEL_PX / 2} y="15" textAnchor="middle">
        as seen at {clockIn(seenAt, zone).time.slice(0, 5)}
      </text>
    </g>
  );
}

/** On a phone the picture keeps this width and scrolls sideways. */
const PHONE_PX = 976;
const NARROW_PX = 700;

type ScoreProps = {
  /** Those that stand for themselves. */
  events: readonly TimelineEvent[];
  groups: ReadonlyMap<string, StoryGroup>;
  metrics: Pick<Metrics, "band" | "milestones">;
  zone: string;
  currentId: string | null;
  /** Ids of the ticked events. */
  selected: ReadonlySet<string>;
  /** The moment that the story is read at; null for the whole story. */
  seenAt: string | null;
  onSelect: (id: string) => void;
};

/** The horizontal picture: one lane a shape on one axis with long silence folded, the impact band below. */
export function Score({ events, groups, metrics, zone, currentId, selected, seenAt, onSelect }: ScoreProps) {
  const [ref, measured] = useWidth(1360);
  const isScrolled = measured < NARROW_PX;
  const widthPx = isScrolled ? PHONE_PX : measured;
  const layout = useMemo(
    () => layOutScore({ events, band: metrics.band, milestones: metrics.milestones, zone, widthPx }),
    [events, metrics.band, metrics.milestones, zone, widthPx],
  );
  const below = useMemo(() => (layout ? groupMarks(layout, groups) : null), [layout, groups]);
  return (
    // What scrolls sideways can be reached and scrolled by the keyboard.
    <section ref={ref} className="scorebox" aria-label="Events by kind" {...(isScrolled ? { tabIndex: 0 } : {})}>
      {layout && below ? (
        <div className="score" style={{ width: widthPx }}>
          <svg
            className="ch"
            width={widthPx}
            height={layout.heightPx}
            viewBox={`0 0 ${widthPx} ${layout.heightPx}`}
            role="img"
            aria-label={`${scoreWords(layout, zone)}${seenAt === null ? "" : ` A line marks ${instantWords(seenAt, zone)}; later events are faint.`}`}
          >
            <Lanes layout={layout} />
            <Folds layout={layout} />
            <ImpactBand layout={layout} />
            <BelowMarks marks={below} />
            <CurrentMark layout={layout} currentId={currentId} selected={selected} />
            <ScoreMarks layout={layout} counted={below.counted} />
            <AboveMarks marks={below} />
            {seenAt === null ? null : <SeenLine layout={layout} seenAt={seenAt} zone={zone} />}
          </svg>
          <MarkLinks layout={layout} onSelect={onSelect} />
        </div>
      ) : null}
    </section>
  );
}

function scoreWords({ axis, marks }: ScoreLayout, zone: string): string {
  const from = instantWords(new Date(axis.pieces[0]?.fromMs ?? 0).toISOString(), zone);
  const to = instantWords(new Date(axis.pieces.at(-1)?.toMs ?? 0).toISOString(), zone);
  const events = marks.reduce((sum, mark) => sum + mark.events.length, 0);
  const folds = axis.folds.map((fold) => formatDuration(fold.seconds)).join(" and ");
  return `${events} events by kind from ${from} to ${to}${folds ? `, with ${folds} of silence folded` : ""}. The list below holds the same.`;
}
