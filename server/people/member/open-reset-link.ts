import type { Ctx } from "#server/base/kernel/context.ts";
import { hashSecret } from "#server/people/auth/one-time-secret.ts";
import { ACTOR_SELECT } from "#server/people/auth/user-actor.ts";

interface OpenResetLinkInput {
  token: string;
  /** Whether a demo account can be used with this request. */
  isDemoAccepted: boolean;
}

/** Returns the link and the person whose password it sets. Null if it can't be used. */
export async function openResetLink(ctx: Ctx, { token, isDemoAccepted }: OpenResetLinkInput) {
  return ctx.db.resetLink.findFirst({
    where: {
      tokenHash: hashSecret(token),
      usedAt: null,
      expiresAt: { gt: ctx.now() },
      user: { disabledAt: null, ...(isDemoAccepted ? {} : { demo: false }) },
    },
    select: {
      id: true,
      user: {
        select: { ...ACTOR_SELECT, email: true, tokens: { where: { revokedAt: null }, select: { id: true } } },
      },
    },
  });
}
