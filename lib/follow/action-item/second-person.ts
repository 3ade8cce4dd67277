import type { ActionPriority, ActionStatus } from "#lib/base/vocabulary/action-item.ts";

export interface Hands {
  ownerId: string | null;
  implementedById: string | null;
}

/** Returns whether someone other than the owner and the implementer must verify an action of this priority. */
export const needsSecondPerson = (priority: ActionPriority): boolean => priority === "P0" || priority === "P1";

/** Returns whether a person neither owns the action nor implemented it. */
export const isSecondPerson = (actorId: string | null, { ownerId, implementedById }: Hands): boolean =>
  actorId !== null && actorId !== ownerId && actorId !== implementedById;

const PROMISED: readonly ActionStatus[] = ["accepted", "in_progress", "implemented"];

/**
 * Returns whether a person can lower the priority to one that needs no second person. Once accepted, that takes a
 * second person too. Otherwise an owner could lower the priority and then verify alone.
 */
export function mayLower(
  item: Hands & { status: ActionStatus; priority: ActionPriority },
  to: ActionPriority,
  actorId: string | null,
): boolean {
  const isWayOut = needsSecondPerson(item.priority) && !needsSecondPerson(to);
  return !isWayOut || !PROMISED.includes(item.status) || isSecondPerson(actorId, item);
}
