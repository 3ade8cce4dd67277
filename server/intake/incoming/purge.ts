import { KEPT_DAYS } from "#lib/base/vocabulary/integration.ts";
import type { Ctx } from "#server/base/kernel/context.ts";

/**
 * Deletes deliveries after 30 days, and counts of refused ones after a year. Of each integration the last delivery
 * stays without its body, so that a silent one still says since when. Answers how many were deleted.
 */
export async function purgeDeliveries(ctx: Ctx): Promise<number> {
  const before = new Date(ctx.now().getTime() - KEPT_DAYS * 86_400_000);
  const deleted = await ctx.db.$executeRaw`
    DELETE FROM delivery d WHERE d.received_at < ${before}
       AND d.id <> (SELECT l.id FROM delivery l WHERE l.integration_id = d.integration_id
                     ORDER BY l.received_at DESC, l.id LIMIT 1)`;
  await ctx.db.$executeRaw`
    UPDATE delivery SET body = '' WHERE received_at < ${before} AND octet_length(body) > 0`;
  await ctx.db
    .$executeRaw`DELETE FROM refused_deliveries WHERE last_at < ${ctx.now()}::timestamptz - interval '1 year'`;
  await ctx.db.$executeRaw`DELETE FROM integration_secret WHERE expires_at < ${ctx.now()}`;
  return deleted;
}
