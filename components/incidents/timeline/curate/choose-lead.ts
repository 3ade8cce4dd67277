import type { TimelineEvent } from "#lib/contract/timeline.ts";

/** Which of several events the others go below: one that holds others already, a milestone, a pin; else the first with a time. */
export function chooseLead(events: readonly TimelineEvent[], leads: ReadonlySet<string>): TimelineEvent | undefined {
  return (
    events.find((event) => leads.has(event.id)) ??
    events.find((event) => event.milestones.length > 0) ??
    events.find((event) => event.pinned) ??
    events.find((event) => event.at !== null) ??
    events[0]
  );
}
