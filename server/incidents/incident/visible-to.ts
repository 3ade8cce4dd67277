import type { Prisma } from "#generated/prisma/client.ts";
import type { Actor } from "#lib/base/access/actor.ts";

/** The incidents an actor may read; equals `can(actor, "incident", "read", …)` over every row. */
export function incidentVisibleTo(actor: Actor): Prisma.IncidentWhereInput {
  if (actor.kind === "system") return {};
  return {
    OR: [
      { restricted: false },
      { createdById: actor.id },
      { grants: { some: { OR: [{ userId: actor.id }, { teamId: { in: [...actor.teamIds] } }] } } },
    ],
  };
}
