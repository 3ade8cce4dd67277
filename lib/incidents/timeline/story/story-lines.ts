import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import { isPlainKind } from "../kinds/plain-kinds.ts";
import { type FoldableEvent, foldStory } from "./fold-story.ts";

export interface LineEvent extends FoldableEvent {
  kind: EventKind;
  pinned: boolean;
  hidden: boolean;
}

/** An event as one line of the story, including everything below it. */
export type StoryLine<Event extends LineEvent> = Event & {
  /** How often it was repeated, itself included. */
  times: number;
  /** Other accounts, to show next to it. */
  accounts: Event[];
};

/**
 * The story as lines: merged and bundled events aren't separate. A line counts as pinned when one of its sources is,
 * and takes the kind of a source that knows better when its own says nothing.
 */
export function storyLines<Event extends LineEvent>(events: readonly Event[]): StoryLine<Event>[] {
  return foldStory(events).map(({ lead, merged, bundled, accounts }) => ({
    ...lead,
    kind: isPlainKind(lead.kind) ? (merged.find(({ kind }) => !isPlainKind(kind))?.kind ?? lead.kind) : lead.kind,
    pinned: lead.pinned || merged.some(({ pinned }) => pinned),
    times: 1 + bundled.length,
    accounts,
  }));
}

/** Words behind the title of a line that was repeated, nothing for one that was not: " (5 times)". */
export const timesWords = (times: number): string => (times > 1 ? ` (${times} times)` : "");
