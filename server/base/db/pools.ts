import type { Duplex } from "node:stream";
import pg from "pg";
import { MINUTE_MS } from "#lib/base/time/spans.ts";

/** A pool whose connections can all be dropped at once, including those with a running query. */
export interface Pool {
  pool: pg.Pool;
  /** Cuts every connection: pending queries fail at once, and later ones get a new connection. */
  drop(): void;
}

/**
 * A page uses as many connections as it has reads, and opening one takes longer than reading. So each stays open for ten
 * minutes after its last use, and two always stay open.
 */
const SETTINGS = {
  ...{ min: 2, idleTimeoutMillis: 10 * MINUTE_MS, connectionTimeoutMillis: 5000 },
  ...{ keepAlive: true, keepAliveInitialDelayMillis: 5000 },
};

/** Opens a pool that can drop all of its connections at once. `onIdleError` receives errors of idle connections. */
export function openPool(config: pg.PoolConfig, onIdleError: (error: Error) => void): Pool {
  const pool = new pg.Pool({ ...SETTINGS, ...config });
  const clients = new Set<pg.PoolClient>();
  const drop = () => {
    for (const client of clients) cut(client);
  };
  pool.on("error", onIdleError);
  pool.on("connect", (client) => clients.add(client));
  pool.on("remove", (client) => clients.delete(client));
  // One that doesn't respond in time is rarely the only one, and the next attempt must not wait for each of them.
  pool.on("release", (error) => {
    if (isUnanswered(error)) drop();
  });
  return { pool, drop };
}

/** Closes a connection without telling the server, which might not read it. */
export function cut(client: pg.ClientBase): void {
  (client as unknown as { connection: { stream: Duplex } }).connection.stream.destroy();
}

/** The driver's message when a query exceeds its `query_timeout`. */
const isUnanswered = (error: unknown) => error instanceof Error && error.message === "Query read timeout";
