import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { errorCode, StartError } from "#server/base/process/start-error.ts";

const clusterFile = z.object({
  host: z.literal("127.0.0.1"),
  port: z.number(),
  user: z.string(),
  password: z.string(),
  database: z.string(),
  /** Where the data is: a path inside AFTERWORD_DATA, or an absolute one if the database's user can't access it. */
  dataFolder: z.string(),
  /** The binaries that ran it last. */
  binaries: z.string(),
  /** Process id of the postmaster. Null after it was stopped. */
  pid: z.number().nullable(),
});

/** The content of AFTERWORD_DATA/postgres.json: everything a process needs to find and open the embedded database. */
export type Cluster = z.infer<typeof clusterFile>;

const clusterPath = (dataDir: string) => join(dataDir, "postgres.json");

/** Returns the recorded cluster, or null if there is none yet. */
export function readCluster(dataDir: string): Cluster | null {
  const path = clusterPath(dataDir);
  try {
    return clusterFile.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    if (errorCode(error) === "ENOENT") return null;
    throw new StartError(`${path} can't be read`, "Start as the user who owns it, or restore a copy of it.", error);
  }
}

/** Records the cluster, readable only by its owner. A reader sees the old or the new file, never half of one. */
export function writeCluster(dataDir: string, cluster: Cluster): void {
  const draft = `${clusterPath(dataDir)}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(cluster, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, clusterPath(dataDir));
}

/** Returns the connection URL for a PostgreSQL client, to Afterword's database unless another is named. */
export function clusterUrl(cluster: Cluster, database = cluster.database): string {
  const { user, password, host, port } = cluster;
  return `postgresql://${user}:${encodeURIComponent(password)}@${host}:${port}/${database}`;
}
