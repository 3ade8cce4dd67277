import { afterAll, beforeAll, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { createIncident } from "#server/incidents/incident/index.ts";
import { addEvent, listTimeline } from "#server/incidents/timeline/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { createImport, listImports, redoImport, undoImport } from "./index.ts";

let database: TestDatabase;
let member: UserActor;
const ctx = () => makeContext(database.prisma, member);

beforeAll(async () => {
  database = await testDatabase();
  member = await makeUser(database.prisma, "member");
});
afterAll(() => database.close());

async function newIncident(): Promise<string> {
  const { key } = await createIncident(ctx(), {
    kind: "incident",
    serviceIds: [],
    resolvedAt: null,
    timeZone: "UTC",
    impactText: "",
    restricted: false,
    title: "Mail is late",
    severity: 3,
  });
  return key;
}

const notes = (hour: string, events = 20) =>
  `2017-01-31 UTC\n${Array.from({ length: events }, (_, at) => `- ${hour}:${10 + at} UTC step ${at} of hour ${hour}`).join("\n")}\n`;
const take = (key: string, hour: string) =>
  createImport(ctx(), { key, filename: `${hour}.md`, content: notes(hour) }).then(({ id }) => id);
const write = (key: string, title: string) =>
  addEvent(ctx(), { key, at: null, precision: "unknown", kind: "observation", title, body: "" });

it.each<[string, (key: string) => Promise<unknown>[], number]>([
  ["one file six times", (key) => Array.from({ length: 6 }, () => take(key, "14")), 20],
  ["six files", (key) => ["10", "11", "12", "13", "14", "15"].map((hour) => take(key, hour)), 120],
  ["two files three times each", (key) => ["10", "11", "10", "11", "10", "11"].map((hour) => take(key, hour)), 40],
  [
    "two files while people add events",
    (key) => [take(key, "10"), write(key, "a"), take(key, "11"), write(key, "b")],
    42,
  ],
])("%s at once into one incident all succeed, and each event is there once", async (_name, start, expected) => {
  const key = await newIncident();
  await Promise.all(start(key));
  const { items } = await listTimeline(ctx(), { key, limit: 1000, includeHidden: true });
  expect(items).toHaveLength(expected);
  expect(new Set(items.map(({ number }) => number)).size).toBe(expected);
});

it("imports continue while others are undone and redone", async () => {
  const key = await newIncident();
  const ids = [await take(key, "10"), await take(key, "11"), await take(key, "12")];
  await Promise.all([...ids.map((id) => undoImport(ctx(), { key, id })), take(key, "13"), take(key, "14")]);
  await Promise.all([...ids.map((id) => redoImport(ctx(), { key, id })), take(key, "13"), take(key, "15")]);
  expect((await listTimeline(ctx(), { key, limit: 1000, includeHidden: true })).items).toHaveLength(120);
  expect((await listImports(ctx(), { key })).items).toHaveLength(7);
});
