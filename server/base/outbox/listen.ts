import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Logger } from "pino";
import { cut } from "#server/base/db/pools.ts";
import type { OutboxTopic, OutboxTopics } from "#server/base/kernel/outbox.ts";

const CHANNEL = "afterword_outbox";
const RECONNECT_MS = 1000;
/** A connection that only listens would never notice that it became silent. */
const PING_MS = 5000;

export type OutboxMessage = { [Topic in OutboxTopic]: { topic: Topic; payload: OutboxTopics[Topic] } }[OutboxTopic];

export interface ListenOptions {
  url: string;
  log: Logger;
  onMessage(message: OutboxMessage): void;
  /** Called after a broken connection: messages may have been missed, so everything must be checked again. */
  onGap(): void;
}

/**
 * Calls back for what any process commits to the outbox, shortly after the commit. This is a hint and can be missed:
 * see `onGap`.
 */
export function listenToOutbox({ url, log, onMessage, onGap }: ListenOptions): { stop(): Promise<void> } {
  let isStopped = false;
  let markStopped: () => void = () => undefined;
  const stopped = new Promise<void>((resolve) => {
    markStopped = resolve;
  });

  // One connection, from its start to its end. A stop doesn't wait for one that is still being opened.
  async function attend(isFirst: boolean): Promise<void> {
    let pinging: NodeJS.Timeout | undefined;
    const client = new pg.Client({
      connectionString: url,
      keepAlive: true,
      connectionTimeoutMillis: 5000,
      query_timeout: 5000,
      application_name: "afterword outbox",
    });
    const ended = new Promise<void>((resolve) => client.once("end", resolve));
    client.on("error", () => undefined);
    client.on("notification", ({ payload }) => onMessage(JSON.parse(payload ?? "") as OutboxMessage));
    const listening = client.connect().then(() => client.query(`listen ${CHANNEL}`));
    listening.catch(() => undefined);
    try {
      await Promise.race([listening, stopped]);
      if (isStopped) return;
      if (!isFirst) onGap();
      pinging = setInterval(() => void client.query("select 1").catch(() => cut(client)), PING_MS);
      await Promise.race([ended, stopped]);
    } catch (error) {
      log.warn({ err: error }, "cannot listen to the outbox");
    } finally {
      clearInterval(pinging);
      client.end().catch(() => undefined);
    }
  }

  async function attendAlways(): Promise<void> {
    for (let isFirst = true; !isStopped; isFirst = false) {
      await attend(isFirst);
      if (!isStopped) await Promise.race([sleep(RECONNECT_MS), stopped]);
    }
  }

  const ended = attendAlways();
  return {
    async stop() {
      isStopped = true;
      markStopped();
      await ended;
    },
  };
}
