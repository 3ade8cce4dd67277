import type { Ctx } from "#server/base/kernel/context.ts";
import { readText } from "./document.ts";
import { loadReview } from "./load.ts";

/** The text of a review as JSON, for reading. */
export async function reviewContent(
  ctx: Ctx,
  input: { key: string },
): Promise<{ json: Record<string, unknown>; seq: number }> {
  const { json, seq } = await readText(ctx, (await loadReview(ctx, input.key)).documentId);
  return { json: { ...json }, seq };
}
