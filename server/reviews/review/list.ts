import type { Prisma } from "#generated/prisma/client.ts";
import { actorId } from "#lib/base/access/actor.ts";
import type { ReviewRow, reviewContract } from "#lib/contract/review.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { CURSORS, decodeCursor, pageFrom } from "#server/base/kernel/cursor.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { numberOfKey } from "#server/base/kernel/keys.ts";
import { matchingIds } from "#server/base/kernel/words.ts";
import { progressOf } from "./gates.ts";
import { reviewVisibleTo } from "./load.ts";
import { presentReviewRow } from "./present.ts";
import { REVIEW_SELECT } from "./select.ts";

/** Reviews the actor can read, newest first. */
export async function listReviews(
  ctx: Ctx,
  input: InputOf<typeof reviewContract.list>,
): Promise<{ items: ReviewRow[]; nextCursor: string | null }> {
  const me = actorId(ctx.actor);
  const filters: Prisma.ReviewWhereInput[] = [
    reviewVisibleTo(ctx.actor),
    input.archived ? { archivedAt: { not: null } } : { archivedAt: null },
  ];
  if (input.status) filters.push({ status: { in: input.status } });
  if (input.incidentKey) filters.push({ incident: { number: numberOfKey(input.incidentKey) } });
  if (input.mine && me)
    filters.push({
      OR: [{ ownerId: me }, { facilitatorId: me }, { people: { some: { userId: me, role: { not: "reader" } } } }],
    });
  if (input.cursor) filters.push({ number: { lt: decodeCursor(input.cursor, CURSORS.number)[0] } });
  if (input.q?.trim()) {
    const where = { AND: [...filters] };
    const ids = await matchingIds(ctx, "review", input.q, {
      wanted: input.limit + 1,
      page: (request) =>
        ctx.db.review.findMany({ where, select: { id: true }, orderBy: { number: "desc" }, ...request }),
    });
    filters.push({ id: { in: ids } });
  }
  const rows = await ctx.db.review.findMany({
    where: { AND: filters },
    select: REVIEW_SELECT,
    orderBy: { number: "desc" },
    take: input.limit + 1,
  });
  const known = await Promise.all(rows.map(async (row) => ({ row, progress: await progressOf(ctx, row) })));
  return pageFrom(
    known,
    input.limit,
    (one) => presentReviewRow(ctx, one.row, one.progress),
    ({ row }) => [row.number],
  );
}
