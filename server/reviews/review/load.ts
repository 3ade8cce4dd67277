import { Prisma } from "#generated/prisma/client.ts";
import type { Actor } from "#lib/base/access/actor.ts";
import { can } from "#lib/base/access/can.ts";
import type { ReviewFacts } from "#lib/base/access/facts.ts";
import { notFound } from "#lib/base/errors.ts";
import { type Ctx, readShared } from "#server/base/kernel/context.ts";
import type { Searched } from "#server/base/kernel/find-ids.ts";
import { numberOfKey } from "#server/base/kernel/keys.ts";
import { incidentVisibleSql, incidentVisibleTo } from "#server/incidents/incident/index.ts";
import { REVIEW_HEAD, REVIEW_SELECT, type ReviewHead, type ReviewRecord } from "./select.ts";

/** The reviews that an actor can read. Equals `can(actor, "review", "read", …)` over every row. */
export function reviewVisibleTo(actor: Actor): Prisma.ReviewWhereInput {
  if (actor.kind === "system") return {};
  return {
    OR: [
      { incident: incidentVisibleTo(actor) },
      { ownerId: actor.id },
      { facilitatorId: actor.id },
      { people: { some: { userId: actor.id } } },
    ],
  };
}

/** The same as an SQL condition on rows of `review`. */
export function reviewVisibleSql(actor: Actor): Prisma.Sql {
  if (actor.kind === "system") return Prisma.sql`true`;
  const { id } = actor;
  return Prisma.sql`(review.owner_id = ${id}::uuid OR review.facilitator_id = ${id}::uuid
    OR EXISTS (SELECT FROM incident WHERE incident.id = review.incident_id AND ${incidentVisibleSql(actor)})
    OR EXISTS (SELECT FROM review_person p WHERE p.review_id = review.id AND p.user_id = ${id}::uuid))`;
}

/** Which of those reviews the actor can read as they are now. Equals `readsDraft` over every row. */
export function draftVisibleSql(actor: Actor): Prisma.Sql {
  if (actor.kind === "system") return Prisma.sql`true`;
  const { id } = actor;
  const isOwn = (
    roles: readonly string[],
  ) => Prisma.sql`(review.owner_id = ${id}::uuid OR review.facilitator_id = ${id}::uuid
    OR EXISTS (SELECT FROM review_person p WHERE p.review_id = review.id AND p.user_id = ${id}::uuid
      AND p.role::text = ANY(${[...roles]})))`;
  const worksOn = can(actor, "review", "write", STRANGERS)
    ? Prisma.sql`(EXISTS (SELECT FROM incident WHERE incident.id = review.incident_id AND ${incidentVisibleSql(actor)})
        OR ${isOwn(["author", "approver"])})`
    : isOwn(["author"]);
  if (actor.scopes !== null && !actor.scopes.includes("write")) return Prisma.sql`false`;
  // Never null, because it is negated too. A review without a facilitator compares as null.
  return Prisma.sql`COALESCE(${worksOn}, false)`;
}

/** An open review that the actor has no part in. */
const STRANGERS: ReviewFacts = {
  ...{ status: "draft", archived: false, ownerId: null, facilitatorId: null, people: [] },
  incident: { restricted: false, createdById: null, grantUserIds: [], grantTeamIds: [] },
};

/** Returns the texts that a search for reviews reads: the text as it is now, or the published version. */
export function searchedOf(actor: Actor): Searched[] {
  const isDraft = draftVisibleSql(actor);
  return [
    { isFor: isDraft, search: Prisma.sql`review.search` },
    { isFor: Prisma.sql`NOT ${isDraft}`, search: PUBLISHED_TEXT.search },
  ];
}

export const PUBLISHED_TEXT: Searched = { isFor: Prisma.sql`true`, search: Prisma.sql`review.published_search` };

/**
 * Returns the review with a key as the actor can see it. Throws `not_found` for an unknown one and for one hidden from
 * them.
 */
export async function loadReview(ctx: Ctx, key: string): Promise<ReviewRecord> {
  const row = await ctx.db.review.findFirst({
    where: { AND: [{ number: numberOfKey(key) }, reviewVisibleTo(ctx.actor)] },
    select: REVIEW_SELECT,
  });
  if (!row) throw notFound();
  return row;
}

/** Returns the same review for what belongs to it: its ids and who can access it. Throws `not_found` likewise. */
export const loadReviewHead = (ctx: Ctx, key: string): Promise<ReviewHead> =>
  readShared(ctx, `head of ${key}`, async () => {
    const row = await ctx.db.review.findFirst({
      where: { AND: [{ number: numberOfKey(key) }, reviewVisibleTo(ctx.actor)] },
      select: REVIEW_HEAD,
    });
    if (!row) throw notFound();
    return row;
  });
