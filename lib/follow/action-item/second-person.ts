import type { ActionPriority, ActionStatus } from "#lib/base/vocabulary/action-item.ts";

export interface Hands {
  ownerId: string | null;
  implementedById: string | null;
}

/** Whether an action of this priority is verified by someone other than its owner and the person who implemented it. */
export const needsSecondPerson = (priority: ActionPriority): boolean => priority === "P0" || priority === "P1";

/** Whether this is a person who neither owns the action nor implemented it. */
export const isSecondPerson = (actorId: string | null, { ownerId, implementedById }: Hands): boolean =>
  actorId !== null && actorId !== ownerId && actorId !== implementedById;

const PROMISED: readonly ActionStatus[] = ["accepted", "in_progress", "implemented"];

/**
 * Whether a person may lower the priority so far that no second person is asked any more. Once accepted that takes a
 * second person too; else an owner could lower the priority and verify alone.
 */
export function mayLower(
  item: Hands & { status: ActionStatus; priority: ActionPriority },
  to: ActionPriority,
  actorId: string | null,
): boolean {
  const isWayOut = needsSecondPerson(item.priority) && !needsSecondPerson(to);
  return !isWayOut || !PROMISED.includes(item.status) || isSecondPerson(actorId, item);
}
