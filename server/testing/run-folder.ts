import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { livePostmaster, stopPostmaster } from "#server/base/db/postmaster.ts";
import { isAlive } from "#server/base/db/process-identity.ts";

const PREFIX = "afterword-test-";

/** Returns a folder for the database of one test run, which the database's own user can access. */
export function makeRunFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, "run.pid"), String(process.pid));
  return folder;
}

export function removeRunFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Ends the databases of test runs that were killed before they could clean up. */
export async function sweepRunFolders(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const folder = join(tmpdir(), name);
    const runner = name.startsWith(PREFIX) ? readPid(folder) : null;
    if (runner === null || isAlive(runner)) continue;
    const postmaster = livePostmaster(join(folder, "postgres"));
    if (postmaster !== null) await stopPostmaster(postmaster);
    removeRunFolder(folder);
  }
}

function readPid(folder: string): number | null {
  try {
    return Number(readFileSync(join(folder, "run.pid"), "utf8"));
  } catch {
    return null;
  }
}
