import type { TimelineEvent } from "#lib/contract/timeline.ts";
import type { EventShape } from "#lib/timeline/event-kinds.ts";
import { type ScoreAxis, xOf } from "#lib/timeline/score-axis.ts";
import type { ScoreLayout } from "#lib/timeline/score-layout.ts";
import { differingTimes } from "../differing-times.ts";
import type { StoryGroup } from "../group-story.ts";
import { bundleOf } from "../group-words.ts";

/** A bundle from its first to its last repeat, wide enough for its glyph and count. All in px. */
export interface BundlePill {
  id: string;
  shape: EventShape;
  x: number;
  width: number;
  y: number;
  count: number;
}

/** The ends of a time on which sources disagree. */
export interface TimeEnds {
  id: string;
  shape: EventShape;
  x0: number;
  x1: number;
  y: number;
}

export interface GroupMarks {
  pills: BundlePill[];
  ends: TimeEnds[];
  /** Where something stands that was found later. */
  rings: { id: string; x: number; y: number }[];
}

const PAD_PX = 9;
const LEAST_PX = 40;

const xAt = (axis: ScoreAxis, at: string) => Math.min(axis.x1, Math.max(axis.x0, xOf(axis, Date.parse(at))));

/** What the score draws for events that hold others and for those found later, beside their glyphs. */
export function groupMarks(layout: ScoreLayout, groups: ReadonlyMap<string, StoryGroup>): GroupMarks {
  const pills: BundlePill[] = [];
  const ends: TimeEnds[] = [];
  const rings: GroupMarks["rings"] = [];
  const { axis } = layout;
  const drawGroup = (event: TimelineEvent, group: StoryGroup, y: number) => {
    const { id, shape, at } = event;
    const { count, endAt } = bundleOf(group);
    if (at !== null && count > 1) {
      const x = xAt(axis, at) - PAD_PX;
      pills.push({ id, shape, x, y, count, width: Math.max(LEAST_PX, xAt(axis, endAt ?? at) + PAD_PX - x) });
    }
    const times = differingTimes(group)?.times ?? [];
    const [first, last] = [times[0], times.at(-1)];
    if (first && last) ends.push({ id, shape, y, x0: xAt(axis, first.at), x1: xAt(axis, last.at) });
  };
  for (const { events, x, y } of layout.marks) {
    for (const event of events) {
      const group = groups.get(event.id);
      if (group) drawGroup(event, group, y);
    }
    const found = events.find((event) => event.known === "found_later");
    if (found) rings.push({ id: found.id, x, y });
  }
  return { pills, ends, rings };
}
