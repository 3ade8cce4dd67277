import { actorId, actorName } from "#lib/base/access/actor.ts";
import { invalid, refuse } from "#lib/base/errors.ts";
import type { Review, reviewContract } from "#lib/contract/review.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { reviewKeyOf } from "#server/base/kernel/keys.ts";
import { notify } from "#server/base/kernel/notify.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { approvalsOf, textNow } from "./approvals.ts";
import { reviewFacts } from "./facts.ts";
import { keepVersion, lockVersions } from "./keep-version.ts";
import { loadReview } from "./load.ts";
import { getReview } from "./present.ts";
import { type ReviewRecord, titleNow } from "./select.ts";
import { readersAmong } from "./tell.ts";

async function loadDecidable(tx: TxCtx, key: string): Promise<{ review: ReviewRecord; userId: string }> {
  await lockVersions(tx, (await loadReview(tx, key)).id);
  const review = await loadReview(tx, key);
  authorize(tx, "review", "approve", reviewFacts(review));
  return { review, userId: actorId(tx.actor) ?? "" };
}

const decisionOf = ({ approvals }: ReviewRecord, id: string) => {
  const one = approvals.find(({ userId }) => userId === id);
  return one ? { decision: one.decision, reason: one.reason, number: one.number } : null;
};

/**
 * Stores the decision of an approver about the text as it is now, and keeps that text as a version. A later edit of
 * its words makes an approval stale.
 */
export async function approveReview(ctx: Ctx, input: InputOf<typeof reviewContract.approve>): Promise<Review> {
  return transact(ctx, async (tx) => {
    const { key, decision, reason = "" } = input;
    const { review, userId } = await loadDecidable(tx, key);
    if (decision === "changes_asked" && reason === "") throw invalid("reason", "Enter what needs to change");
    const number = await versionNow(
      tx,
      review,
      decision === "approved" ? `Approved by ${actorName(tx.actor)}` : undefined,
    );
    const { seq, words } = await textNow(tx, review.documentId);
    const data = { decision, reason, number, seq: BigInt(seq), wordsHash: words, at: tx.now() };
    await tx.db.reviewApproval.upsert({
      where: { reviewId_userId: { reviewId: review.id, userId } },
      create: { reviewId: review.id, userId, ...data },
      update: data,
    });
    const done = decision === "approved" ? "Approved" : "Changes asked for";
    await tell(tx, review, [review.ownerId, review.facilitatorId], {
      kind: `review.${decision}`,
      subject: `${done}: ${reviewKeyOf(review.number)} ${titleNow(review)}`,
      body: decision === "approved" ? `${actorName(tx.actor)} approved version ${number}.` : reason,
    });
    return record(tx, {
      action: `review.${decision}`,
      id: review.id,
      incidentId: review.incident.id,
      before: decisionOf(review, userId),
      after: { decision, reason, number },
      answer: () => getReview(tx, { key }),
    });
  });
}

/** Returns the number of a version with the text of now, which is kept unless the newest one is just that. */
async function versionNow(tx: TxCtx, review: ReviewRecord, name: string | undefined): Promise<number> {
  const { headSeq } = await tx.db.documentHead.findUniqueOrThrow({
    where: { id: review.documentId },
    select: { headSeq: true },
  });
  const newest = await tx.db.reviewVersion.findFirst({
    where: { reviewId: review.id },
    orderBy: { number: "desc" },
    select: { number: true, seq: true },
  });
  if (newest?.seq === headSeq) return newest.number;
  return keepVersion(tx, review, name === undefined ? { kind: "pause" } : { kind: "named", name });
}

/** Withdraws the actor's decision as an approver. */
export async function withdrawApproval(ctx: Ctx, { key }: { key: string }): Promise<Review> {
  return transact(ctx, async (tx) => {
    const { review, userId } = await loadDecidable(tx, key);
    const before = decisionOf(review, userId);
    if (!before) throw refuse("not_decided", "You haven't decided about this review yet.");
    await tx.db.reviewApproval.delete({ where: { reviewId_userId: { reviewId: review.id, userId } } });
    return record(tx, {
      action: "review.approval_withdrawn",
      id: review.id,
      incidentId: review.incident.id,
      before,
      answer: () => getReview(tx, { key }),
    });
  });
}

/** Asks the approvers who haven't approved the text as it is now. Throws `rule` if there are none. */
export async function askApprovers(ctx: Ctx, { key }: { key: string }): Promise<Review> {
  return transact(ctx, async (tx) => {
    const review = await loadReview(tx, key);
    authorize(tx, "review", "move", reviewFacts(review));
    const approvals = await approvalsOf(tx, review);
    const open = approvals.filter(({ state }) => state !== "approved").map(({ person }) => person.id);
    if (approvals.length === 0) throw refuse("no_approvers", "Name approvers under People and dates first.");
    if (open.length === 0) throw refuse("all_approved", "Every approver has approved this text.");
    await tellApprovers(tx, review, open);
    return record(tx, {
      action: "review.approvers_asked",
      id: review.id,
      incidentId: review.incident.id,
      after: { userIds: open },
      answer: () => getReview(tx, { key }),
    });
  });
}

/** Asks people to approve a review. */
export const tellApprovers = (tx: TxCtx, review: ReviewRecord, userIds: readonly string[]): Promise<void> =>
  tell(tx, review, userIds, {
    kind: "review.to_approve",
    subject: `Approve: ${reviewKeyOf(review.number)} ${titleNow(review)}`,
    body: "Approve it if you agree with its findings, and if its urgent actions are enough. Or ask for changes.",
  });

async function tell(
  tx: TxCtx,
  review: ReviewRecord,
  userIds: readonly (string | null)[],
  message: { kind: string; subject: string; body: string },
): Promise<void> {
  const ids = [...new Set(userIds.flatMap((id) => id ?? []))];
  const about = { href: `/reviews/${reviewKeyOf(review.number)}`, incidentId: review.incident.id };
  for (const userId of await readersAmong(tx, review, ids)) await notify(tx, { ...message, ...about, userId });
}
