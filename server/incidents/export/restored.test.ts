import { describe, expect, it } from "vitest";
import type { TimelineFile } from "#lib/contract/timeline-file.ts";
import { listClocks, setClock } from "#server/incidents/curate/index.ts";
import { changeNote, listEvidence } from "#server/incidents/evidence/index.ts";
import { changeWindow, getImpact } from "#server/incidents/impact/index.ts";
import { createImport, redoImport, undoImport } from "#server/incidents/import/index.ts";
import { listTimeline } from "#server/incidents/timeline/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { compared, exportDesk } from "./testing/export-desk.ts";

const { newIncident, fileOf, importFile, curated, asMember, asViewer, memberName, memberEmail, prisma } = exportDesk();

const someone = async (name: string) => makeContext(prisma(), await makeUser(prisma(), "member", name));
const story = async (key: string) => (await listTimeline(asViewer(), { key, limit: 50, includeHidden: true })).items;
const importAs = async (by: Awaited<ReturnType<typeof someone>>, key: string, file: unknown) =>
  createImport(by, { key, filename: "INC-1-timeline.json", content: JSON.stringify(file) });

/** Returns the file of a curated timeline with these additions to its first event. */
async function fileWith(more: Partial<Record<keyof TimelineFile["events"][number], unknown>>) {
  const file = await fileOf(await curated());
  return { ...file, events: file.events.map((event, index) => (index === 0 ? { ...event, ...more } : event)) };
}

describe("a note that a file attributes to someone", () => {
  it("belongs only to the person who imports it, and anyone who curates can remove it", async () => {
    const at = "2017-02-01T09:00:00.000Z";
    const [forger, colleague] = [await someone("Forger"), await someone("Colleague")];
    const file = await fileWith({
      notes: [
        { body: "I broke it", author: memberName(), authorEmail: memberEmail(), at },
        { body: "Mine", author: "Forger", authorEmail: null, at },
      ],
    });
    const { key } = await newIncident();
    await importAs(forger, key, file);
    const events = await story(key);
    const eventId = events[0]?.id ?? "";
    const { notes } = await listEvidence(asMember(), { key, eventId });
    expect(notes.map(({ author, writtenBy, mine }) => [author?.name ?? null, writtenBy, mine]).sort()).toEqual([
      [null, memberName(), false],
      ["Forger", null, false],
    ]);
    expect(events.find(({ verified }) => verified)?.verifiedBy).toBe(`${memberName()} (elsewhere)`);
    expect((await fileOf(key)).events.flatMap(({ verified }) => verified?.by ?? [])).toEqual([memberName()]);
    const [forged, own] = notes.toSorted((a, b) => a.body.localeCompare(b.body));
    const change = (note: typeof forged, more: object) =>
      changeNote(colleague, { key, id: note?.id ?? "", version: 1, ...more });
    await expect(change(forged, { body: "I did not" })).rejects.toMatchObject({ code: "forbidden" });
    expect(await change(forged, { removed: true })).toMatchObject({ removed: true });
    await expect(change(own, { removed: true })).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("evidence of a file", () => {
  it("that an upload would reject is a reject with its line and reason", async () => {
    const none = { url: null, text: null, at: null, file: null };
    const named = { mediaType: "text/plain", size: 1, sha256: "0".repeat(64) };
    const file = await fileWith({
      attachments: [
        { ...none, kind: "link", title: "Run", url: "javascript:alert(1)" },
        { ...none, kind: "file", title: "Graph" },
        { ...none, kind: "log", title: "Lines" },
        { ...none, kind: "link", title: "x".repeat(400), url: "https://example.com/a" },
        { ...none, kind: "file", title: " ", file: { ...named, name: "../../etc/passwd", content: "YQ==" } },
      ],
    });
    const { key } = await newIncident();
    const { rejects } = await importFile(key, file);
    expect(rejects.map(({ line, reason, text }) => [line, reason, text])).toEqual([
      [1, "Evidence of E1: its URL must start with http:// or https://", "Run: javascript:alert(1)"],
      [1, "Evidence of E1: the timeline file doesn't identify its file", "Graph: null"],
      [1, "Evidence of E1: a log needs its text", "Lines: null"],
      [1, "Evidence of E1: these are not the bytes whose SHA-256 the file names", "passwd"],
    ]);
    const { attachments } = await listEvidence(asMember(), { key, eventId: (await story(key))[0]?.id ?? "" });
    expect(attachments.map(({ title }) => title)).toEqual(["x".repeat(300)]);
  });

  it("is added to a new event even if the file's bytes are with a known one", async () => {
    const file = await fileOf(await curated());
    const [first, ...others] = file.events;
    const second = others[0];
    if (!first || !second) throw new Error("two events are expected");
    const picture = first.attachments.find((one) => one.file?.content);
    const named = { ...picture, file: { ...picture?.file, content: null } };
    const { key } = await newIncident();
    const alone = { ...first, lead: null, relation: null };
    await importFile(key, { ...file, milestones: [], keptApart: [], clocks: [], events: [alone] });
    const added = { ...second, lead: null, relation: null, attachments: [named] };
    expect(await importFile(key, { ...file, events: [alone, added] })).toMatchObject({ created: 1, known: 1 });
    const one = (await story(key)).find(({ attachmentCount }) => attachmentCount === 1);
    expect(one?.title).toBe(second.title);
  });

  it("isn't a series of an event", async () => {
    const series = { kind: "series", title: "Errors", url: null, text: "nonsense", at: null, file: null };
    const { key } = await newIncident();
    const { rejects } = await importFile(key, await fileWith({ attachments: [series] }));
    expect(rejects.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/^Event 1: attachments\.0\.kind: must be one of /),
    ]);
  });
});

/** Puts every event where its clock moves it, as undoing and redoing do. */
async function fileOfMoved() {
  const key = await curated();
  await setClock(asMember(), { key, importId: null, sourceType: "notes", offsetMs: -40_000, version: 1 });
  return fileOf(key);
}

describe("restores once what it created, however often the file was imported in between", () => {
  const span = async (key: string) => (await fileOf(key)).impactWindows.map(({ from, series }) => [from, series]);

  it("gives back once what it brought, however often the file came in between", async () => {
    const file = await fileOfMoved();
    const { key } = await newIncident();
    const a = await importFile(key, file);
    const windows = await span(key);
    expect(windows).toHaveLength(1);
    await undoImport(asMember(), { key, id: a.id });
    const b = await importFile(key, file);
    await undoImport(asMember(), { key, id: b.id });
    expect(await span(key)).toEqual([]);
    await redoImport(asMember(), { key, id: a.id });
    expect(await span(key)).toEqual(windows);
    await redoImport(asMember(), { key, id: b.id });
    expect(compared(await fileOf(key))).toEqual(compared(file));
    await undoImport(asMember(), { key, id: a.id });
    await undoImport(asMember(), { key, id: b.id });
    await redoImport(asMember(), { key, id: b.id });
    await redoImport(asMember(), { key, id: a.id });
    expect(compared(await fileOf(key))).toEqual(compared(file));
  });

  it("leaves a field that was filled in the meantime, and forgets people who left", async () => {
    const file = await fileOf(await curated());
    const { key } = await newIncident();
    const gone = await makeUser(prisma(), "member", "Gone");
    const { id } = await importAs(makeContext(prisma(), gone), key, file);
    const [window] = (await getImpact(asMember(), { key })).windows;
    if (!window) throw new Error("a window is expected");
    await undoImport(asMember(), { key, id });
    const { serviceId } = await prisma().impactWindow.findUniqueOrThrow({ where: { id: window.id } });
    const own = {
      id: asMember().newId(),
      incidentId: (await prisma().impactWindow.findFirstOrThrow({ where: { id: window.id } })).incidentId,
    };
    await prisma().impactWindow.create({
      data: {
        ...own,
        serviceId,
        fromAt: new Date("2017-01-31T14:05:00Z"),
        weight: 1,
        basis: "estimated",
        reason: "ours",
      },
    });
    await prisma().user.delete({ where: { id: gone.id } });
    await redoImport(asMember(), { key, id });
    expect((await fileOf(key)).impactWindows.map(({ reason }) => reason)).toEqual(["ours"]);
    expect((await fileOf(key)).milestones).toEqual(file.milestones);

    await undoImport(asMember(), { key, id });
    await changeWindow(asMember(), { key, id: own.id, version: 1, removed: true });
    await redoImport(asMember(), { key, id });
    expect((await fileOf(key)).impactWindows.map(({ reason }) => reason)).toEqual([window.reason]);
  });
});

it("clocks of imports apply to their events again if the file is imported after an undo", async () => {
  const file = await fileOfMoved();
  const { key } = await newIncident();
  const first = await importFile(key, file);
  await undoImport(asMember(), { key, id: first.id });
  await importFile(key, file);
  const { items } = await listClocks(asMember(), { key });
  const offsetOf = new Map(items.map(({ importId, offsetMs }) => [importId, offsetMs]));
  const events = await story(key);
  const moved = events.filter(({ source }) => source.type === "notes");
  expect(new Set(moved.map(({ clockOffsetMs }) => clockOffsetMs))).toEqual(new Set([-40_000, 0, 7000]));
  for (const { source, clockOffsetMs } of moved)
    expect(clockOffsetMs).toBe(offsetOf.get(source.importId) ?? offsetOf.get(null));
});
