import { afterAll, beforeAll, expect, test } from "vitest";
import { onDatabase } from "./on-database.ts";
import { diffSchemas, schemaNow } from "./schema-diff.ts";
import { type TestDatabase, testDatabase } from "./test-database.ts";

const CATALOGUE = `
select 'column ' || table_name || '.' || column_name || ' ' || udt_name || ' ' || is_nullable || ' ' || coalesce(column_default, '-')
       || case when data_type = 'tsvector' then ' (search)' else '' end as line
  from information_schema.columns where table_schema = 'public' and table_name <> '_prisma_migrations'
union all
select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
 where connamespace = 'public'::regnamespace and contype in ('p', 'u', 'f') and conrelid::regclass::text <> '_prisma_migrations'
union all
select 'index ' || indexdef from pg_indexes where schemaname = 'public' and tablename <> '_prisma_migrations'
union all
select 'enum ' || t.typname || ' ' || string_agg(e.enumlabel, ',' order by e.enumsortorder)
  from pg_type t join pg_enum e on e.enumtypid = t.oid group by t.typname`;

const catalogueOf = (database: TestDatabase) =>
  onDatabase(database.url, async (client) =>
    (await client.query<{ line: string }>(CATALOGUE)).rows.map((row) => row.line),
  );

let migrated: TestDatabase;
let fromSchema: TestDatabase;
beforeAll(async () => {
  [migrated, fromSchema] = await Promise.all([testDatabase(), testDatabase()]);
  const script = await diffSchemas(migrated.url, [], schemaNow());
  await onDatabase(fromSchema.url, async (client) => {
    await client.query("drop schema public cascade; create schema public; create extension citext");
    await client.query(script);
  });
});
afterAll(() => Promise.all([migrated.close(), fromSchema.close()]));

test("the migrations create everything in the schema", async () => {
  const made = new Set(await catalogueOf(migrated));
  expect((await catalogueOf(fromSchema)).filter((line) => !made.has(line))).toEqual([]);
});

test("the migrations create no column that isn't in the schema, except those of the search", async () => {
  const known = new Set(await catalogueOf(fromSchema));
  const columns = (await catalogueOf(migrated)).filter((line) => /^column (?!.*\(search\)$)/.test(line));
  expect(columns.filter((line) => !known.has(line))).toEqual([]);
});
