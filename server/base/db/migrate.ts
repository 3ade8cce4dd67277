import { randomUUID } from "node:crypto";
import type pg from "pg";
import { StartError } from "#server/base/process/start-error.ts";
import { connectChecked } from "./connect.ts";
import { type Migration, readMigrations } from "./migrations-on-disk.ts";

/** The advisory lock of Prisma's own command line, so the two never run at the same time. */
const MIGRATION_LOCK = 72_707_369;

/** Prisma's table in Prisma's form, so its command line can take over at any time. */
const HISTORY_TABLE = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`;

interface HistoryRow {
  migration_name: string;
  checksum: string;
  finished_at: Date | null;
}

/**
 * Migrates the database to this version. Returns the names of the migrations it applied. Safe if several processes
 * start at once. Throws a StartError: unreachable, too old, a migration failed, or a database from another version.
 */
export async function migrate(url: string, migrations: Migration[] = readMigrations()): Promise<string[]> {
  const client = await connectChecked(url);
  try {
    await assertMayCreate(client);
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await client.query(HISTORY_TABLE);
    const pending = findPending(await readHistory(client), migrations);
    for (const migration of pending) await apply(client, migration);
    return pending.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

/**
 * Rejects a database that isn't of this version, for a command that runs next to a server. Throws a StartError. Writes
 * nothing.
 */
export async function assertMigrated(url: string): Promise<void> {
  const client = await connectChecked(url);
  try {
    const { rows } = await client.query("select to_regclass('_prisma_migrations') is null as missing");
    const history = rows[0]?.missing ? [] : await readHistory(client);
    if (findPending(history, readMigrations()).length > 0) throw notMigrated(history.length === 0);
  } finally {
    await client.end();
  }
}

async function assertMayCreate(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ user: string; database: string; may: boolean }>(
    `select current_user as user, current_database() as database,
            has_database_privilege(current_database(), 'CREATE')
            and coalesce(has_schema_privilege(current_schema(), 'CREATE'), false) as may`,
  );
  const [row] = rows;
  if (!row || row.may) return;
  throw new StartError(
    `the database user ${row.user} can't create tables and schemas in ${row.database}`,
    `Make it the owner: ALTER DATABASE "${row.database}" OWNER TO "${row.user}"; and, in that database: GRANT CREATE ON SCHEMA public TO "${row.user}";`,
  );
}

async function readHistory(client: pg.Client): Promise<HistoryRow[]> {
  const { rows } = await client.query<HistoryRow>(
    "select migration_name, checksum, finished_at from _prisma_migrations where rolled_back_at is null order by started_at",
  );
  return rows;
}

/** Returns the migrations still to apply. Throws a StartError if the history doesn't match this version. */
export function findPending(history: HistoryRow[], migrations: Migration[]): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const row of history) {
    const ours = known.get(row.migration_name);
    if (!ours) throw newerDatabase(row.migration_name);
    if (row.finished_at === null) throw failedBefore(row.migration_name);
    if (row.checksum !== ours.checksum) throw otherText(row.migration_name);
  }
  const applied = new Set(history.map((row) => row.migration_name));
  return migrations.filter((migration) => !applied.has(migration.name));
}

// Script and record are in one transaction, so a killed process leaves a migration complete or not at all.
async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query("begin");
  try {
    await client.query(migration.sql);
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), migration.checksum, migration.name],
    );
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw new StartError(
      `migration ${migration.name} failed, and the database is unchanged`,
      "See the reason. Fix the cause (permissions, disk space, a changed table) and start again, or return to the previous version.",
      error,
    );
  }
}

const notMigrated = (isEmpty: boolean) =>
  new StartError(
    isEmpty ? "the database doesn't contain Afterword" : "the database is from an older version of Afterword",
    "Start this version on it once (`npm start`) to update it, or correct AFTERWORD_DATA or DATABASE_URL.",
  );

const newerDatabase = (name: string) =>
  new StartError(
    `the database is from a newer version of Afterword (migration ${name} is unknown here)`,
    "Start that newer version, or restore a backup made with this one into an empty instance.",
  );

const failedBefore = (name: string) =>
  new StartError(
    `migration ${name} was started by another tool and failed`,
    `Repair what it left, then run \`npx prisma migrate resolve --rolled-back ${name}\` and start again.`,
  );

const otherText = (name: string) =>
  new StartError(
    `migration ${name} was applied to this database with different content`,
    "Start the version of Afterword that created this database. You can delete and recreate a development database.",
  );
