import { PrismaPg } from "@prisma/adapter-pg";
import type pg from "pg";
import { PrismaClient } from "#generated/prisma/client.ts";
import { MINUTE_MS } from "#lib/base/time/spans.ts";
import { hideQueueWarning } from "./hide-queue-warning.ts";
import { openPool } from "./pools.ts";
import { statementNames } from "./prepared.ts";

export interface Database {
  url: string;
  prisma: PrismaClient;
  /** For the frequent statements of the document log, separate from Prisma's pool. */
  logPool: pg.Pool;
  /** Closes the connections. Those that don't respond within 2 s are cut. */
  close(): Promise<void>;
}

export interface OpenedPools extends Database {
  /** Drops every connection of both pools. The next query creates a new one. */
  drop(): void;
}

export interface DatabaseOptions {
  poolSize: number;
  logPoolSize: number;
  /** Called for a connection that breaks while idle. It is replaced automatically. */
  onIdleError?: (error: Error) => void;
}

/** No query takes longer, even one that waits for a long import. One on a silent connection does. */
const LONGEST_QUERY_MS = 15 * MINUTE_MS;
const CLOSE_MS = 2000;

/** Opens both pools on that database. Nothing connects before the first query. */
export function openDatabase(url: string, options: DatabaseOptions): OpenedPools {
  hideQueueWarning();
  const onIdleError = options.onIdleError ?? (() => undefined);
  const main = { connectionString: url, application_name: "afterword", query_timeout: LONGEST_QUERY_MS };
  const mainPool = openPool({ ...main, max: options.poolSize }, onIdleError);
  const log = { connectionString: url, application_name: "afterword log", max: options.logPoolSize };
  const logPool = openPool(log, onIdleError);
  const adapter = new PrismaPg(mainPool.pool, {
    ...{ disposeExternalPool: true, onConnectionError: onIdleError, statementNameGenerator: statementNames() },
  });
  const prisma = new PrismaClient({ adapter });
  const drop = () => {
    mainPool.drop();
    logPool.drop();
  };
  return {
    url,
    prisma,
    logPool: logPool.pool,
    drop,
    async close() {
      const cutting = setTimeout(drop, CLOSE_MS);
      await Promise.allSettled([prisma.$disconnect(), logPool.pool.end()]);
      clearTimeout(cutting);
    },
  };
}

// Modules are evaluated once for the server and again in Next's bundles. Only globalThis is shared.
const shared = globalThis as typeof globalThis & { afterwordDatabase?: Database | undefined };

/** Makes this the database of the whole process. */
export function shareDatabase(database: Database | undefined): void {
  shared.afterwordDatabase = database;
}

/** Returns whether this is the database of the whole process. */
export const isShared = (database: Database): boolean => shared.afterwordDatabase === database;

/** Returns the database of this process. Throws before the server has opened it. */
export function database(): Database {
  if (!shared.afterwordDatabase)
    throw new Error("The database isn't open. Start through server/main.ts or openDatabase().");
  return shared.afterwordDatabase;
}

/** Returns the Prisma client of this process. */
export const prisma = (): PrismaClient => database().prisma;
