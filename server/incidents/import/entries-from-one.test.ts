import { expect, it } from "vitest";
import { readMigrations } from "#server/base/db/migrations-on-disk.ts";
import { createIncident } from "#server/incidents/incident/index.ts";
import { listTimeline } from "#server/incidents/timeline/index.ts";
import { memberDesk } from "#server/testing/member-desk.ts";
import { createImport } from "./index.ts";

const my = memberDesk();
const ctx = () => my.desk.as(my.member);

async function newIncident() {
  const fields = { kind: "incident", resolvedAt: null, timeZone: "UTC", impactText: "", restricted: false } as const;
  return createIncident(ctx(), { ...fields, serviceIds: [], title: "Mail is late", severity: 2 });
}
const places = async (key: string) =>
  (await listTimeline(ctx(), { key, limit: 50, includeHidden: true })).items
    .map(({ title, source }) => `${title} ${source.line}`)
    .sort();
const alert = (name: string, minute: number) => ({
  ...{ status: "firing", labels: { alertname: name }, startsAt: `2026-03-04T09:0${minute}:00Z`, fingerprint: name },
  ...{ endsAt: "0001-01-01T00:00:00Z", annotations: {}, generatorURL: "" },
});

it("moves entries that were counted from 0, and nothing else", async () => {
  const { key, id: incidentId } = await newIncident();
  const list = { version: "4", alerts: [alert("A", 1), alert("B", 2)] };
  await createImport(ctx(), { key, filename: "alerts.json", content: JSON.stringify(list) });
  await createImport(ctx(), {
    key,
    filename: "later.json",
    content: JSON.stringify({ ...list, alerts: [alert("C", 3)] }),
  });
  await createImport(ctx(), { key, filename: "notes.md", content: "2026-03-04 UTC\n- 09:30 UTC rolled back\n" });
  const lines = { A: 0, B: 1, C: 4 };
  for (const [title, line] of Object.entries(lines))
    await my.database.prisma.timelineEvent.updateMany({ where: { incidentId, title }, data: { line } });
  const { sql } = readMigrations().find(({ name }) => name === "0014_entries_from_one") ?? { sql: "" };
  for (const statement of sql.split(";").filter((one) => one.includes("UPDATE")))
    await my.database.prisma.$executeRawUnsafe(statement);
  expect(await places(key)).toEqual(["A 1", "B 2", "C 4", "rolled back 2"]);
});

it("reads files of the version that counted from 0 in the same way", async () => {
  const { key } = await newIncident();
  const event = (number: number, type: string, line: number | null) => ({
    ...{ number, at: `2026-03-04T09:0${number}:00.000Z`, endAt: null, precision: "exact", uncertaintySeconds: null },
    ...{ statedText: null, zone: null, ambiguity: null, kind: "observation", title: `E${number}`, body: "" },
    ...{ actor: null, url: null, services: [], pinned: false, hidden: false, clockOffsetMs: 0, lead: null },
    source: { type, letter: "X", label: type, identity: `id ${number}`, line },
    ...{ relation: null, known: null, foundAt: null, foundBy: null, original: null, notes: [], attachments: [] },
  });
  const events = [event(1, "slack", 0), event(2, "slack", 1), event(3, "sentry", 4), event(4, "notes", 3)];
  const file = { format: "afterword-timeline", version: 1, events };
  await createImport(ctx(), { key, filename: "old.json", content: JSON.stringify(file) });
  expect(await places(key)).toEqual(["E1 1", "E2 2", "E3 4", "E4 3"]);
});
