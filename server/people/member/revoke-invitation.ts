import { notFound } from "#lib/base/errors.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";

/** Revokes an invitation; its link stops working. Throws `not_found` for one that is used, ended or undone. */
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
