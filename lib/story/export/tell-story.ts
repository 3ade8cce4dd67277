import type { TimelineEvent } from "#lib/contract/timeline.ts";
import type { Repeats } from "#lib/incidents/timeline/score/bundle-pills.ts";

/** An event with everything below it, each list in reading order. */
export interface StoryEvent {
  event: TimelineEvent;
  /** The same fact from other sources. */
  merged: StoryEvent[];
  /** Repeats that are bundled with it. */
  bundled: StoryEvent[];
  /** Other accounts, shown next to it. */
  accounts: StoryEvent[];
}

/**
 * Returns the story in reading order: each lead once, with what is below it. Hidden events and everything below them
 * are left out unless requested.
 */
export function tellStory(events: readonly TimelineEvent[], includeHidden: boolean): StoryEvent[] {
  const byId = new Map<string, StoryEvent>();
  for (const event of events) byId.set(event.id, { event, merged: [], bundled: [], accounts: [] });
  const story: StoryEvent[] = [];
  for (const one of byId.values()) {
    const { leadId, relation, hidden } = one.event;
    if (hidden && !includeHidden) continue;
    const lead = leadId === null ? undefined : byId.get(leadId);
    if (!lead || relation === null) story.push(one);
    else if (relation === "merged") lead.merged.push(one);
    else if (relation === "bundled") lead.bundled.push(one);
    else lead.accounts.push(one);
  }
  return story;
}

/** Returns everything below an event, at every depth. */
const belowOf = ({ merged, bundled, accounts }: StoryEvent): StoryEvent[] =>
  [...merged, ...bundled, ...accounts].flatMap((one) => [one, ...belowOf(one)]);

/** Returns the same fact from all its other sources. */
export const sourcesBelow = ({ merged }: StoryEvent): TimelineEvent[] =>
  merged.flatMap((one) => [one.event, ...sourcesBelow(one)]);

/** Returns every other account, including accounts of accounts. */
export const accountsBelow = ({ accounts }: StoryEvent): StoryEvent[] =>
  accounts.flatMap((one) => [one, ...accountsBelow(one)]);

/** Returns how often each event with repeats occurred, and when last. */
export function repeatsOf(story: readonly StoryEvent[]): Repeats {
  const holding = story.filter(({ bundled }) => bundled.length > 0);
  return new Map(
    holding.map(({ event, bundled }) => {
      const times = [event, ...bundled.map((one) => one.event)].flatMap(({ at }) => (at === null ? [] : [at]));
      const endAt = times.toSorted((a, b) => Date.parse(a) - Date.parse(b)).at(-1) ?? null;
      return [event.id, { count: bundled.length + 1, endAt }];
    }),
  );
}

/** Returns the number of events that the story leaves out: hidden ones and those below them. */
export const countLeftOut = (events: readonly TimelineEvent[], story: readonly StoryEvent[]): number =>
  events.length - story.reduce((sum, one) => sum + 1 + belowOf(one).length, 0);
