import { notFound } from "#lib/base/errors.ts";
import type { Session } from "#lib/contract/me.ts";
import { authorizeSelf } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { endAllAccess, endSessions } from "#server/people/auth/end-sessions.ts";

/** Returns your active sessions, the current one first. */
export async function listSessions(
  ctx: Ctx,
  { sessionId }: { sessionId: string | null },
): Promise<{ items: Session[] }> {
  const { id: userId } = authorizeSelf(ctx, "read");
  const rows = await ctx.db.userSession.findMany({
    where: { userId, revokedAt: null, expiresAt: { gt: ctx.now() } },
    select: { id: true, userAgent: true, ip: true, createdAt: true, lastSeenAt: true },
    orderBy: [{ lastSeenAt: "desc" }, { id: "desc" }],
  });
  const items = rows.map((row) => ({
    ...row,
    current: row.id === sessionId,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
  }));
  return { items: items.sort((a, b) => Number(b.current) - Number(a.current)) };
}

/** Ends one of my sessions at once. Throws `not_found` for one that has ended or is someone else's. */
export async function endSession(ctx: Ctx, { id }: { id: string }): Promise<{ done: true }> {
  return transact(ctx, async (tx) => {
    const actor = authorizeSelf(tx, "write");
    const ended = await endSessions(tx, { userId: actor.id, only: id });
    if (ended === 0) throw notFound();
    return record(tx, {
      action: "member.session_ended",
      id: actor.id,
      after: { sessionId: id },
      shown: false,
      answer: () => ({ done: true }),
    });
  });
}

/** Ends all my sessions except the current one, and revokes all my tokens. Returns how many. */
export async function signOutEverywhere(
  ctx: Ctx,
  { sessionId }: { sessionId: string | null },
): Promise<{ ended: number; revokedTokens: number }> {
  return transact(ctx, async (tx) => {
    const { id } = authorizeSelf(tx, "write");
    const { endedSessions: ended, revokedTokens } = await endAllAccess(tx, { userId: id, except: sessionId });
    const after = { ended, revokedTokens };
    return record(tx, {
      action: "member.signed_out_everywhere",
      id,
      after,
      shown: false,
      answer: () => after,
    });
  });
}
