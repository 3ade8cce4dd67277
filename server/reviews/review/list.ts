import { Prisma } from "#generated/prisma/client.ts";
import { actorId } from "#lib/base/access/actor.ts";
import type { ReviewRow, reviewContract } from "#lib/contract/review.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { CURSORS, decodeCursor, pageFrom } from "#server/base/kernel/cursor.ts";
import { findIds, inOrderOf, oneOf } from "#server/base/kernel/find-ids.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { numberOfKey } from "#server/base/kernel/keys.ts";
import { progressOf } from "./gates.ts";
import { reviewVisibleSql, searchedOf } from "./load.ts";
import { presentReviewRow } from "./present.ts";
import { REVIEW_SELECT } from "./select.ts";

const isMine = (me: string) => Prisma.sql`(review.owner_id = ${me}::uuid OR review.facilitator_id = ${me}::uuid
  OR EXISTS (SELECT FROM review_person p
    WHERE p.review_id = review.id AND p.user_id = ${me}::uuid AND p.role <> 'reader'))`;

/** Returns reviews that the actor can read, newest first. */
export async function listReviews(
  ctx: Ctx,
  input: InputOf<typeof reviewContract.list>,
): Promise<{ items: ReviewRow[]; nextCursor: string | null }> {
  const me = actorId(ctx.actor);
  const where = [
    reviewVisibleSql(ctx.actor),
    input.archived ? Prisma.sql`review.archived_at IS NOT NULL` : Prisma.sql`review.archived_at IS NULL`,
  ];
  if (input.status) where.push(oneOf("review.status", "review_status", input.status));
  if (input.incidentKey)
    where.push(
      Prisma.sql`review.incident_id = (SELECT id FROM incident WHERE number = ${numberOfKey(input.incidentKey)})`,
    );
  if (input.mine && me) where.push(isMine(me));
  if (input.cursor) where.push(Prisma.sql`review.number < ${decodeCursor(input.cursor, CURSORS.number)[0]}`);
  const orderBy = Prisma.sql`review.number DESC`;
  const ids = await findIds(ctx, {
    ...{ table: "review", q: input.q, texts: searchedOf(ctx.actor) },
    ...{ where, orderBy, limit: input.limit + 1 },
  });
  const rows = inOrderOf(ids, await ctx.db.review.findMany({ where: { id: { in: ids } }, select: REVIEW_SELECT }));
  const known = await Promise.all(rows.map(async (row) => ({ row, progress: await progressOf(ctx, row) })));
  return pageFrom(
    known,
    input.limit,
    (one) => presentReviewRow(ctx, one.row, one.progress),
    ({ row }) => [row.number],
  );
}
