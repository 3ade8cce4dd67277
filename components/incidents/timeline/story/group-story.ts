import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { foldStory, type StoryRow } from "#lib/incidents/timeline/story/fold-story.ts";

/** One event of the story with everything below it, each list in reading order. */
export type StoryGroup = StoryRow<TimelineEvent>;

export interface GroupedStory {
  /** Events that aren't below another, in reading order. */
  leads: TimelineEvent[];
  /** By the id of the lead. Only leads with events below. */
  groups: ReadonlyMap<string, StoryGroup>;
}

const holdsSome = ({ merged, bundled, accounts }: StoryGroup) => merged.length + bundled.length + accounts.length > 0;

/** The folded story as a list of leads, and what is below each. */
export function groupStory(events: readonly TimelineEvent[]): GroupedStory {
  const rows = foldStory(events);
  return {
    leads: rows.map((row) => row.lead),
    groups: new Map(rows.filter(holdsSome).map((row) => [row.lead.id, row])),
  };
}
