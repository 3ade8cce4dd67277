import { afterAll, beforeAll, expect, it } from "vitest";
import type { UserActor } from "#lib/access/actor.ts";
import { storyDesk } from "#server/curate/testing/story-desk.ts";
import { makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { createImport, previewImport } from "./index.ts";

let database: TestDatabase;
let member: UserActor;
let desk: ReturnType<typeof storyDesk>;

beforeAll(async () => {
  database = await testDatabase();
  member = await makeUser(database.prisma, "member");
  desk = storyDesk(database, member);
});
afterAll(() => database.close());

const table = (headers: string) => `${headers}\n2026-03-10T09:00:00Z,2026-03-10T09:05:00Z,Restart,Ada\n`;
const MAPPING = { seen: "time", written: "nothing", title: "title", who: "actor" } as const;

it("reads a table with the same headers as somebody said before, until somebody says otherwise", async () => {
  const key = await desk.newIncident();
  const input = { key, filename: "a.csv", content: table("seen,written,title,who") };
  const preview = (rest: object = {}) => previewImport(desk.as(member), { ...input, ...rest });
  expect((await preview()).mappingRemembered).toBe(false);
  await createImport(desk.as(member), { ...input, mapping: MAPPING });

  const again = await preview({ content: table("Seen,Written,Title,Who") });
  expect(again.mappingRemembered).toBe(true);
  expect(again.columns?.map(({ role }) => role)).toEqual(["time", "nothing", "title", "actor"]);
  expect(again.rows.map(({ at }) => at)).toEqual(["2026-03-10T09:00:00.000Z"]);
  const other = await preview({ mapping: { ...MAPPING, seen: "nothing", written: "time" } });
  expect(other.mappingRemembered).toBe(false);
  expect(other.rows.map(({ at }) => at)).toEqual(["2026-03-10T09:05:00.000Z"]);
  expect((await preview({ content: table("seen,title,written,who") })).mappingRemembered).toBe(false);

  const bare = "2026-03-10T09:00:00Z,Restart\n2026-03-10T09:01:00Z,Again\n";
  const unnamed = { ...input, filename: "bare.csv", content: bare };
  await createImport(desk.as(member), { ...unnamed, mapping: { "Column 1": "time", "Column 2": "body" } });
  expect((await previewImport(desk.as(member), unnamed)).mappingRemembered).toBe(false);

  const elsewhere = await desk.newIncident();
  await createImport(desk.as(member), { ...input, key: elsewhere });
  expect(await desk.story(elsewhere)).toMatchObject([{ title: "Restart", actor: "Ada" }]);
  expect(await database.prisma.columnMapping.count()).toBe(1);
});
