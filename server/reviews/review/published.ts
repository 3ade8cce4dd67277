import { isDeepStrictEqual } from "node:util";
import { readsDraft } from "#lib/base/access/can.ts";
import { notFound } from "#lib/base/errors.ts";
import { FACTOR_ROLE_WORDS, FACTOR_STATUS_WORDS } from "#lib/base/vocabulary/factor.ts";
import { isPublished } from "#lib/base/vocabulary/review.ts";
import type { Review } from "#lib/contract/review.ts";
import type { FrozenBlock, FrozenBlocks } from "#lib/reviews/version/changes.ts";
import { hasChanges } from "#lib/reviews/version/diff.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { COMPARE_TEXTS, READ_TEXT, workOnTexts } from "#server/reviews/document/index.ts";
import { readText, updatesOf } from "./document.ts";
import { reviewFacts } from "./facts.ts";
import { readBlocks } from "./keep-version.ts";
import { loadReview } from "./load.ts";
import type { ReviewRecord } from "./select.ts";

const publishedNumber = (row: ReviewRecord): number | null => (isPublished(row.status) ? row.publishedNumber : null);

/**
 * Returns which version the actor is given: the one they asked for, or the published one if they can't read more. Null is
 * the review as it is now. Throws `forbidden` for a version that isn't published, whether it exists or not.
 */
export function shownVersion(ctx: Ctx, row: ReviewRecord, asked: number | undefined): number | null {
  const published = publishedNumber(row);
  if (asked === undefined) return readsDraft(ctx.actor, reviewFacts(row)) ? null : published;
  if (asked !== published) authorize(ctx, "review", "readVersions", reviewFacts(row));
  return asked;
}

/** Returns a version of a review. Throws `not_found`. */
export async function readVersion(ctx: Ctx, row: ReviewRecord, number: number) {
  const where = { reviewId_number: { reviewId: row.id, number } };
  const select = { seq: true, state: true, blocks: true, markdown: true };
  const version = await ctx.db.reviewVersion.findUnique({ where, select });
  if (!version) throw notFound();
  return version;
}

interface Content {
  json: Record<string, unknown>;
  seq: number;
  version: number | null;
  blocks: FrozenBlocks | null;
}

/** Returns the text of a review as JSON, for reading: as it is now, or a version with its live blocks. */
export async function reviewContent(ctx: Ctx, input: { key: string; version?: number | undefined }): Promise<Content> {
  const row = await loadReview(ctx, input.key);
  const version = shownVersion(ctx, row, input.version);
  if (version === null) {
    const { json, seq } = await readText(ctx, row.documentId);
    return { json: { ...json }, seq, version, blocks: null };
  }
  const { state, seq, blocks } = await readVersion(ctx, row, version);
  const json = await workOnTexts(ctx, READ_TEXT, [state]);
  return { json: { ...json }, seq: Number(seq), version, blocks: readBlocks(blocks) };
}

/** Returns which version readers see, since when, and whether there is more for those who can read it. */
export async function publicationOf(ctx: Ctx, row: ReviewRecord): Promise<Review["publication"]> {
  const version = publishedNumber(row);
  if (version === null) return null;
  const kept = await ctx.db.reviewVersion.findUniqueOrThrow({
    where: { reviewId_number: { reviewId: row.id, number: version } },
    select: { createdAt: true, publishedAt: true, publishedById: true, note: true },
  });
  const by = kept.publishedById
    ? await ctx.db.user.findUnique({ where: { id: kept.publishedById }, select: { id: true, name: true } })
    : null;
  const at = kept.publishedAt ?? kept.createdAt;
  const mayKnow = readsDraft(ctx.actor, reviewFacts(row));
  return {
    version,
    title: row.title,
    by,
    note: kept.note,
    at: at.toISOString(),
    isFirst: row.publishedAt === null || at <= row.publishedAt,
    changedSince: mayKnow ? await isChangedSince(ctx, row, version) : null,
  };
}

async function isChangedSince(ctx: Ctx, row: ReviewRecord, version: number): Promise<boolean> {
  if (row.draftTitle !== null) return true;
  const { state, seq, blocks } = await readVersion(ctx, row, version);
  const factors = readBlocks(blocks)?.factors;
  if (factors && (await areFactorsChanged(ctx, row, factors))) return true;
  const head = await ctx.db.documentHead.findUnique({ where: { id: row.documentId }, select: { headSeq: true } });
  if (head !== null && head.headSeq <= seq) return false;
  const { updates } = await updatesOf(ctx, row.documentId);
  const texts = { before: { updates: [state], records: null }, after: { updates, records: null }, labels: new Map() };
  return hasChanges((await workOnTexts(ctx, COMPARE_TEXTS, texts)).changes);
}

async function areFactorsChanged(ctx: Ctx, row: ReviewRecord, { rows }: FrozenBlock): Promise<boolean> {
  const factors = await ctx.db.factor.findMany({
    where: { reviewId: row.id, removedAt: null },
    select: { id: true, statement: true, detail: true, role: true, status: true },
    orderBy: [{ position: "asc" }, { number: "asc" }],
  });
  const now = factors.map(({ id, statement, detail, role, status }) => ({
    key: id,
    cells: [statement, detail, FACTOR_ROLE_WORDS[role], FACTOR_STATUS_WORDS[status]],
  }));
  return !isDeepStrictEqual(
    now,
    rows.map(({ key, cells }) => ({ key, cells: cells.slice(0, 4) })),
  );
}
