import type { EventRelation } from "./event-relations.ts";

/** An event with its place in the story. Null means that it isn't below another. */
export interface PlacedEvent {
  id: string;
  leadId: string | null;
  relation: EventRelation | null;
}

export type Moves = Map<string, { leadId: string | null; relation: EventRelation | null }>;

const ALONE = { leadId: null, relation: null };

/**
 * Returns the lead for events that a person puts below `leadId`. Only sources of the same fact can go below an event
 * that is itself below another. Everything else goes to the top.
 */
function targetOf(leadId: string, relation: EventRelation, byId: ReadonlyMap<string, PlacedEvent>): string {
  const lead = byId.get(leadId);
  if (!lead || lead.leadId === null || !byId.has(lead.leadId)) return leadId;
  return relation === "merged" && lead.relation !== "merged" ? leadId : targetOf(lead.leadId, relation, byId);
}

/** Returns whether `id` is `topId` or below it. */
function isUnder(id: string, topId: string, byId: ReadonlyMap<string, PlacedEvent>): boolean {
  if (id === topId) return true;
  const above = byId.get(id)?.leadId;
  return above !== null && above !== undefined && isUnder(above, topId, byId);
}

/**
 * Returns the events that move when `belowIds` are put below `leadId`. A merged fact brings everything below it. A
 * repeat or an account keeps its own sources and passes on the rest. An event that becomes the lead of its own lead is
 * separated first.
 */
export function placeBelow(
  events: readonly PlacedEvent[],
  leadId: string,
  belowIds: readonly string[],
  relation: EventRelation,
): Moves {
  const byId = new Map(events.map((event) => [event.id, event]));
  const below = new Set(belowIds);
  const moves: Moves = new Map();
  const comesOut = belowIds.some((id) => isUnder(leadId, id, byId));
  if (comesOut) moves.set(leadId, ALONE);
  const put = (id: string, as: EventRelation) => {
    const now = byId.get(id);
    const target = comesOut ? leadId : targetOf(leadId, as, byId);
    if (id !== target && (now?.leadId !== target || now.relation !== as))
      moves.set(id, { leadId: target, relation: as });
  };
  for (const id of below) put(id, relation);
  for (const { id, leadId: above, relation: as } of events) {
    if (above === null || as === null || !below.has(above) || below.has(id) || id === leadId) continue;
    if (relation === "merged" || as !== "merged") put(id, as);
  }
  return moves;
}

/**
 * Returns the events that move when these are split: they leave their lead, and a lead releases all events below it.
 */
export function splitApart(events: readonly PlacedEvent[], ids: readonly string[]): Moves {
  const byId = new Map(events.map((event) => [event.id, event]));
  const moves: Moves = new Map();
  const released = new Set<string>();
  for (const id of ids) {
    if (byId.get(id)?.leadId) moves.set(id, ALONE);
    else released.add(id);
  }
  for (const { id, leadId } of events) if (leadId !== null && released.has(leadId)) moves.set(id, ALONE);
  return moves;
}
