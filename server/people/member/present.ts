import type { Prisma } from "#generated/prisma/client.ts";
import { canGlobally } from "#lib/base/access/can.ts";
import type { Member } from "#lib/contract/member.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";

/** Columns of a person with the teams that a list shows. */
export const MEMBER_SELECT = {
  id: true,
  name: true,
  email: true,
  role: true,
  disabledAt: true,
  version: true,
  memberships: {
    where: { team: { archivedAt: null } },
    select: { team: { select: { id: true, name: true } } },
    orderBy: { team: { name: "asc" } },
  },
} satisfies Prisma.UserSelect;

type Row = Prisma.UserGetPayload<{ select: typeof MEMBER_SELECT }>;

/** Counted apart from the rows: a `_count` of the row would count the sessions of everyone. */
async function signInsOf(ctx: Ctx, ids: string[]) {
  const seen = await ctx.db.userSession.groupBy({
    by: ["userId"],
    where: { userId: { in: ids } },
    _max: { lastSeenAt: true },
  });
  const open = await ctx.db.userSession.groupBy({
    by: ["userId"],
    where: { userId: { in: ids }, revokedAt: null, expiresAt: { gt: ctx.now() } },
    _count: true,
  });
  return {
    lastSeenAt: new Map(seen.map((row) => [row.userId, row._max.lastSeenAt])),
    openSessions: new Map(open.map((row) => [row.userId, row._count])),
  };
}

/** Returns people in the order given, as the actor can see them. Sign-ins are for those who manage people. */
export async function presentMembers(ctx: Ctx, rows: readonly Row[]): Promise<Member[]> {
  const signIns = canGlobally(ctx.actor, "people.manage")
    ? await signInsOf(
        ctx,
        rows.map(({ id }) => id),
      )
    : null;
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    teams: row.memberships.map(({ team }) => team),
    disabled: row.disabledAt !== null,
    lastSeenAt: toInstantOrNull(signIns?.lastSeenAt.get(row.id) ?? null),
    openSessions: signIns && (signIns.openSessions.get(row.id) ?? 0),
    version: row.version,
  }));
}
