import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "#server/base/db/client.ts";
import { sharedDatabase, type TestDatabase, testDatabase } from "./test-database.ts";

const shared = sharedDatabase();
let inHook: string;
let one: TestDatabase;
let two: TestDatabase;
beforeAll(async () => {
  inHook = shared.url;
  [one, two] = await Promise.all([testDatabase(), testDatabase()]);
});
afterAll(async () => {
  await Promise.all([one.close(), two.close()]);
});

test("each test database has the schema and is separate from the others", async () => {
  await one.prisma.setting.create({ data: { key: "colour", value: "blue" } });
  expect(await one.prisma.setting.count()).toBe(1);
  expect(await two.prisma.setting.count()).toBe(0);
  const { rows } = await two.pool.query(
    "select count(*)::int as n from _prisma_migrations where finished_at is not null",
  );
  expect(rows[0].n).toBeGreaterThan(0);
});

test("a shared database is the one of the process, open for the hooks of its file", async () => {
  expect(database().url).toBe(inHook);
  expect(database().prisma).toBe(shared.prisma);
  one.share();
  expect(database().url).toBe(one.url);
  shared.share();
  expect(database().url).toBe(inHook);
});
