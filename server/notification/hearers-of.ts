import type { UserActor } from "#lib/access/actor.ts";
import { can } from "#lib/access/can.ts";
import { INCIDENT_FACTS, incidentFacts } from "#server/incident/index.ts";
import type { Ctx } from "#server/kernel/context.ts";

/**
 * Who may be told about an incident: its readers, those named in a review of it, owners of its actions.
 * The same rule as `notificationVisibleTo`, for somebody who does not ask but is told.
 */
export async function hearersOf(ctx: Ctx, incidentId: string | null): Promise<(actor: UserActor) => boolean> {
  if (incidentId === null) return () => true;
  const incident = await ctx.db.incident.findUnique({
    where: { id: incidentId },
    select: {
      ...INCIDENT_FACTS,
      reviews: { select: { ownerId: true, facilitatorId: true, people: { select: { userId: true } } } },
      actions: { select: { ownerId: true } },
    },
  });
  if (!incident) return () => true;
  const facts = incidentFacts(incident);
  const named = new Set([
    ...incident.reviews.flatMap((review) => [
      review.ownerId,
      review.facilitatorId,
      ...review.people.map((p) => p.userId),
    ]),
    ...incident.actions.map((action) => action.ownerId),
  ]);
  return (actor) => named.has(actor.id) || can(actor, "incident", "read", facts);
}
