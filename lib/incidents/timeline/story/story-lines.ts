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
  /** How often it occurred, itself included. */
  times: number;
  /** Other accounts, to show next to it. */
  accounts: Event[];
};

/**
 * Returns the story as lines: merged and bundled events aren't separate. A line is pinned if one of its sources is, and
 * has the kind of a better source if its own is unknown.
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

/** Returns text after the title of a repeated line, " (5 times)", or "". */
export const timesWords = (times: number): string => (times > 1 ? ` (${times} times)` : "");
