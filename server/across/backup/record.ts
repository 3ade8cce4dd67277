import { audit } from "#server/base/kernel/audit.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { transact } from "#server/base/kernel/transaction.ts";

export interface RecordBackupInput {
  action: "backup.made" | "backup.restored";
  rows: Record<string, number>;
}

/** Leaves a trace of a backup or a restoration in the audit trail. */
export async function recordBackup(ctx: Ctx, { action, rows }: RecordBackupInput): Promise<void> {
  await transact(ctx, async (tx) => {
    authorizeGlobally(tx, "settings.manage");
    await audit(tx, { action, noun: "backup", nounId: tx.newId(), after: { rows } });
  });
}
