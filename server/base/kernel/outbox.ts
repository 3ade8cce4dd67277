import type { ShownNoun } from "#lib/base/vocabulary/shown-noun.ts";
import type { TxCtx } from "./context.ts";
import { toJson } from "./json.ts";

/** Side effects that follow a commit. Payloads carry ids and keys only. */
export interface OutboxTopics {
  /** Someone's access changed: sockets are checked again at once. */
  "access.changed": { reviewId?: string; incidentId?: string; userId?: string; sessionId?: string };
  /** A record changed: open screens refresh it. */
  "record.changed": { noun: ShownNoun; id: string; incidentId: string | null };
  /** Someone was told something: shown in the inbox already, mailed when there is a mail server; a hanging mail delays only others of that person. */
  "notification.created": { notificationId: string; userId?: string };
  /** A tool sent something; announced by the statement that stores it and never kept in the outbox. */
  "delivery.received": Record<string, never>;
}
export type OutboxTopic = keyof OutboxTopics;

/** Leaves a side effect to the relay, in the transaction of the change. */
export async function emit<Topic extends OutboxTopic>(
  tx: TxCtx,
  topic: Topic,
  payload: OutboxTopics[Topic],
): Promise<void> {
  await tx.db.outboxEvent.create({ data: { topic, payload: toJson(payload) as object, createdAt: tx.now() } });
}
