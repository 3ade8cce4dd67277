import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { UserActor } from "#lib/access/actor.ts";
import { storyDesk } from "#server/curate/testing/story-desk.ts";
import { projectRoot } from "#server/project-root.ts";
import { makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { createImport } from "./index.ts";

let database: TestDatabase;
let member: UserActor;
let desk: ReturnType<typeof storyDesk>;

beforeAll(async () => {
  database = await testDatabase();
  member = await makeUser(database.prisma, "member");
  desk = storyDesk(database, member);
});
afterAll(() => database.close());

const FILES = [
  "alertmanager/fictional-firing.json",
  "alertmanager/fictional-resolved.json",
  "pagerduty/fictional-log-entries.json",
  "statuspage/fictional-webhook-incident.json",
  "notes/binder-2018-01-18-reddit-hug.md",
  "notes/cloudgov-2018-01-11.md",
  "csv/sigma_events.csv",
] as const;
/** Times in no zone wait for an answer: their events have none yet. */
const UNTIMED = "Timeline\n\n2018-01-18 14:05 - Load rises\n2018-01-18 14:20 - The hub is restarted\n";
const contents = new Map<string, string>([
  ...FILES.map(
    (path) => [path, readFileSync(join(projectRoot(), "fixtures/imports", path)).toString("base64")] as const,
  ),
  ["untimed.txt", Buffer.from(UNTIMED).toString("base64")],
]);
const PATHS = [...contents.keys()];

/** The story that an order of imports makes, without what only says when a thing was written down. */
async function storyOf(paths: readonly string[]) {
  const key = await desk.newIncident();
  for (const path of paths) {
    const content = contents.get(path) ?? "";
    await createImport(desk.as(member), { key, filename: path, content, encoding: "base64" });
  }
  return (await desk.story(key)).map(({ at, endAt, precision, kind, title, body, source, ambiguity }) => ({
    at,
    endAt,
    precision,
    kind,
    title,
    body,
    from: `${source.type} ${source.line}`,
    ambiguity,
  }));
}

it("tells the same story in whatever order the sources come in", async () => {
  const reference = await storyOf(PATHS);
  expect(reference.length).toBeGreaterThan(40);
  expect(reference.some(({ at }) => at === null)).toBe(true);
  const orders = fc.shuffledSubarray(PATHS, { minLength: PATHS.length });
  await fc.assert(
    fc.asyncProperty(orders, async (paths) => {
      expect(await storyOf(paths)).toEqual(reference);
    }),
    { numRuns: 5 },
  );
}, 120_000);
