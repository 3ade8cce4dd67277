import { setInterval } from "node:timers";
import type { Logger } from "pino";
import { openDataFolder } from "#server/base/process/data-folder.ts";
import { type Cluster, clusterUrl, readCluster, writeCluster } from "./cluster-file.ts";
import { ensureRunning } from "./ensure-running.ts";
import { claimFolder } from "./owner-lock.ts";
import { stopPostmaster } from "./postmaster.ts";
import { isAlive } from "./process-identity.ts";

export interface EmbeddedDatabase {
  url: string;
  /** True if a PostgreSQL that a killed Afterword left running was taken over. */
  adopted: boolean;
  /** Stops PostgreSQL and releases the folder. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  dataDir: string;
  log: Logger;
  /** Additional PostgreSQL settings. Tests turn fsync off with them. */
  settings?: Record<string, string>;
}

const WATCH_EVERY_MS = 500;

/**
 * Starts the PostgreSQL of this data folder (and creates it the first time), keeps it running, and owns it until
 * `stop`.
 */
export async function startEmbedded({ dataDir, log, settings = {} }: EmbeddedOptions): Promise<EmbeddedDatabase> {
  openDataFolder(dataDir);
  const release = await claimFolder(dataDir);
  try {
    const run = () => ensureRunning(dataDir, settings);
    const first = await run();
    const watch = keepAlive(first.cluster, run, log);
    return {
      url: clusterUrl(first.cluster),
      adopted: first.adopted,
      async stop() {
        const cluster = await watch.end();
        if (cluster.pid !== null) await stopPostmaster(cluster.pid);
        writeCluster(dataDir, { ...cluster, pid: null });
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

/**
 * Returns the connection URL of the embedded database in that folder, for a process that didn't start it. Null if there
 * is none.
 */
export function findEmbedded(dataDir: string): { url: string; isRunning: boolean } | null {
  const cluster = readCluster(dataDir);
  if (!cluster) return null;
  return { url: clusterUrl(cluster), isRunning: cluster.pid !== null && isAlive(cluster.pid) };
}

// A killed database restarts automatically at the same port, and pools reconnect.
function keepAlive(first: Cluster, run: () => Promise<{ cluster: Cluster }>, log: Logger) {
  let cluster = first;
  let restarting: Promise<void> | null = null;
  const restart = async () => {
    log.error({ postmaster: cluster.pid }, "the embedded PostgreSQL ended, restarting it");
    try {
      cluster = (await run()).cluster;
      log.info({ postmaster: cluster.pid }, "the embedded PostgreSQL runs again");
    } catch (error) {
      log.error({ err: error }, "the embedded PostgreSQL doesn't start, trying again");
    }
    restarting = null;
  };
  const timer = setInterval(() => {
    if (!restarting && cluster.pid !== null && !isAlive(cluster.pid)) restarting = restart();
  }, WATCH_EVERY_MS);
  timer.unref();
  return {
    async end(): Promise<Cluster> {
      clearInterval(timer);
      await restarting;
      return cluster;
    },
  };
}
