import type { Ctx } from "#server/base/kernel/context.ts";
import { ACTOR_SELECT, userActor } from "#server/people/auth/user-actor.ts";
import { hideTitles } from "./hide-titles.ts";
import { notificationVisibleTo } from "./visible-to.ts";

export interface MailedNotification {
  to: string;
  subject: string;
  body: string;
  href: string;
}

/**
 * Returns a notification as it can be emailed now. Null if it was deleted or read, if the account is a demo account or
 * has no access any more, or if the person can no longer see what it is about.
 */
export async function findForMail(ctx: Ctx, id: string): Promise<MailedNotification | null> {
  const found = await ctx.db.notification.findFirst({
    where: { id, readAt: null, user: { demo: false } },
    select: {
      kind: true,
      subject: true,
      body: true,
      things: true,
      moreCount: true,
      href: true,
      user: { select: { ...ACTOR_SELECT, email: true } },
    },
  });
  const actor = found && userActor(found.user, null);
  if (!actor) return null;
  const isVisible = await ctx.db.notification.findFirst({
    where: { AND: [{ id }, await notificationVisibleTo(ctx, actor)] },
    select: { id: true },
  });
  const { user, ...message } = found;
  const [shown] = isVisible ? await hideTitles(ctx, actor, [message]) : [];
  return shown ? { to: user.email, subject: shown.subject, body: shown.body, href: shown.href } : null;
}
