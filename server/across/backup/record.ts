import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";

export interface RecordBackupInput {
  action: "backup.made" | "backup.restored";
  rows: Record<string, number>;
}

/** Records a backup or a restoration in the audit log. After the latter, reminders whose day is over aren't sent. */
export async function recordBackup(ctx: Ctx, { action, rows }: RecordBackupInput): Promise<void> {
  await transact(ctx, async (tx) => {
    authorizeGlobally(tx, "settings.manage");
    if (action === "backup.restored")
      await tx.db.ladderStart.updateMany({ data: { since: tx.now(), deadlinesSince: tx.now() } });
    return record(tx, { action, id: tx.newId(), after: { rows } });
  });
}
