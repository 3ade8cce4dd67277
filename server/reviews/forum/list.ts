import { Prisma } from "#generated/prisma/client.ts";
import { FACTOR_STATUS_WORDS } from "#lib/base/vocabulary/factor.ts";
import type { forumContract, PublishedReview } from "#lib/contract/forum.ts";
import { frozenSummary } from "#lib/reviews/review/frozen-summary.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { CURSORS, decodeCursor, pageFrom } from "#server/base/kernel/cursor.ts";
import { findIds, inOrderOf, partOf } from "#server/base/kernel/find-ids.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { incidentKeyOf, reviewKeyOf } from "#server/base/kernel/keys.ts";
import { bandOf } from "#server/incidents/incident/index.ts";
import { PUBLISHED_TEXT, readFacts, reviewVisibleSql } from "#server/reviews/review/index.ts";
import type { PublishedRecord } from "./select.ts";
import { PUBLISHED_SELECT } from "./select.ts";

/** The content of the version that readers see. */
interface FrozenText {
  markdown: string;
  factors: number;
  learnings: { kind: string; statement: string }[];
  facts: unknown;
  publishedAt: Date | null;
  note: string;
}

/** A published review in the forum, as it was published, with its actions as they are now. */
function presentPublished(
  ctx: Ctx,
  row: PublishedRecord,
  { markdown, factors, learnings, ...version }: FrozenText,
): PublishedReview {
  const { incident, actions } = row;
  const facts = readFacts(version.facts);
  const { publishedAt: at, note } = version;
  return {
    key: reviewKeyOf(row.number),
    title: row.title,
    summary: frozenSummary(markdown),
    incident: {
      key: incidentKeyOf(incident.number),
      title: facts?.incident.title ?? incident.title,
      severity: facts?.highestSeverity ?? incident.highestSeverity,
      startedAt: facts?.incident.startedAt ?? incident.startedAt.toISOString(),
      band: facts?.band ?? bandOf(incident, ctx.now()),
      services: facts?.services ?? incident.services.map(({ service }) => service.name),
    },
    authors: facts?.authors.flatMap(({ id, name }) => (id ? { id, name } : [])) ?? row.people.map(({ user }) => user),
    publishedAt: (row.publishedAt ?? incident.startedAt).toISOString(),
    again: at && row.publishedAt && at > row.publishedAt ? { at: at.toISOString(), note } : null,
    learnings,
    factorCount: factors,
    actionCount: actions.length,
    actionsVerified: actions.filter(({ status }) => status === "verified").length,
  };
}

const UNKEPT: FrozenText = { markdown: "", factors: 0, learnings: [], facts: null, publishedAt: null, note: "" };

const SUMMARY_WITHIN = 20_000;
const MOST_LEARNINGS = 3;

/**
 * Returns published reviews that the actor can read, newest first, searched by words, contributing factor or service.
 */
export async function listForum(
  ctx: Ctx,
  input: InputOf<typeof forumContract.list>,
): Promise<{ items: PublishedReview[]; nextCursor: string | null }> {
  const where = [
    reviewVisibleSql(ctx.actor),
    Prisma.sql`review.status IN ('published', 'closed') AND review.archived_at IS NULL AND review.published_at IS NOT NULL`,
  ];
  const q = input.q?.trim();
  if (input.cursor) where.push(behind(input.cursor));
  const orderBy = Prisma.sql`review.published_at DESC, review.number DESC`;
  const page = { table: "review" as const, texts: [PUBLISHED_TEXT], where, orderBy, limit: input.limit + 1 };
  const ids = await findIds(ctx, { ...page, q, or: q ? about(q) : [] });
  const rows = inOrderOf(ids, await ctx.db.review.findMany({ where: { id: { in: ids } }, select: PUBLISHED_SELECT }));
  const frozen = await frozenText(
    ctx,
    rows.map(({ id }) => id),
  );
  return pageFrom(
    rows,
    input.limit,
    (row) => presentPublished(ctx, row, frozen.get(row.id) ?? UNKEPT),
    (row) => [row.publishedAt?.toISOString() ?? "", row.number],
  );
}

/** Reviews of a service whose name contains what was typed. */
const about = (q: string): Prisma.Sql[] => [
  Prisma.sql`EXISTS (SELECT FROM incident_service i JOIN service s ON s.id = i.service_id
    WHERE i.incident_id = review.incident_id AND s.name ILIKE ${partOf(q)})`,
];

function behind(cursor: string): Prisma.Sql {
  const [at, number] = decodeCursor(cursor, CURSORS.instantAndNumber);
  return Prisma.sql`(review.published_at, review.number) < (${at}::timestamptz, ${number})`;
}

/** Returns the start of each review's text in the version that readers see. */
async function frozenText(ctx: Ctx, reviewIds: readonly string[]): Promise<Map<string, FrozenText>> {
  const rows = await ctx.db.$queryRaw<(FrozenText & { reviewId: string })[]>`
    SELECT review_id AS "reviewId", left(markdown, ${SUMMARY_WITHIN}) AS markdown,
      facts, review_version.published_at AS "publishedAt", note,
      (SELECT count(*) FROM jsonb_array_elements(blocks->'factors'->'rows') f
        WHERE f->'cells'->>3 <> ${FACTOR_STATUS_WORDS.rejected})::int AS factors,
      COALESCE((SELECT jsonb_agg(jsonb_build_object('kind', cells->>1, 'statement', cells->>0) ORDER BY place)
        FROM jsonb_path_query_array(blocks, '$.learnings.rows[*].cells') all_cells,
          jsonb_array_elements(all_cells) WITH ORDINALITY one(cells, place)
        WHERE place <= ${MOST_LEARNINGS}), '[]') AS learnings
    FROM review_version JOIN review ON review.id = review_id AND review.published_number = review_version.number
    WHERE review_id = ANY(${[...reviewIds]}::uuid[])`;
  return new Map(rows.map((row) => [row.reviewId, row]));
}
