import { actorId } from "#lib/base/access/actor.ts";
import type { IncomingEvent, incomingContract } from "#lib/contract/unassigned.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { recordAll } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { joinEvents } from "#server/incidents/import/index.ts";
import { incidentFacts } from "#server/incidents/incident/index.ts";
import { findIncident } from "#server/incidents/timeline/index.ts";
import { factOf, lockRouting, recountDeliveries } from "#server/intake/delivery/index.ts";
import { authorizeSettling, presentAfter } from "./incoming-row.ts";
import { settledChanges } from "./settled-changes.ts";

/** Adds unassigned events to the timeline of an incident. Events that it has, or once had, are shown there again. */
export async function attachIncoming(
  ctx: Ctx,
  { key, events }: InputOf<typeof incomingContract.attach>,
): Promise<{ events: IncomingEvent[] }> {
  return transact(ctx, async (tx) => {
    await lockRouting(tx);
    const incident = await findIncident(tx, key);
    authorize(tx, "incident", "curate", incidentFacts(incident));
    const rows = await authorizeSettling(tx, events, "waiting");
    const facts = rows.map((row) => ({ row, fact: factOf(row) }));
    const bySource = Map.groupBy(facts, ({ fact }) => JSON.stringify([fact.format, fact.letter]));
    for (const group of bySource.values()) {
      const first = group[0];
      if (!first) continue;
      const { format, letter } = first.fact;
      const joined = await joinEvents(
        tx,
        { incidentId: incident.id, format, letter },
        group.map(({ fact }) => ({ identity: fact.identity, event: fact.event })),
      );
      for (const { row, fact } of group) {
        const eventId = joined.get(fact.identity)?.eventId ?? null;
        // A person asks for it now, even if someone removed it before.
        await tx.db.timelineEvent.updateMany({
          where: { id: eventId ?? "", removedAt: { not: null } },
          data: { removedAt: null, version: { increment: 1 } },
        });
        await tx.db.incomingEvent.update({
          where: { id: row.id },
          data: {
            state: "attached",
            eventId,
            reason: "Attached by hand.",
            settledById: actorId(tx.actor),
            settledAt: tx.now(),
            version: { increment: 1 },
          },
        });
      }
    }
    await recountDeliveries(tx, rows);
    const settled = { action: "incoming_event.attached", incidentId: incident.id, state: "attached" } as const;
    return recordAll(tx, settledChanges(rows, settled), () => presentAfter(tx, events));
  });
}
