import type { TxCtx } from "./context.ts";
import { toJson } from "./json.ts";
import { emit } from "./outbox.ts";

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
export async function notify(tx: TxCtx, { things, ...notification }: NewNotification): Promise<string> {
  const id = tx.newId();
  await tx.db.notification.create({
    data: {
      id,
      ...notification,
      ...(things ? { things: toJson(things) as object } : {}),
      createdAt: tx.now(),
      shownAt: tx.now(),
    },
  });
  await emit(tx, "notification.created", { notificationId: id, userId: notification.userId });
  return id;
}
