import { Prisma } from "#generated/prisma/client.ts";
import type { Actor } from "#lib/base/access/actor.ts";
import { readRecordKey } from "#lib/base/text/record-key.ts";
import type { SearchHit } from "#lib/contract/search.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { matchesWords } from "#server/base/kernel/words.ts";
import { actionItemVisibleSql } from "#server/follow/action-item/index.ts";
import { incidentVisibleSql } from "#server/incidents/incident/index.ts";
import { reviewVisibleSql } from "#server/reviews/review/index.ts";

type Noun = SearchHit["noun"];

interface Source {
  table: string;
  title: string;
  /** Whether it has a key of its own: those are found by it, and are before what was written inside them. */
  isRecord: boolean;
  /** Who can see a row, decided before anything is counted, ranked or cut off. */
  visible: (actor: Actor) => Prisma.Sql;
}

const ofReview = (reviewId: Prisma.Sql, actor: Actor) =>
  Prisma.sql`EXISTS (SELECT FROM review WHERE review.id = ${reviewId} AND ${reviewVisibleSql(actor)})`;

const SOURCES: Record<Noun, Source> = {
  incident: { table: "incident", title: "title", isRecord: true, visible: incidentVisibleSql },
  review: { table: "review", title: "title", isRecord: true, visible: reviewVisibleSql },
  "action-item": { table: "action_item", title: "title", isRecord: true, visible: actionItemVisibleSql },
  "strategic-change": { table: "strategic_change", title: "title", isRecord: true, visible: () => Prisma.sql`true` },
  event: {
    ...{ table: "timeline_event", title: "title", isRecord: false },
    visible: (actor) => Prisma.sql`timeline_event.removed_at IS NULL AND NOT timeline_event.hidden
      AND timeline_event.lead_id IS NULL
      AND EXISTS (SELECT FROM incident WHERE incident.id = timeline_event.incident_id AND ${incidentVisibleSql(actor)})`,
  },
  factor: {
    ...{ table: "factor", title: "statement", isRecord: false },
    visible: (actor) => Prisma.sql`factor.removed_at IS NULL AND ${ofReview(Prisma.sql`factor.review_id`, actor)}`,
  },
  comment: {
    ...{ table: "comment", title: "body", isRecord: false },
    visible: (actor) => Prisma.sql`comment.deleted_at IS NULL AND EXISTS (SELECT FROM comment_thread t
      WHERE t.id = comment.thread_id AND ${ofReview(Prisma.sql`t.review_id`, actor)})`,
  },
};

/** Visible rows that are ranked; a word that is in more of them ranks the first ones that are found. */
const RANKED = 1000;
const KEPT = 200;
/** Events, factors and comments leave room for the records that they belong to. */
const KEPT_INSIDE = 6;
/** How much of a word must be in a title's word, by trigrams: one slip in a word of five letters passes. */
const ALIKE = "0.45";

/** Ids of rows that the actor can see and can have meant, best first. */
export async function candidates(ctx: Ctx, noun: Noun, q: string): Promise<Map<string, number>> {
  const { table, title, isRecord, visible } = SOURCES[noun];
  const key = readRecordKey(q);
  const meant = isRecord && key && (key.noun === null || key.noun === noun) ? key.number : null;
  if (key?.noun && meant === null) return new Map();
  const columns = { search: Prisma.raw(`${table}.search`), title: Prisma.raw(`${table}.${title}`) };
  const exact = isRecord ? Prisma.sql`number = ${meant ?? 0}` : Prisma.sql`false`;
  const part = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  // The setting is joined first, so it applies when the index is read.
  const rows = await ctx.db.$queryRaw<{ id: string; rank: number }[]>`
    WITH setting AS MATERIALIZED (
      SELECT set_config('pg_trgm.word_similarity_threshold', ${ALIKE}, true) AS value
    )
    SELECT id, (CASE WHEN exact THEN 10 ELSE 0 END + ts_rank(search, websearch_to_tsquery('english', ${q}))
      + word_similarity(${q}, title) + CASE WHEN title ILIKE ${part} THEN 1 ELSE 0 END
      + ${isRecord ? 0.5 : 0}::float8)::float8 AS rank
    FROM setting, LATERAL (
      SELECT ${Prisma.raw(`${table}.id`)}, ${columns.title} AS title, ${columns.search} AS search, ${exact} AS exact
      FROM ${Prisma.raw(table)}
      WHERE setting.value IS NOT NULL AND (${exact} OR ${matchesWords(q, columns)}) AND ${visible(ctx.actor)}
      LIMIT ${RANKED}
    ) AS found
    ORDER BY rank DESC, id DESC LIMIT ${isRecord ? KEPT : KEPT_INSIDE}`;
  return new Map(rows.map(({ id, rank }) => [id, rank]));
}
