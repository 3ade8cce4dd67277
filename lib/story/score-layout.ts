import type { EventShape } from "#lib/base/vocabulary/event-kinds.ts";
import type { Metrics, TimelineEvent } from "#lib/contract/timeline.ts";
import { MILESTONE_WORDS } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import { type AxisTick, ticksOf } from "#lib/incidents/timeline/score/axis-ticks.ts";
import { type PlacedLabel, placeLabels } from "#lib/incidents/timeline/score/place-labels.ts";
import { buildAxis, type FeltStretch, type ScoreAxis, xOf } from "#lib/incidents/timeline/score/score-axis.ts";
import {
  certaintyOf,
  drawnShape,
  type ScoreMark,
  SHAPE_LANES,
  scoreMarks,
} from "#lib/incidents/timeline/score/score-marks.ts";
import { type FoldLabel, labelFolds } from "./fold-labels.ts";

/** Heights in px, for a picture in a text and for one above a list. */
const SIZES = {
  full: { lanePx: 26, topPx: 26, bandGapPx: 10, bandPx: 16 },
  slim: { lanePx: 18, topPx: 22, bandGapPx: 3, bandPx: 12 },
} as const;
const LABEL_ROWS = 2;
const END_PX = 8;

export interface BandPart {
  kind: string;
  x0: number;
  x1: number;
}

export interface ScoreLayout {
  widthPx: number;
  heightPx: number;
  lanePx: number;
  topPx: number;
  bandPx: number;
  x0: number;
  lanes: { shape: EventShape; y: number }[];
  axis: ScoreAxis;
  foldLabels: FoldLabel[];
  ticks: AxisTick[];
  marks: (ScoreMark<TimelineEvent> & { y: number })[];
  bandY: number;
  band: BandPart[];
  milestoneTicks: number[];
  labels: PlacedLabel[];
}

interface ScoreInput {
  events: readonly TimelineEvent[];
  band: Metrics["band"];
  milestones: Metrics["milestones"];
  zone: string;
  widthPx: number;
  /** Low lanes and no milestone names below the band, to leave room for a list. */
  slim?: boolean;
  /** An axis and ticks that several scores share. If absent, they are built from these events. */
  shared?: { axis: ScoreAxis; ticks: AxisTick[] };
}

/** Returns where the axis starts, after room for the names of the lanes, and where it ends. */
export const axisSpan = (widthPx: number) => ({ x0: widthPx < 900 ? 74 : 92, x1: widthPx - END_PX });

const timesOf = (at: string | null) => (at === null ? [] : [Date.parse(at)]);

/** Returns every instant that must fit on the axis, in ms. */
export function instantsOf({ events, band }: Pick<ScoreInput, "events" | "band">): number[] {
  const timed = events.filter((event) => certaintyOf(event) !== "untimed");
  return [
    ...timed.flatMap((event) => [...timesOf(event.at), ...timesOf(event.endAt)]),
    ...band.flatMap((segment) => [Date.parse(segment.from), ...timesOf(segment.to)]),
  ];
}

/** Returns the stretches in which customers were affected, for the axis. */
const feltOf = (band: Metrics["band"]): FeltStretch[] =>
  band
    .filter(({ kind }) => kind === "degraded" || kind === "outage")
    .map(({ from, to }) => ({
      fromMs: Date.parse(from),
      toMs: to === null ? Number.POSITIVE_INFINITY : Date.parse(to),
    }));

/** Returns the folds that interrupt the band. */
export const cutsOf = ({ axis, band }: Pick<ScoreLayout, "axis" | "band">) =>
  axis.folds.filter((fold) => band.some((part) => part.x0 < fold.x1 && part.x1 > fold.x0));

/**
 * Returns everything the score draws, in px. Null if nothing has a time. One lane per shape, and the context lane only
 * if used.
 */
export function layOutScore(input: ScoreInput): ScoreLayout | null {
  const { events, band, milestones, zone, widthPx, shared, slim = false } = input;
  const { x0, x1 } = axisSpan(widthPx);
  const axis = shared?.axis ?? buildAxis(instantsOf(input), x0, x1, feltOf(band));
  if (!axis) return null;
  const { lanePx, topPx, bandGapPx, bandPx } = SIZES[slim ? "slim" : "full"];
  const drawn = events.filter((event) => drawnShape(event) !== null);
  const shapes = SHAPE_LANES.filter((shape) => shape !== "context" || drawn.some((event) => event.shape === shape));
  const lanes = shapes.map((shape, at) => ({ shape, y: topPx + at * lanePx + lanePx / 2 }));
  const yOf = new Map(lanes.map((lane) => [lane.shape, lane.y]));
  const bandY = topPx + lanes.length * lanePx + bandGapPx;
  const named = milestones.flatMap(({ name, at }) =>
    at === null ? [] : [{ key: name, x: xOf(axis, Date.parse(at)), text: MILESTONE_WORDS[name] }],
  );
  const labels = slim ? [] : placeLabels(named, x0, widthPx, LABEL_ROWS);
  const marks = scoreMarks(drawn, axis).map((mark) => ({ ...mark, y: yOf.get(mark.shape) ?? topPx }));
  const rows = Math.max(0, ...labels.map((label) => label.row + 1));
  return {
    widthPx,
    heightPx: bandY + bandPx + (slim ? 4 : 8) + rows * 15,
    lanePx,
    topPx,
    bandPx,
    x0,
    lanes,
    axis,
    foldLabels: labelFolds(
      axis.folds,
      lanes.map(({ y }) => y),
      marks,
    ),
    ticks: shared?.ticks ?? axis.pieces.flatMap((piece) => ticksOf(piece, zone)),
    marks,
    bandY,
    band: band.map(({ kind, from, to, known }) => ({
      kind: known || kind === "restored" ? kind : "open",
      x0: xOf(axis, Date.parse(from)),
      x1: to === null ? axis.x1 : xOf(axis, Date.parse(to)),
    })),
    milestoneTicks: slim ? [] : [...new Set(named.map((one) => Math.round(one.x)))],
    labels,
  };
}
