import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type Database, openDatabase, shareDatabase } from "#server/base/db/client.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { countGuess, countRequest, forgetEndedGuesses, forgetGuesses, takeGuessBack } from "./limits.ts";

let database: TestDatabase;
let processes: Database[];

beforeAll(async () => {
  database = await testDatabase();
  processes = [1, 2].map(() => openDatabase(database.url, { poolSize: 5, logPoolSize: 1 }));
  shareDatabase(processes[0]);
});
afterAll(async () => {
  shareDatabase(undefined);
  for (const one of processes) await one.close();
  await database.close();
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, "afterwordRequests");
});

it("says how long to wait, whichever bundle created the limiter", async () => {
  const consume = () => Promise.reject({ msBeforeNext: 1500, remainingPoints: 0 });
  Object.assign(globalThis, { afterwordRequests: { consume } });
  await expect(countRequest("somebody")).rejects.toMatchObject({
    code: "rate_limited",
    details: { retryAfterSeconds: 2 },
  });
});

it("passes on any other error", async () => {
  const consume = () => Promise.reject(new Error("the store is away"));
  Object.assign(globalThis, { afterwordRequests: { consume } });
  await expect(countRequest("somebody")).rejects.toThrow("the store is away");
});

it("counts the guesses for each key separately", async () => {
  for (let turn = 1; turn <= 30; turn++) expect(await countGuess("one")).toBe(turn);
  expect(await countGuess("two")).toBe(1);
  await takeGuessBack("one");
  expect(await countGuess("one")).toBe(30);
  await forgetGuesses("one");
  expect(await countGuess("one")).toBe(1);
  await takeGuessBack("never counted");
});

it("counts guesses at several processes together, including those at the same moment", async () => {
  const counts: number[] = [];
  for (const one of processes) {
    shareDatabase(one);
    counts.push(...(await Promise.all(Array.from({ length: 10 }, () => countGuess("shared")))));
  }
  expect(counts.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
});

it("starts again when the time is over, removes what has ended, and stores no email", async () => {
  const { prisma } = database;
  await countGuess("mo@example.com");
  await countGuess("mo@example.com");
  await prisma.guessCount.updateMany({ data: { until: new Date(Date.now() - 1000) } });
  expect(await countGuess("mo@example.com")).toBe(1);
  expect(await countGuess("mo@example.com")).toBe(2);
  await forgetEndedGuesses();
  const left = await prisma.guessCount.findMany();
  expect(left).toMatchObject([{ guesses: 2 }]);
  expect(left[0]?.key).not.toContain("mo");
});
