import { afterEach, beforeEach, expect, test } from "vitest";
import { onDatabase } from "#server/testing/on-database.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { assertMigrated, migrate } from "./migrate.ts";
import { type Migration, readMigrations } from "./migrations-on-disk.ts";

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.close());

const later = (name: string, sql: string): Migration => ({ name, sql, checksum: "0".repeat(64) });
const ours = readMigrations();
const tables = () =>
  onDatabase(
    database.url,
    async (client) => (await client.query("select to_regclass('extra') as extra")).rows[0]?.extra,
  );

test("an existing migration is not applied again", async () => {
  expect(await migrate(database.url)).toEqual([]);
});

test("of two that start at once, one applies them, and the other waits and finds nothing to do", async () => {
  const migrations = [...ours, later("9001_slow", "select pg_sleep(0.3); create table extra (id int)")];
  const applied = await Promise.all([migrate(database.url, migrations), migrate(database.url, migrations)]);
  expect(applied.flat()).toEqual(["9001_slow"]);
});

test("a failing migration is named, leaves nothing behind, and is tried again", async () => {
  const broken = later("9001_broken", "create table extra (id int); select 1 / 0");
  await expect(migrate(database.url, [...ours, broken])).rejects.toThrow(/migration 9001_broken failed/);
  expect(await tables()).toBeNull();
  const repaired = later("9001_broken", "create table extra (id int)");
  expect(await migrate(database.url, [...ours, repaired])).toEqual(["9001_broken"]);
});

test("a database from a newer version is rejected", async () => {
  await migrate(database.url, [...ours, later("9001_new", "create table extra (id int)")]);
  await expect(migrate(database.url)).rejects.toThrow(/newer version of Afterword \(migration 9001_new/);
});

test("a migration that another tool left unfinished is named", async () => {
  await database.pool.query("insert into _prisma_migrations (id, checksum, migration_name) values ('x', 'x', $1)", [
    ours.at(-1)?.name,
  ]);
  await database.pool.query("delete from _prisma_migrations where id <> 'x' and migration_name = $1", [
    ours.at(-1)?.name,
  ]);
  await expect(migrate(database.url)).rejects.toThrow(/was started by another tool and failed/);
});

test("a migration with different content than the applied one is rejected", async () => {
  const changed = ours.map((migration) => ({ ...migration, checksum: "1".repeat(64) }));
  await expect(migrate(database.url, changed)).rejects.toThrow(/with different content/);
});

test.each([
  ["postgresql://a:b@127.0.0.1:9/x", /can't be used/],
  ["no such database", /can't be used/],
])("an unreachable database is rejected with a message: %s", async (url, message) => {
  const target = url.startsWith("postgresql:")
    ? url
    : Object.assign(new URL(database.url), { pathname: "/nowhere" }).href;
  await expect(migrate(target)).rejects.toThrow(message);
});

test("a command next to a server accepts only this version, and writes nothing", async () => {
  await expect(assertMigrated(database.url)).resolves.toBeUndefined();
  const last = ours.at(-1)?.name;
  await database.pool.query("delete from _prisma_migrations where migration_name = $1", [last]);
  await expect(assertMigrated(database.url)).rejects.toThrow(/from an older version/);
  await database.pool.query("drop table _prisma_migrations");
  await expect(assertMigrated(database.url)).rejects.toThrow(/doesn't contain Afterword/);
  const { rows } = await database.pool.query("select to_regclass('_prisma_migrations') as history");
  expect(rows[0]?.history).toBeNull();
});

test("a user without permission to create tables sees what to grant, without a stack trace", async () => {
  const role = `reader_${process.pid}`;
  await onDatabase(database.url, (client) => client.query(`create role ${role} login password 'x'`));
  try {
    const url = Object.assign(new URL(database.url), { username: role, password: "x" }).href;
    await expect(migrate(url)).rejects.toMatchObject({
      message: expect.stringContaining(`user ${role} can't create tables`),
      whatToDo: expect.stringContaining(`OWNER TO "${role}"`),
    });
  } finally {
    await onDatabase(database.url, (client) => client.query(`drop role ${role}`));
  }
});
