import type pg from "pg";
import { notFound, refuse } from "#lib/base/errors.ts";
import type { DeliveryRow } from "#lib/contract/integration.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { unseal } from "#server/base/process/seal.ts";
import { processDeliveries } from "#server/intake/delivery/index.ts";
import { receiveDelivery, signedTest } from "#server/intake/webhook/index.ts";
import { authorizeIntegration, DELIVERY_SELECT } from "./integration-row.ts";
import { presentDeliveries } from "./present-delivery.ts";
import { testRefusal } from "./test-refusal.ts";

interface Input {
  id: string;
  pool: pg.Pool;
}

/**
 * Signs a delivery as the tool would and processes it completely: signature, commit, processing. It writes no event.
 */
export async function sendTest(ctx: Ctx, { id, pool }: Input): Promise<DeliveryRow> {
  const { source, key, secret } = await transact(ctx, async (tx) => {
    const row = await authorizeIntegration(tx, id);
    const found = await tx.db.integrationSecret.findFirst({ where: { integrationId: id, expiresAt: null } });
    const plain = found ? unseal(found.sealed, id) : null;
    const refusal = testRefusal(row, plain !== null);
    if (refusal || plain === null) throw refuse(refusal?.rule ?? "no_secret", refusal?.words ?? "");
    return record(tx, {
      action: "integration.test_sent",
      id,
      answer: () => ({ source: row.source, key: row.key, secret: plain }),
    });
  });
  const { body, ...request } = signedTest(source, secret, ctx.now(), ctx.newId());
  const intake = { pool, log: ctx.log, now: ctx.now, newId: ctx.newId };
  const answer = await receiveDelivery(intake, {
    ...{ ...request, source, key, startedAt: performance.now() },
    read: async () => body,
  });
  if (answer.is === "refused") throw refuse(answer.reason, answer.words);
  if (answer.is !== "accepted") throw notFound();
  await processDeliveries({ ...ctx, actor: { kind: "system", label: "job" } }, { ids: [answer.deliveryId] });
  const row = await ctx.db.delivery.findUniqueOrThrow({ where: { id: answer.deliveryId }, select: DELIVERY_SELECT });
  const [presented] = await presentDeliveries(ctx, [row]);
  if (!presented) throw notFound();
  return presented;
}
