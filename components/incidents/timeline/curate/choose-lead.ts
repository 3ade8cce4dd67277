import type { TimelineEvent } from "#lib/contract/timeline.ts";

/**
 * Returns the event that the others go below: one that already has others below it, a milestone, a pinned one, or the
 * first with a time.
 */
export function chooseLead(events: readonly TimelineEvent[], leads: ReadonlySet<string>): TimelineEvent | undefined {
  return (
    events.find((event) => leads.has(event.id)) ??
    events.find((event) => event.milestones.length > 0) ??
    events.find((event) => event.pinned) ??
    events.find((event) => event.at !== null) ??
    events[0]
  );
}
