import { notFound } from "#lib/base/errors.ts";
import { authorizeSelf } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { emit } from "#server/base/kernel/outbox.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";

/** Revokes one of my tokens at once. Throws `not_found` for an unknown one and for someone else's. */
export async function revokeToken(ctx: Ctx, { id }: { id: string }): Promise<{ done: true }> {
  return transact(ctx, async (tx) => {
    const { id: userId } = authorizeSelf(tx, "write");
    const { count } = await tx.db.apiToken.updateMany({
      where: { id, userId, revokedAt: null },
      data: { revokedAt: tx.now() },
    });
    if (count === 0) throw notFound();
    await emit(tx, "access.changed", { userId });
    return record(tx, {
      action: "token.revoked",
      id,
      answer: () => ({ done: true }),
    });
  });
}
