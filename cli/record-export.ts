import { audit } from "#server/kernel/audit.ts";
import type { Ctx } from "#server/kernel/context.ts";
import { transact } from "#server/kernel/transaction.ts";

/** Leaves a trace of a review that left the instance through the command line, which reads whatever it is told to. */
export async function recordExport(ctx: Ctx, { id, format }: { id: string; format: string }): Promise<void> {
  const { incidentId } = await ctx.db.review.findUniqueOrThrow({ where: { id }, select: { incidentId: true } });
  await transact(ctx, (tx) =>
    audit(tx, { action: "review.exported", noun: "review", nounId: id, incidentId, after: { format } }),
  );
}
