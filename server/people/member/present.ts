import type { Prisma } from "#generated/prisma/client.ts";
import { canGlobally } from "#lib/base/access/can.ts";
import type { Member } from "#lib/contract/member.ts";
import type { Ctx } from "#server/base/kernel/context.ts";

/** Columns of a person with the teams and the sign-ins that a list shows. */
export const memberSelect = (now: Date) =>
  ({
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
    sessions: { select: { lastSeenAt: true }, orderBy: { lastSeenAt: "desc" }, take: 1 },
    _count: { select: { sessions: { where: { revokedAt: null, expiresAt: { gt: now } } } } },
  }) satisfies Prisma.UserSelect;

type Row = Prisma.UserGetPayload<{ select: ReturnType<typeof memberSelect> }>;

/** Returns a person as the actor can see them. Sign-ins are for those who manage people. */
export function presentMember(ctx: Ctx, row: Row): Member {
  const manages = canGlobally(ctx.actor, "people.manage");
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    teams: row.memberships.map(({ team }) => team),
    disabled: row.disabledAt !== null,
    lastSeenAt: manages ? (row.sessions[0]?.lastSeenAt.toISOString() ?? null) : null,
    openSessions: manages ? row._count.sessions : null,
    version: row.version,
  };
}
