import type { TxCtx } from "#server/base/kernel/context.ts";
import { toJson } from "#server/base/kernel/json.ts";
import { moveClocks } from "#server/incidents/timeline/index.ts";
import type { PlannedEvent } from "../plan/plan.ts";
import { hintBase } from "./hint-base.ts";
import { type InsertTarget, importOf, insertEvents, timeOf } from "./insert-events.ts";

/** Writes the new events of a plan, restores undone ones, and adds missing times and ends to known ones. */
export async function writePlan(tx: TxCtx, plan: readonly PlannedEvent[], target: InsertTarget): Promise<void> {
  await writePart(tx, plan, target);
  await alignClocks(tx, target);
}

/** The same for one part of a source, numbered from `firstNumber`. Returns how many events are new. */
export async function writePart(tx: TxCtx, plan: readonly PlannedEvent[], target: InsertTarget): Promise<number> {
  const base = target.hint ?? (await hintBase(tx, target));
  const wanted = plan
    .map((planned, index) => ({ planned, hint: base + index + 1 }))
    .filter(({ planned }) => planned.state !== "known");
  const fresh = wanted.filter(({ planned }) => planned.known === null);
  await insertEvents(tx, fresh, target);
  const back = wanted.flatMap(({ planned: { known, event } }) =>
    known ? [{ id: known.id, importId: importOf(target, event) }] : [],
  );
  for (const [importId, same] of Map.groupBy(back, (one) => one.importId)) {
    await tx.db.timelineEvent.updateMany({
      where: { id: { in: same.map(({ id }) => id) } },
      data: { removedAt: null, importId, version: { increment: 1 } },
    });
  }
  for (const { known, event, addsTime, saidTime } of plan) {
    if (!addsTime || !known) continue;
    if (saidTime) await keepOriginal(tx, known.id);
    await tx.db.timelineEvent.updateMany({
      where: { id: known.id, at: null },
      data: { ...timeOf(event), clockOffsetMs: 0, ambiguity: toJson(null), version: { increment: 1 } },
    });
  }
  for (const { known, event, addsEnd } of plan) {
    if (!addsEnd || !known || event.endAt === null) continue;
    const endAt = new Date(event.endAt);
    await tx.db.$executeRaw`
      UPDATE timeline_event
      SET end_at = ${endAt}::timestamptz + clock_offset_ms * interval '1 millisecond', version = version + 1, updated_at = ${tx.now()}
      WHERE id = ${known.id}::uuid AND end_at IS NULL AND at <= ${endAt}::timestamptz + clock_offset_ms * interval '1 millisecond'`;
  }
  return fresh.length;
}

/** Keeps what the source said about an event without a time that a person gives one. */
async function keepOriginal(tx: TxCtx, id: string): Promise<void> {
  await tx.db.$executeRaw`
    UPDATE timeline_event
    SET original = jsonb_build_object('title', title, 'body', body, 'kind', kind, 'at', NULL, 'endAt', NULL)
    WHERE id = ${id}::uuid AND at IS NULL AND original IS NULL`;
}

/** Moves what was written by the offset of its source's clock. */
export async function alignClocks(tx: TxCtx, target: InsertTarget): Promise<void> {
  const clocks = { incidentId: target.incidentId, sourceType: target.format };
  if ((await tx.db.sourceClock.count({ where: clocks })) > 0) await moveClocks(tx, target.incidentId, target.format);
}
