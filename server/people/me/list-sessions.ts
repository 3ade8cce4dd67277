import type { Session } from "#lib/contract/me.ts";
import { authorizeSelf } from "#server/base/kernel/authorize-self.ts";
import type { Ctx } from "#server/base/kernel/context.ts";

/** Where I am signed in now, the one that asks first. */
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
