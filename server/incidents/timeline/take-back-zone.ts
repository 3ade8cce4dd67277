import { notFound, refuse } from "#lib/base/errors.ts";
import type { timelineContract } from "#lib/contract/timeline.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { settleSpan } from "#server/incidents/incident/index.ts";
import { authorizeCurating } from "./authorize-curating.ts";

/**
 * Undoes an answer about time zone or day: its events have no time again and wait for an answer. An event whose time a
 * person edited since keeps it. Throws `rule` for an answer that was already undone.
 */
export async function takeBackZone(
  ctx: Ctx,
  input: InputOf<typeof timelineContract.takeBackZone>,
): Promise<{ askedAgain: number; kept: number }> {
  return transact(ctx, async (tx) => {
    const incident = await authorizeCurating(tx, input.key);
    const answer = await tx.db.zoneAnswer.findFirst({
      where: { id: input.id, import: { incidentId: incident.id } },
      select: { importId: true, zone: true, date: true },
    });
    if (!answer) throw notFound();
    const taken = await tx.db.zoneAnswer.updateMany({
      where: { id: input.id, takenBackAt: null },
      data: { takenBackAt: tx.now() },
    });
    if (taken.count === 0) throw refuse("already_taken_back", "This answer is already undone");
    const askedAgain = await askAgain(tx, incident.id, input.id);
    const kept = await tx.db.timelineEvent.updateMany({
      where: { incidentId: incident.id, zoneAnswerId: input.id },
      data: { zoneAnswerId: null },
    });
    await settleSpan(tx, incident.id);
    return record(tx, {
      action: "import.zone_taken_back",
      id: answer.importId,
      incidentId: incident.id,
      before: { zone: answer.zone, date: answer.date },
      after: { askedAgain, kept: kept.count },
      answer: () => ({ askedAgain, kept: kept.count }),
    });
  });
}

/** Returns how many events still were as the answer had left them. */
const askAgain = (tx: TxCtx, incidentId: string, answerId: string): Promise<number> => tx.db.$executeRaw`
  UPDATE timeline_event e
  SET at = NULL, end_at = NULL, precision = 'unknown', uncertainty_seconds = (e.asked->>'uncertaintySeconds')::int,
    zone = e.asked->>'zone', ambiguity = e.asked->'ambiguity',
    original = e.original || '{"at": null, "endAt": null}', asked = NULL, zone_answer_id = NULL,
    version = e.version + 1, updated_at = ${tx.now()}
  WHERE e.incident_id = ${incidentId}::uuid AND e.zone_answer_id = ${answerId}::uuid
    AND e.at = (e.asked->>'at')::timestamptz + e.clock_offset_ms * interval '1 millisecond'
    AND e.precision = (e.asked->>'precision')::event_precision
    AND e.end_at IS NOT DISTINCT FROM (e.asked->>'endAt')::timestamptz + e.clock_offset_ms * interval '1 millisecond'`;
