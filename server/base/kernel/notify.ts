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
  /** The incident whose restriction it inherits. */
  incidentId: string | null;
  /** What a digest names, as fields by which it is hidden later. */
  things?: unknown[];
  moreCount?: number;
}

/** Puts a line into someone's inbox, in the transaction of what it tells; the relay mails it when there is a mail server. */
export async function notify(tx: TxCtx, { things, ...notification }: NewNotification): Promise<void> {
  const id = tx.newId();
  await tx.db.notification.create({
    data: { id, ...notification, ...(things ? { things: toJson(things) as object } : {}), createdAt: tx.now() },
  });
  await emit(tx, "notification.created", { notificationId: id, userId: notification.userId });
}
