import type { Ctx } from "#server/base/kernel/context.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";

interface Exported {
  noun: "review" | "incident";
  id: string;
  format: string;
  version?: number | undefined;
}

/** Records in the audit log what was exported through the command line, which can read everything. */
export async function recordExport(ctx: Ctx, { noun, id, ...after }: Exported): Promise<void> {
  const incidentId =
    noun === "incident"
      ? id
      : (await ctx.db.review.findUniqueOrThrow({ where: { id }, select: { incidentId: true } })).incidentId;
  const action = noun === "incident" ? "timeline.exported" : "review.exported";
  await transact(ctx, (tx) => record(tx, { action, id, incidentId, after, shown: false }));
}
