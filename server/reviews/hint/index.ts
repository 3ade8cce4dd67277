import type { HintDismissal, hintContract } from "#lib/contract/hint.ts";
import { hintPattern } from "#lib/reviews/hint/hints.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { type Recorded, unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { authorizeDraft, loadReview, reviewFacts } from "#server/reviews/review/index.ts";

type Dismissals = { items: HintDismissal[] };

async function dismissalsOf(ctx: Ctx, reviewId: string): Promise<Dismissals> {
  const rows = await ctx.db.hintDismissal.findMany({
    where: { reviewId },
    select: { id: true, pattern: true, sentence: true, reason: true },
    orderBy: { id: "asc" },
  });
  return {
    items: rows.map(({ sentence, ...row }) => ({
      ...row,
      message: hintPattern(row.pattern)?.message ?? "",
      sentence: sentence === "" ? null : sentence,
    })),
  };
}

/** Returns the wording hints that people dismissed in a review. */
export async function listHints(ctx: Ctx, input: InputOf<typeof hintContract.list>): Promise<Dismissals> {
  const review = await loadReview(ctx, input.key);
  authorizeDraft(ctx, reviewFacts(review));
  return dismissalsOf(ctx, review.id);
}

/** The audit would reveal how often each person writes words that are hinted at. */
const ended = (ctx: Ctx, reviewId: string): Promise<Recorded<Dismissals>> =>
  unrecorded("hints are never counted by person", () => dismissalsOf(ctx, reviewId));

/** Dismisses a hint in one sentence or in the whole review. A repeated request changes the reason. */
export async function dismissHint(ctx: Ctx, input: InputOf<typeof hintContract.dismiss>): Promise<Dismissals> {
  return transact(ctx, async (tx) => {
    const review = await loadReview(tx, input.key);
    authorize(tx, "review", "write", reviewFacts(review));
    const { pattern, reason } = input;
    const place = { reviewId: review.id, pattern, sentence: input.sentence ?? "" };
    await tx.db.hintDismissal.upsert({
      where: { reviewId_pattern_sentence: place },
      create: { id: tx.newId(), ...place, reason },
      update: { reason },
    });
    return ended(tx, review.id);
  });
}

/** Shows a dismissed hint again. One that is shown already stays. */
export async function restoreHint(ctx: Ctx, input: InputOf<typeof hintContract.restore>): Promise<Dismissals> {
  return transact(ctx, async (tx) => {
    const review = await loadReview(tx, input.key);
    authorize(tx, "review", "write", reviewFacts(review));
    await tx.db.hintDismissal.deleteMany({ where: { id: input.id, reviewId: review.id } });
    return ended(tx, review.id);
  });
}
