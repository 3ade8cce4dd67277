import { actorId } from "#lib/base/access/actor.ts";
import type { IncomingEvent, incomingContract } from "#lib/contract/unassigned.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import type { Change } from "#server/base/kernel/nouns.ts";
import { recordAll } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { incidentFacts } from "#server/incidents/incident/index.ts";
import { lockRouting, recountDeliveries } from "#server/intake/delivery/index.ts";
import { authorizeSettling, presentAfter } from "./incoming-row.ts";
import { settledChanges } from "./settled-changes.ts";

/**
 * Undoes attaching: the events are removed from the timeline and are unassigned again. An event that is also from a
 * file stays in the timeline.
 */
export async function detachIncoming(
  ctx: Ctx,
  { events }: InputOf<typeof incomingContract.detach>,
): Promise<{ events: IncomingEvent[] }> {
  return transact(ctx, async (tx) => {
    await lockRouting(tx);
    const rows = await authorizeSettling(tx, events, "attached");
    const byIncident = Map.groupBy(rows, ({ timelineEvent }) => timelineEvent?.incident.id ?? null);
    const changes: Change[] = [];
    for (const [incidentId, group] of byIncident) {
      const incident = group[0]?.timelineEvent?.incident;
      if (incidentId !== null && incident) {
        authorize(tx, "incident", "curate", incidentFacts(incident));
        await tx.db.timelineEvent.updateMany({
          where: { id: { in: group.flatMap(({ eventId }) => eventId ?? []) }, importId: null, removedAt: null },
          data: { removedAt: tx.now(), version: { increment: 1 } },
        });
      }
      await tx.db.incomingEvent.updateMany({
        where: { id: { in: group.map(({ id }) => id) } },
        data: {
          state: "waiting",
          eventId: null,
          reason: "Removed from an incident by a person.",
          settledById: actorId(tx.actor),
          settledAt: tx.now(),
          version: { increment: 1 },
        },
      });
      changes.push(...settledChanges(group, { action: "incoming_event.detached", incidentId, state: "waiting" }));
    }
    await recountDeliveries(tx, rows);
    return recordAll(tx, changes, () => presentAfter(tx, events));
  });
}
