import { DAY_MS } from "#lib/base/time/spans.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";

const READ_AFTER_MS = 5 * DAY_MS;

/** Marks everything in the database as demo data. No email is left to send, and old messages are marked as read. */
export async function markAsDemo({ db, now }: TxCtx): Promise<void> {
  const demo = { data: { demo: true } };
  await db.user.updateMany(demo);
  await db.team.updateMany(demo);
  await db.service.updateMany(demo);
  await db.incident.updateMany(demo);
  await db.review.updateMany(demo);
  await db.actionItem.updateMany(demo);
  await db.strategicChange.updateMany(demo);
  await db.integration.updateMany(demo);
  await db.tracker.updateMany(demo);
  await db.policy.updateMany(demo);
  await db.outboxEvent.updateMany({ where: { processedAt: null }, data: { processedAt: now() } });
  await db.notification.updateMany({
    where: { createdAt: { lt: new Date(now().getTime() - READ_AFTER_MS) } },
    data: { readAt: now() },
  });
}
