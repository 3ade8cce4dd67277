import { Prisma } from "#generated/prisma/client.ts";
import type { Actor } from "#lib/base/access/actor.ts";
import { readRecordKey } from "#lib/base/text/record-key.ts";
import type { SearchHit } from "#lib/contract/search.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { rankIds, type Wanted } from "#server/base/kernel/find-ids.ts";
import { actionItemVisibleSql } from "#server/follow/action-item/index.ts";
import { statedFactorSql } from "#server/follow/canonical-factor/index.ts";
import { incidentVisibleSql } from "#server/incidents/incident/index.ts";
import { draftVisibleSql, reviewVisibleSql, searchedOf } from "#server/reviews/review/index.ts";

type Noun = SearchHit["noun"];

interface Source {
  table: Wanted["table"];
  /** True for records with their own key. They are found by it, and come before what was written inside them. */
  isRecord: boolean;
  visible: (actor: Actor) => Prisma.Sql;
  texts?: (actor: Actor) => Wanted["texts"];
}

const ofReview = (reviewId: Prisma.Sql, actor: Actor, also = Prisma.sql`true`) =>
  Prisma.sql`EXISTS (SELECT FROM review WHERE review.id = ${reviewId} AND ${reviewVisibleSql(actor)} AND ${also})`;

/** Whether a thread is about a published version: one about a draft is not for its readers. */
const IS_PUBLISHED = Prisma.sql`(t.on_version IS NOT NULL OR t.id = ANY(review.published_threads))`;

const SOURCES: Record<Noun, Source> = {
  incident: { table: "incident", isRecord: true, visible: incidentVisibleSql },
  review: { table: "review", isRecord: true, visible: reviewVisibleSql, texts: searchedOf },
  "action-item": { table: "action_item", isRecord: true, visible: actionItemVisibleSql },
  "strategic-change": { table: "strategic_change", isRecord: true, visible: () => Prisma.sql`true` },
  condition: {
    ...{ table: "canonical_factor", isRecord: false },
    visible: (actor) => Prisma.sql`EXISTS (SELECT FROM factor
      WHERE factor.canonical_factor_id = canonical_factor.id AND ${statedFactorSql(actor)})`,
  },
  event: {
    ...{ table: "timeline_event", isRecord: false },
    visible: (actor) => Prisma.sql`timeline_event.removed_at IS NULL AND NOT timeline_event.hidden
      AND timeline_event.lead_id IS NULL
      AND EXISTS (SELECT FROM incident WHERE incident.id = timeline_event.incident_id AND ${incidentVisibleSql(actor)})`,
  },
  factor: {
    ...{ table: "factor", isRecord: false },
    visible: (actor) => Prisma.sql`factor.removed_at IS NULL
      AND ${ofReview(Prisma.sql`factor.review_id`, actor, draftVisibleSql(actor))}`,
  },
  learning: {
    ...{ table: "learning", isRecord: false },
    visible: (actor) => Prisma.sql`learning.removed_at IS NULL
      AND ${ofReview(Prisma.sql`learning.review_id`, actor, draftVisibleSql(actor))}`,
  },
  comment: {
    ...{ table: "comment", isRecord: false },
    visible: (actor) => Prisma.sql`comment.deleted_at IS NULL AND EXISTS (SELECT FROM comment_thread t
      WHERE t.id = comment.thread_id
        AND (t.change_id IS NOT NULL
          OR EXISTS (SELECT FROM action_item WHERE action_item.id = t.action_item_id AND ${actionItemVisibleSql(actor)})
          OR ${ofReview(Prisma.sql`t.review_id`, actor, Prisma.sql`(${draftVisibleSql(actor)} OR ${IS_PUBLISHED})`)}))`,
  },
};

/** Limits conditions, events, factors, learnings and comments, to leave room for the records that contain them. */
const MOST_INSIDE = 6;

/** Returns the ids of the rows that the actor can see and can have meant, each with its rank, best first. */
export async function candidates(
  ctx: Ctx,
  noun: Noun,
  { q, limit }: { q: string; limit: number },
): Promise<Map<string, number>> {
  const { table, isRecord, visible, texts } = SOURCES[noun];
  const key = readRecordKey(q);
  const meant = isRecord && key && (key.noun === null || key.noun === noun) ? key.number : null;
  if (key?.noun && meant === null) return new Map();
  const wanted = { table, q, where: [visible(ctx.actor)], texts: texts?.(ctx.actor) };
  if (!isRecord) return rankIds(ctx, { ...wanted, limit: Math.min(limit, MOST_INSIDE) });
  const isMeant = Prisma.sql`${Prisma.raw(table)}.number = ${meant ?? 0}`;
  const boost = Prisma.sql`0.5 + CASE WHEN ${isMeant} THEN 10 ELSE 0 END`;
  return rankIds(ctx, { ...wanted, or: meant === null ? [] : [isMeant], boost, limit });
}
