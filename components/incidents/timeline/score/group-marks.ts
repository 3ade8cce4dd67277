import type { EventShape } from "#lib/base/vocabulary/event-kinds.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { type BundlePill, bundlePills } from "#lib/incidents/timeline/score/bundle-pills.ts";
import { type ScoreAxis, xOf } from "#lib/incidents/timeline/score/score-axis.ts";
import type { ScoreLayout } from "#lib/story/score-layout.ts";
import { differingTimes } from "../story/differing-times.ts";
import type { StoryGroup } from "../story/group-story.ts";
import { bundleOf } from "../story/group-words.ts";

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
  /** Events that a pill counts, so their glyph needs no number of its own. */
  counted: ReadonlySet<string>;
  ends: TimeEnds[];
  /** Position of an event found later. */
  rings: { id: string; x: number; y: number }[];
}

const xAt = (axis: ScoreAxis, at: string) => Math.min(axis.x1, Math.max(axis.x0, xOf(axis, Date.parse(at))));

/** Returns the marks of events with others below and of those found later, in addition to their glyphs. */
export function groupMarks(layout: ScoreLayout, groups: ReadonlyMap<string, StoryGroup>): GroupMarks {
  const ends: TimeEnds[] = [];
  const rings: GroupMarks["rings"] = [];
  const { axis } = layout;
  const drawEnds = ({ id, shape }: TimelineEvent, group: StoryGroup, y: number) => {
    const times = differingTimes(group)?.times ?? [];
    const [first, last] = [times[0], times.at(-1)];
    if (first && last) ends.push({ id, shape, y, x0: xAt(axis, first.at), x1: xAt(axis, last.at) });
  };
  for (const { events, x, y } of layout.marks) {
    for (const event of events) {
      const group = groups.get(event.id);
      if (group) drawEnds(event, group, y);
    }
    const found = events.find((event) => event.known === "found_later");
    if (found) rings.push({ id: found.id, x, y });
  }
  const repeats = new Map([...groups].map(([id, group]) => [id, bundleOf(group)]));
  return { ...bundlePills(layout.marks, axis, repeats), ends, rings };
}
