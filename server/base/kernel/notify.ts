import type { TxCtx } from "./context.ts";
import { toJson } from "./json.ts";
import { emitAll } from "./outbox.ts";

export interface NewNotification {
  userId: string;
  /** Stable code by which a person may unsubscribe later: `mention`, `assigned`. */
  kind: string;
  subject: string;
  body: string;
  href: string;
  /** The incident whose restriction applies. */
  incidentId: string | null;
  /** The items of a digest, as fields by which they can be hidden later. */
  things?: unknown[];
  moreCount?: number;
}

/**
 * Adds a notification to someone's inbox, in the transaction of the change. The relay emails it if there is a mail
 * server. Returns its id.
 */
export async function notify(tx: TxCtx, notification: NewNotification): Promise<string> {
  const [id = ""] = await notifyAll(tx, [notification]);
  return id;
}

/** The same for several notifications, in two statements. */
export async function notifyAll(tx: TxCtx, notifications: readonly NewNotification[]): Promise<string[]> {
  if (notifications.length === 0) return [];
  const rows = notifications.map(({ things, ...notification }) => ({
    id: tx.newId(),
    ...notification,
    ...(things ? { things: toJson(things) as object } : {}),
    createdAt: tx.now(),
    shownAt: tx.now(),
  }));
  await tx.db.notification.createMany({ data: rows });
  const payloads = rows.map(({ id, userId }) => ({ notificationId: id, userId }));
  await emitAll(tx, "notification.created", payloads);
  return rows.map(({ id }) => id);
}

/** Removes messages from inboxes. Returns who has seen each, in the inbox or by an email: theirs are kept as done. */
export async function withdrawMessages(tx: TxCtx, ids: string[]): Promise<ReadonlyMap<string, string>> {
  const among = { id: { in: ids } };
  const messages = await tx.db.notification.findMany({
    where: among,
    select: { id: true, userId: true, readAt: true, doneAt: true },
  });
  const mails = await tx.db.messageDelivery.findMany({
    where: { notificationId: { in: ids } },
    select: { notificationId: true },
  });
  const isMailed = new Set(mails.map(({ notificationId }) => notificationId));
  const seen = messages.filter(({ id, readAt, doneAt }) => readAt !== null || doneAt !== null || isMailed.has(id));
  const seenIds = seen.map(({ id }) => id);
  await tx.db.notification.deleteMany({ where: { id: { in: ids, notIn: seenIds } } });
  await tx.db.notification.updateMany({
    where: { id: { in: seenIds }, doneAt: null },
    data: { doneAt: tx.now(), readAt: tx.now() },
  });
  return new Map(seen.map(({ id, userId }) => [id, userId]));
}
