import type { Logger } from "pino";
import { type OpenedPools, openDatabase, shareDatabase } from "#server/base/db/client.ts";
import { startEmbedded } from "#server/base/db/embedded.ts";
import { migrate } from "#server/base/db/migrate.ts";
import type { Config } from "#server/base/process/config.ts";
import type { Stops } from "./stops.ts";

export interface OpenedDatabase {
  database: OpenedPools;
  isEmbedded: boolean;
}

/** Starts the database (embedded or DATABASE_URL), migrates it, then opens the pools of this process. */
export async function openForServer(config: Config, log: Logger, stops: Stops): Promise<OpenedDatabase> {
  const url = config.databaseUrl ?? (await embeddedUrl(config, log, stops));
  const applied = await migrate(url);
  if (applied.length > 0) log.info({ applied }, "migrations applied");
  const database = openDatabase(url, {
    poolSize: config.databasePoolSize,
    logPoolSize: config.logPoolSize,
    onIdleError: (error) => log.warn({ err: error }, "a database connection failed"),
  });
  shareDatabase(database);
  stops.add("database connections", () => database.close());
  return { database, isEmbedded: config.databaseUrl === null };
}

async function embeddedUrl(config: Config, log: Logger, stops: Stops): Promise<string> {
  const embedded = await startEmbedded({ dataDir: config.dataDir, log });
  stops.add("embedded PostgreSQL", () => embedded.stop());
  if (embedded.adopted) log.info("took over the PostgreSQL that an earlier Afterword left running");
  return embedded.url;
}
