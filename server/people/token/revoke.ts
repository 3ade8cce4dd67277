import { notFound } from "#lib/base/errors.ts";
import { audit } from "#server/base/kernel/audit.ts";
import { authorizeSelf } from "#server/base/kernel/authorize-self.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { emit } from "#server/base/kernel/outbox.ts";
import { transact } from "#server/base/kernel/transaction.ts";

/** Revokes one of my tokens at once. Throws `not_found` for an unknown one and for somebody else's. */
export async function revokeToken(ctx: Ctx, { id }: { id: string }): Promise<{ done: true }> {
  return transact(ctx, async (tx) => {
    const { id: userId } = authorizeSelf(tx, "write");
    const { count } = await tx.db.apiToken.updateMany({
      where: { id, userId, revokedAt: null },
      data: { revokedAt: tx.now() },
    });
    if (count === 0) throw notFound();
    await audit(tx, { action: "token.revoked", noun: "token", nounId: id });
    await emit(tx, "access.changed", { userId });
    return { done: true };
  });
}
