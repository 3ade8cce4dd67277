import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Logger } from "pino";
import { cut } from "./pools.ts";

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5000;
/** A connection that only listens would never notice that it became silent. Noticed within 9 s. */
const PING_MS = 4000;
const ANSWER_MS = 5000;

export interface ListenOptions {
  url: string;
  log: Pick<Logger, "warn">;
  /** The handler of each channel's messages. */
  channels: Readonly<Record<string, (message: string) => void>>;
  /** Called whenever it starts to listen: messages may have been missed before, so everything must be checked again. */
  onGap(): void;
}

/**
 * Calls back for what any process says on these channels, or commits to them, over one connection that is replaced when
 * it breaks. A message is a hint and can be missed: see `onGap`.
 */
export function listen({ url, log, channels, onGap }: ListenOptions): { stop(): Promise<void> } {
  let isStopped = false;
  let markStopped: () => void = () => undefined;
  const stopped = new Promise<void>((resolve) => {
    markStopped = resolve;
  });

  function hear({ channel, payload = "" }: pg.Notification) {
    try {
      channels[channel]?.(payload);
    } catch (error) {
      log.warn({ err: error, channel }, "could not read a message of another process");
    }
  }

  // One connection, from its start to its end. A stop doesn't wait for one that is still being opened.
  async function attend(): Promise<boolean> {
    let pinging: NodeJS.Timeout | undefined;
    const client = new pg.Client({
      connectionString: url,
      keepAlive: true,
      connectionTimeoutMillis: ANSWER_MS,
      query_timeout: ANSWER_MS,
      application_name: "afterword listen",
    });
    const ended = new Promise<void>((resolve) => client.once("end", resolve));
    client.on("error", () => undefined);
    client.on("notification", hear);
    const subscribe = Object.keys(channels).map((channel) => `listen ${channel}`);
    const listening = client.connect().then(() => client.query(subscribe.join(";")));
    listening.catch(() => undefined);
    try {
      await Promise.race([listening, stopped]);
      if (isStopped) return true;
      onGap();
      pinging = setInterval(() => void client.query("select 1").catch(() => cut(client)), PING_MS);
      await Promise.race([ended, stopped]);
      return true;
    } catch (error) {
      log.warn({ err: error }, "cannot listen to other processes");
      return false;
    } finally {
      clearInterval(pinging);
      client.end().catch(() => undefined);
    }
  }

  async function attendAlways(): Promise<void> {
    let pauseMs = FIRST_PAUSE_MS;
    while (!isStopped) {
      pauseMs = (await attend()) ? FIRST_PAUSE_MS : Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
      if (!isStopped) await Promise.race([sleep(pauseMs), stopped]);
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

/** PostgreSQL takes less than 8,000 bytes in one message. */
export const MESSAGE_BYTES = 7900;

/** Waits for no disk: a message that a crash loses is one that was missed. */
const SAY = `
WITH hint AS MATERIALIZED (SELECT set_config('synchronous_commit', 'off', true))
SELECT pg_notify($1, message)::text FROM hint, unnest($2::text[]) AS message`;

/** Says messages on a channel to every process that listens. */
export async function say(pool: Pick<pg.Pool, "query">, channel: string, messages: readonly string[]): Promise<void> {
  await pool.query({ name: "say", text: SAY, values: [channel, messages] });
}
