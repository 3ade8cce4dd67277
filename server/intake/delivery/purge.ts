import { DAY_MS } from "#lib/base/time/spans.ts";
import { KEPT_DAYS } from "#lib/intake/integration/limits.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";

/**
 * Deletes deliveries after 30 days, and counts of rejected ones after a year. The last delivery of each integration
 * stays without its body, so a silent one still shows since when. Returns how many were deleted.
 */
export async function purgeDeliveries(ctx: Ctx): Promise<number> {
  authorizeGlobally(ctx, "integration.manage");
  const before = new Date(ctx.now().getTime() - KEPT_DAYS * DAY_MS);
  return transact(ctx, async ({ db, now }) => {
    const deleted = await db.$executeRaw`
    DELETE FROM delivery d WHERE d.received_at < ${before}
       AND d.id <> (SELECT l.id FROM delivery l WHERE l.integration_id = d.integration_id
                     ORDER BY l.received_at DESC, l.id LIMIT 1)`;
    await db.$executeRaw`
    UPDATE delivery SET body = '' WHERE received_at < ${before} AND octet_length(body) > 0`;
    await db.$executeRaw`
      DELETE FROM refused_deliveries WHERE last_at < ${now()}::timestamptz - interval '1 year'`;
    await db.$executeRaw`DELETE FROM integration_secret WHERE expires_at < ${now()}`;
    return unrecorded("what is deleted was never kept for longer", () => deleted);
  });
}
