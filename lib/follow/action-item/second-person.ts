import type { ActionPriority, ActionStatus } from "#lib/base/vocabulary/action-item.ts";

export interface Hands {
  ownerId: string | null;
  implementedById: string | null;
  /** Who owned it when it was marked as implemented. */
  implementedOwnerId?: string | null;
}

/** Returns whether someone other than the owner and the implementer must verify an action of this priority. */
export const needsSecondPerson = (priority: ActionPriority): boolean => priority === "P0" || priority === "P1";

/** Returns whether a person neither owns the action, now or when it was implemented, nor implemented it. */
export const isSecondPerson = (
  actorId: string | null,
  { ownerId, implementedById, implementedOwnerId = null }: Hands,
): boolean => actorId !== null && ![ownerId, implementedById, implementedOwnerId].includes(actorId);

/** From these an action can be accepted again, with whatever priority it has then. */
const OPEN_AGAIN: readonly ActionStatus[] = ["proposed", "declined"];

/**
 * Returns whether a person can lower the priority to one that needs no second person. Once accepted, whatever its
 * status is now, that takes a second person too. Otherwise an owner could lower the priority and then verify alone.
 */
export function mayLower(
  item: Hands & { status: ActionStatus; priority: ActionPriority; wasAccepted: boolean },
  to: ActionPriority,
  actorId: string | null,
): boolean {
  const isWayOut = needsSecondPerson(item.priority) && !needsSecondPerson(to);
  const isPromised = item.wasAccepted || !OPEN_AGAIN.includes(item.status);
  return !isWayOut || !isPromised || isSecondPerson(actorId, item);
}
