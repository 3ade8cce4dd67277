import type { Prisma } from "#generated/prisma/client.ts";
import type { Actor } from "#lib/base/access/actor.ts";
import { notFound } from "#lib/base/errors.ts";
import type { Factor, factorContract } from "#lib/contract/factor.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { numberOfKey } from "#server/base/kernel/keys.ts";
import { authorizeDraft, REVIEW_FACTS, reviewFacts, reviewVisibleTo } from "#server/reviews/review/index.ts";
import { presentFactor } from "./present.ts";
import { type FactorRecord, factorSelect } from "./select.ts";

/** The factors that an actor can read: those of the reviews they can read. */
export const factorVisibleTo = (actor: Actor): Prisma.FactorWhereInput => ({ review: reviewVisibleTo(actor) });

/** Returns one factor as the actor can see it, or throws `not_found`. */
export async function loadFactor(ctx: Ctx, id: string): Promise<FactorRecord> {
  const row = await ctx.db.factor.findFirst({
    where: { AND: [{ id }, factorVisibleTo(ctx.actor)] },
    select: factorSelect(ctx.actor),
  });
  if (!row) throw notFound();
  return row;
}

export const getFactor = async (ctx: Ctx, id: string): Promise<Factor> => presentFactor(ctx, await loadFactor(ctx, id));

/**
 * Returns the contributing factors of a review in their order, without removed ones. Throws `forbidden` for those who can
 * only read its published version, which contains them as they were.
 */
export async function listFactors(ctx: Ctx, input: InputOf<typeof factorContract.list>): Promise<{ items: Factor[] }> {
  const review = await ctx.db.review.findFirst({
    where: { AND: [{ number: numberOfKey(input.key) }, reviewVisibleTo(ctx.actor)] },
    select: { id: true, ...REVIEW_FACTS },
  });
  if (!review) throw notFound();
  authorizeDraft(ctx, reviewFacts(review));
  const rows = await ctx.db.factor.findMany({
    where: { reviewId: review.id, removedAt: null, ...(input.explains ? { explains: { has: input.explains } } : {}) },
    select: factorSelect(ctx.actor),
    orderBy: [{ position: "asc" }, { number: "asc" }],
  });
  return { items: rows.map((row) => presentFactor(ctx, row)) };
}
