import type { InferContractRouterOutputs } from "@orpc/contract";
import { refuse } from "#lib/base/errors.ts";
import type { demoContract } from "#lib/contract/demo.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { deleteDemoRows } from "./delete-rows.ts";

type Removed = InferContractRouterOutputs<typeof demoContract>["remove"];

/**
 * Removes all demo data except what people worked on. Returns the counts and what stays. Signed-in demo accounts lose
 * access at once. Throws `rule` if no one could administer Afterword afterwards.
 */
export async function removeDemo(ctx: Ctx): Promise<Removed> {
  return transact(ctx, async (tx) => {
    authorizeGlobally(tx, "demo.remove");
    await keepAnAdmin(tx);
    const rows = await deleteDemoRows(tx);
    const removed: Removed = {
      incidents: rows.incidentIds.length,
      reviews: rows.reviewIds.length,
      actions: rows.actionIds.length,
      changes: rows.changeIds.length,
      people: rows.userIds.length,
      kept: rows.kept,
    };
    return record(tx, {
      action: "demo.removed",
      id: tx.newId(),
      after: removed,
      answer: () => removed,
    });
  });
}

// Locked, so the last admin can't leave while the demo accounts are removed.
async function keepAnAdmin(tx: TxCtx): Promise<void> {
  const admins = await tx.db.$queryRaw<{ demo: boolean }[]>`
    SELECT demo FROM "user" WHERE role = 'admin' AND disabled_at IS NULL ORDER BY id FOR NO KEY UPDATE`;
  if (admins.some(({ demo }) => !demo)) return;
  throw refuse(
    "admin_needed",
    "Every admin is a demo account. Invite an admin of your own in Settings > People and roles. After they join, delete the demo data.",
  );
}
