import type { MessageDelivery, Prisma } from "#generated/prisma/client.ts";
import type { DeliveryState } from "#lib/base/vocabulary/message-delivery.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import type { Attempt } from "#server/base/outbox/index.ts";

/** A message that is about to be sent. */
interface Leaving {
  notificationId: string;
  userId: string;
  kind: string;
  href: string;
  incidentId: string | null;
}

/** Why a message is not sent at all. */
export const NOT_SENT = {
  unsubscribed: "unsubscribed from this kind",
  settled: "read, done or muted before it was sent",
  restricted: "the incident was restricted before it was sent",
  removed: "the channel was removed before it was sent",
} as const;

/**
 * Keeps that an email is on its way, once however often it's tried. Returns its delivery, and whether it was sent
 * before.
 */
export async function keepMail(
  ctx: Ctx,
  { notificationId, ...mail }: Leaving,
): Promise<{ id: string; isSent: boolean }> {
  return transact(ctx, async (tx) => {
    authorizeGlobally(tx, "settings.manage");
    const { id, state } = await tx.db.messageDelivery.upsert({
      where: { notificationId },
      create: { id: tx.newId(), notificationId, ...mail, state: "waiting", createdAt: tx.now() },
      update: {},
      select: { id: true, state: true },
    });
    return unrecorded(LOGGED, () => ({ id, isSent: state === "sent" }));
  });
}

const LOGGED = "the delivery log is not changed by people";

const update = (ctx: Ctx, id: string, data: Prisma.MessageDeliveryUncheckedUpdateInput): Promise<void> =>
  transact(ctx, async (tx) => {
    authorizeGlobally(tx, "settings.manage");
    await tx.db.messageDelivery.updateMany({ where: { id }, data });
    return unrecorded(LOGGED);
  });

/** Stores a failure, unless an admin has replaced the attempt with a new one: that one decides. */
const fail = (ctx: Ctx, id: string, attempt: Attempt, data: Prisma.MessageDeliveryUncheckedUpdateInput) =>
  transact(ctx, async (tx) => {
    authorizeGlobally(tx, "settings.manage");
    await tx.db.$queryRaw`SELECT id FROM message_delivery WHERE id = ${id}::uuid FOR UPDATE`;
    const row = await tx.db.messageDelivery.findUnique({ where: { id, state: { not: "sent" } } });
    const newer = { attempts: { lt: attempt.number - 1 } };
    const isReplaced = row && (await tx.db.outboxEvent.count({ where: { AND: [attemptsOf(row), newer] } })) > 0;
    if (row && !isReplaced) await tx.db.messageDelivery.update({ where: { id }, data });
    return unrecorded(LOGGED);
  });

/** The rows of the outbox by which a message is still sent. */
export const attemptsOf = ({ id, notificationId }: Pick<MessageDelivery, "id" | "notificationId">) =>
  ({
    ...{ processedAt: null, topic: notificationId ? "notification.created" : "post.created" },
    payload: notificationId
      ? { path: ["notificationId"], equals: notificationId }
      : { path: ["deliveryId"], equals: id },
  }) satisfies Prisma.OutboxEventWhereInput;

async function settle(ctx: Ctx, id: string, state: DeliveryState, changed: { tries?: number; error: string | null }) {
  // The words of a post are needed until it's settled. The log shows none of them.
  const data = { state, ...changed, nextTryAt: null, words: "", settledAt: ctx.now() };
  await update(ctx, id, data);
}

/** Keeps that a message is not sent, and why. */
export const keepNotSent = (ctx: Ctx, id: string, why: keyof typeof NOT_SENT): Promise<void> =>
  settle(ctx, id, "not_sent", { error: NOT_SENT[why] });

/** Keeps that an email that was tried before has nothing to say any more. */
export async function dropMail(ctx: Ctx, notificationId: string): Promise<void> {
  const found = await ctx.db.messageDelivery.findUnique({
    where: { notificationId, state: "waiting" },
    select: { id: true },
  });
  if (found) await keepNotSent(ctx, found.id, "settled");
}

/** Sends a message and keeps the outcome. Throws the failure, after which the outbox tries it again. */
export async function sendKept(ctx: Ctx, id: string, attempt: Attempt, send: () => Promise<void>): Promise<void> {
  try {
    await send();
  } catch (failure) {
    const error = (failure instanceof Error ? failure.message : String(failure)).slice(0, 500);
    if (attempt.nextAt === null) await settleFailed(ctx, id, attempt, error);
    else {
      const data = { state: "waiting", tries: attempt.number, error, nextTryAt: attempt.nextAt };
      await fail(ctx, id, attempt, data);
    }
    throw failure;
  }
  await settle(ctx, id, "sent", { tries: attempt.number, error: null });
}

/** Gives up for now. The words stay, because an admin can send it again. */
async function settleFailed(ctx: Ctx, id: string, attempt: Attempt, error: string): Promise<void> {
  const data = { state: "given_up", tries: attempt.number, error, nextTryAt: null, settledAt: ctx.now() };
  await fail(ctx, id, attempt, data);
}
