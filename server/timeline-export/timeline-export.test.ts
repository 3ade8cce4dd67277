import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/access/actor.ts";
import { TimelineFile } from "#lib/contract/timeline-file.ts";
import { EVENT_RELATIONS } from "#lib/timeline/event-relations.ts";
import { createImport } from "#server/import/index.ts";
import { createIncident } from "#server/incident/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { addEvent, listTimeline, setMilestone, updateEvent } from "#server/timeline/index.ts";
import { exportScore, exportTimeline } from "./index.ts";

let database: TestDatabase;
let member: UserActor;
let viewer: UserActor;
let serviceId: string;
const as = (actor: UserActor) => makeContext(database.prisma, actor);

async function newIncident(restricted = false): Promise<{ key: string; id: string }> {
  const fields = {
    kind: "incident",
    resolvedAt: null,
    timeZone: "Europe/Berlin",
    impactText: "",
    severity: 2,
  } as const;
  return createIncident(as(member), { ...fields, restricted, serviceIds: [serviceId], title: "Mail is late" });
}
const exportAs = async (key: string, format: "json" | "markdown" | "csv" | "text", more: object = {}) =>
  (await exportTimeline(as(viewer), { key, format, zone: "UTC", ...more })).text();
const fileOf = async (key: string) => TimelineFile.parse(JSON.parse(await exportAs(key, "json")));
const importFile = (key: string, file: unknown) =>
  createImport(as(member), { key, filename: "INC-1-timeline.json", content: JSON.stringify(file) });
/** What may differ between two instances: the head, the moment of export, and who wrote a note. */
const compared = (file: TimelineFile) => ({
  milestones: file.milestones,
  clocks: file.clocks,
  impactWindows: file.impactWindows,
  events: file.events.map((event) => ({ ...event, notes: event.notes.map(({ body, at }) => ({ body, at })) })),
});

const NOTES = `2017-01-31 UTC
- 14:05 UTC alert: queue age above 10 minutes
- 14:05 UTC alert: queue age above 10 minutes
- around 14:10 UTC somebody looks
- 14:12 to 14:20 UTC Ines takes command
- 14:40 UTC rolled back to build 117
`;

beforeAll(async () => {
  database = await testDatabase();
  member = await makeUser(database.prisma, "member");
  viewer = await makeUser(database.prisma, "viewer");
  const service = await database.prisma.service.create({ data: { id: as(member).newId(), name: "Mail" } });
  serviceId = service.id;
});
afterAll(() => database.close());

/** A timeline with something in every field of the file. */
async function curated(): Promise<string> {
  const { key, id: incidentId } = await newIncident();
  await createImport(as(member), { key, filename: "notes.md", content: NOTES });
  await addEvent(as(member), { key, at: null, precision: "unknown", kind: "decision", title: "=who knows", body: "" });
  const [first, again, about, range, back, untimed] = (
    await listTimeline(as(member), { key, limit: 50, includeHidden: true })
  ).items;
  if (!first || !again || !about || !range || !back || !untimed) throw new Error("six events are expected");
  const { prisma } = database;
  const newId = as(member).newId;
  await updateEvent(as(member), { key, id: about.id, version: 1, title: "Somebody looks", uncertaintySeconds: 300 });
  await updateEvent(as(member), { key, id: back.id, version: 1, pinned: true });
  await prisma.timelineEvent.update({ where: { id: again.id }, data: { leadId: first.id, relation: "bundled" } });
  await prisma.timelineEvent.update({ where: { id: range.id }, data: { hidden: true, clockOffsetMs: -40_000 } });
  await prisma.timelineEvent.update({
    where: { id: untimed.id },
    data: { known: "found_later", foundAt: new Date("2017-02-03T09:00:00Z"), foundBy: "Ines" },
  });
  await setMilestone(as(member), { key, name: "detected", eventId: first.id, notApplicable: false });
  await setMilestone(as(member), { key, name: "paged", eventId: null, notApplicable: true });
  await prisma.eventNote.create({
    data: { id: newId(), eventId: first.id, body: "Was it the first?", authorId: member.id },
  });
  await prisma.attachment.create({
    data: {
      id: newId(),
      incidentId,
      eventId: first.id,
      kind: "query",
      title: "Age",
      text: "max(age)",
      url: "https://example.com/q",
    },
  });
  await prisma.impactWindow.create({
    data: {
      ...{ id: newId(), incidentId, serviceId, fromAt: new Date("2017-01-31T14:00:00Z"), toAt: null },
      ...{ weight: 0.35, basis: "estimated", reason: "a third of the mail", origin: "hand" },
    },
  });
  await prisma.sourceClock.create({
    data: { id: newId(), incidentId, sourceType: "notes", offsetMs: -40_000, eventId: first.id, matchId: back.id },
  });
  return key;
}

describe("Afterword's own JSON", () => {
  it("holds everything, and an empty incident that reads it exports the same", async () => {
    const key = await curated();
    const file = await fileOf(key);
    expect(file.events).toHaveLength(6);
    expect(file.events.find((event) => event.title === "Somebody looks")).toMatchObject({
      precision: "approx",
      uncertaintySeconds: 300,
      original: { title: expect.stringMatching(/somebody looks/i) },
    });
    const other = await newIncident();
    const record = await importFile(other.key, file);
    expect(record).toMatchObject({ format: "afterword", created: 6, rejected: 0 });
    const copy = await fileOf(other.key);
    expect(compared(copy)).toEqual(compared(file));
    const [event] = (await listTimeline(as(viewer), { key: other.key, limit: 1, includeHidden: true })).items;
    expect(event?.source).toMatchObject({ type: "notes", label: "Notes: notes.md" });
  });

  it("creates nothing a second time, and overwrites nothing", async () => {
    const file = await fileOf(await curated());
    const other = await newIncident();
    await importFile(other.key, file);
    const [event] = (await listTimeline(as(member), { key: other.key, limit: 1, includeHidden: true })).items;
    if (!event) throw new Error("an event is expected");
    await updateEvent(as(member), { key: other.key, id: event.id, version: event.version, title: "In our words" });
    const before = await fileOf(other.key);
    expect(await importFile(other.key, file)).toMatchObject({ created: 0, known: 6 });
    expect(compared(await fileOf(other.key))).toEqual(compared(before));
  });

  it("survives any curation", { timeout: 120_000 }, async () => {
    const file = await fileOf(await curated());
    const [sample] = file.events;
    if (!sample) throw new Error("an event is expected");
    const words = fc
      .string({ unit: "grapheme", maxLength: 40 })
      .map((text) => text.replaceAll("\u0000", "").toWellFormed());
    const title = words.map((text) => text.trim() || "…");
    const instant = fc
      .date({ min: new Date("1990-01-01T00:00:00Z"), max: new Date("2099-01-01T00:00:00Z"), noInvalidDate: true })
      .map((date) => date.toISOString());
    const event = fc.record({
      at: instant,
      untimed: fc.boolean(),
      precision: fc.constantFrom("exact", "minute", "approx", "hour", "day"),
      title,
      body: words,
      statedText: fc.option(title),
      pinned: fc.boolean(),
      hidden: fc.boolean(),
      clockOffsetMs: fc.integer({ min: -90_000, max: 90_000 }),
      known: fc.constantFrom(null, "at_the_time", "found_later"),
      relation: fc.option(fc.constantFrom(...EVENT_RELATIONS)),
      notes: fc.array(fc.record({ body: title, at: instant }), { maxLength: 2 }),
    });
    const events = fc.array(event, { minLength: 1, maxLength: 12 }).map((list) => {
      const sorted = [...list].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
      return sorted.map(({ untimed, relation, notes, ...one }, index) => ({
        ...sample,
        ...one,
        ...(untimed ? { at: null, precision: "unknown" } : {}),
        endAt: null,
        number: index + 1,
        relation: index === 0 ? null : relation,
        lead: index === 0 || relation === null ? null : Math.ceil(index / 2),
        source: { ...sample.source, identity: `id ${index}` },
        notes: notes.map((note) => ({ ...note, author: null })).sort((a, b) => Date.parse(a.at) - Date.parse(b.at)),
      }));
    });
    await fc.assert(
      fc.asyncProperty(events, async (list) => {
        const made = {
          ...file,
          milestones: [{ name: "resolved", event: 1, notApplicable: false }],
          clocks: [],
          events: list,
        };
        const [one, two] = [await newIncident(), await newIncident()];
        expect(await importFile(one.key, made)).toMatchObject({ created: list.length, rejected: 0 });
        const first = await fileOf(one.key);
        expect(first.events.map(({ number, title: words, body }) => ({ number, words, body }))).toEqual(
          list.map(({ number, title: words, body }) => ({ number, words, body })),
        );
        await importFile(two.key, first);
        expect(compared(await fileOf(two.key))).toEqual(compared(first));
      }),
      { numRuns: 20 },
    );
  });

  it("is refused in a version that is not known, and names what cannot be read", async () => {
    const file = await fileOf(await curated());
    const other = await newIncident();
    expect(await importFile(other.key, { ...file, version: 9 })).toMatchObject({ created: 0, rejected: 1 });
    const [first, ...rest] = file.events;
    const broken = { ...file, events: [{ ...first, at: "yesterday" }, ...rest] };
    const record = await importFile(other.key, broken);
    expect(record).toMatchObject({ created: 5, rejected: 1 });
    expect(record.rejects[0]?.reason).toMatch(/^Event 0: at: /);
  });

  it("says which impact window has no service here", async () => {
    const file = await fileOf(await curated());
    const impactWindows = file.impactWindows.map((window) => ({ ...window, service: "Nobody's" }));
    const record = await importFile((await newIncident()).key, { ...file, impactWindows });
    expect(record.rejects.map((reject) => reject.reason)).toEqual([
      "Impact window: there is no service “Nobody's” here.",
    ]);
  });
});

describe("files for people", () => {
  it("state their zone and leave hidden events out unless they are asked for", async () => {
    const key = await curated();
    const text = await exportAs(key, "markdown");
    expect(text).toContain("Times are UTC. 4 events, 1 hidden one left out.");
    expect(text).not.toContain("takes command");
    expect(text).toContain("| Detected | 2017-01-31 14:05 UTC | E1 |");
    expect(await exportAs(key, "markdown", { includeHidden: true })).toContain("takes command");
    expect(await exportAs(key, "text", { zone: "incident" })).toContain(
      "Times are in Europe/Berlin, each with its offset.",
    );
    const csv = await exportAs(key, "csv", { zone: "America/New_York" });
    expect(csv.split("\r\n")[0]).toContain("Time (America/New_York)");
    expect(csv).toContain("2017-01-31T09:05:00-05:00");
    expect(csv).toContain("'=who knows");
  });

  it("are named after the incident, refuse a zone that is none, and hide what is hidden from the reader", async () => {
    const { key } = await newIncident();
    const input = { key, format: "csv", zone: "UTC" } as const;
    expect((await exportTimeline(as(viewer), input)).name).toBe(`${key}-timeline.csv`);
    await expect(exportTimeline(as(viewer), { ...input, zone: "Mars" })).rejects.toMatchObject({ code: "invalid" });
    const secret = await newIncident(true);
    await expect(exportTimeline(as(viewer), { ...input, key: secret.key })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("the score as a picture", () => {
  it("stands alone and states its zone", async () => {
    const key = await curated();
    const file = await exportScore(as(viewer), {
      key,
      zone: "incident",
      theme: "dark",
      widthPx: 1400,
      includeHidden: false,
    });
    const svg = await file.text();
    expect(file.type).toContain("image/svg+xml");
    expect(svg).toContain(`<title id="title">${key} Mail is late</title>`);
    expect(svg).toContain("Times are in Europe/Berlin");
    expect(svg).not.toMatch(/var\(|class=|href=|<script/);
  });
});
