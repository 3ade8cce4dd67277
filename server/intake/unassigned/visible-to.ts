import type { Prisma } from "#generated/prisma/client.ts";
import type { Actor } from "#lib/base/access/actor.ts";
import { can } from "#lib/base/access/can.ts";
import { incidentVisibleTo } from "#server/incidents/incident/index.ts";

/** The incoming events that an actor can read. Equals `can(actor, "incomingEvent", "read", …)` over every row. */
export function incomingVisibleTo(actor: Actor): Prisma.IncomingEventWhereInput {
  if (actor.kind === "system") return {};
  if (!can(actor, "incomingEvent", "read", { incident: null })) return { id: { in: [] } };
  return { OR: [{ eventId: null }, { timelineEvent: { incident: incidentVisibleTo(actor) } }] };
}
