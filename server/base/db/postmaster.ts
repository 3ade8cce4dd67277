import { readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { errorCode } from "#server/base/process/start-error.ts";
import { isAlive, programName, workingFolder } from "./process-identity.ts";

/** SQLSTATE "cannot connect now": starting up, shutting down or in recovery. */
const CANNOT_CONNECT_NOW = "57P03";

interface PidFile {
  pid: number;
  /** "starting", "ready", "stopping", … */
  status: string;
}

function readPidFile(dataFolder: string): PidFile | null {
  try {
    const lines = readFileSync(join(dataFolder, "postmaster.pid"), "utf8").split("\n");
    return { pid: Math.abs(Number.parseInt(lines[0] ?? "", 10)) || 0, status: lines[7]?.trim() ?? "" };
  } catch (error) {
    if (errorCode(error) === "ENOENT") return null;
    throw error;
  }
}

/** Returns whether PostgreSQL's own postmaster.pid says that it accepts connections. */
export const saysReady = (dataFolder: string): boolean => readPidFile(dataFolder)?.status === "ready";

/** Returns the process id in the data folder's postmaster.pid if it is a running PostgreSQL of this folder. */
export function livePostmaster(dataFolder: string): number | null {
  const pid = readPidFile(dataFolder)?.pid ?? 0;
  if (pid === 0 || !isAlive(pid)) return null;
  // The number may belong to another program now. PostgreSQL always runs in its data folder.
  const folder = workingFolder(pid);
  const isOurs = folder === null ? programName(pid) === "postgres" : resolve(folder) === resolve(dataFolder);
  return isOurs ? pid : null;
}

/**
 * Removes a postmaster.pid whose process has ended. PostgreSQL would refuse to start if the number belongs to another
 * program.
 */
export function removeStalePidFile(dataFolder: string): void {
  rmSync(join(dataFolder, "postmaster.pid"), { force: true });
}

/** Tries to sign in once. Returns "not yet" while the database starts, recovers or stops, or doesn't listen. */
export async function probe(url: string): Promise<"ready" | "not yet"> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("select 1");
    return "ready";
  } catch (error) {
    const code = errorCode(error);
    if (code === CANNOT_CONNECT_NOW || code === "ECONNREFUSED" || code === "ECONNRESET") return "not yet";
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Waits until that process has ended. Returns false if it is still running after the time. */
export async function waitForExit(pid: number, timeoutMs: number): Promise<boolean> {
  const end = Date.now() + timeoutMs;
  while (isAlive(pid)) {
    if (Date.now() > end) return false;
    await sleep(20);
  }
  return true;
}

/** Stops PostgreSQL: fast (rolls back what is open, writes a checkpoint), then immediately, then by force. */
export async function stopPostmaster(pid: number, patienceMs = 6000): Promise<void> {
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    if (await waitForExit(pid, patienceMs)) return;
  }
}
