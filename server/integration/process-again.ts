import type { Delivery } from "#lib/contract/integration.ts";
import { notFound } from "#lib/errors.ts";
import { processDeliveries } from "#server/incoming/index.ts";
import { audit } from "#server/kernel/audit.ts";
import type { Ctx } from "#server/kernel/context.ts";
import { transact } from "#server/kernel/transaction.ts";
import { getDelivery } from "./get-delivery.ts";
import { authorizeIntegration } from "./load.ts";

interface Input {
  id: string;
  deliveryId: string;
}

/** Processes a delivery again, by the rules as they are now. What it wrote already is known and stays as it is. */
export async function processAgain(ctx: Ctx, { id, deliveryId }: Input): Promise<Delivery> {
  await transact(ctx, async (tx) => {
    await authorizeIntegration(tx, id);
    const found = await tx.db.delivery.count({ where: { id: deliveryId, integrationId: id } });
    if (found === 0) throw notFound();
    await audit(tx, { action: "integration.processed_again", noun: "integration", nounId: id, after: { deliveryId } });
  });
  await processDeliveries({ ...ctx, actor: { kind: "system", label: "job" } }, { ids: [deliveryId] });
  return getDelivery(ctx, { id, deliveryId });
}
