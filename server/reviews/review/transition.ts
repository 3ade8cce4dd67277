import type { Prisma } from "#generated/prisma/client.ts";
import type { RecordAction } from "#lib/base/access/actions.ts";
import { refuse } from "#lib/base/errors.ts";
import type { ReviewStatus } from "#lib/base/vocabulary/review.ts";
import type { Review, reviewContract } from "#lib/contract/review.ts";
import { moveReview } from "#lib/reviews/review/status.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { emit } from "#server/base/kernel/outbox.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { approvalsOf } from "./approvals.ts";
import { tellApprovers } from "./approve.ts";
import { reviewFacts } from "./facts.ts";
import { refuseShutGates } from "./gates.ts";
import { keepVersion } from "./keep-version.ts";
import { loadReview } from "./load.ts";
import { getReview } from "./present.ts";
import { giveReaders } from "./publish.ts";

/** Moves the status. Throws `rule` for a move that doesn't exist, and for one with open gates, with every one named. */
export async function moveReviewStatus(ctx: Ctx, input: InputOf<typeof reviewContract.transition>): Promise<Review> {
  return transact(ctx, async (tx) => {
    const { key, version, to, reason } = input;
    const before = await loadReview(tx, key);
    authorize(tx, "review", actionOf(before.status, to), reviewFacts(before));
    const move = moveReview(before.status, to, reason);
    if (!move.ok) throw refuse(move.rule, move.message);
    if (move.isForward) await refuseShutGates(tx, before, to);
    const read = () => getReview(tx, { key });
    const isPublishing = before.status === "reviewed" && to === "published";
    const changed = await tx.db.review.updateMany({
      where: { id: before.id, version },
      data: {
        // Publishing sets its status with the version that readers see.
        ...(isPublishing ? {} : { status: to, ...datesOf(to, tx.now()) }),
        ...(to === "cancelled" ? { cancelReason: reason ?? null, statusBefore: before.status } : {}),
        version: { increment: 1 },
      },
    });
    await guardVersion(changed, read);
    const kept = await keepVersion(tx, await loadReview(tx, key), { kind: "status", status: to });
    if (isPublishing) await giveReaders(tx, before, { number: kept });
    if (before.status === "in_review" && to === "reviewed") {
      const open = (await approvalsOf(tx, before)).filter(({ state }) => state !== "approved");
      await tellApprovers(
        tx,
        before,
        open.map(({ person }) => person.id),
      );
    }
    await emit(tx, "access.changed", { reviewId: before.id });
    return record(tx, {
      action: before.status === "closed" ? "review.reopened" : `review.${to}`,
      id: before.id,
      incidentId: before.incident.id,
      before: { status: before.status },
      after: { status: to, reason },
      answer: read,
    });
  });
}

function actionOf(from: ReviewStatus, to: ReviewStatus): RecordAction<"review"> {
  if (to === "cancelled") return "cancel";
  if (from === "in_review" && to === "reviewed") return "setReviewed";
  return from === "reviewed" && to === "published" ? "publish" : "move";
}

function datesOf(to: ReviewStatus, now: Date): Prisma.ReviewUncheckedUpdateManyInput {
  if (to === "reviewed") return { reviewedAt: now };
  if (to === "published") return { closedAt: null };
  if (to === "closed") return { closedAt: now };
  return {};
}
