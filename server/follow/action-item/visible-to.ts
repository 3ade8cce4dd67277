import type { Prisma } from "#generated/prisma/client.ts";
import type { Actor } from "#lib/base/access/actor.ts";
import { incidentVisibleTo } from "#server/incidents/incident/index.ts";

/** The action items an actor may read; equals `can(actor, "actionItem", "read", …)` over every row. */
export function actionItemVisibleTo(actor: Actor): Prisma.ActionItemWhereInput {
  if (actor.kind === "system") return {};
  const { id } = actor;
  return {
    OR: [
      { incidentId: null },
      { ownerId: id },
      { incident: incidentVisibleTo(actor) },
      { review: { OR: [{ ownerId: id }, { facilitatorId: id }, { people: { some: { userId: id } } }] } },
    ],
  };
}
