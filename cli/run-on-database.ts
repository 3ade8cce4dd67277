import { fileURLToPath } from "node:url";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { Config } from "#server/base/process/config.ts";

export interface OnDatabase {
  url: string;
  config: Config;
  /** A context of the actor `cli`. Opens the pools at the first call. */
  ctx(): Ctx;
}

/**
 * Runs `work` on the instance that the settings name, whether or not its server is running. With `create`, creates a
 * missing embedded database.
 */
export async function runOnDatabase<T>(
  work: (on: OnDatabase) => Promise<T>,
  options: { create?: boolean } = {},
): Promise<T> {
  const { config } = await import("#server/base/process/config.ts");
  const { logger } = await import("#server/base/process/log.ts");
  const { attachDatabase } = await import("#server/base/db/attach.ts");
  const { openDatabase, shareDatabase } = await import("#server/base/db/client.ts");
  const { contextFor } = await import("#server/base/kernel/context.ts");
  const { closeWorkers, setWorkerEntry } = await import("#server/base/worker/index.ts");
  setWorkerEntry(fileURLToPath(new URL("worker.js", import.meta.url)));
  const settings = config();
  const attached = await attachDatabase(settings, logger(), options);
  const database = openDatabase(attached.url, { poolSize: 3, logPoolSize: 2 });
  try {
    shareDatabase(database);
    return await work({ url: attached.url, config: settings, ctx: () => contextFor({ kind: "system", label: "cli" }) });
  } finally {
    await closeWorkers();
    shareDatabase(undefined);
    await database.close();
    await attached.detach();
  }
}
