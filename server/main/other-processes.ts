import type { Logger } from "pino";
import type { Database } from "#server/base/db/client.ts";
import { listen, say } from "#server/base/db/listen.ts";
import { type OutboxMessage, outboxChannel } from "#server/base/kernel/outbox.ts";
import { parseScreen, type ScreenNews } from "#server/base/kernel/people-here.ts";
import { running } from "#server/base/kernel/running.ts";
import { applyAccessChange, DOCUMENT_CHANNEL, runningCollab } from "#server/reviews/document/index.ts";

const SCREEN_CHANNEL = "afterword_screen";

/**
 * Reacts in this process to commits and reports of any process: updates access and text of document sockets, notifies
 * open screens of changes and of people on the same record, and starts jobs.
 */
export function listenToProcesses({ url, prisma, logPool }: Database, log: Logger): { stop(): Promise<void> } {
  const { here } = running();
  const failed = (error: unknown) => log.error({ err: error }, "news of another process did not reach the sockets");

  function react(message: OutboxMessage) {
    const { jobs, changes } = running();
    const { server: collab } = runningCollab();
    if (message.topic === "record.changed") changes.tell(message.payload);
    // Access to incidents is checked with every change, and the account only at the start of the stream.
    if (message.topic === "access.changed" && (message.payload.userId ?? message.payload.sessionId) !== undefined)
      changes.end(message.payload);
    if (message.topic === "access.changed" && collab)
      applyAccessChange(message.payload, { collab, prisma }).catch(failed);
    if (message.topic === "notification.created") jobs?.kick("relay-outbox");
    if (message.topic === "delivery.received") jobs?.kick("process-deliveries");
  }

  here.tellOthers = (news: ScreenNews) => {
    // A screen reports again within 15 s.
    say(logPool, SCREEN_CHANNEL, [JSON.stringify(news)]).catch(() => undefined);
  };
  return listen({
    url,
    log,
    channels: {
      ...outboxChannel(react),
      [DOCUMENT_CHANNEL]: (message) => runningCollab().server?.hear(message).catch(failed),
      [SCREEN_CHANNEL]: (message) => here.hear(parseScreen(message)),
    },
    onGap() {
      runningCollab().server?.missed().catch(failed);
      running().changes.end();
      running().jobs?.kick("relay-outbox");
      running().jobs?.kick("process-deliveries");
    },
  });
}
