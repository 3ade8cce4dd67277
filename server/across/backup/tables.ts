import type pg from "pg";
import type { TableHead } from "./format.ts";

const COLUMNS = `
select c.relname as table, array_agg(a.attname::text order by a.attnum) as columns
  from pg_class c join pg_attribute a on a.attrelid = c.oid
 where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relpersistence = 'p' and c.relname <> '_prisma_migrations'
   and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
 group by c.relname order by c.relname`;

/**
 * Returns Afterword's tables with their stored columns. Computed columns are computed again, and unlogged tables hold
 * nothing to keep.
 */
export async function listTables(client: pg.ClientBase): Promise<TableHead[]> {
  return (await client.query<TableHead>(COLUMNS)).rows;
}

const COUNTERS = `
select sequencename as name, coalesce(last_value, 0)::text as value from pg_sequences where schemaname = 'public'`;

/** Returns the last number of each counter, "0" for none. */
export async function readCounters(client: pg.ClientBase): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string; value: string }>(COUNTERS);
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}

/** Returns the applied migrations, oldest first. Empty for a database without the schema. */
export async function readApplied(client: pg.ClientBase): Promise<string[]> {
  const { rows: found } = await client.query("select to_regclass('public._prisma_migrations') as there");
  if (found[0]?.there === null) return [];
  const { rows } = await client.query<{ name: string }>(
    `select migration_name as name from _prisma_migrations
      where finished_at is not null and rolled_back_at is null order by migration_name`,
  );
  return rows.map(({ name }) => name);
}
