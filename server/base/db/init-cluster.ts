import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { StartError } from "#server/base/process/start-error.ts";
import { type Cluster, writeCluster } from "./cluster-file.ts";
import { freePort } from "./free-port.ts";
import { placeData } from "./placement.ts";
import type { RunAs } from "./run-as.ts";
import { quietEnvironment } from "./spawn-postgres.ts";

/**
 * Creates an empty cluster with a random password and a free port, and records it. If killed at any moment, the next
 * start finishes or repeats it.
 */
export async function initCluster(dataDir: string, binaries: string, user: RunAs | null): Promise<Cluster> {
  const dataFolder = placeData(dataDir, user);
  const place = resolve(dataDir, dataFolder);
  if (existsSync(place)) refuseUnknownData(place);
  const password = randomBytes(24).toString("base64url");
  const port = await freePort();
  runInitdb(join(binaries, "bin", "initdb"), makeDraft(place, user), password, user);
  const access = { host: "127.0.0.1", port, user: "afterword", password, database: "afterword" } as const;
  const cluster: Cluster = { ...access, dataFolder, binaries, pid: null };
  writeCluster(dataDir, cluster);
  finishInit(dataDir, cluster);
  return cluster;
}

/** Moves a new cluster into place, once postgres.json contains it. Does nothing if it is there. */
export function finishInit(dataDir: string, cluster: Cluster): void {
  const place = resolve(dataDir, cluster.dataFolder);
  if (existsSync(place)) return;
  if (!existsSync(draftOf(place))) {
    throw new StartError(
      `postgres.json names ${place}, but that folder is gone`,
      "Restore or mount it, or remove postgres.json to start with an empty database.",
    );
  }
  renameSync(draftOf(place), place);
}

const draftOf = (place: string) => `${place}.new`;

function makeDraft(place: string, user: RunAs | null): string {
  const draft = draftOf(place);
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  if (user) chownSync(draft, user.uid, user.gid);
  return draft;
}

function refuseUnknownData(place: string): never {
  throw new StartError(
    `${place} contains a database, but postgres.json with its password is missing`,
    "Restore postgres.json from a copy, or move that folder away to start with an empty database.",
  );
}

// PostgreSQL's own locale "C.UTF-8": the same order on every machine, and no index breaks when the system's locales
// change.
function runInitdb(initdb: string, folder: string, password: string, user: RunAs | null): void {
  const secretFolder = mkdtempSync(join(tmpdir(), "afterword-"));
  const passwordFile = join(secretFolder, "password");
  const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const access = ["--username=afterword", `--pwfile=${passwordFile}`, "--auth=scram-sha-256"];
  try {
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    if (user) for (const path of [secretFolder, passwordFile]) chownSync(path, user.uid, user.gid);
    const identity = user ? { uid: user.uid, gid: user.gid } : {};
    const options = { cwd: "/", encoding: "utf8", env: quietEnvironment, ...identity } as const;
    const run = spawnSync(initdb, ["-D", folder, ...locale, ...access], options);
    if (run.status !== 0) throw refusal(folder, run.error?.message ?? `${run.stdout}\n${run.stderr}`);
  } finally {
    rmSync(secretFolder, { recursive: true, force: true });
  }
}

function refusal(folder: string, output: string): StartError {
  const reason = output.trim().split("\n").slice(-6).join("\n");
  const whatToDo = "See the reason. You can also use your own PostgreSQL with DATABASE_URL.";
  return new StartError(`the embedded PostgreSQL could not be set up in ${folder}`, whatToDo, new Error(reason));
}
