import type { Thread } from "#lib/contract/comment.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { findReview, THREAD_SELECT } from "./load.ts";
import { presentThreads } from "./present.ts";

const MOST = 1000;

/** Comment threads of a review, oldest first, resolved ones too. */
export async function listThreads(ctx: Ctx, input: { key: string }): Promise<{ items: Thread[] }> {
  const review = await findReview(ctx, input.key);
  const rows = await ctx.db.commentThread.findMany({
    where: { reviewId: review.id },
    select: THREAD_SELECT,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: MOST,
  });
  return { items: await presentThreads(ctx, rows) };
}
