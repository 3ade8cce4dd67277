import { readFileSync, statSync, truncateSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { MINUTE_MS } from "#lib/base/time/spans.ts";
import { StartError } from "#server/base/process/start-error.ts";
import { majorVersion } from "./binaries.ts";
import { type Cluster, clusterUrl, readCluster, writeCluster } from "./cluster-file.ts";
import { freePort } from "./free-port.ts";
import { finishInit, initCluster } from "./init-cluster.ts";
import { placeBinaries } from "./placement.ts";
import { livePostmaster, probe, removeStalePidFile, saysReady } from "./postmaster.ts";
import { chooseUser, type RunAs } from "./run-as.ts";
import { StartFailure, spawnPostgres } from "./spawn-postgres.ts";

/** Backends of a killed postmaster need a moment to notice, and an old postmaster to finish stopping or recovering. */
const SETTLE_MS = MINUTE_MS;
const LOG_LIMIT_BYTES = 10 * 1024 * 1024;

/**
 * Creates the cluster if there is none, takes over a running one, otherwise starts it. Only the folder's owner calls
 * this.
 */
export async function ensureRunning(dataDir: string, settings: Record<string, string>) {
  const recorded = readCluster(dataDir);
  const user = chooseUser(recorded ? resolve(dataDir, recorded.dataFolder) : null);
  const binaries = placeBinaries(user);
  const cluster = recorded ? { ...recorded, binaries } : await initCluster(dataDir, binaries, user);
  finishInit(dataDir, cluster);
  refuseOtherMajor(resolve(dataDir, cluster.dataFolder));
  const running = await adoptOrStart(dataDir, cluster, user, settings);
  writeCluster(dataDir, running.cluster);
  await ensureDatabase(running.cluster);
  return running;
}

async function adoptOrStart(dataDir: string, cluster: Cluster, user: RunAs | null, settings: Record<string, string>) {
  const folder = resolve(dataDir, cluster.dataFolder);
  const logPath = join(dataDir, "postgres.log");
  const end = Date.now() + SETTLE_MS;
  let current = cluster;
  while (Date.now() < end) {
    const live = livePostmaster(folder);
    if (live !== null) {
      if (saysReady(folder) && (await probe(clusterUrl(current, "postgres"))) === "ready")
        return { cluster: { ...current, pid: live }, adopted: true };
      await sleep(100);
      continue;
    }
    removeStalePidFile(folder);
    current = await withFreePort(dataDir, current);
    shortenLog(logPath);
    try {
      const pid = await spawnPostgres({ ...current, dataFolder: folder }, logPath, user, settings);
      return { cluster: { ...current, pid }, adopted: false };
    } catch (error) {
      if (!(error instanceof StartFailure) || !isPassing(error.log)) throw explained(error, logPath);
      await sleep(200);
    }
  }
  throw new StartError("the embedded PostgreSQL doesn't run or start", `Read ${logPath}.`);
}

// The port stays the same, unless another program uses it now.
async function withFreePort(dataDir: string, cluster: Cluster): Promise<Cluster> {
  const port = (await freePort(cluster.port)) ?? (await freePort());
  const moved = { ...cluster, port };
  if (port !== cluster.port) writeCluster(dataDir, moved);
  return moved;
}

const isPassing = (log: string) =>
  /pre-existing shared memory|still in use|Address already in use|lock file/i.test(log);

function explained(error: unknown, logPath: string): unknown {
  if (!(error instanceof StartFailure)) return error;
  return new StartError("the embedded PostgreSQL doesn't start", `See the reason and ${logPath}.`, error);
}

function refuseOtherMajor(folder: string): void {
  const made = readFileSync(join(folder, "PG_VERSION"), "utf8").trim();
  if (made === majorVersion()) return;
  throw new StartError(
    `the embedded database was created by PostgreSQL ${made}, but this version of Afterword includes PostgreSQL ${majorVersion()}`,
    "Back up with the version of Afterword that created it, then restore into an empty AFTERWORD_DATA.",
  );
}

async function ensureDatabase(cluster: Cluster): Promise<void> {
  const client = new pg.Client({ connectionString: clusterUrl(cluster, "postgres") });
  await client.connect();
  try {
    const found = await client.query("select 1 from pg_database where datname = $1", [cluster.database]);
    if (found.rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(cluster.database)}`);
  } finally {
    await client.end();
  }
}

function shortenLog(path: string): void {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES) truncateSync(path);
}
