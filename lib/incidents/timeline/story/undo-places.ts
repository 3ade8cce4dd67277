import type { EventRelation } from "./event-relations.ts";
import type { PlacedEvent } from "./place-below.ts";

/** One request that moves events. */
export type PlaceStep =
  | { does: "relate"; ids: readonly string[]; relation: EventRelation; leadId: string }
  | { does: "split"; ids: readonly string[] };

/**
 * Returns the requests that put each event below its former lead, or on its own. All moved events are separated first,
 * so no lead is below another.
 */
export function undoPlaces(before: readonly PlacedEvent[], after: readonly PlacedEvent[]): PlaceStep[] {
  const now = new Map(after.map((event) => [event.id, event]));
  const comesOut: string[] = [];
  const below = new Map<string, { relation: EventRelation; leadId: string; ids: string[] }>();
  for (const { id, leadId, relation } of before) {
    const event = now.get(id);
    if (!event || (event.leadId === leadId && event.relation === relation)) continue;
    if (event.leadId !== null) comesOut.push(id);
    if (leadId === null || relation === null) continue;
    const key = `${relation} ${leadId}`;
    const group = below.get(key) ?? { relation, leadId, ids: [] };
    group.ids.push(id);
    below.set(key, group);
  }
  return [
    ...(comesOut.length > 0 ? [{ does: "split" as const, ids: comesOut }] : []),
    ...[...below.values()].map((group) => ({ does: "relate" as const, ...group })),
  ];
}
