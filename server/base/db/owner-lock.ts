import { linkSync, mkdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { errorCode, StartError } from "#server/base/process/start-error.ts";
import { isAlive, startedAt } from "./process-identity.ts";

const owner = z.object({ pid: z.number(), startedAt: z.string().nullable() });
type Owner = z.infer<typeof owner>;

const TAKEOVER_TRIES = 200;

/**
 * Claims the data folder for this process. Returns its release. Throws a StartError if another running Afterword owns
 * it.
 */
export async function claimFolder(dataDir: string): Promise<() => void> {
  const lock = join(dataDir, "lock");
  for (let attempt = 0; attempt < TAKEOVER_TRIES; attempt += 1) {
    if (tryWrite(lock)) return () => release(lock);
    const holder = readOwner(lock);
    if (holder === "gone") continue;
    if (holder && isRunning(holder)) {
      throw new StartError(
        `another Afterword (process ${holder.pid}) is using ${dataDir}`,
        "Use that one, stop it first, or set AFTERWORD_DATA to another folder (and PORT to another port).",
      );
    }
    if (!removeStale(lock, holder)) await sleep(25);
  }
  throw new StartError(`${lock} could not be taken`, "Remove that file if no Afterword is running, and start again.");
}

// Linked into place, so the file is never seen half written.
function tryWrite(lock: string): boolean {
  const draft = `${lock}.${process.pid}`;
  const self: Owner = { pid: process.pid, startedAt: startedAt(process.pid) };
  writeFileSync(draft, JSON.stringify(self), { mode: 0o600 });
  try {
    linkSync(draft, lock);
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Null: the file exists but can't be read. */
function readOwner(lock: string): Owner | "gone" | null {
  try {
    return owner.parse(JSON.parse(readFileSync(lock, "utf8")));
  } catch (error) {
    return errorCode(error) === "ENOENT" ? "gone" : null;
  }
}

function isRunning(holder: Owner): boolean {
  // In a container every start has the same process id, so the start time tells them apart.
  if (holder.startedAt === null) return holder.pid !== process.pid && isAlive(holder.pid);
  return isAlive(holder.pid) && holder.startedAt === startedAt(holder.pid);
}

// If several find the same dead owner, one wins the folder `lock.takeover` and checks again before removing the lock.
function removeStale(lock: string, seen: Owner | null): boolean {
  const gate = `${lock}.takeover`;
  try {
    mkdirSync(gate);
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
    const ageMilliseconds = Date.now() - (statSync(gate, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (ageMilliseconds > 5000) rmSync(gate, { recursive: true, force: true });
    return false;
  }
  const now = readOwner(lock);
  if (now !== "gone" && now?.pid === seen?.pid && now?.startedAt === seen?.startedAt) rmSync(lock, { force: true });
  rmdirSync(gate);
  return true;
}

function release(lock: string): void {
  const holder = readOwner(lock);
  if (holder !== "gone" && holder?.pid === process.pid) rmSync(lock, { force: true });
}
