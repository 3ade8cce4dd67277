import type { Prisma } from "#generated/prisma/client.ts";
import type { forumContract, PublishedReview } from "#lib/contract/forum.ts";
import { frozenSummary } from "#lib/reviews/review/frozen-summary.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { CURSORS, decodeCursor, pageFrom } from "#server/base/kernel/cursor.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { incidentKeyOf, reviewKeyOf } from "#server/base/kernel/keys.ts";
import { matchingIds } from "#server/base/kernel/words.ts";
import { bandOf } from "#server/incidents/incident/index.ts";
import { reviewVisibleTo } from "#server/reviews/review/index.ts";
import type { PublishedRecord } from "./select.ts";
import { PUBLISHED_SELECT } from "./select.ts";

/** A published review as the forum shows it; `markdown` is what it said when it was published. */
function presentPublished(ctx: Ctx, row: PublishedRecord, markdown: string): PublishedReview {
  const { incident, actions } = row;
  return {
    key: reviewKeyOf(row.number),
    title: row.title,
    summary: frozenSummary(markdown),
    incident: {
      key: incidentKeyOf(incident.number),
      title: incident.title,
      severity: incident.highestSeverity,
      startedAt: incident.startedAt.toISOString(),
      band: bandOf(incident, ctx.now()),
      services: incident.services.map(({ service }) => service.name),
    },
    authors: row.people.map(({ user }) => user),
    publishedAt: (row.publishedAt ?? incident.startedAt).toISOString(),
    factorCount: row._count.factors,
    actionCount: actions.length,
    actionsVerified: actions.filter(({ status }) => status === "verified").length,
  };
}

const SUMMARY_WITHIN = 20_000;

/** Published reviews that the actor can read, newest first; searched by words, condition or service. */
export async function listForum(
  ctx: Ctx,
  input: InputOf<typeof forumContract.list>,
): Promise<{ items: PublishedReview[]; nextCursor: string | null }> {
  const filters: Prisma.ReviewWhereInput[] = [
    reviewVisibleTo(ctx.actor),
    { status: { in: ["published", "closed"] }, archivedAt: null, publishedAt: { not: null } },
  ];
  const q = input.q?.trim();
  if (input.cursor) filters.push(behind(input.cursor));
  if (q) filters.push(await about(ctx, q, { AND: [...filters] }, input.limit + 1));
  const rows = await ctx.db.review.findMany({
    where: { AND: filters },
    select: PUBLISHED_SELECT,
    orderBy: NEWEST,
    take: input.limit + 1,
  });
  const frozen = await frozenText(
    ctx,
    rows.map(({ id }) => id),
  );
  return pageFrom(
    rows,
    input.limit,
    (row) => presentPublished(ctx, row, frozen.get(row.id) ?? ""),
    (row) => [row.publishedAt?.toISOString() ?? "", row.number],
  );
}

const NEWEST = [{ publishedAt: "desc" as const }, { number: "desc" as const }];

async function about(
  ctx: Ctx,
  q: string,
  where: Prisma.ReviewWhereInput,
  wanted: number,
): Promise<Prisma.ReviewWhereInput> {
  const page = (request: { skip: number; take: number }) =>
    ctx.db.review.findMany({ where, select: { id: true }, orderBy: NEWEST, ...request });
  const held = { contains: q.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" } as const;
  return {
    OR: [
      { id: { in: await matchingIds(ctx, "review", q, { wanted, page }) } },
      { factors: { some: { removedAt: null, statement: held } } },
      { incident: { services: { some: { service: { name: held } } } } },
    ],
  };
}

function behind(cursor: string): Prisma.ReviewWhereInput {
  const [at, number] = decodeCursor(cursor, CURSORS.instantAndNumber);
  const publishedAt = new Date(at);
  return { OR: [{ publishedAt: { lt: publishedAt } }, { publishedAt, number: { lt: number } }] };
}

/** The start of what each review said when it was published last. */
async function frozenText(ctx: Ctx, reviewIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await ctx.db.$queryRaw<{ reviewId: string; markdown: string }[]>`
    SELECT DISTINCT ON (review_id) review_id AS "reviewId", left(markdown, ${SUMMARY_WITHIN}) AS markdown
    FROM review_version WHERE review_id = ANY(${[...reviewIds]}::uuid[])
    ORDER BY review_id, created_at DESC`;
  return new Map(rows.map(({ reviewId, markdown }) => [reviewId, markdown]));
}
