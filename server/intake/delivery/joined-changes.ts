import type { Change } from "#server/base/kernel/nouns.ts";
import type { Placed } from "./router.ts";

/** Returns what to record for incidents that events joined automatically: one entry per incident and batch. */
export function joinedChanges(
  integration: { id: string; name: string },
  placed: readonly Placed[],
): Change<"integration">[] {
  const fresh = placed.filter(({ isNew, incidentId }) => isNew && incidentId !== null);
  return [...Map.groupBy(fresh, (one) => one.incidentId)].map(([incidentId, group]) => ({
    action: "integration.events_joined",
    id: integration.id,
    incidentId,
    after: { integration: integration.name, events: group.length, first: group[0]?.fact.event.title },
  }));
}
