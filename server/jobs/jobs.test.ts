import { setTimeout as sleep } from "node:timers/promises";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Database, openDatabase } from "#server/base/db/client.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { type Job, startJobs } from "./index.ts";

const log = pino({ level: "silent" });
let scratch: TestDatabase;
let database: Database;
beforeAll(async () => {
  scratch = await testDatabase();
  database = openDatabase(scratch.url, { poolSize: 2, logPoolSize: 2 });
});
afterAll(async () => {
  await database.close();
  await scratch.close();
});

const schedules = async () =>
  (await scratch.pool.query<{ name: string; cron: string }>("select name, cron from pgboss.schedule order by name"))
    .rows;

test("an interval job runs at once on start and when triggered, never twice at the same time, and continues after a failure", async () => {
  let running = 0;
  let most = 0;
  const run = vi.fn(async () => {
    running += 1;
    most = Math.max(most, running);
    await sleep(30);
    running -= 1;
    throw new Error("fails each time");
  });
  const jobs = await startJobs([{ name: "often", when: { everySeconds: 3600 }, run }], { database, log });
  await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(1));
  for (let i = 0; i < 5; i += 1) jobs.kick("often");
  await vi.waitFor(() => expect(run.mock.calls.length).toBeGreaterThanOrEqual(2));
  jobs.kick("unknown");
  await jobs.stop();
  expect(most).toBe(1);
  expect(running).toBe(0);
  const before = run.mock.calls.length;
  jobs.kick("often");
  await sleep(50);
  expect(run).toHaveBeenCalledTimes(before);
});

test("cron jobs are on the schedule, those of earlier versions are removed, and health is reported", async () => {
  const job = (name: string): Job => ({ name, when: { cron: "5 4 * * *" }, run: async () => undefined });
  const first = await startJobs([job("old"), job("kept")], { database, log });
  expect(first.isHealthy()).toBe(true);
  expect(await schedules()).toEqual([
    { name: "kept", cron: "5 4 * * *" },
    { name: "old", cron: "5 4 * * *" },
  ]);
  await first.stop();
  const second = await startJobs([job("kept")], { database, log });
  expect(await schedules()).toEqual([{ name: "kept", cron: "5 4 * * *" }]);
  await second.stop();
});

test("a job that is running when the server stops is asked to end and waited for", async () => {
  let ended = false;
  const run: Job["run"] = async ({ signal }) => {
    while (!signal.aborted) await sleep(5);
    ended = true;
  };
  const jobs = await startJobs([{ name: "long", when: { everySeconds: 3600 }, run }], { database, log });
  await jobs.stop();
  expect(ended).toBe(true);
});
