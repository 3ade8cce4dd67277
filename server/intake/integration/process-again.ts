import { notFound } from "#lib/base/errors.ts";
import type { Delivery } from "#lib/contract/integration.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { processDeliveries } from "#server/intake/delivery/index.ts";
import { getDelivery } from "./get-delivery.ts";
import { authorizeIntegration } from "./integration-row.ts";

interface Input {
  id: string;
  deliveryId: string;
}

/** Processes a delivery again, by the current rules. What it has already written is known and stays as it is. */
export async function processAgain(ctx: Ctx, { id, deliveryId }: Input): Promise<Delivery> {
  await transact(ctx, async (tx) => {
    await authorizeIntegration(tx, id);
    const found = await tx.db.delivery.count({ where: { id: deliveryId, integrationId: id } });
    if (found === 0) throw notFound();
    return record(tx, { action: "integration.processed_again", id, after: { deliveryId }, shown: false });
  });
  await processDeliveries({ ...ctx, actor: { kind: "system", label: "job" } }, { ids: [deliveryId] });
  return getDelivery(ctx, { id, deliveryId });
}
