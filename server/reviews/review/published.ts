import type { Prisma } from "#generated/prisma/client.ts";
import { readsDraft } from "#lib/base/access/can.ts";
import { forbidden, notFound } from "#lib/base/errors.ts";
import { isPublished, type LiveBlockKind } from "#lib/base/vocabulary/review.ts";
import type { Review } from "#lib/contract/review.ts";
import type { FrozenBlock, FrozenBlocks, VersionChanges } from "#lib/reviews/version/changes.ts";
import { changesOf, diffRecords, hasChanges, withCited, withoutNow } from "#lib/reviews/version/diff.ts";
import { type FrozenFacts, factsOfBlocks } from "#lib/reviews/version/frozen-facts.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { numberOfKey } from "#server/base/kernel/keys.ts";
import { COMPARE_TEXTS, READ_TEXT, workOnTexts } from "#server/reviews/document/index.ts";
import { freezeBlocks } from "#server/reviews/frozen/index.ts";
import { readText } from "./document.ts";
import { REVIEW_FACTS, reviewFacts } from "./facts.ts";
import { gatherExportFacts } from "./gather-export.ts";
import { readBlocks, readFacts, saidNow, versionSide } from "./keep-version.ts";
import { loadReview, reviewVisibleSql } from "./load.ts";
import type { ReviewRecord } from "./select.ts";

const publishedNumber = (row: Pick<ReviewRecord, "status" | "publishedNumber">): number | null =>
  isPublished(row.status) ? row.publishedNumber : null;

/** Returns the number of the published version of a review. Null if it has none, and for an unknown or hidden review. */
export async function publishedVersion(ctx: Ctx, { key }: { key: string }): Promise<number | null> {
  const [row] = await ctx.db.$queryRaw<Pick<ReviewRecord, "status" | "publishedNumber">[]>`
    SELECT status::text AS status, published_number AS "publishedNumber" FROM review
    WHERE number = ${numberOfKey(key)} AND ${reviewVisibleSql(ctx.actor)}`;
  return row ? publishedNumber(row) : null;
}

const UNPUBLISHED = "This review isn't published yet. Until then, only people who can write in it can read it.";

/**
 * Returns which version the actor is given: the one they asked for, or the published one if they can't read more. Null
 * is the review as it is now. Throws `forbidden` for a version that isn't published, whether it exists or not, and for
 * readers of a review that never was.
 */
export function shownVersion(ctx: Ctx, row: ReviewRecord, asked: number | undefined): number | null {
  const published = publishedNumber(row);
  const isDraft = readsDraft(ctx.actor, reviewFacts(row));
  if (asked === undefined && published === null && !isDraft) throw forbidden(UNPUBLISHED);
  const given = asked ?? (isDraft ? null : published);
  if (given !== published) authorize(ctx, "review", "readVersions", reviewFacts(row));
  return given;
}

/** Returns a version of a review. Throws `not_found`. */
export async function readVersion(ctx: Ctx, row: ReviewRecord, number: number) {
  const where = { reviewId_number: { reviewId: row.id, number } };
  const select = { seq: true, title: true, state: true, blocks: true, facts: true, markdown: true };
  const version = await ctx.db.reviewVersion.findUnique({ where, select });
  if (!version) throw notFound();
  return version;
}

interface Content {
  json: Record<string, unknown>;
  seq: number;
  version: number | null;
  blocks: FrozenBlocks | null;
  facts: FrozenFacts | null;
}

/** Returns the text of a review as JSON, for reading: as it is now, or a version with its live blocks. */
export async function reviewContent(ctx: Ctx, input: { key: string; version?: number | undefined }): Promise<Content> {
  const row = await loadReview(ctx, input.key);
  const version = shownVersion(ctx, row, input.version);
  if (version === null) {
    const { json, seq } = await readText(ctx, row.documentId);
    return { json: { ...json }, seq, version, blocks: null, facts: null };
  }
  const { state, seq, ...stored } = await readVersion(ctx, row, version);
  const json = await workOnTexts(ctx, READ_TEXT, [state]);
  const blocks = readBlocks(stored.blocks);
  const facts = readFacts(stored.facts) ?? (blocks && factsOfBlocks(blocks));
  return { json: { ...json }, seq: Number(seq), version, blocks, facts };
}

/** Fields of a factor that `statedFactors` needs. */
export const STATED_FACTOR = {
  ...{ id: true, statement: true },
  review: { select: { ...REVIEW_FACTS, id: true, number: true } },
} satisfies Prisma.FactorSelect;
type StatedFactor = Prisma.FactorGetPayload<{ select: typeof STATED_FACTOR }>;

/**
 * Returns factors with their statements as the actor can read them: of a review of which they only get the published
 * version, as it states them, without those that aren't in it.
 */
export async function statedFactors<Factor extends StatedFactor>(
  ctx: Ctx,
  factors: readonly Factor[],
): Promise<Factor[]> {
  const isDraft = ({ review }: Factor) => readsDraft(ctx.actor, reviewFacts(review));
  const reviewIds = factors.flatMap((factor) => (isDraft(factor) ? [] : factor.review.id));
  const rows = await publishedRows(ctx, "factors", reviewIds);
  const published = new Map(rows.map(({ key, cells }) => [key, cells[0]]));
  return factors.flatMap((factor) => {
    const statement = isDraft(factor) ? factor.statement : published.get(factor.id);
    return statement === undefined ? [] : { ...factor, statement };
  });
}

/** Returns the rows of a live block in the versions of reviews that readers see. */
export async function publishedRows(
  ctx: Ctx,
  kind: LiveBlockKind,
  reviewIds: readonly string[],
): Promise<FrozenBlock["rows"]> {
  if (reviewIds.length === 0) return [];
  return ctx.db.$queryRaw<FrozenBlock["rows"]>`
    SELECT row->>'key' AS key, row->'cells' AS cells
    FROM review JOIN review_version v ON v.review_id = review.id AND v.number = review.published_number,
      jsonb_array_elements(v.blocks->${kind}->'rows') row
    WHERE review.id = ANY(${[...reviewIds]}::uuid[])`;
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
  const changes = mayKnow ? await changesSince(ctx, row, version) : null;
  return {
    version,
    title: row.title,
    by,
    note: kept.note,
    at: at.toISOString(),
    isFirst: row.publishedAt === null || at <= row.publishedAt,
    changedSince: changes && hasChanges(changes),
    changes: changes && hasChanges(changes) ? changes : null,
  };
}

/** Compares what readers are given with what they would be given if the review were published now. */
async function changesSince(ctx: Ctx, row: ReviewRecord, number: number): Promise<VersionChanges> {
  const version = await readVersion(ctx, row, number);
  const before = versionSide(version);
  const head = await ctx.db.documentHead.findUnique({ where: { id: row.documentId }, select: { headSeq: true } });
  if (head && head.headSeq <= version.seq) {
    // Its text is not read: it can be long, and this is asked each time that a record changes.
    const facts = await gatherExportFacts(ctx, row);
    const records = before.records
      ? diffRecords(before.records, freezeBlocks({ ...facts, json: { type: "doc" } }))
      : [];
    const all = withCited(records, before.events ?? [], facts.events);
    return changesOf([], withoutNow(all), [before.title, facts.title]);
  }
  const after = await saidNow(ctx, row);
  const { blocks, records } = await workOnTexts(ctx, COMPARE_TEXTS, { before, after, labels: new Map() });
  return changesOf(blocks, withoutNow(records), [before.title, after.title]);
}
