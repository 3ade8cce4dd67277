import { notFound, refuse } from "#lib/base/errors.ts";
import { DAY_MS } from "#lib/base/time/spans.ts";
import type { Delivery, deliveryContract } from "#lib/contract/delivery.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { emit } from "#server/base/kernel/outbox.ts";
import { record, unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { attemptsOf } from "./keep.ts";
import { getDelivery } from "./list.ts";

const KEPT_DAYS = 14;

/** Sends a message again that is waiting or has failed, from the first attempt. Throws `rule` for one that is settled. */
export async function retryDelivery(ctx: Ctx, { id }: InputOf<typeof deliveryContract.retry>): Promise<Delivery> {
  return transact(ctx, async (tx) => {
    authorizeGlobally(tx, "settings.manage");
    await tx.db.$queryRaw`SELECT id FROM message_delivery WHERE id = ${id}::uuid FOR UPDATE`;
    const row = await tx.db.messageDelivery.findUnique({ where: { id } });
    if (!row) throw notFound();
    if (row.state !== "waiting" && row.state !== "given_up")
      throw refuse("delivery-settled", "This message can't be sent again. Choose one that is waiting or has failed.");
    if (
      (await tx.db.outboxEvent.count({ where: { AND: [attemptsOf(row), { claimedUntil: { gt: new Date() } }] } })) > 0
    )
      throw refuse("delivery-sending", "This message is being sent right now. Wait a minute, then check again.");
    // Its attempts of before end here, or the message would be sent twice.
    await tx.db.outboxEvent.updateMany({
      where: attemptsOf(row),
      data: { processedAt: tx.now() },
    });
    if (row.notificationId)
      await emit(tx, "notification.created", { notificationId: row.notificationId, userId: row.userId ?? "" });
    else await emit(tx, "post.created", { deliveryId: id, userId: row.channelId ?? "" });
    const data = { state: "waiting", settledAt: null, nextTryAt: null };
    await tx.db.messageDelivery.update({ where: { id }, data });
    return record(tx, {
      action: "message_delivery.retried",
      ...{ id, incidentId: row.incidentId },
      before: { state: row.state },
      after: { state: "waiting" },
      answer: () => getDelivery(tx, id),
    });
  });
}

/** Removes deliveries after 14 days. Returns how many. */
export async function forgetMessageDeliveries(ctx: Ctx): Promise<number> {
  const before = new Date(ctx.now().getTime() - KEPT_DAYS * DAY_MS);
  return transact(ctx, async (tx) => {
    authorizeGlobally(tx, "settings.manage");
    const { count } = await tx.db.messageDelivery.deleteMany({ where: { createdAt: { lt: before } } });
    return unrecorded("the delivery log is kept for 14 days", () => count);
  });
}
