import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { Reading } from "#lib/contract/import.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { previewImport } from "#server/testing/preview-import.ts";
import { storyDesk } from "#server/testing/story-desk.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { readingProgress } from "../index.ts";

let database: TestDatabase;
let member: UserActor;
let other: UserActor;
let key: string;

beforeAll(async () => {
  database = await testDatabase();
  member = await makeUser(database.prisma, "member");
  other = await makeUser(database.prisma, "member");
  key = await storyDesk(database, member).newIncident();
});
afterAll(() => database.close());

const as = (actor: UserActor, signal?: AbortSignal) => ({ ...makeContext(database.prisma, actor), signal });
const line = (n: number) => `2026-03-10 09:${String(n % 60).padStart(2, "0")}:00 UTC Host ${n} was restarted\n`;
const NOTES = Array.from({ length: 15_000 }, (_, n) => line(n)).join("");

async function until(readingId: string, isSo: (reading: Reading) => boolean): Promise<Reading> {
  for (;;) {
    const reading = await readingProgress(as(member), { key, readingId });
    expect(Reading.parse(reading)).toEqual(reading);
    if (isSo(reading)) return reading;
    await sleep(20);
  }
}
const read = (readingId: string, signal?: AbortSignal) =>
  previewImport(as(member, signal), { key, filename: "notes.txt", file: new File([NOTES], "notes.txt"), readingId });

it("shows its owner how far a file is read, until it is read", async () => {
  const readingId = crypto.randomUUID();
  const preview = read(readingId);
  const { state, events } = await until(readingId, ({ events }) => events > 0);
  expect(state).toBe("reading");
  expect(events).toBeLessThanOrEqual(15_000);
  expect(await readingProgress(as(other), { key, readingId })).toMatchObject({ state: "sending", events: 0 });
  expect((await preview).counts.created).toBe(15_000);
  expect(await readingProgress(as(member), { key, readingId })).toMatchObject({ state: "sending" });
});

it("shows what share of a file is read that is processed in parts", async () => {
  const readingId = crypto.randomUUID();
  const rows = `timestamp,title\n${Array.from({ length: 120_000 }, (_, n) => `2026-03-10T09:00:${String(n % 60).padStart(2, "0")}Z,Host ${n} was restarted\n`).join("")}`;
  const left = new AbortController();
  const file = new File([rows], "events.csv");
  const preview = previewImport(as(member, left.signal), { key, filename: "events.csv", file, readingId });
  const { share } = await until(readingId, ({ share }) => share !== null);
  expect(share).toBeGreaterThan(0);
  expect(share).toBeLessThan(1);
  left.abort(new Error("seen"));
  await expect(preview).rejects.toThrow("seen");
});

it("ends once no one waits for the file any more, and the file can be read again at once", async () => {
  const readingId = crypto.randomUUID();
  const left = new AbortController();
  const preview = read(readingId, left.signal);
  await until(readingId, ({ state }) => state === "reading");
  left.abort(new Error("cancelled"));
  await expect(preview).rejects.toThrow("cancelled");
  expect(await readingProgress(as(member), { key, readingId })).toMatchObject({ state: "sending" });
  expect((await read(readingId)).counts.created).toBe(15_000);
});
