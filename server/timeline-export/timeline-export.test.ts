import { createHash } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/access/actor.ts";
import { TimelineFile } from "#lib/contract/timeline-file.ts";
import { EVENT_RELATIONS } from "#lib/timeline/event-relations.ts";
import { keepApart, listClocks, setClock } from "#server/curate/index.ts";
import { attachEvidence, listEvidence, readEvidenceBytes } from "#server/evidence/index.ts";
import { PIXEL_PNG } from "#server/evidence/testing/pixel.ts";
import { changeWindow, getImpact, keepSeries } from "#server/impact/index.ts";
import { createImport, listImports, redoImport, undoImport } from "#server/import/index.ts";
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
/** All but what may differ between two instances: the head and the moment of export. */
const compared = ({ incident: _, exportedAt: __, ...rest }: TimelineFile) => rest;

const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString("base64");

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

const heldFile = (bytes: Uint8Array) => {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const named = { name: "held.bin", mediaType: "application/octet-stream", size: bytes.length, sha256 };
  const none = { url: null, text: null, at: "2017-02-01T09:00:00.000Z" };
  return { kind: "file", title: "Held", ...none, file: { ...named, content: base64(bytes) } };
};
const told = (event: Pick<TimelineFile["events"][number], "number" | "title" | "body" | "ruledOut">) => [
  event.number,
  event.title,
  event.body,
  event.ruledOut,
];
const heldLink = { kind: "link", title: "Link", url: "https://example.com/a", text: null, at: null, file: null };

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
  const note = { eventId: first.id, authorId: member.id };
  await prisma.eventNote.create({ data: { id: newId(), ...note, body: "Was it the first?" } });
  await prisma.eventNote.create({
    data: { id: newId(), ...note, authorId: null, body: "No", authorName: "Ines", authorEmail: "ines@there.example" },
  });
  const file = { key, eventId: first.id, kind: "file" } as const;
  await attachEvidence(as(member), { ...file, filename: "graph.png", content: base64(PIXEL_PNG) });
  await attachEvidence(as(member), { ...file, filename: "again.png", content: base64(PIXEL_PNG) });
  await attachEvidence(as(member), { ...file, filename: "lines.txt", content: base64("what we saw") });
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
  const series = await keepSeries(as(member), {
    ...{ key, title: "Errors" },
    text: "time,errors,total\n2017-01-31T14:00:00Z,50,100\n2017-01-31T14:01:00Z,1,100\n",
  });
  await prisma.impactWindow.create({
    data: {
      ...{ id: newId(), incidentId, serviceId, fromAt: new Date("2017-01-31T14:00:00Z"), toAt: null },
      ...{ weight: 0.35, basis: "estimated", reason: "a third of the mail", origin: "series", seriesId: series.id },
    },
  });
  await prisma.suspectRuledOut.create({ data: { eventId: back.id, incidentId } });
  await keepApart(as(member), { key, eventIds: [first.id, about.id, back.id], apart: true });
  const clock = { incidentId, sourceType: "notes", eventId: first.id, matchId: back.id };
  for (const [filename, at, offsetMs] of [
    ["zoom.md", "09:00", 0],
    ["bridge.md", "09:05", 7000],
  ] as const) {
    const content = `2017-02-01 UTC\n- ${at} UTC ${filename} begins\n`;
    const { id: importId } = await createImport(as(member), { key, filename, content });
    await prisma.sourceClock.create({ data: { id: newId(), ...clock, importId, offsetMs, eventId: null } });
  }
  await prisma.sourceClock.create({ data: { id: newId(), ...clock, offsetMs: -40_000 } });
  return key;
}

describe("Afterword's own JSON", () => {
  it("holds everything, and an empty incident that reads it exports the same", async () => {
    const key = await curated();
    const file = await fileOf(key);
    expect(file.events).toHaveLength(8);
    expect(file.events.find((event) => event.title === "Somebody looks")).toMatchObject({
      precision: "approx",
      uncertaintySeconds: 300,
      original: { title: expect.stringMatching(/somebody looks/i) },
    });
    const other = await newIncident();
    const record = await importFile(other.key, file);
    expect(record).toMatchObject({ format: "afterword", created: 8, rejected: 0 });
    const copy = await fileOf(other.key);
    expect(compared(copy)).toEqual(compared(file));
    const [event] = (await listTimeline(as(viewer), { key: other.key, limit: 1, includeHidden: true })).items;
    expect(event?.source).toMatchObject({ type: "notes", label: "Notes: notes.md" });
    expect(file.clocks.map((clock) => [clock.import, clock.offsetMs])).toEqual([
      [null, -40_000],
      [2, 0],
      [3, 7000],
    ]);
    const { notes, attachments } = await listEvidence(as(viewer), { key: other.key, eventId: event?.id ?? "" });
    expect(notes.map(({ author, writtenBy }) => [author?.name ?? null, writtenBy])).toEqual([
      [member.name, null],
      [null, "Ines"],
    ]);
    const bytes = attachments
      .filter((one) => one.file)
      .map(({ id }) => readEvidenceBytes(as(viewer), { key: other.key, id }));
    expect(
      (await Promise.all(bytes)).map((stored) => [stored.filename, stored.mediaType, base64(stored.bytes)]),
    ).toEqual([
      ["graph.png", "image/png", base64(PIXEL_PNG)],
      ["again.png", "image/png", base64(PIXEL_PNG)],
      ["lines.txt", "text/plain", base64("what we saw")],
    ]);
  });

  it("creates nothing a second time, and overwrites nothing", async () => {
    const file = await fileOf(await curated());
    const other = await newIncident();
    await importFile(other.key, file);
    const [event] = (await listTimeline(as(member), { key: other.key, limit: 1, includeHidden: true })).items;
    if (!event) throw new Error("an event is expected");
    await updateEvent(as(member), { key: other.key, id: event.id, version: event.version, title: "In our words" });
    const before = await fileOf(other.key);
    expect(await importFile(other.key, file)).toMatchObject({ created: 0, known: 8 });
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
      notes: fc.array(
        fc.record({
          body: title,
          at: instant,
          author: fc.option(title),
          authorEmail: fc.constantFrom(null, "ines@there.example", `${member.name}.${member.id}@example.com`),
        }),
        { maxLength: 2 },
      ),
      files: fc.array(fc.uint8Array({ minLength: 1, maxLength: 60 }), { maxLength: 2 }),
      link: fc.boolean(),
      ruledOut: fc.boolean(),
      brought: fc.option(fc.integer({ min: 1, max: 3 })),
    });
    const clock = fc.record({
      import: fc.option(fc.integer({ min: 1, max: 3 })),
      offsetMs: fc.integer({ min: -9, max: 9 }),
    });
    const clocks = fc.uniqueArray(clock, { selector: (one) => one.import, maxLength: 4 });
    const events = fc.array(event, { minLength: 1, maxLength: 12 }).map((list) => {
      const sorted = [...list].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
      return sorted.map(({ untimed, relation, notes, files, link, brought, ...one }, index) => ({
        ...sample,
        ...one,
        ...(untimed ? { at: null, precision: "unknown" } : {}),
        endAt: null,
        number: index + 1,
        relation: index === 0 ? null : relation,
        lead: index === 0 || relation === null ? null : Math.ceil(index / 2),
        source: { ...sample.source, identity: `id ${index}`, import: brought },
        notes: notes.sort((a, b) => Date.parse(a.at) - Date.parse(b.at)),
        attachments: [...files.map(heldFile), ...(link ? [heldLink] : [])],
      }));
    });
    await fc.assert(
      fc.asyncProperty(events, clocks, async (list, moved) => {
        const made = {
          ...file,
          imports: [1, 2, 3].map((number) => ({
            number,
            filename: `${number}.md`,
            format: "notes",
            label: "Notes",
            zone: null,
          })),
          milestones: [{ name: "resolved", event: 1, notApplicable: false }],
          clocks: moved.map((one) => ({ sourceType: sample.source.type, pair: null, ...one })),
          keptApart: [[1, list.length]],
          events: list,
        };
        const [one, two] = [await newIncident(), await newIncident()];
        expect(await importFile(one.key, made)).toMatchObject({ created: list.length, rejected: 0 });
        const first = await fileOf(one.key);
        expect(first.events.map(told)).toEqual(list.map(told));
        await importFile(two.key, first);
        expect(compared(await fileOf(two.key))).toEqual(compared(first));
      }),
      { numRuns: 20 },
    );
  });

  it("is taken back by undo with all it brought, but for what somebody changed since, and comes back by redo", async () => {
    const from = await curated();
    await setClock(as(member), { key: from, importId: null, sourceType: "notes", offsetMs: -40_000, version: 1 });
    const file = await fileOf(from);
    const { key, id: incidentId } = await newIncident();
    const empty = await fileOf(key);
    const { id } = await importFile(key, file);
    await undoImport(as(member), { key, id });
    expect(compared(await fileOf(key))).toEqual(compared(empty));
    await redoImport(as(member), { key, id });
    expect(compared(await fileOf(key))).toEqual(compared(file));
    expect((await listImports(as(viewer), { key })).items).toMatchObject([{ id, created: 8, undoneAt: null }]);

    const { windows } = await getImpact(as(member), { key });
    const [window] = windows;
    if (!window) throw new Error("a window is expected");
    await changeWindow(as(member), { key, id: window.id, version: window.version, weight: 0.5 });
    const known = await addEvent(as(member), {
      ...{ key, at: "2017-01-31T14:00:00Z", precision: "minute", kind: "alert_fired", title: "First", body: "" },
    });
    await setMilestone(as(member), { key, name: "detected", eventId: known.id, notApplicable: false });
    const clocks = (await listClocks(as(member), { key })).items;
    const whole = clocks.find(({ importId }) => importId === null);
    await setClock(as(member), { key, importId: null, sourceType: "notes", offsetMs: 1000, version: whole?.version });
    await undoImport(as(member), { key, id });
    const left = await fileOf(key);
    expect(left.impactWindows.map(({ weight }) => weight)).toEqual([0.5]);
    expect(left.milestones).toEqual([{ name: "detected", event: known.number, notApplicable: false }]);
    expect(left.clocks.map(({ offsetMs }) => offsetMs)).toEqual([1000]);
    await redoImport(as(member), { key, id });
    expect((await fileOf(key)).milestones.map(({ name }) => name)).toEqual(["detected", "paged"]);
    expect((await fileOf(key)).impactWindows).toHaveLength(1);
    expect(await database.prisma.import.count({ where: { incidentId, partOfId: id } })).toBe(3);
  });

  it("names files beyond the limit only and says so, and refuses bytes that are not those it names", async () => {
    const key = await curated();
    const [event] = (await listTimeline(as(member), { key, limit: 1, includeHidden: true })).items;
    const big = { key, eventId: event?.id ?? "", kind: "file" } as const;
    for (const byte of [1, 2]) {
      const content = base64(new Uint8Array(7 * 1024 * 1024).fill(byte));
      await attachEvidence(as(member), { ...big, filename: `${byte}.bin`, content });
    }
    const file = await fileOf(key);
    expect(file.filesLeftOut).toMatchObject({
      files: 1,
      bytes: 7 * 1024 * 1024,
      reason: expect.stringMatching(/12 MB/),
    });
    const attachments = file.events[0]?.attachments ?? [];
    expect(attachments.flatMap((one) => (one.file ? [one.file.content !== null] : []))).toEqual([
      true,
      false,
      true,
      true,
      false,
    ]);
    const record = await importFile((await newIncident()).key, file);
    expect(record).toMatchObject({ rejected: 0, context: 2 });
    const swapped = attachments.map((one) =>
      one.file?.content ? { ...one, file: { ...one.file, content: base64("other") } } : one,
    );
    const { rejects } = await importFile((await newIncident()).key, {
      ...file,
      events: [{ ...file.events[0], attachments: swapped }, ...file.events.slice(1)],
    });
    expect(rejects.map(({ reason, text }) => `${text}: ${reason}`)).toContain(
      "lines.txt: Evidence of E1: these are not the bytes whose SHA-256 the file names",
    );
  });

  it("is read in the version before, which holds neither sources nor files", async () => {
    const { imports: _, series: __, keptApart: ___, ...file } = await fileOf(await curated());
    const events = file.events.map(({ ruledOut: _ruledOut, source: { import: _import, ...source }, ...event }) => ({
      ...event,
      source,
      notes: event.notes.map(({ authorEmail: _email, ...note }) => note),
      attachments: event.attachments.flatMap(({ at: _at, ...one }) => (one.file ? [] : [one])),
    }));
    const clocks = file.clocks.slice(0, 1).map(({ import: _import, ...clock }) => clock);
    const impactWindows = file.impactWindows.map(({ series: _series, ...window }) => window);
    const old = { ...file, version: 1, events, clocks, impactWindows };
    const { key } = await newIncident();
    expect(await importFile(key, old)).toMatchObject({ created: 8, rejected: 0 });
    expect((await fileOf(key)).events.map(told)).toEqual(
      file.events.map((event) => told({ ...event, ruledOut: false })),
    );
  });

  it("is refused in a version that is not known, and names what cannot be read", async () => {
    const file = await fileOf(await curated());
    const other = await newIncident();
    expect(await importFile(other.key, { ...file, version: 9 })).toMatchObject({ created: 0, rejected: 1 });
    const [first, ...rest] = file.events;
    const broken = { ...file, events: [{ ...first, at: "yesterday" }, ...rest] };
    const record = await importFile(other.key, broken);
    expect(record).toMatchObject({ created: 7, rejected: 1 });
    expect(record.rejects[0]?.reason).toMatch(/^Event 1: at: /);
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
    expect(text).toContain("Times are UTC. 6 events, 1 hidden one left out.");
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
