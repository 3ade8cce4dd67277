import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "./run.mjs";

const lock = join(root, "dist/build.lock");

/** Only one process builds at a time; the next one waits and then finds everything fresh. */
export async function withBuildLock(work) {
  mkdirSync(join(root, "dist"), { recursive: true });
  while (!tryLock()) await sleep(200);
  try {
    return await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function tryLock() {
  try {
    mkdirSync(lock);
    writeFileSync(join(lock, "pid"), String(process.pid));
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    if (isAbandoned()) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

function isAbandoned() {
  try {
    const pid = Number(readFileSync(join(lock, "pid"), "utf8"));
    // In a container every start has the same process id: ours was left by an earlier life.
    if (pid === process.pid) return true;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    if (error.code === "ESRCH") return true;
    // The folder is there a moment before the number is in it.
    const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    return error.code === "ENOENT" && age > 5000;
  }
}
