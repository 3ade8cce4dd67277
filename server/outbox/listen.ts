import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Logger } from "pino";
import type { OutboxTopic, OutboxTopics } from "#server/kernel/outbox.ts";

const CHANNEL = "afterword_outbox";
const RECONNECT_MS = 1000;

export type OutboxMessage = { [Topic in OutboxTopic]: { topic: Topic; payload: OutboxTopics[Topic] } }[OutboxTopic];

export interface ListenOptions {
  url: string;
  log: Logger;
  onMessage(message: OutboxMessage): void;
  /** After a connection that broke: messages may have been missed, so everything is to be looked at again. */
  onGap(): void;
}

/** Hears what any process commits to the outbox, a moment after the commit. A hint, never the only way: see `onGap`. */
export function listenToOutbox({ url, log, onMessage, onGap }: ListenOptions): { stop(): Promise<void> } {
  let client: pg.Client | null = null;
  let isStopped = false;

  // One connection, from its start to its end.
  async function attend(isFirst: boolean): Promise<void> {
    const current = new pg.Client({ connectionString: url, keepAlive: true, application_name: "afterword outbox" });
    client = current;
    const ended = new Promise<void>((resolve) => current.once("end", resolve));
    current.on("error", () => undefined);
    current.on("notification", ({ payload }) => onMessage(JSON.parse(payload ?? "") as OutboxMessage));
    try {
      await current.connect();
      await current.query(`listen ${CHANNEL}`);
      if (!isFirst) onGap();
      await ended;
    } catch (error) {
      if (!isStopped) log.warn({ err: error }, "cannot listen to the outbox");
      await current.end().catch(() => undefined);
    }
  }

  async function attendAlways(): Promise<void> {
    for (let isFirst = true; !isStopped; isFirst = false) {
      await attend(isFirst);
      if (!isStopped) await sleep(RECONNECT_MS);
    }
  }

  const ended = attendAlways();
  return {
    async stop() {
      isStopped = true;
      await client?.end().catch(() => undefined);
      await ended;
    },
  };
}
