import type { EventShape } from "#lib/base/vocabulary/event-kinds.ts";
import type { Metrics, TimelineEvent } from "#lib/contract/timeline.ts";
import { type AxisTick, ticksOf } from "#lib/incidents/timeline/axis-ticks.ts";
import { MILESTONE_WORDS } from "#lib/incidents/timeline/milestone-names.ts";
import { type PlacedLabel, placeLabels } from "#lib/incidents/timeline/place-labels.ts";
import { buildAxis, type ScoreAxis, xOf } from "#lib/incidents/timeline/score-axis.ts";
import { certaintyOf, type ScoreMark, SHAPE_LANES, scoreMarks } from "#lib/incidents/timeline/score-marks.ts";

export const LANE_PX = 26;
export const TOP_PX = 26;
export const BAND_PX = 16;
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
  x0: number;
  lanes: { shape: EventShape; y: number }[];
  axis: ScoreAxis;
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
  /** An axis that several scores share, with its ticks; made from these events when absent. */
  shared?: { axis: ScoreAxis; ticks: AxisTick[] };
}

/** Room for the names of the lanes, and where the axis ends. */
export const axisSpan = (widthPx: number) => ({ x0: widthPx < 900 ? 74 : 92, x1: widthPx - END_PX });

const timesOf = (at: string | null) => (at === null ? [] : [Date.parse(at)]);

/** Every instant that a score has to have room for, in ms. */
export function instantsOf({ events, band }: Pick<ScoreInput, "events" | "band">): number[] {
  const timed = events.filter((event) => certaintyOf(event) !== "untimed");
  return [
    ...timed.flatMap((event) => [...timesOf(event.at), ...timesOf(event.endAt)]),
    ...band.flatMap((segment) => [Date.parse(segment.from), ...timesOf(segment.to)]),
  ];
}

/** The folds that break the band: those that a part of it runs through. */
export const cutsOf = ({ axis, band }: Pick<ScoreLayout, "axis" | "band">) =>
  axis.folds.filter((fold) => band.some((part) => part.x0 < fold.x1 && part.x1 > fold.x0));

/** Everything the score draws, in px; null while nothing has a time. One lane a shape, the context lane only when used. */
export function layOutScore(input: ScoreInput): ScoreLayout | null {
  const { events, band, milestones, zone, widthPx, shared } = input;
  const { x0, x1 } = axisSpan(widthPx);
  const axis = shared?.axis ?? buildAxis(instantsOf(input), x0, x1);
  if (!axis) return null;
  const shapes = SHAPE_LANES.filter((shape) => shape !== "context" || events.some((event) => event.shape === shape));
  const lanes = shapes.map((shape, at) => ({ shape, y: TOP_PX + at * LANE_PX + LANE_PX / 2 }));
  const yOf = new Map(lanes.map((lane) => [lane.shape, lane.y]));
  const bandY = TOP_PX + lanes.length * LANE_PX + 10;
  const named = milestones.flatMap(({ name, at }) =>
    at === null ? [] : [{ key: name, x: xOf(axis, Date.parse(at)), text: MILESTONE_WORDS[name] }],
  );
  const labels = placeLabels(named, x0, widthPx, LABEL_ROWS);
  const rows = Math.max(0, ...labels.map((label) => label.row + 1));
  return {
    widthPx,
    heightPx: bandY + BAND_PX + 8 + rows * 15,
    x0,
    lanes,
    axis,
    ticks: shared?.ticks ?? axis.pieces.flatMap((piece) => ticksOf(piece, zone)),
    marks: scoreMarks(events, axis).map((mark) => ({ ...mark, y: yOf.get(mark.shape) ?? TOP_PX })),
    bandY,
    band: band.map(({ kind, from, to }) => ({
      kind,
      x0: xOf(axis, Date.parse(from)),
      x1: to === null ? axis.x1 : xOf(axis, Date.parse(to)),
    })),
    milestoneTicks: [...new Set(named.map((one) => Math.round(one.x)))],
    labels,
  };
}
