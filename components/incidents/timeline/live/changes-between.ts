import type { TimelineEvent } from "#lib/contract/timeline.ts";

/** Changes to events, as verbs with the events as their object. */
export type Deed =
  | "hid"
  | "showed"
  | "removed"
  | "added"
  | "merged or bundled"
  | "split"
  | "moved"
  | "pinned"
  | "edited";

export interface Change {
  deed: Deed;
  events: TimelineEvent[];
}

/** Rules for naming a change of an event. The first match is used. */
const DEEDS: readonly [Deed, (was: TimelineEvent, now: TimelineEvent) => boolean][] = [
  ["hid", (was, now) => now.hidden && !was.hidden],
  ["showed", (was, now) => was.hidden && !now.hidden],
  ["merged or bundled", (was, now) => now.leadId !== null && now.leadId !== was.leadId],
  ["split", (was, now) => was.leadId !== null && now.leadId === null],
  ["moved", (was, now) => was.at !== now.at || was.endAt !== now.endAt],
  ["pinned", (was, now) => now.pinned && !was.pinned],
  ["edited", (was, now) => was.title !== now.title || was.body !== now.body || was.kind !== now.kind],
];

/**
 * Returns what someone else did between two readings of a story, most events first. `isMine` excludes one's own
 * changes.
 */
export function changesBetween(
  before: readonly TimelineEvent[],
  after: readonly TimelineEvent[],
  isMine: (id: string) => boolean,
): Change[] {
  const byDeed = new Map<Deed, TimelineEvent[]>();
  const note = (deed: Deed, event: TimelineEvent) => {
    const others = byDeed.get(deed);
    if (others) others.push(event);
    else byDeed.set(deed, [event]);
  };
  const old = new Map(before.map((event) => [event.id, event]));
  for (const event of after) {
    const was = old.get(event.id);
    old.delete(event.id);
    if (was === event || was?.version === event.version || isMine(event.id)) continue;
    const deed = was ? DEEDS.find(([, holds]) => holds(was, event))?.[0] : "added";
    if (deed) note(deed, event);
  }
  for (const event of old.values()) if (!isMine(event.id)) note("removed", event);
  return [...byDeed].map(([deed, events]) => ({ deed, events })).sort((a, b) => b.events.length - a.events.length);
}
