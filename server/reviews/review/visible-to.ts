import type { Prisma } from "#generated/prisma/client.ts";
import type { Actor } from "#lib/base/access/actor.ts";
import { incidentVisibleTo } from "#server/incidents/incident/index.ts";

/** The reviews an actor may read; equals `can(actor, "review", "read", …)` over every row. */
export function reviewVisibleTo(actor: Actor): Prisma.ReviewWhereInput {
  if (actor.kind === "system") return {};
  return {
    OR: [
      { incident: incidentVisibleTo(actor) },
      { ownerId: actor.id },
      { facilitatorId: actor.id },
      { people: { some: { userId: actor.id } } },
    ],
  };
}
