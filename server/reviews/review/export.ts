import type { Ctx } from "#server/base/kernel/context.ts";
import { reviewMarkdown } from "#server/reviews/export/index.ts";
import { gatherExport } from "./gather-export.ts";
import { loadReview } from "./load.ts";

/** Returns the review as a file, with live blocks as they are now. */
export async function exportReview(ctx: Ctx, input: { key: string; format: "markdown" }): Promise<File> {
  const review = await gatherExport(ctx, await loadReview(ctx, input.key));
  return new File([reviewMarkdown(review)], `${review.key}.md`, { type: "text/markdown;charset=utf-8" });
}
