import type { Metrics, TimelineEvent } from "#lib/contract/timeline.ts";

export type Suggestion = Metrics["suggestions"][number];

const NONE: readonly Suggestion[] = [];

/** Returns suggested milestones by row: that of the event, or of the lead that it is below. */
export function suggestionsByRow(
  suggestions: readonly Suggestion[],
  events: readonly TimelineEvent[],
): ReadonlyMap<string, readonly Suggestion[]> {
  const rows = new Map<string, readonly Suggestion[]>();
  if (suggestions.length === 0) return rows;
  const leads = new Map(events.map((event) => [event.id, event.leadId ?? event.id]));
  for (const one of suggestions) {
    const row = leads.get(one.eventId);
    if (row !== undefined) rows.set(row, [...(rows.get(row) ?? NONE), one]);
  }
  return rows;
}
