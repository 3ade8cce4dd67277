import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "#generated/prisma/client.ts";
import { hideQueueWarning } from "./hide-queue-warning.ts";

export interface Database {
  url: string;
  prisma: PrismaClient;
  /** For the hot statements of the document log, apart from Prisma's pool. */
  logPool: pg.Pool;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  poolSize: number;
  logPoolSize: number;
  /** Called for a connection that breaks while idle; it is replaced by itself. */
  onIdleError?: (error: Error) => void;
}

/** Opens both pools on that database. Nothing connects before the first query. */
export function openDatabase(url: string, options: DatabaseOptions): Database {
  hideQueueWarning();
  const onIdleError = options.onIdleError ?? (() => undefined);
  const pool = { connectionString: url, connectionTimeoutMillis: 10_000, application_name: "afterword" };
  const adapter = new PrismaPg(
    { ...pool, max: options.poolSize },
    { onPoolError: onIdleError, onConnectionError: onIdleError },
  );
  const prisma = new PrismaClient({ adapter });
  const logPool = new pg.Pool({ ...pool, max: options.logPoolSize, application_name: "afterword log" });
  logPool.on("error", onIdleError);
  return {
    url,
    prisma,
    logPool,
    async close() {
      await Promise.allSettled([prisma.$disconnect(), logPool.end()]);
    },
  };
}

// Modules are evaluated once for the server and once more for Next's bundles; only globalThis is one.
const shared = globalThis as typeof globalThis & { afterwordDatabase?: Database | undefined };

/** Makes this the database of the whole process. */
export function shareDatabase(database: Database | undefined): void {
  shared.afterwordDatabase = database;
}

/** The database of this process. Throws before the server has opened it. */
export function database(): Database {
  if (!shared.afterwordDatabase)
    throw new Error("The database is not open: start through server/main.ts or openDatabase()");
  return shared.afterwordDatabase;
}

/** The Prisma client of this process. */
export const prisma = (): PrismaClient => database().prisma;
