import type { NormalizedEvent } from "#importers/base/importer.ts";
import type { MilestoneName } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import { suggestMilestones } from "#lib/incidents/timeline/milestones/suggest/suggest-milestones.ts";

/** Returns the milestones that would be suggested for an incident with only these events, with their instants. */
export function milestonesOf(events: readonly NormalizedEvent[]): { name: MilestoneName; at: string }[] {
  const numbered = events.map((event, place) => ({ ...event, id: String(place) }));
  return suggestMilestones(numbered, {}).map(({ name, at }) => ({ name, at }));
}
