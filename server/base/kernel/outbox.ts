import type { ShownNoun } from "#lib/base/vocabulary/shown-noun.ts";
import type { TxCtx } from "./context.ts";
import { toJson } from "./json.ts";

/** Side effects that follow a commit. Payloads contain ids and keys only. */
export interface OutboxTopics {
  /** Someone's access changed: sockets are checked again at once. */
  "access.changed": { reviewId?: string; incidentId?: string; userId?: string; sessionId?: string };
  /** A record changed: open screens refresh it. */
  "record.changed": { noun: ShownNoun; id: string; incidentId: string | null };
  /**
   * Someone was notified: shown in the inbox already, and emailed if there is a mail server. A blocked email delays
   * only others of that person.
   */
  "notification.created": { notificationId: string; userId?: string };
  /** A post to a channel waits. Posts to other channels don't wait for it. */
  "post.created": { deliveryId: string; userId: string };
  /** The start of an incident moved with its timeline, so fixes verified earlier may be in question now, or no longer are. */
  "incident.start_moved": { incidentId: string };
  /** A tool sent something. Announced by the statement that stores it and never kept in the outbox. */
  "delivery.received": Record<string, never>;
}
export type OutboxTopic = keyof OutboxTopics;
export type OutboxMessage = { [Topic in OutboxTopic]: { topic: Topic; payload: OutboxTopics[Topic] } }[OutboxTopic];

/** The channel on which the database announces every row of the outbox when it is committed, for `listen`. */
export const outboxChannel = (onMessage: (message: OutboxMessage) => void) => ({
  afterword_outbox: (message: string) => onMessage(JSON.parse(message) as OutboxMessage),
});

/**
 * Leaves a side effect to the relay, in the transaction of the change. For changed records, see `record` and
 * `tellScreens`.
 */
export async function emit<Topic extends Exclude<OutboxTopic, "record.changed">>(
  tx: TxCtx,
  topic: Topic,
  payload: OutboxTopics[Topic],
): Promise<void> {
  await leave(tx, topic, [payload]);
}

/** The same for several side effects of one kind. */
export async function emitAll<Topic extends Exclude<OutboxTopic, "record.changed">>(
  tx: TxCtx,
  topic: Topic,
  payloads: readonly OutboxTopics[Topic][],
): Promise<void> {
  await leave(tx, topic, payloads);
}

/** Reports a change without its own audit entry to open screens, and states why it has none. */
export async function tellScreens(tx: TxCtx, changed: OutboxTopics["record.changed"], _why: string): Promise<void> {
  await leave(tx, "record.changed", [changed]);
}

/**
 * Tells every open screen that some people lost access, without to what. They hear no more of the record, so they read
 * again what they show.
 */
export const tellLostAccess = (tx: TxCtx): Promise<void> =>
  leave(tx, "record.changed", [{ noun: "access", id: "lost", incidentId: null }]);

async function leave(tx: TxCtx, topic: OutboxTopic, payloads: readonly object[]): Promise<void> {
  const createdAt = tx.now();
  const data = payloads.map((payload) => ({ topic, payload: toJson(payload) as object, createdAt }));
  await tx.db.outboxEvent.createMany({ data });
}
