"use client";

import { useMemo } from "react";
import { instantWords } from "#components/base/time/instant-words.ts";
import { useWidth } from "#components/ui/use-width.ts";
import { formatDuration } from "#lib/base/time/duration.ts";
import type { Metrics, TimelineEvent } from "#lib/contract/timeline.ts";
import { layOutScore, type ScoreLayout } from "#lib/story/score-layout.ts";
import type { StoryGroup } from "../group-story.ts";
import { AboveMarks, BelowMarks } from "./group-layers.tsx";
import { groupMarks } from "./group-marks.ts";
import { ImpactBand } from "./impact-band.tsx";
import { Folds, Lanes } from "./lanes.tsx";
import { MarkLinks } from "./mark-links.tsx";
import { CurrentMark, ScoreMarks } from "./score-marks.tsx";
import { SeenLine } from "./seen-line.tsx";

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
