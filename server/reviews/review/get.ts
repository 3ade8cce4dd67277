import type { Review } from "#lib/contract/review.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { progressOf } from "./gates.ts";
import { loadReview } from "./load.ts";
import { presentReview } from "./present.ts";

export async function getReview(ctx: Ctx, input: { key: string }): Promise<Review> {
  const row = await loadReview(ctx, input.key);
  return presentReview(ctx, row, await progressOf(ctx, row));
}
