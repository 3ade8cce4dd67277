import { authorize } from "#server/base/kernel/authorize.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import { incidentFacts } from "#server/incidents/incident/index.ts";
import { findIncident } from "./event-row.ts";

/** Locks the incident's row until the transaction ends. Others wait for it, and then read the committed state. */
export async function holdIncident(tx: TxCtx, id: string): Promise<void> {
  await tx.db.$queryRaw`SELECT id FROM incident WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
}

/**
 * Returns the incident whose story is curated. Locks its row, so changes of many events and imports wait for each
 * other.
 */
export async function authorizeCurating(tx: TxCtx, key: string) {
  const incident = await findIncident(tx, key);
  authorize(tx, "incident", "curate", incidentFacts(incident));
  await holdIncident(tx, incident.id);
  return incident;
}
