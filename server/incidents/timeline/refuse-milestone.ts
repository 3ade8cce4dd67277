import { actorId } from "#lib/base/access/actor.ts";
import type { Metrics, timelineContract } from "#lib/contract/timeline.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { incidentFacts } from "#server/incidents/incident/index.ts";
import { findIncident, loadEvent } from "./event-row.ts";
import { incidentMetrics } from "./metrics.ts";

type Refusal = InputOf<typeof timelineContract.refuseMilestone>;

async function writeRefusal(ctx: Ctx, { key, name, eventId }: Refusal, isRefused: boolean): Promise<Metrics> {
  await transact(ctx, async (tx) => {
    const incident = await findIncident(tx, key);
    authorize(tx, "incident", "curate", incidentFacts(incident));
    const event = await loadEvent(tx, incident.id, eventId);
    const refusal = { incidentId: incident.id, name, eventId: event.id };
    if (isRefused)
      await tx.db.milestoneRefusal.createMany({
        data: { ...refusal, refusedById: actorId(tx.actor), refusedAt: tx.now() },
        skipDuplicates: true,
      });
    else await tx.db.milestoneRefusal.deleteMany({ where: refusal });
    return record(tx, {
      action: isRefused ? "milestone.refused" : "milestone.allowed",
      id: incident.id,
      after: { name, eventId: event.id },
    });
  });
  return incidentMetrics(ctx, { key });
}

/** Records that an event isn't the milestone that it is suggested as. Returns the metrics without that suggestion. */
export const refuseMilestone = (ctx: Ctx, input: Refusal): Promise<Metrics> => writeRefusal(ctx, input, true);

/** Undoes a dismissal. Returns the metrics, in which the event can be suggested again. */
export const allowMilestone = (ctx: Ctx, input: Refusal): Promise<Metrics> => writeRefusal(ctx, input, false);
