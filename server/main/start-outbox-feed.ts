import type { Logger } from "pino";
import type { Database } from "#server/base/db/client.ts";
import { running } from "#server/base/kernel/running.ts";
import { listenToOutbox } from "#server/base/outbox/index.ts";
import { applyAccessChange, runningCollab } from "#server/reviews/document/index.ts";

/** Acts in this process on what any process commits: document sockets follow access at once, open screens hear what changed, mails go out soon. */
export function startOutboxFeed({ url, prisma }: Database, log: Logger): { stop(): Promise<void> } {
  const failed = (error: unknown) => log.error({ err: error }, "a change of access was not carried to the sockets");
  return listenToOutbox({
    url,
    log,
    onMessage(message) {
      const { jobs, changes } = running();
      const { server: collab } = runningCollab();
      if (message.topic === "record.changed") changes.tell(message.payload);
      if (message.topic === "access.changed" && collab) {
        applyAccessChange(message.payload, { collab, prisma }).catch(failed);
      }
      if (message.topic === "notification.created") jobs?.kick("relay-outbox");
      if (message.topic === "delivery.received") jobs?.kick("process-deliveries");
    },
    onGap() {
      runningCollab().server?.recheck().catch(failed);
      running().jobs?.kick("relay-outbox");
      running().jobs?.kick("process-deliveries");
    },
  });
}
