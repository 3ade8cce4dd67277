import { spawnSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";
import { basename } from "node:path";
import { errorCode } from "#server/base/process/start-error.ts";

/** Returns whether a process with that id is running, even one of another user. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (errorCode(error) !== "EPERM") return false;
  }
  // An ended process that wasn't collected still has its number.
  return statFields(pid)?.[0] !== "Z";
}

/**
 * Returns when that process started, in the system's own units, to distinguish it from a later one with the same id.
 * Null if the system doesn't provide it.
 */
export function startedAt(pid: number): string | null {
  return statFields(pid)?.[19] ?? null;
}

/**
 * Returns the working folder of that process, or null if the system doesn't provide it. PostgreSQL's is its data
 * folder.
 */
export function workingFolder(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

/** Returns the name of the program that the process runs, such as `postgres`, even for a process of another user. */
export function programName(pid: number): string | null {
  const stat = readStat(pid);
  if (stat !== null) return stat.slice(stat.indexOf("(") + 1, stat.lastIndexOf(")"));
  const name = spawnSync("ps", ["-p", String(pid), "-o", "comm="], { encoding: "utf8" }).stdout?.trim();
  return name ? basename(name) : null;
}

/**
 * Returns the fields of /proc/<pid>/stat after the name in brackets, which can contain spaces: state, parent … start
 * time.
 */
function statFields(pid: number): string[] | null {
  const stat = readStat(pid);
  return stat === null ? null : stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}

function readStat(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch {
    return null;
  }
}
