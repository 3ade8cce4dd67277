import { expect, it } from "vitest";
import { memberDesk } from "#server/testing/member-desk.ts";
import { previewImport } from "#server/testing/preview-import.ts";
import { createImport } from "../index.ts";

const my = memberDesk();

const table = (headers: string) => `${headers}\n2026-03-10T09:00:00Z,2026-03-10T09:05:00Z,Restart,Ada\n`;
const MAPPING = { seen: "time", written: "nothing", title: "title", who: "actor" } as const;

it("reads a table with the same headers as someone chose before, until someone chooses differently", async () => {
  const key = await my.desk.newIncident();
  const input = { key, filename: "a.csv", content: table("seen,written,title,who") };
  const preview = (rest: object = {}) => previewImport(my.desk.as(my.member), { ...input, ...rest });
  expect((await preview()).mappingRemembered).toBe(false);
  await createImport(my.desk.as(my.member), { ...input, mapping: MAPPING });

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
  await createImport(my.desk.as(my.member), { ...unnamed, mapping: { "Column 1": "time", "Column 2": "body" } });
  expect((await previewImport(my.desk.as(my.member), unnamed)).mappingRemembered).toBe(false);

  const elsewhere = await my.desk.newIncident();
  await createImport(my.desk.as(my.member), { ...input, key: elsewhere });
  expect(await my.desk.story(elsewhere)).toMatchObject([{ title: "Restart", actor: "Ada" }]);
  expect(await my.database.prisma.columnMapping.count()).toBe(1);
});
