import type { Prisma } from "#generated/prisma/client.ts";
import type { Review } from "#lib/contract/review.ts";
import { audit } from "#server/base/kernel/audit.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import { emit } from "#server/base/kernel/outbox.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { reviewFacts } from "./facts.ts";
import { getReview } from "./get.ts";
import { loadReview } from "./load.ts";
import type { ReviewRecord } from "./select.ts";

interface Versioned {
  key: string;
  version: number;
}

function putAway(
  ctx: Ctx,
  input: Versioned,
  action: string,
  change: (before: ReviewRecord, now: Date) => Prisma.ReviewUncheckedUpdateManyInput,
): Promise<Review> {
  return transact(ctx, async (tx) => {
    const before = await loadReview(tx, input.key);
    authorize(tx, "review", "cancel", reviewFacts(before));
    const data = { ...change(before, tx.now()), version: { increment: 1 } };
    const changed = await tx.db.review.updateMany({ where: { id: before.id, version: input.version }, data });
    await guardVersion(changed, () => getReview(tx, input));
    const { status, archivedAt } = before;
    await audit(tx, {
      action,
      noun: "review",
      nounId: before.id,
      incidentId: before.incident.id,
      before: { status, archivedAt },
    });
    await emit(tx, "access.changed", { reviewId: before.id });
    await emit(tx, "record.changed", { noun: "review", id: before.id, incidentId: before.incident.id });
    return getReview(tx, input);
  });
}

/** Takes a review out of the lists; its text becomes read-only and its actions stay. */
export const archiveReview = (ctx: Ctx, input: Versioned): Promise<Review> =>
  putAway(ctx, input, "review.archived", (_before, now) => ({ archivedAt: now }));

/** Undoes cancelling and archiving: the review is back in the state it had. */
export const restoreReview = (ctx: Ctx, input: Versioned): Promise<Review> =>
  putAway(ctx, input, "review.restored", (before) => ({
    archivedAt: null,
    ...(before.status === "cancelled"
      ? { status: before.statusBefore ?? "draft", statusBefore: null, cancelReason: null }
      : {}),
  }));
