import pg from "pg";
import type { Logger } from "pino";
import type { OpenedPools } from "./client.ts";
import { cut } from "./pools.ts";

const EVERY_MS = 1000;
const PATIENCE_MS = 8000;
const LATE_MS = 500;

export interface Pulse {
  /** Whether the database didn't answer the last query. */
  readonly isSilent: boolean;
  /** Whether an answer takes so long that the database may be silent. */
  readonly isLate: boolean;
  /** If an answer is late, waits until it has arrived or was given up. */
  settled(): Promise<void>;
  /** Queries now, or waits for the running query. Returns whether the database is silent. */
  isSilentNow(): Promise<boolean>;
  stop(): void;
}

interface PulseOptions {
  everyMs?: number;
  patienceMs?: number;
}

/**
 * Queries the database regularly over a separate connection. If no answer comes in time (a firewall that dropped the
 * connection, a lost network), drops every connection of this process, because nothing else would notice for minutes.
 */
export function startPulse(
  database: Pick<OpenedPools, "url" | "drop">,
  log: Logger,
  options: PulseOptions = {},
): Pulse {
  const { everyMs = EVERY_MS, patienceMs = PATIENCE_MS } = options;
  let client: pg.Client | undefined;
  let isSilent = false;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let askedAt: number | null = null;
  let asking: Promise<void> = Promise.resolve();
  const isLate = () => askedAt !== null && performance.now() - askedAt > LATE_MS;

  function giveUp() {
    if (client) cut(client);
    client = undefined;
  }

  async function ask(): Promise<void> {
    if (!client) {
      client = new pg.Client({
        connectionString: database.url,
        connectionTimeoutMillis: patienceMs,
        query_timeout: patienceMs,
        application_name: "afterword pulse",
      });
      client.on("error", () => undefined);
      await client.connect();
    }
    await client.query("select 1");
  }

  async function beat(): Promise<void> {
    askedAt = performance.now();
    try {
      await ask();
      if (isSilent) log.info("the database responds again");
      isSilent = false;
    } catch (error) {
      giveUp();
      if (!isStopped && !isSilent) log.error({ err: error }, "the database doesn't respond");
      isSilent = true;
      database.drop();
    }
    askedAt = null;
    if (!isStopped) timer = setTimeout(begin, everyMs);
  }
  const begin = () => {
    asking = beat();
  };

  begin();
  return {
    get isSilent() {
      return isSilent;
    },
    get isLate() {
      return isLate();
    },
    async isSilentNow() {
      if (askedAt === null && !isStopped) {
        clearTimeout(timer);
        begin();
      }
      await asking;
      return isSilent;
    },
    settled: () => (!isSilent && isLate() ? asking : Promise.resolve()),
    stop() {
      isStopped = true;
      clearTimeout(timer);
      giveUp();
    },
  };
}
