import type { Precision } from "#lib/base/time/precision.ts";
import type { EventKind, EventShape } from "#lib/base/vocabulary/event-kinds.ts";
import { type ScoreAxis, xOf } from "./score-axis.ts";

export interface ScoredEvent {
  id: string;
  at: string | null;
  endAt: string | null;
  precision: Precision;
  uncertaintySeconds: number | null;
  shape: EventShape;
}

/** Returns the shape of an event. Null for an observation, about which only the text is known. */
export const drawnShape = ({ kind, shape }: { kind: EventKind; shape: EventShape }): EventShape | null =>
  kind === "observation" ? null : shape;

export type Certainty = "exact" | "approx" | "untimed";

/** One glyph of the score, shared by close events of a lane. x and whisker in px. */
export interface ScoreMark<Event extends ScoredEvent> {
  shape: EventShape;
  x: number;
  certainty: Certainty;
  events: Event[];
  /** From the earliest to the latest possible moment, or from start to end. */
  whisker: { x0: number; x1: number } | null;
}

export const SHAPE_LANES: readonly EventShape[] = ["signal", "change", "step", "update", "recovery", "context"];
const CLOSE_PX = 9;

/** Returns how a time is drawn: solid if recorded, hollow if approximate, dashed if only the order is known. */
export function certaintyOf({ at, precision }: { at: string | null; precision: Precision }): Certainty {
  if (at === null || precision === "unknown" || precision === "day") return "untimed";
  return precision === "approx" || precision === "hour" ? "approx" : "exact";
}

/**
 * Returns the positions of events in reading order. Events without a time of day are spread evenly between their
 * neighbours.
 */
function placeEvents<Event extends ScoredEvent>(
  events: readonly Event[],
  axis: ScoreAxis,
): { event: Event; x: number }[] {
  const places = events.map((event) =>
    certaintyOf(event) === "untimed" || event.at === null ? null : xOf(axis, Date.parse(event.at)),
  );
  let last = axis.x0;
  return events.map((event, at) => {
    const own = places[at] ?? null;
    if (own !== null) {
      last = own;
      return { event, x: own };
    }
    const until = places.slice(at).findIndex((x) => x !== null);
    const next = until < 0 ? axis.x1 : (places[at + until] ?? axis.x1);
    const left = until < 0 ? events.length - at : until;
    const x = last + (Math.max(next, last) - last) / (left + 1);
    last = x;
    return { event, x };
  });
}

function whiskerOf({ at, endAt, uncertaintySeconds }: ScoredEvent, axis: ScoreAxis): ScoreMark<ScoredEvent>["whisker"] {
  if (at === null) return null;
  const ms = Date.parse(at);
  const spreadMs = (uncertaintySeconds ?? 0) * 1000;
  const x0 = xOf(axis, ms - spreadMs);
  const x1 = xOf(axis, Math.max(ms + spreadMs, endAt === null ? ms : Date.parse(endAt)));
  return x1 - x0 > CLOSE_PX ? { x0, x1 } : null;
}

/**
 * Returns the glyphs of all lanes. Events of one shape closer than a glyph share one, so ten thousand stay readable.
 */
export function scoreMarks<Event extends ScoredEvent>(events: readonly Event[], axis: ScoreAxis): ScoreMark<Event>[] {
  const marks: ScoreMark<Event>[] = [];
  const open = new Map<EventShape, { mark: ScoreMark<Event>; x0: number }>();
  for (const { event, x } of placeEvents(events, axis)) {
    const current = open.get(event.shape);
    if (current && x - current.x0 < CLOSE_PX) {
      current.mark.events.push(event);
      continue;
    }
    const mark = {
      shape: event.shape,
      x,
      certainty: certaintyOf(event),
      events: [event],
      whisker: whiskerOf(event, axis),
    };
    open.set(event.shape, { mark, x0: x });
    marks.push(mark);
  }
  return marks;
}
