import type { Invitation } from "#lib/contract/member.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";

/** Invitations that can still be used, newest first. */
export async function listInvitations(ctx: Ctx): Promise<{ items: Invitation[] }> {
  authorizeGlobally(ctx, "people.manage");
  const rows = await ctx.db.invitation.findMany({
    where: { acceptedAt: null, revokedAt: null, expiresAt: { gt: ctx.now() } },
    select: {
      id: true,
      email: true,
      role: true,
      createdAt: true,
      expiresAt: true,
      invitedBy: { select: { name: true } },
    },
    orderBy: { id: "desc" },
  });
  return {
    items: rows.map((row) => ({
      id: row.id,
      email: row.email,
      role: row.role,
      invitedBy: row.invitedBy?.name ?? null,
      createdAt: row.createdAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
    })),
  };
}
