import type { Prisma } from "#generated/prisma/client.ts";
import type { Review } from "#lib/contract/review.ts";
import { archivedFields, archiving, restoring } from "#server/base/kernel/archived.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import { emit } from "#server/base/kernel/outbox.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { reviewFacts } from "./facts.ts";
import { loadReview } from "./load.ts";
import { getReview } from "./present.ts";
import type { ReviewRecord } from "./select.ts";

interface Versioned {
  key: string;
  version: number;
}

function changeState(
  ctx: Ctx,
  input: Versioned,
  action: "review.archived" | "review.restored",
  change: (before: ReviewRecord, now: Date) => Prisma.ReviewUncheckedUpdateManyInput,
): Promise<Review> {
  return transact(ctx, async (tx) => {
    const before = await loadReview(tx, input.key);
    authorize(tx, "review", "cancel", reviewFacts(before));
    const columns = change(before, tx.now());
    const data = { ...columns, version: { increment: 1 } };
    const read = () => getReview(tx, input);
    const changed = await tx.db.review.updateMany({ where: { id: before.id, version: input.version }, data });
    await guardVersion(changed, read);
    await emit(tx, "access.changed", { reviewId: before.id });
    return record(tx, {
      action,
      id: before.id,
      incidentId: before.incident.id,
      ...archivedFields(before, columns),
      answer: read,
    });
  });
}

/** Archives a review: it leaves the lists, its text becomes read-only and its actions stay. */
export const archiveReview = (ctx: Ctx, input: Versioned): Promise<Review> =>
  changeState(ctx, input, "review.archived", archiving);

/** Undoes cancelling and archiving: the review returns to its former state. */
export const restoreReview = (ctx: Ctx, input: Versioned): Promise<Review> =>
  changeState(ctx, input, "review.restored", restoring<ReviewRecord["status"]>("draft"));
