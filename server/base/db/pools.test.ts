import { afterEach, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { openPool, type Pool } from "./pools.ts";

let database: TestDatabase | undefined;
let opened: Pool | undefined;
afterEach(async () => {
  await opened?.pool.end();
  await database?.close();
});

it("keeps two connections open while nothing happens, so the next review opens without waiting for one", async () => {
  database = await testDatabase();
  opened = openPool({ connectionString: database.url, max: 5, idleTimeoutMillis: 20 }, () => undefined);
  const { pool } = opened;
  const clients = await Promise.all(Array.from({ length: 5 }, () => pool.connect()));
  expect(pool.totalCount).toBe(5);
  for (const client of clients) client.release();
  await expect.poll(() => pool.totalCount).toBe(2);
  await new Promise((done) => setTimeout(done, 100));
  expect([pool.totalCount, pool.idleCount]).toEqual([2, 2]);
});
