import { notFound } from "#lib/base/errors.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { numberOfKey } from "#server/base/kernel/keys.ts";
import { REVIEW_SELECT, type ReviewRecord } from "./select.ts";
import { reviewVisibleTo } from "./visible-to.ts";

/** The review of a key as the actor can see it. Throws `not_found` for an unknown one and for one hidden from them. */
export async function loadReview(ctx: Ctx, key: string): Promise<ReviewRecord> {
  const row = await ctx.db.review.findFirst({
    where: { AND: [{ number: numberOfKey(key) }, reviewVisibleTo(ctx.actor)] },
    select: REVIEW_SELECT,
  });
  if (!row) throw notFound();
  return row;
}
