import type { Logger } from "pino";
import type { Database } from "#server/db/client.ts";
import { applyAccessChange, listenToOutbox } from "#server/outbox/index.ts";
import { running } from "#server/running.ts";

/** Acts in this process on what any process commits: document sockets follow access at once, open screens hear what changed, mails go out soon. */
export function startOutboxFeed({ url, prisma }: Database, log: Logger): { stop(): Promise<void> } {
  const failed = (error: unknown) => log.error({ err: error }, "a change of access was not carried to the sockets");
  return listenToOutbox({
    url,
    log,
    onMessage(message) {
      const { collab, jobs, changes } = running();
      if (message.topic === "record.changed") changes.tell(message.payload);
      if (message.topic === "access.changed" && collab) {
        applyAccessChange(message.payload, { collab, prisma }).catch(failed);
      }
      if (message.topic === "notification.created") jobs?.kick("relay-outbox");
      if (message.topic === "delivery.received") jobs?.kick("process-deliveries");
    },
    onGap() {
      running().collab?.recheck().catch(failed);
      running().jobs?.kick("relay-outbox");
      running().jobs?.kick("process-deliveries");
    },
  });
}
