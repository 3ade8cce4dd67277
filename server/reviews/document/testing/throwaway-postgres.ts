import { setTimeout as sleep } from "node:timers/promises";
import { pino } from "pino";
import { readCluster } from "#server/base/db/cluster-file.ts";
import { startEmbedded } from "#server/base/db/embedded.ts";
import { migrate } from "#server/base/db/migrate.ts";
import { makeRunFolder, removeRunFolder } from "#server/testing/run-folder.ts";

/** A separate PostgreSQL, durable as in production, that can be crashed and restarts automatically. */
export async function throwawayPostgres() {
  const dataDir = makeRunFolder();
  const embedded = await startEmbedded({ dataDir, log: pino({ level: "silent" }) });
  await migrate(embedded.url);
  return {
    url: embedded.url,
    /** Immediate shutdown: no checkpoint, connections cut, crash recovery at the next start. */
    async crash(): Promise<void> {
      const pid = readCluster(dataDir)?.pid;
      if (!pid) throw new Error("The database does not run");
      process.kill(pid, "SIGQUIT");
      await sleep(50);
    },
    async stop(): Promise<void> {
      await embedded.stop();
      removeRunFolder(dataDir);
    },
  };
}
