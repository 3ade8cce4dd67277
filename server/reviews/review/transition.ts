import type { Prisma } from "#generated/prisma/client.ts";
import type { RecordAction } from "#lib/base/access/actions.ts";
import { AppError, refuse } from "#lib/base/errors.ts";
import type { ReviewStatus } from "#lib/base/vocabulary/review.ts";
import type { Review, reviewContract } from "#lib/contract/review.ts";
import { isReopening, moveReview } from "#lib/reviews/review/status.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { emit } from "#server/base/kernel/outbox.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { reviewFacts } from "./facts.ts";
import { gatesOf } from "./gates.ts";
import { keepVersion } from "./keep-version.ts";
import { loadReview } from "./load.ts";
import { getReview } from "./present.ts";
import type { ReviewRecord } from "./select.ts";

/** Moves the status. Throws `rule` for a move that doesn't exist, and for one with open gates, with every one named. */
export async function moveReviewStatus(ctx: Ctx, input: InputOf<typeof reviewContract.transition>): Promise<Review> {
  return transact(ctx, async (tx) => {
    const { key, version, to, reason } = input;
    const before = await loadReview(tx, key);
    authorize(tx, "review", actionOf(before.status, to), reviewFacts(before));
    const move = moveReview(before.status, to, reason);
    if (!move.ok) throw refuse(move.rule, move.message);
    if (move.isForward) await refuseShutGates(tx, before);
    const read = () => getReview(tx, { key });
    const changed = await tx.db.review.updateMany({
      where: { id: before.id, version },
      data: {
        status: to,
        ...datesOf(before, to, tx.now()),
        ...(to === "cancelled" ? { cancelReason: reason ?? null, statusBefore: before.status } : {}),
        version: { increment: 1 },
      },
    });
    await guardVersion(changed, read);
    if (to !== "cancelled") await keepVersion(tx, await loadReview(tx, key), { kind: "status", status: to });
    await emit(tx, "access.changed", { reviewId: before.id });
    return record(tx, {
      action: isReopening(before.status, to) ? "review.reopened" : `review.${to}`,
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
  return isReopening(from, to) ? "reopen" : "move";
}

async function refuseShutGates(tx: TxCtx, row: ReviewRecord): Promise<void> {
  const { gates } = await gatesOf(tx, row);
  const shut = gates.filter((gate) => !gate.ok && gate.waiver === null);
  if (shut.length === 0) return;
  const words = shut.map(({ detail }) => `${detail.charAt(0).toLowerCase()}${detail.slice(1)}`).join("; ");
  throw new AppError("rule", {
    rule: "gates_open",
    message: `Gates are open: ${words}`,
    fields: shut.map((gate) => ({ field: gate.code, message: gate.detail })),
  });
}

function datesOf(before: ReviewRecord, to: ReviewStatus, now: Date): Prisma.ReviewUncheckedUpdateManyInput {
  if (to === "reviewed") return { reviewedAt: now };
  if (to === "published") return { publishedAt: before.publishedAt ?? now, closedAt: null };
  if (to === "closed") return { closedAt: now };
  return {};
}
