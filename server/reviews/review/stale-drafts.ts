import { actorId } from "#lib/base/access/actor.ts";
import { AppError } from "#lib/base/errors.ts";
import { staleDrafts } from "#lib/reviews/review/draft/stale-drafts.ts";
import { plainText } from "#lib/reviews/review/plain-text.ts";
import { SECTIONS } from "#lib/reviews/review/sections.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { recordBySql, unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { runningCollab } from "#server/reviews/document/index.ts";
import { readText } from "./document.ts";
import { authorizeDraft, reviewFacts } from "./facts.ts";
import { gatherFacts } from "./gather-facts.ts";
import { keepVersion } from "./keep-version.ts";
import { loadReview } from "./load.ts";
import type { ReviewRecord } from "./select.ts";

const findStale = async (ctx: Ctx, review: ReviewRecord) =>
  staleDrafts((await readText(ctx, review.documentId)).json, await gatherFacts(ctx, review.incident.id));

/** Returns drafted blocks that no one edited and that today's facts would word differently. */
export async function listStaleDrafts(
  ctx: Ctx,
  input: { key: string },
): Promise<{ items: { key: string; section: string; before: string; after: string }[] }> {
  const review = await loadReview(ctx, input.key);
  authorizeDraft(ctx, reviewFacts(review));
  const stale = await findStale(ctx, review);
  return {
    items: stale.map(({ key, before, content }) => ({
      key,
      section: SECTIONS[key].title,
      before: plainText(before),
      after: plainText(content),
    })),
  };
}

/** Updates unedited drafted blocks from the facts, as one edit of the shared text. Edited ones aren't changed. */
export async function updateDrafts(
  ctx: Ctx,
  input: { key: string; keys?: string[] | undefined },
): Promise<{ updated: string[] }> {
  const { server: collab } = runningCollab();
  if (!collab)
    throw new AppError("unavailable", { message: "This process can't edit documents. Try again in a moment" });
  const review = await loadReview(ctx, input.key);
  authorize(ctx, "review", "write", reviewFacts(review));
  const wanted = (await findStale(ctx, review)).filter(({ key }) => input.keys?.includes(key) ?? true);
  if (wanted.length === 0) return { updated: [] };
  await transact(ctx, async (tx) => {
    await keepVersion(tx, review, { kind: "before_update" });
    return unrecorded("the update that follows is recorded");
  });
  const report = await collab.updateBlocks(
    review.documentId,
    wanted.map(({ key, content }) => ({ key, content })),
    { userId: actorId(ctx.actor) },
    (sql, { replaced }) =>
      recordBySql(sql, ctx, {
        action: "review.drafts_updated",
        id: review.id,
        incidentId: review.incident.id,
        after: { keys: replaced },
      }),
  );
  return { updated: report.replaced };
}
