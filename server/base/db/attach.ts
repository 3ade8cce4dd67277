import type { Logger } from "pino";
import type { Config } from "#server/base/process/config.ts";
import { StartError } from "#server/base/process/start-error.ts";
import { findEmbedded, startEmbedded } from "./embedded.ts";
import { probe } from "./postmaster.ts";

export interface AttachedDatabase {
  url: string;
  /** Stops the embedded database if it was started for this. */
  detach(): Promise<void>;
}

/**
 * Returns the database for a command next to a running server: DATABASE_URL, or the embedded one of AFTERWORD_DATA. If
 * no server is running, the embedded one is started until `detach`, and created with `create`. Throws a StartError if
 * there is none.
 */
export async function attachDatabase(
  config: Pick<Config, "databaseUrl" | "dataDir">,
  log: Logger,
  { create = false } = {},
): Promise<AttachedDatabase> {
  if (config.databaseUrl !== null) return { url: config.databaseUrl, detach: async () => undefined };
  const found = findEmbedded(config.dataDir);
  if (!found && !create) {
    throw new StartError(
      `${config.dataDir} contains no Afterword data`,
      "Set AFTERWORD_DATA to its folder, or DATABASE_URL to its database. `npm start` creates a new one.",
    );
  }
  if (found?.isRunning && (await probe(found.url)) === "ready")
    return { url: found.url, detach: async () => undefined };
  const started = await startEmbedded({ dataDir: config.dataDir, log });
  return { url: started.url, detach: () => started.stop() };
}
