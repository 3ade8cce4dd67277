import { invalid } from "#lib/base/errors.ts";
import type { EvidenceStance } from "#lib/base/vocabulary/factor.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";

/** Throws `invalid` unless all events are in the timeline of the incident. */
export async function assertInTimeline(
  tx: TxCtx,
  incidentId: string,
  { field, events }: { field: string; events: ReadonlySet<string> },
): Promise<void> {
  const found = await tx.db.timelineEvent.count({ where: { id: { in: [...events] }, incidentId } });
  if (found !== events.size)
    throw invalid(field, "One of these events isn't in the timeline of this incident. Choose another.");
}

/** Replaces the evidence of a factor. Events must be in the timeline of its incident. */
export async function writeEvidence(
  tx: TxCtx,
  factor: { id: string; incidentId: string },
  evidence: readonly { eventId: string; stance: EvidenceStance }[],
): Promise<void> {
  const byEvent = new Map(evidence.map((one) => [one.eventId, one.stance]));
  await assertInTimeline(tx, factor.incidentId, { field: "evidence", events: new Set(byEvent.keys()) });
  await tx.db.factorEvidence.deleteMany({ where: { factorId: factor.id } });
  await tx.db.factorEvidence.createMany({
    data: [...byEvent].map(([eventId, stance]) => ({ factorId: factor.id, eventId, stance })),
  });
}
