import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "./run.mjs";

/**
 * A process that builds keeps updating the time of its lock. An older lock is abandoned, even if its process id is in
 * use again.
 */
const STALE_MS = 20_000;
const BEATS = 10;
const SAY_AGAIN_MS = 30_000;

/**
 * Only one process builds at a time. The next one waits, says so, and then finds everything up to date. A lock whose
 * owner has ended is taken over.
 */
export async function withBuildLock(work, options = {}) {
  const { folder = join(root, "dist"), say = () => undefined, staleMs = STALE_MS } = options;
  const lock = join(folder, "build.lock");
  makeFolder(folder);
  for (let saidAt = Date.now() - SAY_AGAIN_MS + 800; !tryLock(lock, staleMs); await sleep(200)) {
    if (Date.now() - saidAt < SAY_AGAIN_MS) continue;
    saidAt = Date.now();
    say(`Waiting for another process (${ownerOf(lock) ?? "unknown"}) that builds in this folder. ${lock} is its lock.`);
  }
  const beat = setInterval(() => touch(lock), staleMs / BEATS);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    rmSync(lock, { recursive: true, force: true });
  }
}

function makeFolder(folder) {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    if (error.code !== "EACCES" && error.code !== "EROFS") throw error;
    throw new Error(
      `This version is not built yet, and this user can't write ${folder}. Run npm run build as its owner.`,
    );
  }
}

function tryLock(lock, staleMs) {
  try {
    mkdirSync(lock);
    writeFileSync(join(lock, "pid"), String(process.pid));
    return true;
  } catch (error) {
    if (error.code === "EACCES" || error.code === "EROFS")
      throw new Error(
        `This version is not built yet, and this user can't write ${lock}. Run npm run build as its owner.`,
      );
    if (error.code !== "EEXIST") throw error;
    if (isAbandoned(lock, staleMs)) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

const touch = (lock) => {
  try {
    utimesSync(lock, new Date(), new Date());
  } catch {
    // taken over, or gone
  }
};

function ownerOf(lock) {
  try {
    return Number(readFileSync(join(lock, "pid"), "utf8")) || null;
  } catch {
    return null;
  }
}

function isAbandoned(lock, staleMs) {
  const pid = ownerOf(lock);
  // In a container every start has the same process id: this lock is from an earlier start.
  if (pid === process.pid || (pid !== null && !isAlive(pid))) return true;
  const beatAt = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
  return Date.now() - beatAt > staleMs;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code !== "ESRCH";
  }
}
