"use client";

import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useKeys } from "#components/ui/keys/use-keys.ts";
import { Chart } from "#components/ui/marks/chart.tsx";
import { useWidth } from "#components/ui/use-width.ts";
import { formatDuration } from "#lib/base/time/duration.ts";
import { instantWords } from "#lib/base/time/instant-words.ts";
import type { Metrics, TimelineEvent } from "#lib/contract/timeline.ts";
import { msAt, xOf } from "#lib/incidents/timeline/score/score-axis.ts";
import { layOutScore, type ScoreLayout } from "#lib/story/score-layout.ts";
import type { TimeRange } from "../story/filter-story.ts";
import type { StoryGroup } from "../story/group-story.ts";
import { Brush } from "./brush.tsx";
import { AboveMarks, BelowMarks } from "./group-layers.tsx";
import { groupMarks } from "./group-marks.ts";
import { ImpactBand } from "./impact-band.tsx";
import { Folds, LaneNames, Lanes } from "./lanes.tsx";
import { MarkLinks } from "./mark-links.tsx";
import styles from "./score.module.css";
import { CurrentMark, ScoreMarks } from "./score-marks.tsx";
import { SeenLine } from "./seen-line.tsx";
import { ZoomButtons } from "./zoom-buttons.tsx";

/** On a phone the picture keeps this width and scrolls sideways. */
const PHONE_PX = 976;
const NARROW_PX = 700;
const MOST_ZOOM = 32;
/** Rendered beyond the edges, in steps after which it is rendered again. */
const BEYOND_PX = 400;

type ScoreProps = {
  /** Events that aren't below another. */
  events: readonly TimelineEvent[];
  groups: ReadonlyMap<string, StoryGroup>;
  metrics: Pick<Metrics, "band" | "milestones">;
  zone: string;
  currentId: string | null;
  /** Ids of the selected events. */
  selected: ReadonlySet<string>;
  /** The moment of the reading. Null for the whole story. */
  seenAt: string | null;
  range: TimeRange | null;
  onRange: (range: TimeRange | null) => void;
  /** Scrolls the list to the range. */
  onSettle: (range: TimeRange) => void;
  onWhole: () => void;
  onSelect: (id: string) => void;
};

/** The horizontal picture: one lane per shape on one axis with long silences folded, and the impact band below. */
export function Score(props: ScoreProps) {
  const { events, groups, metrics, zone, currentId, selected, seenAt, range, onRange, onSettle, onWhole, onSelect } =
    props;
  const [ref, measured] = useWidth(1360);
  const [zoom, setZoom] = useState(1);
  const basePx = measured < NARROW_PX ? PHONE_PX : measured;
  const widthPx = basePx * zoom;
  const layout = useMemo(
    () => layOutScore({ events, band: metrics.band, milestones: metrics.milestones, zone, widthPx, slim: true }),
    [events, metrics.band, metrics.milestones, zone, widthPx],
  );
  const scroller = useRef<HTMLDivElement>(null);
  const fromPx = useScrolled(scroller);
  const drawn = useMemo(() => layout && inSight(layout, fromPx, basePx), [layout, fromPx, basePx]);
  const below = useMemo(() => (drawn ? groupMarks(drawn, groups) : null), [drawn, groups]);

  // The visible middle stays in the middle while the picture grows.
  const centreMs = useRef<number | null>(null);
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box || !layout || centreMs.current === null) return;
    box.scrollLeft = xOf(layout.axis, centreMs.current) - box.clientWidth / 2;
    centreMs.current = null;
  }, [layout]);
  const zoomBy = (by: 1 | -1) => {
    const box = scroller.current;
    const next = Math.min(MOST_ZOOM, Math.max(1, by > 0 ? zoom * 2 : zoom / 2));
    if (!box || !layout || next === zoom) return;
    const at = events.find((event) => event.id === currentId)?.at;
    const inView = msAt(layout.axis, box.scrollLeft + box.clientWidth / 2);
    centreMs.current = range ? (range.fromMs + range.toMs) / 2 : at ? Date.parse(at) : inView;
    setZoom(next);
  };
  const whole = () => {
    setZoom(1);
    onWhole();
  };
  useKeys([
    { keys: "+", label: "Zoom in", group: "Score", run: () => zoomBy(1) },
    { keys: "-", label: "Zoom out", group: "Score", run: () => zoomBy(-1) },
    { keys: "0", label: "Whole incident", group: "Score", run: whole },
  ]);
  const scrolls = widthPx > measured;
  return (
    <section ref={ref} className={styles.box} aria-label="Events by kind">
      <ZoomButtons mayZoomIn={zoom < MOST_ZOOM} mayZoomOut={zoom > 1} onZoom={zoomBy} onWhole={whole} />
      {drawn && below ? (
        // A sideways scrolling area must be reachable and scrollable by keyboard. It scrolls only once its width is known.
        <div
          ref={scroller}
          className={styles.scroll}
          {...(scrolls ? { tabIndex: 0, role: "group", "aria-label": "Score" } : {})}
        >
          <div className={styles.canvas} style={{ width: widthPx }}>
            <Chart className={styles.names} width={drawn.x0 - 12} height={drawn.heightPx} aria-hidden="true">
              <LaneNames layout={drawn} />
            </Chart>
            <Chart
              width={widthPx}
              height={drawn.heightPx}
              viewBox={`0 0 ${widthPx} ${drawn.heightPx}`}
              role="img"
              aria-label={`${scoreWords(layout ?? drawn, zone)}${seenAt === null ? "" : ` A line marks ${instantWords(seenAt, zone)}. Later events are faint.`}`}
            >
              <Lanes layout={drawn} />
              <Folds layout={drawn} />
              <ImpactBand layout={drawn} />
              <BelowMarks marks={below} />
              <CurrentMark layout={drawn} currentId={currentId} selected={selected} />
              <ScoreMarks layout={drawn} counted={below.counted} />
              <AboveMarks marks={below} />
              {seenAt === null ? null : <SeenLine layout={drawn} seenAt={seenAt} zone={zone} />}
            </Chart>
            <Brush layout={drawn} zone={zone} range={range} onRange={onRange} onSettle={onSettle} />
            <MarkLinks layout={drawn} onSelect={onSelect} />
          </div>
        </div>
      ) : null}
    </section>
  );
}

/** How far an element is scrolled sideways, in steps that need a new render. */
function useScrolled(element: RefObject<HTMLElement | null>): number {
  const [fromPx, setFromPx] = useState(0);
  useLayoutEffect(() => {
    const box = element.current;
    if (!box) return;
    const read = () => setFromPx(Math.floor(box.scrollLeft / BEYOND_PX) * BEYOND_PX);
    read();
    box.addEventListener("scroll", read, { passive: true });
    return () => box.removeEventListener("scroll", read);
  });
  return fromPx;
}

/** Returns the layout with only what is in view, so a picture of many screens takes no longer than one. */
function inSight(layout: ScoreLayout, fromPx: number, widthPx: number): ScoreLayout {
  if (layout.widthPx <= widthPx + 2 * BEYOND_PX) return layout;
  const isNear = ({ x }: { x: number }) => x > fromPx - BEYOND_PX && x < fromPx + widthPx + 2 * BEYOND_PX;
  return { ...layout, marks: layout.marks.filter(isNear), ticks: layout.ticks.filter(isNear) };
}

function scoreWords({ axis, marks }: ScoreLayout, zone: string): string {
  const from = instantWords(new Date(axis.pieces[0]?.fromMs ?? 0).toISOString(), zone);
  const to = instantWords(new Date(axis.pieces.at(-1)?.toMs ?? 0).toISOString(), zone);
  const events = marks.reduce((sum, mark) => sum + mark.events.length, 0);
  const folds = axis.folds.map((fold) => formatDuration(fold.seconds)).join(" and ");
  return `${events} events by kind from ${from} to ${to}${folds ? `, with ${folds} of silence folded` : ""}. The list below has the same events.`;
}
