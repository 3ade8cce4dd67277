import { GLOBAL_ACTIONS } from "#lib/base/access/actions.ts";
import { canGlobally } from "#lib/base/access/can.ts";
import { notFound } from "#lib/base/errors.ts";
import type { Me } from "#lib/contract/me.ts";
import { countUnread } from "#server/across/notification/index.ts";
import { authorizeSelf } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";

/** Returns whether any demo record is left. */
async function isDemoLoaded(ctx: Ctx): Promise<boolean> {
  const only = { where: { demo: true }, select: { id: true } } as const;
  const { db } = ctx;
  // People are checked first: they exist as long as any demo data does, so one query is enough.
  if (await db.user.findFirst(only)) return true;
  const rest = await Promise.all([
    db.incident.findFirst(only),
    db.review.findFirst(only),
    db.actionItem.findFirst(only),
    db.strategicChange.findFirst(only),
    db.service.findFirst(only),
    db.team.findFirst(only),
  ]);
  return rest.some((row) => row !== null);
}

/** Returns the current person with permissions and the number of unread notifications. */
export async function getMe(ctx: Ctx): Promise<Me> {
  const actor = authorizeSelf(ctx, "read");
  const [user, unread, demo] = await Promise.all([
    ctx.db.user.findUnique({
      where: { id: actor.id },
      select: {
        id: true,
        email: true,
        name: true,
        role: true,
        timeZone: true,
        singleKeys: true,
        digestHour: true,
        memberships: {
          where: { team: { archivedAt: null } },
          select: { team: { select: { id: true, name: true } } },
          orderBy: { team: { name: "asc" } },
        },
      },
    }),
    countUnread(ctx),
    isDemoLoaded(ctx),
  ]);
  if (!user) throw notFound();
  const { memberships, ...person } = user;
  return {
    ...person,
    teams: memberships.map(({ team }) => team),
    may: GLOBAL_ACTIONS.filter((action) => canGlobally(actor, action)),
    unread,
    demo,
  };
}
