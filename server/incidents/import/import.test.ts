import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { Preview } from "#lib/contract/import.ts";
import { createActionItem } from "#server/follow/action-item/index.ts";
import { createIncident } from "#server/incidents/incident/index.ts";
import { answerZone, listTimeline, updateEvent } from "#server/incidents/timeline/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { previewImport } from "#server/testing/preview-import.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { createImport, listImports, redoImport, undoImport } from "./index.ts";

let database: TestDatabase;
let member: UserActor;
const ctx = () => makeContext(database.prisma, member);

async function newIncident(): Promise<string> {
  const fields = {
    kind: "incident",
    serviceIds: [],
    resolvedAt: null,
    timeZone: "UTC",
    impactText: "",
    restricted: false,
  } as const;
  const incident = await createIncident(ctx(), { ...fields, serviceIds: [], title: "Mail is late", severity: 3 });
  return incident.key;
}
const timelineOf = async (key: string) => (await listTimeline(ctx(), { key, limit: 1000, includeHidden: true })).items;

const NOTES = `2017-01-31 UTC
- 14:05 UTC alert: queue age above 10 minutes
- 14:12 UTC Ines takes command
- 14:40 UTC rolled back to build 117
`;
const alert = (fingerprint: string, startsAt: string, endsAt = "0001-01-01T00:00:00Z") =>
  JSON.stringify({
    version: "4",
    status: endsAt.startsWith("0001") ? "firing" : "resolved",
    receiver: "web",
    alerts: [
      {
        status: endsAt.startsWith("0001") ? "firing" : "resolved",
        labels: { alertname: `Alert ${fingerprint}` },
        annotations: {},
        startsAt,
        endsAt,
        generatorURL: "http://prometheus.example.com/graph",
        fingerprint,
      },
    ],
    groupLabels: {},
    commonLabels: {},
    commonAnnotations: {},
    externalURL: "http://alertmanager.example.com",
    groupKey: "{}",
  });

beforeAll(async () => {
  database = await testDatabase();
  member = await makeUser(database.prisma, "member");
});
afterAll(() => database.close());

describe("a preview", () => {
  it("describes what would happen and writes nothing", async () => {
    const key = await newIncident();
    const preview = await previewImport(ctx(), { key, filename: "notes.md", content: NOTES });
    expect(Preview.parse(preview)).toEqual(preview);
    expect(preview.counts).toMatchObject({ created: 3, known: 0, ambiguous: 0, rejected: 0 });
    expect(await timelineOf(key)).toEqual([]);
    expect((await listImports(ctx(), { key })).items).toEqual([]);
  });

  it("shows the role of each column of a table, and uses the person's choices", async () => {
    const key = await newIncident();
    const content = "when,what,runner\n2017-01-31T14:05:00Z,Deploy 118,ip-10\n2017-01-31T14:10:00Z,Deploy 119,ip-11\n";
    const guessed = await previewImport(ctx(), { key, filename: "deploys.csv", content });
    expect(guessed.columns?.map(({ header, role }) => [header, role])).toEqual([
      ["when", "time"],
      ["what", "title"],
      ["runner", expect.any(String)],
    ]);
    expect(guessed.columns?.[1]?.samples).toEqual(["Deploy 118", "Deploy 119"]);
    const told = await previewImport(ctx(), {
      key,
      filename: "deploys.csv",
      content,
      mapping: { when: "time", what: "nothing", runner: "title" },
    });
    expect(told.rows.map((row) => row.title)).toEqual(["ip-10", "ip-11"]);
  });

  it("lists the action items of a write-up, and which of them exist already", async () => {
    const key = await newIncident();
    const other = await newIncident();
    const blank = { description: "", doneWhen: "", trackerUrl: null, ownerId: null, teamId: null, factorIds: [] };
    const fields = { ...blank, changeKeys: [], type: "detect" as const, priority: "P2" as const };
    const made = await createActionItem(ctx(), { ...fields, title: "Add an alert", incidentKey: key });
    await createActionItem(ctx(), { ...fields, title: "Name a lead", incidentKey: other });
    const content = `${NOTES}\n## Action items\n- Add an alert\n- [x] Name a lead @ines\n`;
    const preview = await previewImport(ctx(), { key, filename: "notes.md", content });
    expect(Preview.parse(preview).actions).toMatchObject([
      { title: "Add an alert", line: 7, status: null, knownAs: made.key },
      { title: "Name a lead", line: 8, status: "done", owner: "@ines", knownAs: null },
    ]);
    expect(preview.counts.created).toBe(3);
  });

  it("quotes the start of what isn't an event, however long a line is", async () => {
    const key = await newIncident();
    const quotes = [];
    for (const content of [
      "word ".repeat(200_000),
      `${NOTES}- 99:99 UTC ${"x".repeat(200_000)}\n`,
      "[".repeat(200_000),
    ]) {
      const { rejects, context } = await previewImport(ctx(), { key, filename: "notes.md", content });
      quotes.push(...[...rejects, ...context].map(({ text }) => text.length));
      const { rejects: kept } = await createImport(ctx(), { key, filename: "notes.md", content });
      quotes.push(...kept.map(({ text }) => text.length));
    }
    expect(Math.max(...quotes)).toBe(5001);
  });

  it("rejects an unknown time zone, naming the field", async () => {
    const key = await newIncident();
    const made = previewImport(ctx(), { key, filename: "notes.md", content: NOTES, zone: "Nowhere" });
    await expect(made).rejects.toMatchObject({ code: "invalid", details: { fields: [{ field: "zone" }] } });
  });
});

describe("an import", () => {
  it("creates nothing the second time", async () => {
    const key = await newIncident();
    const first = await createImport(ctx(), { key, filename: "notes.md", content: NOTES });
    expect(first).toMatchObject({ created: 3, known: 0 });
    const second = await createImport(ctx(), { key, filename: "notes.md", content: NOTES });
    expect(second).toMatchObject({ created: 0, known: 3 });
    expect((await timelineOf(key)).map((event) => event.at)).toEqual([
      "2017-01-31T14:05:00.000Z",
      "2017-01-31T14:12:00.000Z",
      "2017-01-31T14:40:00.000Z",
    ]);
  });

  it("accepts base64 as well as text", async () => {
    const key = await newIncident();
    const content = Buffer.from(NOTES).toString("base64");
    expect(await createImport(ctx(), { key, filename: "notes.md", content, encoding: "base64" })).toMatchObject({
      created: 3,
    });
  });

  it("adds the end of an alert that was resolved since", async () => {
    const key = await newIncident();
    await createImport(ctx(), { key, filename: "a.json", content: alert("f1", "2017-01-31T14:05:00Z") });
    const later = await createImport(ctx(), {
      key,
      filename: "a.json",
      content: alert("f1", "2017-01-31T14:05:00Z", "2017-01-31T14:50:00Z"),
    });
    expect(later).toMatchObject({ created: 0, known: 1 });
    expect((await timelineOf(key)).map((event) => event.endAt)).toEqual(["2017-01-31T14:50:00.000Z"]);
  });

  it("waits for a time zone if the text states none, and uses the answer", async () => {
    const key = await newIncident();
    const notes = "2017-01-31\n14:05 queue grows\n14:12 command taken\n";
    const made = await createImport(ctx(), { key, filename: "notes.txt", content: notes });
    expect(made).toMatchObject({ created: 2, ambiguous: 2, unanswered: 2 });
    expect((await timelineOf(key)).map((event) => event.at)).toEqual([null, null]);
    const answer = await answerZone(ctx(), { key, importId: made.id, zone: "Europe/Berlin" });
    expect(answer).toEqual({ answerId: expect.any(String), answered: 2, stillAmbiguous: 0 });
    expect((await timelineOf(key)).map((event) => event.at)).toEqual([
      "2017-01-31T13:05:00.000Z",
      "2017-01-31T13:12:00.000Z",
    ]);
    const again = await createImport(ctx(), { key, filename: "notes.txt", content: notes, zone: "Europe/Berlin" });
    expect(again).toMatchObject({ created: 0, known: 2 });
  });

  it("of a known source answers its times if the time zone is given, and creates nothing", async () => {
    const key = await newIncident();
    const source = { key, filename: "notes.md", content: "2026-07-01\n14:05 deploy started\n14:09 errors rise\n" };
    expect(await createImport(ctx(), source)).toMatchObject({ created: 2, ambiguous: 2 });
    const told = { ...source, zone: "Europe/Dublin" };
    expect((await previewImport(ctx(), told)).rows[0]?.note).toBe("Same as E1, with its time set");
    expect(await createImport(ctx(), told)).toMatchObject({ created: 0, known: 2, ambiguous: 0 });
    const events = await timelineOf(key);
    expect(events.map(({ at, precision, ambiguity }) => [at, precision, ambiguity])).toEqual([
      ["2026-07-01T13:05:00.000Z", "minute", null],
      ["2026-07-01T13:09:00.000Z", "minute", null],
    ]);
    expect(await createImport(ctx(), { ...source, zone: "UTC" })).toMatchObject({ created: 0, known: 2 });
    expect(await timelineOf(key)).toEqual(events);
  });

  it("is undone and redone as one, and doesn't touch what a person removed", async () => {
    const key = await newIncident();
    const made = await createImport(ctx(), { key, filename: "notes.md", content: NOTES });
    const [first] = await timelineOf(key);
    if (!first) throw new Error("no event");
    await updateEvent(ctx(), { key, id: first.id, version: first.version, removed: true });
    await undoImport(ctx(), { key, id: made.id });
    expect(await timelineOf(key)).toEqual([]);
    await redoImport(ctx(), { key, id: made.id });
    expect(await timelineOf(key)).toHaveLength(2);
    await undoImport(ctx(), { key, id: made.id });
    expect(await createImport(ctx(), { key, filename: "notes.md", content: NOTES })).toMatchObject({
      created: 2,
      known: 1,
    });
  });

  it("is undone once if two people undo it at once, and redone completely", async () => {
    const key = await newIncident();
    const { id, created } = await createImport(ctx(), { key, filename: "notes.txt", content: NOTES });
    const answers = await Promise.allSettled([undoImport(ctx(), { key, id }), undoImport(ctx(), { key, id })]);
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await redoImport(ctx(), { key, id });
    expect(await timelineOf(key)).toHaveLength(created);
  });

  it("gives the same events in any order of files, each once", async () => {
    const files = [
      { filename: "notes.md", content: NOTES },
      { filename: "a.json", content: alert("a", "2017-01-31T14:01:00Z") },
      { filename: "a2.json", content: alert("a", "2017-01-31T14:01:00Z", "2017-01-31T14:30:00Z") },
      { filename: "b.json", content: alert("b", "2017-01-31T14:02:00Z") },
    ];
    const storyOf = async (order: typeof files) => {
      const key = await newIncident();
      for (const file of order) await createImport(ctx(), { key, ...file });
      return (await timelineOf(key)).map(({ at, endAt, title }) => ({ at, endAt, title }));
    };
    const expected = await storyOf(files);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(files, { minLength: files.length }),
        fc.constantFrom(...files),
        async (order, repeated) => {
          expect(await storyOf([...order, repeated])).toEqual(expected);
        },
      ),
      { numRuns: 8 },
    );
  });
});
