import type { Database } from "#server/base/db/client.ts";
import { readMigrations } from "#server/base/db/migrations-on-disk.ts";
import { within } from "#server/base/lifecycle/index.ts";
import type { Jobs } from "#server/jobs/index.ts";

export type Check = "ok" | "failing" | "off";

export interface Readiness {
  ready: boolean;
  state: "starting" | "ready" | "stopping";
  database: Check;
  migrations: Check;
  jobs: Check;
}

const QUERY_MS = 2000;
const APPLIED =
  "select count(*)::int as n from _prisma_migrations where finished_at is not null and rolled_back_at is null";

/** Knows whether this process should get requests. */
export class Health {
  state: Readiness["state"] = "starting";
  database: Database | null = null;
  jobs: Jobs | null = null;
  readonly #expected = readMigrations().length;

  async check(): Promise<Readiness> {
    const applied = await this.#appliedMigrations();
    const database: Check = applied === null ? "failing" : "ok";
    // More than ours is fine: a newer version is rolling out beside us.
    const migrations: Check = applied !== null && applied >= this.#expected ? "ok" : "failing";
    const jobs: Check = this.jobs === null ? "off" : this.jobs.isHealthy() ? "ok" : "failing";
    const ready = this.state === "ready" && database === "ok" && migrations === "ok" && jobs !== "failing";
    return { ready, state: this.state, database, migrations, jobs };
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
