import type { TxCtx } from "#server/base/kernel/context.ts";
import { holdIncident } from "./authorize-curating.ts";

/**
 * Reserves `count` E-numbers of an incident and returns the first. Locks the incident's row, so two writers wait for
 * each other.
 */
export async function reserveNumbers(tx: TxCtx, incidentId: string): Promise<number> {
  await holdIncident(tx, incidentId);
  const last = await tx.db.timelineEvent.aggregate({ where: { incidentId }, _max: { number: true } });
  return (last._max.number ?? 0) + 1;
}
