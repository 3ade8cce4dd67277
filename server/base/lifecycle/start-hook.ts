import type { Logger } from "pino";
import type { Database } from "#server/base/db/client.ts";
import type { Config } from "#server/base/process/config.ts";

export interface StartHookInput {
  database: Database;
  config: Config;
  isEmbedded: boolean;
  log: Logger;
  /** Aborts when the server is asked to stop while it starts. */
  signal: AbortSignal;
}

/**
 * Runs once the database is migrated and before anyone can connect. Returns lines that are printed in the terminal
 * below the address.
 */
export interface StartHook {
  name: string;
  run(input: StartHookInput): Promise<readonly string[]>;
}
