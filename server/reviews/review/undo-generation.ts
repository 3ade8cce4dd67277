import { refuse } from "#lib/base/errors.ts";
import type { Review } from "#lib/contract/review.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { toJson } from "#server/base/kernel/json.ts";
import { incidentKeyOf } from "#server/base/kernel/keys.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { type FindingRecords, undoFindings } from "#server/incidents/finding/index.ts";
import { settleSpan } from "#server/incidents/incident/index.ts";
import { holdIncident, writeMilestone } from "#server/incidents/timeline/index.ts";
import { type Accepted, readAccepted } from "./accepted.ts";
import { archiveReview } from "./archive.ts";
import { reviewFacts } from "./facts.ts";
import { loadReview } from "./load.ts";
import { getReview } from "./present.ts";
import type { ReviewRecord } from "./select.ts";

const NOTHING: Accepted = { milestones: [], findings: [], placed: [], resolved: false };

/**
 * Undoes the generating of a draft as one: the review is archived and its text kept, and accepted milestones and
 * findings wait again. What someone changed since stays and is named.
 */
export async function undoGeneration(
  ctx: Ctx,
  input: { key: string; version: number },
  records: FindingRecords,
): Promise<{ review: Review; stays: string[] }> {
  return transact(ctx, async (tx) => {
    const review = await loadReview(tx, input.key);
    authorize(tx, "review", "cancel", reviewFacts(review));
    if (review.status !== "draft" || review.archivedAt !== null)
      throw refuse("not_a_draft", "Only a draft can be undone. Cancel or archive the review instead.");
    await holdIncident(tx, review.incident.id);
    const accepted = readAccepted(review.accepted) ?? NOTHING;
    const { findings, placed } = accepted;
    const stays = await undoFindings(tx, review.incident.id, { accepted: findings, placed }, records);
    await undoMilestones(tx, review, accepted);
    await archiveReview(tx, input);
    await tx.db.review.update({ where: { id: review.id }, data: { accepted: toJson(null) } });
    return record(tx, {
      action: "review.generation_undone",
      id: review.id,
      incidentId: review.incident.id,
      before: accepted,
      after: { stays },
      answer: async () => ({ review: await getReview(tx, input), stays }),
    });
  });
}

/** A milestone that someone set again since the review was generated is kept. */
async function undoMilestones(tx: TxCtx, { incident, createdAt }: ReviewRecord, accepted: Accepted): Promise<void> {
  const own = await tx.db.milestone.findMany({
    where: { incidentId: incident.id, name: { in: accepted.milestones }, setAt: { lte: createdAt } },
    select: { name: true },
  });
  const key = incidentKeyOf(incident.number);
  for (const { name } of own) await writeMilestone(tx, { key, name, to: null });
  await settleSpan(tx, incident.id);
}
