import type { EventShape } from "#lib/base/vocabulary/event-kinds.ts";
import type { ImpactWindow, ServiceImpact } from "#lib/contract/impact.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { type AxisTick, ticksOf } from "#lib/incidents/timeline/score/axis-ticks.ts";
import type { AxisPiece, ScoreAxis } from "#lib/incidents/timeline/score/score-axis.ts";
import { certaintyOf, type ScoreMark, scoreMarks } from "#lib/incidents/timeline/score/score-marks.ts";

const TOP_PX = 18;
const LANE_PX = 22;
const END_PX = 8;
/** Height of weight 1. */
export const FULL_PX = 60;
const LOW_PX = 6;
const BRACKET_PX = 20;
const LANES: readonly EventShape[] = ["signal", "change", "step", "update", "recovery"];
const LEAST_PADDING_MS = 120_000;
const PADDING_SHARE = 0.14;

export interface Bar {
  window: ImpactWindow;
  x0: number;
  x1: number;
  y: number;
  heightPx: number;
}

export interface Bracket {
  window: ImpactWindow;
  x0: number;
  x1: number;
  y: number;
}

export interface ServiceLane {
  id: string;
  name: string;
  /** Position of weight 0. */
  baseY: number;
  /** Position of weight 1. Null if nothing in the lane is high enough to need it. */
  fullY: number | null;
  /** Weak ones first, so the strongest is in front. */
  bars: Bar[];
  brackets: Bracket[];
}

export interface ImpactLayout {
  widthPx: number;
  heightPx: number;
  x0: number;
  piece: AxisPiece;
  lanes: { shape: EventShape; y: number }[];
  ticks: AxisTick[];
  marks: (ScoreMark<TimelineEvent> & { y: number })[];
  services: ServiceLane[];
}

export interface ImpactLayoutInput {
  events: readonly TimelineEvent[];
  windows: readonly ImpactWindow[];
  services: readonly Pick<ServiceImpact, "service">[];
  span: AxisSpan;
  nowMs: number;
  zone: string;
  widthPx: number;
}

export interface AxisSpan {
  fromMs: number;
  toMs: number;
}

/** From the first to the last of windows and milestones with padding at both ends. Null without any. */
export function spanOfImpact(instantsMs: readonly number[]): AxisSpan | null {
  if (instantsMs.length === 0) return null;
  const [first, last] = [Math.min(...instantsMs), Math.max(...instantsMs)];
  const paddingMs = Math.max(LEAST_PADDING_MS, (last - first) * PADDING_SHARE);
  return { fromMs: first - paddingMs, toMs: last + paddingMs };
}

export const xAt = ({ fromMs, toMs, x0, x1 }: AxisPiece, ms: number): number =>
  x0 + (Math.min(toMs, Math.max(fromMs, ms)) - fromMs) * ((x1 - x0) / (toMs - fromMs));

export const msAt = ({ fromMs, toMs, x0, x1 }: AxisPiece, x: number): number =>
  fromMs + ((Math.min(x1, Math.max(x0, x)) - x0) * (toMs - fromMs)) / (x1 - x0);

/** Everything in the impact score, in px: one lane per shape, then one lane per service with weight as height. */
export function layOutImpact({
  events,
  windows,
  services,
  span,
  nowMs,
  zone,
  widthPx,
}: ImpactLayoutInput): ImpactLayout {
  const x0 = widthPx < 1100 ? 88 : 104;
  const piece: AxisPiece = { ...span, x0, x1: widthPx - END_PX };
  const axis: ScoreAxis = { pieces: [piece], folds: [], x0, x1: piece.x1 };
  const lanes = LANES.map((shape, at) => ({ shape, y: TOP_PX + 17 + at * LANE_PX }));
  const yOf = new Map(lanes.map((lane) => [lane.shape, lane.y]));
  const shown = events.filter(({ at, precision, shape }) => {
    if (at === null || shape === "context" || certaintyOf({ at, precision }) === "untimed") return false;
    return Date.parse(at) >= span.fromMs && Date.parse(at) <= span.toMs;
  });
  let y = TOP_PX + LANES.length * LANE_PX + 24;
  const drawn = services.map(({ service }) => {
    const own = windows.filter((window) => window.service.id === service.id);
    const lane = layOutService(service, own, { piece, nowMs, top: y });
    y = lane.baseY + lane.brackets.length * BRACKET_PX + 26;
    return lane;
  });
  return {
    widthPx,
    heightPx: y - 14,
    x0,
    piece,
    lanes,
    ticks: ticksOf(piece, zone),
    marks: scoreMarks(shown, axis).map((mark) => ({ ...mark, y: yOf.get(mark.shape) ?? TOP_PX })),
    services: drawn,
  };
}

interface LaneFrame {
  piece: AxisPiece;
  nowMs: number;
  top: number;
}

function layOutService(
  { id, name }: ServiceImpact["service"],
  windows: readonly ImpactWindow[],
  { piece, nowMs, top }: LaneFrame,
): ServiceLane {
  const isHigh = windows.some(({ weight }) => weight * FULL_PX > LOW_PX);
  const baseY = top + (isHigh ? FULL_PX : LOW_PX + 16);
  const place = (window: ImpactWindow) => ({
    window,
    x0: xAt(piece, Date.parse(window.from)),
    x1: xAt(piece, window.to === null ? nowMs : Date.parse(window.to)),
  });
  const bars = windows
    .filter(({ covered }) => !covered)
    .sort((a, b) => a.weight - b.weight)
    .map((window) => {
      const heightPx = Math.max(4, window.weight * FULL_PX);
      return { ...place(window), y: baseY - heightPx, heightPx };
    });
  const brackets = windows
    .filter(({ covered }) => covered)
    .map((window, at) => ({ ...place(window), y: baseY + 13 + at * BRACKET_PX }));
  return { id, name, baseY, fullY: isHigh ? baseY - FULL_PX : null, bars, brackets };
}
