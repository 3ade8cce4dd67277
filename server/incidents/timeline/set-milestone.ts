import { actorId } from "#lib/base/access/actor.ts";
import { invalid } from "#lib/base/errors.ts";
import type { Metrics, timelineContract } from "#lib/contract/timeline.ts";
import type { MilestoneName } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { incidentFacts, settleSpan } from "#server/incidents/incident/index.ts";
import { findIncident, loadEvent } from "./event-row.ts";
import { incidentMetrics } from "./metrics.ts";

interface Write {
  key: string;
  name: MilestoneName;
  /** Null clears the milestone. */
  to: { eventId: string | null; notApplicable: boolean } | null;
}

/** Sets or clears a milestone. */
export async function writeMilestone(ctx: Ctx, { key, name, to }: Write): Promise<void> {
  await transact(ctx, async (tx) => {
    const incident = await findIncident(tx, key);
    authorize(tx, "incident", "curate", incidentFacts(incident));
    if (to?.eventId) {
      const event = await loadEvent(tx, incident.id, to.eventId);
      if (event.removedAt !== null)
        throw invalid("eventId", "This event was removed from the timeline. Restore it first.");
    }
    const where = { incidentId_name: { incidentId: incident.id, name } };
    const before = await tx.db.milestone.findUnique({ where, select: { eventId: true, notApplicable: true } });
    if (to === null) await tx.db.milestone.deleteMany({ where: { incidentId: incident.id, name } });
    else {
      const data = { ...to, setById: actorId(tx.actor), setAt: tx.now(), importId: null };
      await tx.db.milestone.upsert({ where, create: { incidentId: incident.id, name, ...data }, update: data });
    }
    await settleSpan(tx, incident.id);
    return record(tx, {
      action: to === null ? "milestone.cleared" : "milestone.set",
      id: incident.id,
      before: { name, ...before },
      after: { name, ...to },
    });
  });
}

/** The metrics of a long timeline take seconds, so they are read when the transaction has ended. */
async function metricsAfter(ctx: Ctx, write: Write): Promise<Metrics> {
  await writeMilestone(ctx, write);
  return incidentMetrics(ctx, { key: write.key });
}

/** Sets a milestone to an event, or marks it as not applicable. An impossible order is allowed, with a warning. */
export async function setMilestone(ctx: Ctx, input: InputOf<typeof timelineContract.setMilestone>): Promise<Metrics> {
  const { key, name, eventId, notApplicable } = input;
  if ((eventId === null) !== notApplicable) throw invalid("eventId", "Send either an event or notApplicable");
  return metricsAfter(ctx, { key, name, to: { eventId, notApplicable } });
}

/** Clears a milestone, so it is unknown again. */
export const clearMilestone = (ctx: Ctx, input: { key: string; name: MilestoneName }): Promise<Metrics> =>
  metricsAfter(ctx, { ...input, to: null });
