import type { reviewContract } from "#lib/contract/review.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { readTitle } from "#server/incidents/evidence/index.ts";
import { reviewFacts } from "./facts.ts";
import { loadReview } from "./load.ts";

/** Returns the title of a page that someone puts into a review as a link card. Only for people who can write it. */
export async function readLinkTitle(
  ctx: Ctx,
  { key, url }: InputOf<typeof reviewContract.linkTitle>,
): Promise<{ title: string | null }> {
  authorize(ctx, "review", "write", reviewFacts(await loadReview(ctx, key)));
  return { title: await readTitle(url) };
}
