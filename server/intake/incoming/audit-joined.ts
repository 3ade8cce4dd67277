import { audit } from "#server/base/kernel/audit.ts";
import type { TxCtx } from "#server/base/kernel/transaction.ts";
import type { Placed } from "./router.ts";

/** Says of each incident that events joined it by themselves: one entry for all of a batch. */
export async function auditJoined(
  tx: TxCtx,
  integration: { id: string; name: string },
  placed: readonly Placed[],
): Promise<void> {
  const fresh = placed.filter(({ isNew, incidentId }) => isNew && incidentId !== null);
  for (const [incidentId, group] of Map.groupBy(fresh, (one) => one.incidentId)) {
    await audit(tx, {
      action: "integration.events_joined",
      noun: "integration",
      nounId: integration.id,
      incidentId,
      after: { integration: integration.name, events: group.length, first: group[0]?.fact.event.title },
    });
  }
}
