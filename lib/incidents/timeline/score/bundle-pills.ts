import type { EventShape } from "#lib/base/vocabulary/event-kinds.ts";
import { type ScoreAxis, xOf } from "./score-axis.ts";
import type { ScoredEvent, ScoreMark } from "./score-marks.ts";

/** How often the alert of a bundle fired and when last, by the id of the lead. */
export type Repeats = ReadonlyMap<string, { count: number; endAt: string | null }>;

/** A bundle from its first to its last repeat, wide enough for its glyph and count. All in px. */
export interface BundlePill {
  /** The first event in it. */
  id: string;
  shape: EventShape;
  x: number;
  width: number;
  y: number;
  count: number;
}

const PAD_PX = 9;
const GLYPH_PX = 22;
const DIGIT_PX = 7;

const leastPx = (count: number) => GLYPH_PX + PAD_PX + DIGIT_PX * String(count).length;

/**
 * Returns the pills of a score, and the ids of the events whose marks they replace. Overlapping pills of a lane become
 * one with the sum of their counts. Events that share a glyph with a bundle are counted with it.
 */
export function bundlePills(
  marks: readonly (ScoreMark<ScoredEvent> & { y: number })[],
  axis: ScoreAxis,
  repeats: Repeats,
): { pills: BundlePill[]; counted: ReadonlySet<string> } {
  const pills: BundlePill[] = [];
  const counted = new Set<string>();
  const last = new Map<EventShape, BundlePill>();
  const xAt = (at: string) => Math.min(axis.x1, Math.max(axis.x0, xOf(axis, Date.parse(at))));
  for (const { events, shape, x: middle, y } of marks) {
    const held = events.map((event) => ({ event, bundle: repeats.get(event.id) }));
    const first = held.find(({ event, bundle }) => event.at !== null && (bundle?.count ?? 0) > 1);
    if (!first) continue;
    for (const { event } of held) counted.add(event.id);
    const count = held.reduce((sum, { bundle }) => sum + (bundle?.count ?? 1), 0);
    const ends = held.flatMap(({ event, bundle }) => {
      const end = bundle?.endAt ?? event.at;
      return end === null ? [] : [xAt(end)];
    });
    const x = middle - PAD_PX;
    const reach = ends.reduce((most, end) => Math.max(most, end), middle) + PAD_PX - x;
    const before = last.get(shape);
    if (before && x < before.x + before.width + 2) {
      before.count += count;
      before.width = Math.max(before.width, x + reach - before.x, leastPx(before.count));
      continue;
    }
    const pill = { id: first.event.id, shape, x, y, count, width: Math.max(reach, leastPx(count)) };
    last.set(shape, pill);
    pills.push(pill);
  }
  return { pills, counted };
}
