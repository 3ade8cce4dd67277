import { GLOBAL_ACTIONS } from "#lib/base/access/actions.ts";
import { canGlobally } from "#lib/base/access/can.ts";
import { notFound } from "#lib/base/errors.ts";
import type { Me } from "#lib/contract/me.ts";
import { countUnread } from "#server/across/notification/index.ts";
import { authorizeSelf } from "#server/base/kernel/authorize-self.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { isDemoLoaded } from "./is-demo-loaded.ts";

/** Who I am, what I may do, how much is unread. */
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
