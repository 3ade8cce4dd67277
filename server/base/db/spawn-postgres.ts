import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { MINUTE_MS } from "#lib/base/time/spans.ts";
import { StartError } from "#server/base/process/start-error.ts";
import { type Cluster, clusterUrl } from "./cluster-file.ts";
import { probe, saysReady } from "./postmaster.ts";
import type { RunAs } from "./run-as.ts";

/** Durability first, memory for a small machine, loopback only, and no socket file. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  fsync: "on",
  full_page_writes: "on",
  synchronous_commit: "on",
  max_connections: "100",
  shared_buffers: "128MB",
  effective_cache_size: "1GB",
  work_mem: "8MB",
  maintenance_work_mem: "64MB",
  max_wal_size: "512MB",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  log_min_messages: "warning",
};

/** No setting of the caller's shell (PGDATA, LC_ALL …) reaches PostgreSQL. */
export const quietEnvironment: NodeJS.ProcessEnv = {
  NODE_ENV: "production",
  PATH: "/usr/bin:/bin",
  LC_ALL: "C",
  TZ: "UTC",
};

const START_TIMEOUT_MS = MINUTE_MS;

/**
 * Starts `postgres` outside this process group (Ctrl-C must not reach it) and waits until it answers. Returns its
 * process id.
 */
export async function spawnPostgres(
  cluster: Cluster,
  logPath: string,
  user: RunAs | null,
  extra: Record<string, string>,
) {
  const settings = { ...SETTINGS, ...extra, port: String(cluster.port) };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const log = openSync(logPath, "a", 0o600);
  const child = spawn(join(cluster.binaries, "bin", "postgres"), ["-D", cluster.dataFolder, ...flags], {
    cwd: cluster.dataFolder,
    detached: true,
    env: quietEnvironment,
    stdio: ["ignore", log, log],
    ...(user ? { uid: user.uid, gid: user.gid } : {}),
  });
  closeSync(log);
  await untilReady(child, cluster, logPath);
  child.unref();
  if (child.pid === undefined) throw new Error("postgres has no process id");
  return child.pid;
}

async function untilReady(child: ChildProcess, cluster: Cluster, logPath: string): Promise<void> {
  let failure: string | null = null;
  child.once("error", (error) => {
    failure = error.message;
  });
  child.once("exit", (code, signal) => {
    failure = `it ended with ${code ?? signal}`;
  });
  const end = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < end) {
    if (failure === null && saysReady(cluster.dataFolder) && (await probe(clusterUrl(cluster, "postgres"))) === "ready")
      return;
    if (failure !== null) throw new StartFailure(failure, lastLines(logPath));
    await sleep(30);
  }
  throw new StartError("the embedded PostgreSQL didn't respond within 60 s", `Read ${logPath}.`);
}

/** PostgreSQL ended while it started. `log` is its last output. */
export class StartFailure extends Error {
  readonly log: string;
  constructor(reason: string, log: string) {
    super(`${reason}: ${log}`);
    this.name = "StartFailure";
    this.log = log;
  }
}

function lastLines(path: string): string {
  return readFileSync(path, "utf8").trimEnd().split("\n").slice(-6).join("\n");
}
