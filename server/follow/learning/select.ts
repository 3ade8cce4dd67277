import type { Prisma } from "#generated/prisma/client.ts";
import { can } from "#lib/base/access/can.ts";
import type { Learning } from "#lib/contract/learning.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { incidentKeyOf, reviewKeyOf } from "#server/base/kernel/keys.ts";
import { presentConditions } from "#server/follow/canonical-factor/index.ts";
import { REVIEW_FACTS, reviewFacts } from "#server/reviews/review/index.ts";

export const LEARNING_SELECT = {
  id: true,
  number: true,
  kind: true,
  statement: true,
  detail: true,
  canonicalFactorId: true,
  threadId: true,
  removedAt: true,
  version: true,
  incidentId: true,
  review: { select: { ...REVIEW_FACTS, id: true, number: true } },
  incident: { select: { number: true } },
  evidence: {
    where: { event: { removedAt: null } },
    select: { event: { select: { id: true, number: true, title: true } } },
    orderBy: { event: { number: "asc" } },
  },
} satisfies Prisma.LearningSelect;

export type LearningRecord = Prisma.LearningGetPayload<{ select: typeof LEARNING_SELECT }>;

/** Returns learnings for the API, with the names of only those conditions that the actor can read. */
export async function presentLearnings(ctx: Ctx, rows: readonly LearningRecord[]): Promise<Learning[]> {
  const conditions = await presentConditions(
    ctx,
    rows.flatMap(({ canonicalFactorId }) => canonicalFactorId ?? []),
  );
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    reviewKey: reviewKeyOf(row.review.number),
    incidentKey: incidentKeyOf(row.incident.number),
    kind: row.kind,
    statement: row.statement,
    detail: row.detail,
    evidence: row.evidence.map(({ event }) => ({ eventId: event.id, number: event.number, title: event.title })),
    condition: row.canonicalFactorId === null ? null : (conditions.get(row.canonicalFactorId) ?? null),
    threadId: row.threadId,
    removed: row.removedAt !== null,
    version: row.version,
    abilities: { edit: can(ctx.actor, "review", "write", reviewFacts(row.review)) },
  }));
}
