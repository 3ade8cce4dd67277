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

  async function connect(): Promise<void> {
    for (let isFirst = true; !isStopped; isFirst = false) {
      const next = new pg.Client({ connectionString: url, keepAlive: true, application_name: "afterword outbox" });
      const broken = new Promise<void>((resolve) => next.once("end", resolve));
      next.on("error", () => undefined);
      next.on("notification", ({ payload }) => onMessage(JSON.parse(payload ?? "") as OutboxMessage));
      try {
        await next.connect();
        await next.query(`listen ${CHANNEL}`);
        client = next;
        if (!isFirst) onGap();
        await broken;
      } catch (error) {
        log.warn({ err: error }, "cannot listen to the outbox");
        await next.end().catch(() => undefined);
      }
      client = null;
      if (!isStopped) await sleep(RECONNECT_MS);
    }
  }

  const ended = connect();
  return {
    async stop() {
      isStopped = true;
      await client?.end();
      await ended;
    },
  };
}
