import { statfs } from "node:fs/promises";
import type { Database } from "#server/base/db/client.ts";
import { readMigrations } from "#server/base/db/migrations-on-disk.ts";
import type { Pulse } from "#server/base/db/pulse.ts";
import { within } from "#server/base/lifecycle/index.ts";
import type { Jobs } from "#server/jobs/index.ts";

export type Check = "ok" | "failing" | "off";

export interface Readiness {
  ready: boolean;
  state: "starting" | "ready" | "stopping";
  database: Check;
  /** Whether edits of documents can be committed. */
  log: Check;
  /** Free space on the disk of the embedded database. */
  disk: Check;
  migrations: Check;
  jobs: Check;
}

const QUERY_MS = 2000;
const APPLIED =
  "select count(*)::int as n from _prisma_migrations where finished_at is not null and rolled_back_at is null";

/** Below this PostgreSQL soon can't write what it must, such as its next 16 MB segment of write-ahead log. */
const LEAST_FREE_BYTES = 48 * 1024 * 1024;

async function hasRoom(folder: string): Promise<boolean> {
  const disk = await statfs(folder).catch(() => null);
  return disk === null || disk.bavail * disk.bsize > LEAST_FREE_BYTES;
}

/** Determines whether this process should get requests. */
export class Health {
  state: Readiness["state"] = "starting";
  database: Database | null = null;
  jobs: Jobs | null = null;
  /** Null if this process has no document sockets. */
  documentLog: { canCommit(): boolean } | null = null;
  pulse: Pulse | null = null;
  /** Null with an external database. */
  dataDir: string | null = null;
  readonly #expected = readMigrations().length;

  async check(): Promise<Readiness> {
    const applied = await this.#appliedMigrations();
    const database: Check = applied === null || this.pulse?.isSilent ? "failing" : "ok";
    const log: Check = this.documentLog === null ? "off" : this.documentLog.canCommit() ? "ok" : "failing";
    const disk: Check = this.dataDir === null ? "off" : (await hasRoom(this.dataDir)) ? "ok" : "failing";
    // More migrations than ours are fine: a newer version is being rolled out next to this one.
    const migrations: Check = applied !== null && applied >= this.#expected ? "ok" : "failing";
    const jobs: Check = this.jobs === null ? "off" : this.jobs.isHealthy() ? "ok" : "failing";
    const checks = { database, log, disk, migrations, jobs };
    const ready = this.state === "ready" && !Object.values<Check>(checks).includes("failing");
    return { ready, state: this.state, ...checks };
  }

  async #appliedMigrations(): Promise<number | null> {
    let applied: number | null = null;
    const query = this.database?.logPool.query<{ n: number }>(APPLIED).then(
      ({ rows }) => {
        applied = rows[0]?.n ?? null;
      },
      () => undefined,
    );
    await within(query ?? Promise.resolve(), QUERY_MS);
    return applied;
  }
}
