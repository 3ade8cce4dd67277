import type { Role } from "#lib/base/access/roles.ts";
import { notFound } from "#lib/base/errors.ts";
import type { Invitation } from "#lib/contract/member.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { hashSecret } from "#server/people/auth/one-time-secret.ts";

/** Returns invitations that can still be used, newest first. */
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

export interface OpenInvitation {
  id: string;
  email: string;
  role: Role;
  invitedBy: string | null;
}

/** Returns what an invitation link offers. Null if it can't be used, or if someone else has its address now. */
export async function openInvitation(ctx: Ctx, { token }: { token: string }): Promise<OpenInvitation | null> {
  const row = await ctx.db.invitation.findFirst({
    where: { tokenHash: hashSecret(token), acceptedAt: null, revokedAt: null, expiresAt: { gt: ctx.now() } },
    select: { id: true, email: true, role: true, invitedBy: { select: { name: true } } },
  });
  if (!row || (await ctx.db.user.count({ where: { email: row.email } })) > 0) return null;
  return { id: row.id, email: row.email, role: row.role, invitedBy: row.invitedBy?.name ?? null };
}

/** Revokes an invitation, so its link stops working. Throws `not_found` for one that is used, ended or revoked. */
export async function revokeInvitation(ctx: Ctx, { id }: { id: string }): Promise<{ done: true }> {
  return transact(ctx, async (tx) => {
    authorizeGlobally(tx, "people.manage");
    const { count } = await tx.db.invitation.updateMany({
      where: { id, acceptedAt: null, revokedAt: null },
      data: { revokedAt: tx.now() },
    });
    if (count === 0) throw notFound();
    return record(tx, {
      action: "invitation.revoked",
      id,
      answer: () => ({ done: true }),
    });
  });
}
