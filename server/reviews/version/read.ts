import { can } from "#lib/base/access/can.ts";
import type { ReviewVersion, VersionDiff, versionContract } from "#lib/contract/version.ts";
import type { FrozenBlocks } from "#lib/reviews/version/changes.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { CURSORS, decodeCursor, pageFrom } from "#server/base/kernel/cursor.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { COMPARE_TEXTS, READ_TEXT, workOnTexts } from "#server/reviews/document/index.ts";
import {
  loadReview,
  readBlocks,
  reviewFacts,
  saidNow,
  shownVersion,
  versionSide,
} from "#server/reviews/review/index.ts";
import { eventLabels, loadVersion, presentVersions, reviewWithVersions, VERSION_SELECT } from "./load.ts";

/** The versions of a review, the newest first. */
export async function listVersions(
  ctx: Ctx,
  { key, cursor, limit }: InputOf<typeof versionContract.list>,
): Promise<{ items: ReviewVersion[]; nextCursor: string | null }> {
  const review = await reviewWithVersions(ctx, key);
  const before = cursor === undefined ? {} : { number: { lt: decodeCursor(cursor, CURSORS.number)[0] } };
  const rows = await ctx.db.reviewVersion.findMany({
    where: { reviewId: review.id, ...before },
    orderBy: { number: "desc" },
    take: limit + 1,
    select: VERSION_SELECT,
  });
  const { nextCursor, items } = pageFrom(
    rows,
    limit,
    (row) => row,
    ({ number }) => [number],
  );
  return { items: await presentVersions(ctx, items), nextCursor };
}

/**
 * One version: what the text was, and what its live blocks showed. Readers get the published one, without what changed
 * since versions that they can't read. Throws `forbidden` for another one, whether it exists or not.
 */
export async function getVersion(
  ctx: Ctx,
  { key, number }: InputOf<typeof versionContract.get>,
): Promise<{ version: ReviewVersion; json: Record<string, unknown>; blocks: FrozenBlocks | null }> {
  const review = await loadReview(ctx, key);
  shownVersion(ctx, review, number);
  const row = await loadVersion(ctx, review.id, number);
  const readsAll = can(ctx.actor, "review", "readVersions", reviewFacts(review));
  const [version] = await presentVersions(ctx, [readsAll ? row : { ...row, changes: null }]);
  if (!version) throw new Error(`version ${number} could not be presented`);
  const json = await workOnTexts(ctx, READ_TEXT, [row.state]);
  return { version, json: { ...json }, blocks: readBlocks(row.blocks) };
}

/** Returns the changes between two versions, or since one. Records are compared only where both have them. */
export async function diffVersions(
  ctx: Ctx,
  { key, from, to }: InputOf<typeof versionContract.diff>,
): Promise<VersionDiff> {
  const review = await reviewWithVersions(ctx, key);
  const side = async (number: number) => versionSide(await loadVersion(ctx, review.id, number));
  const before = await side(from);
  const after = to === undefined ? await saidNow(ctx, review) : await side(to);
  const labels = await eventLabels(ctx, review.incident.id);
  return { from, to: to ?? null, ...(await workOnTexts(ctx, COMPARE_TEXTS, { before, after, labels })) };
}
