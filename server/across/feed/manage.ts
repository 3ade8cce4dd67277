import type { Prisma } from "#generated/prisma/client.ts";
import { notFound, refuse } from "#lib/base/errors.ts";
import type { CalendarFeed, calendarFeedContract } from "#lib/contract/saved-view.ts";
import { authorizeSelf } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { queryOfView } from "#server/follow/saved-view/index.ts";
import { newSecret } from "#server/people/auth/one-time-secret.ts";

const SELECT = {
  id: true,
  view: { select: { id: true, name: true } },
  createdAt: true,
  lastReadAt: true,
} satisfies Prisma.CalendarFeedSelect;

const MOST_FEEDS = 20;

const present = (row: Prisma.CalendarFeedGetPayload<{ select: typeof SELECT }>): CalendarFeed => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  lastReadAt: toInstantOrNull(row.lastReadAt),
});

/** Returns my feeds that weren't revoked, newest first. */
export async function listFeeds(ctx: Ctx): Promise<{ items: CalendarFeed[] }> {
  const { id: userId } = authorizeSelf(ctx, "read");
  const where = { userId, revokedAt: null };
  const rows = await ctx.db.calendarFeed.findMany({ where, select: SELECT, orderBy: { id: "desc" } });
  return { items: rows.map(present) };
}

type CreateInput = InputOf<typeof calendarFeedContract.create> & { origin: string };

/**
 * Creates a feed of a view, or of my open actions, and revokes the one that it replaces. Its address is only in this
 * response. Throws `not_found`.
 */
export async function createFeed(
  ctx: Ctx,
  { viewId, replacesId, origin }: CreateInput,
): Promise<CalendarFeed & { url: string }> {
  return transact(ctx, async (tx) => {
    const { id: userId } = authorizeSelf(tx, "write");
    if (viewId !== null) await queryOfView(tx, viewId);
    if (replacesId !== undefined) await revoke(tx, replacesId, userId);
    if ((await tx.db.calendarFeed.count({ where: { userId, revokedAt: null } })) >= MOST_FEEDS)
      throw refuse("too_many_feeds", `Revoke a calendar feed first. You can have ${MOST_FEEDS} of them.`);
    const { secret, hash } = newSecret("");
    const row = await tx.db.calendarFeed.create({
      data: { id: tx.newId(), userId, viewId, secretHash: hash, createdAt: tx.now() },
      select: SELECT,
    });
    return record(tx, {
      action: "calendar_feed.created",
      id: row.id,
      after: { viewId, ...(replacesId === undefined ? {} : { replacesId }) },
      answer: () => ({ ...present(row), url: `${origin}/feeds/${secret}.ics` }),
    });
  });
}

/** Revokes one of my feeds at once. Throws `not_found` for an unknown one and for someone else's. */
export async function revokeFeed(ctx: Ctx, { id }: { id: string }): Promise<{ done: true }> {
  return transact(ctx, async (tx) => {
    const { id: userId } = authorizeSelf(tx, "write");
    await revoke(tx, id, userId);
    return record(tx, { action: "calendar_feed.revoked", id, answer: () => ({ done: true as const }) });
  });
}

async function revoke(tx: TxCtx, id: string, userId: string): Promise<void> {
  const revoked = await tx.db.calendarFeed.updateMany({
    where: { id, userId, revokedAt: null },
    data: { revokedAt: tx.now() },
  });
  if (revoked.count === 0) throw notFound();
}
