import { createHash } from "node:crypto";
import { chmodSync, mkdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { StartError } from "#server/base/process/start-error.ts";
import { completeBinaries, copyBinaries, packagedBinaries, packageVersion } from "./binaries.ts";
import { canEnter, type RunAs } from "./run-as.ts";

const SYSTEM_FOLDER = "/var/lib/afterword";

const fingerprint = (path: string) => createHash("sha256").update(path).digest("hex").slice(0, 16);

/** Returns the folder with PostgreSQL's binaries: the installed one, or a copy if that user can't access it. */
export function placeBinaries(user: RunAs | null): string {
  const packaged = packagedBinaries();
  completeBinaries(packaged);
  if (canEnter(join(packaged, "bin", "postgres"), user) && canEnter(join(packaged, "lib"), user)) return packaged;
  const copy = join(systemFolder(), `${basename(dirname(packaged))}-${packageVersion(packaged)}`);
  copyBinaries(packaged, copy);
  return copy;
}

/**
 * Returns where a new cluster's data goes: a path inside `dataDir`, or an absolute one if that user can't access it.
 */
export function placeData(dataDir: string, user: RunAs | null): string {
  return canEnter(dataDir, user) ? "postgres" : join(systemFolder(), fingerprint(dataDir));
}

function systemFolder(): string {
  try {
    mkdirSync(SYSTEM_FOLDER, { recursive: true });
    chmodSync(SYSTEM_FOLDER, 0o755);
    return SYSTEM_FOLDER;
  } catch (error) {
    throw new StartError(
      `PostgreSQL can't run as root, its user can't enter this folder, and ${SYSTEM_FOLDER} isn't writable`,
      "Start Afterword as an ordinary user, move it out of a folder that only root can enter, or set DATABASE_URL.",
      error,
    );
  }
}
