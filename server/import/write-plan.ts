import { toJson } from "#server/kernel/json.ts";
import type { TxCtx } from "#server/kernel/transaction.ts";
import { type InsertTarget, insertEvents, timeOf } from "./insert-events.ts";
import type { PlannedEvent } from "./plan.ts";

/** Writes the new events of a plan, brings undone ones back, and adds times and ends that known ones lacked. */
export async function writePlan(tx: TxCtx, plan: readonly PlannedEvent[], target: InsertTarget): Promise<void> {
  const last = await tx.db.timelineEvent.aggregate({
    where: { incidentId: target.incidentId },
    _max: { orderHint: true },
  });
  const firstHint = Math.floor(last._max.orderHint ?? 0) + 1;
  const wanted = plan
    .map((planned, index) => ({ planned, hint: firstHint + index }))
    .filter(({ planned }) => planned.state !== "known");
  const fresh = wanted.filter(({ planned }) => planned.known === null);
  await insertEvents(tx, fresh, target);
  const back = wanted.flatMap(({ planned }) => planned.known?.id ?? []);
  if (back.length > 0) {
    await tx.db.timelineEvent.updateMany({
      where: { id: { in: back } },
      data: { removedAt: null, importId: target.importId, version: { increment: 1 } },
    });
  }
  for (const { known, event, addsTime } of plan) {
    if (!addsTime || !known) continue;
    await tx.db.timelineEvent.updateMany({
      where: { id: known.id, at: null },
      data: { ...timeOf(event), ambiguity: toJson(null), version: { increment: 1 } },
    });
  }
  for (const { known, event, addsEnd } of plan) {
    if (!addsEnd || !known || event.endAt === null) continue;
    const endAt = new Date(event.endAt);
    await tx.db.timelineEvent.updateMany({
      where: { id: known.id, endAt: null, at: { lte: endAt } },
      data: { endAt, version: { increment: 1 } },
    });
  }
}
