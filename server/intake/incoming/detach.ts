import { actorId } from "#lib/base/access/actor.ts";
import type { IncomingEvent, incomingContract } from "#lib/contract/incoming.ts";
import { audit } from "#server/base/kernel/audit.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { emit } from "#server/base/kernel/outbox.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { incidentFacts } from "#server/incidents/incident/index.ts";
import { authorizeSettling, presentAfter } from "./load.ts";
import { lockRouting } from "./lock.ts";
import { recountDeliveries } from "./recount-deliveries.ts";

/**
 * Undoes attaching: the events leave the timeline, as if somebody took them out there, and wait again. An event that a
 * file brought too stays in the timeline.
 */
export async function detachIncoming(
  ctx: Ctx,
  { events }: InputOf<typeof incomingContract.detach>,
): Promise<{ events: IncomingEvent[] }> {
  return transact(ctx, async (tx) => {
    await lockRouting(tx);
    const rows = await authorizeSettling(tx, events, "attached");
    const byIncident = Map.groupBy(rows, ({ timelineEvent }) => timelineEvent?.incident.id ?? null);
    for (const [incidentId, group] of byIncident) {
      const incident = group[0]?.timelineEvent?.incident;
      if (incidentId !== null && incident) {
        authorize(tx, "incident", "curate", incidentFacts(incident));
        await tx.db.timelineEvent.updateMany({
          where: { id: { in: group.flatMap(({ eventId }) => eventId ?? []) }, importId: null, removedAt: null },
          data: { removedAt: tx.now(), version: { increment: 1 } },
        });
        await emit(tx, "record.changed", { noun: "timeline", id: incidentId, incidentId });
      }
      await tx.db.incomingEvent.updateMany({
        where: { id: { in: group.map(({ id }) => id) } },
        data: {
          state: "waiting",
          eventId: null,
          reason: "Taken out of an incident by hand.",
          settledById: actorId(tx.actor),
          settledAt: tx.now(),
          version: { increment: 1 },
        },
      });
      await audit(tx, {
        action: "incoming_event.detached",
        noun: "incoming_event",
        nounId: group[0]?.id ?? "",
        incidentId,
        after: { events: group.length, first: group[0]?.title },
      });
    }
    await recountDeliveries(tx, rows);
    await emit(tx, "record.changed", { noun: "incoming_event", id: rows[0]?.integrationId ?? "", incidentId: null });
    return presentAfter(tx, events);
  });
}
