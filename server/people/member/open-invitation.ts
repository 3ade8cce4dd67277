import type { Role } from "#lib/base/access/roles.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { hashSecret } from "#server/people/auth/one-time-secret.ts";

export interface OpenInvitation {
  id: string;
  email: string;
  role: Role;
  invitedBy: string | null;
}

/** What an invitation link offers; null when it cannot be used (any more), or someone else took its address. */
export async function openInvitation(ctx: Ctx, { token }: { token: string }): Promise<OpenInvitation | null> {
  const row = await ctx.db.invitation.findFirst({
    where: { tokenHash: hashSecret(token), acceptedAt: null, revokedAt: null, expiresAt: { gt: ctx.now() } },
    select: { id: true, email: true, role: true, invitedBy: { select: { name: true } } },
  });
  if (!row || (await ctx.db.user.count({ where: { email: row.email } })) > 0) return null;
  return { id: row.id, email: row.email, role: row.role, invitedBy: row.invitedBy?.name ?? null };
}
