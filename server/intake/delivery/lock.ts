import type { TxCtx } from "#server/base/kernel/context.ts";

const ROUTING = 7_241_903;

/**
 * Locks routing until the transaction ends, for every writer that routes or settles events: a burst opens one incident,
 * and no two writers lock the same rows in a different order. Take it before any row.
 */
export async function lockRouting(tx: TxCtx): Promise<void> {
  await tx.db.$executeRaw`SELECT pg_advisory_xact_lock(${ROUTING}::bigint)`;
}
