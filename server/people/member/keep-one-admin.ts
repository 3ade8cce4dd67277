import { refuse } from "#lib/base/errors.ts";
import type { TxCtx } from "#server/base/kernel/transaction.ts";

/**
 * Throws `rule` when these people are all the admins who can still sign in. Locks the admins, so that two who leave
 * at the same time cannot both go.
 */
export async function keepOneAdmin(tx: TxCtx, leavingIds: readonly string[]): Promise<void> {
  const admins = await tx.db.$queryRaw<{ id: string }[]>`
    SELECT id FROM "user" WHERE role = 'admin' AND disabled_at IS NULL ORDER BY id FOR UPDATE`;
  const leaving = admins.filter(({ id }) => leavingIds.includes(id));
  if (leaving.length > 0 && leaving.length === admins.length) {
    throw refuse("last_admin", "This is the last admin. Make somebody else an admin first");
  }
}
