import type { TxCtx } from "#server/base/kernel/context.ts";

const ROUTING = 7_241_903;

/**
 * Held to the end of the transaction by anyone who routes or settles events: a burst opens one incident, and no two
 * writers meet on the same rows in another order. Taken before any row.
 */
export async function lockRouting(tx: TxCtx): Promise<void> {
  await tx.db.$executeRaw`SELECT pg_advisory_xact_lock(${ROUTING}::bigint)`;
}
