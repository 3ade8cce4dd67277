import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { Attachment, EventNote } from "#lib/contract/evidence.ts";
import { changeEvents, relateEvents } from "#server/incidents/curate/index.ts";
import { restrictIncident } from "#server/incidents/incident/index.ts";
import { updateEvent } from "#server/incidents/timeline/index.ts";
import { makeUser } from "#server/testing/make-context.ts";
import { PIXEL_PNG, pngOfSize } from "#server/testing/pixel.ts";
import { storyDesk } from "#server/testing/story-desk.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import {
  addNote,
  attachEvidence,
  changeEvidence,
  changeNote,
  downloadEvidence,
  listEventChanges,
  listEvidence,
} from "./index.ts";

let database: TestDatabase;
let member: UserActor;
let other: UserActor;
let desk: ReturnType<typeof storyDesk>;

beforeAll(async () => {
  database = await testDatabase();
  member = await makeUser(database.prisma, "member", "Ada");
  other = await makeUser(database.prisma, "member", "Ben");
  desk = storyDesk(database, member);
});
afterAll(() => database.close());

async function oneEvent() {
  const key = await desk.newIncident();
  const { id } = await desk.add(key, "09:00:00", "Load rises");
  return { key, eventId: id };
}
const attach = (
  to: { key: string; eventId: string },
  input: Omit<Parameters<typeof attachEvidence>[1], "key" | "eventId">,
) => attachEvidence(desk.as(member), { ...to, ...input });
/** The head of a photo as phones take it, and of an AVIF and a TIFF. */
const HEIC = Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1");
const AVIF = Buffer.from("\0\0\0\x18ftypavif\0\0\0\0mif1avif", "latin1");
const TIFF = Buffer.from("II*\0\x08\0\0\0\0\0\0\0\0\0", "latin1");
const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString("base64");

describe("evidence of an event", () => {
  it("is a link, a query, log lines or a file, listed in order and counted", async () => {
    const to = await oneEvent();
    const added = [
      await attach(to, { kind: "link", url: "https://grafana.example/d/7", title: "Error rate" }),
      await attach(to, { kind: "query", text: "rate(http_errors[5m])", url: "https://prometheus.example/graph" }),
      await attach(to, { kind: "log", text: "09:00:01 connection refused\n09:00:02 connection refused" }),
      await attach(to, { kind: "file", filename: "../notes.txt", content: base64("what we saw") }),
    ];
    for (const one of added) expect(Attachment.parse(one)).toEqual(one);
    expect(added.map(({ kind, title }) => `${kind}: ${title}`)).toEqual([
      "link: Error rate",
      "query: rate(http_errors[5m])",
      "log: 09:00:01 connection refused",
      "file: notes.txt",
    ]);
    expect(await listEvidence(desk.as(other), to)).toEqual({ attachments: added, notes: [] });
    const [event] = await desk.story(to.key);
    expect(event?.attachmentCount).toBe(4);
  });

  it("stores the bytes of a file once, with a type by its content and not by its name", async () => {
    const to = await oneEvent();
    const picture = await attach(to, { kind: "file", filename: "shot.html", content: base64(PIXEL_PNG) });
    expect(picture).toMatchObject({ kind: "image", file: { mediaType: "image/png", width: 1, height: 1 } });
    await attach(to, { kind: "file", file: new File([PIXEL_PNG], "again.png") });
    expect(await database.prisma.storedFile.count({ where: { mediaType: "image/png" } })).toBe(1);
    const page = await attach(to, { kind: "file", filename: "a.png", content: base64("<svg onload='alert(1)'/>") });
    expect(page).toMatchObject({ kind: "file", file: { mediaType: "text/plain", width: null } });
    const stored = await downloadEvidence(desk.as(other), { key: to.key, id: picture.id });
    expect(Buffer.from(stored.bytes).equals(Buffer.from(PIXEL_PNG))).toBe(true);
  });

  it.each<[string, Parameters<typeof attach>[1], string]>([
    ["a link without an address", { kind: "link" }, "invalid"],
    ["empty log lines", { kind: "log", text: "  " }, "invalid"],
    ["a file that is no base64", { kind: "file", content: "§" }, "invalid"],
    ["an empty file", { kind: "file", content: "" }, "invalid"],
    ["text beside a link", { kind: "link", url: "https://a.example", title: "A", text: "x" }, "invalid"],
    ["a picture of 60,000 × 60,000 pixels", { kind: "file", content: base64(pngOfSize(60_000, 60_000)) }, "too_large"],
    ["a picture of one long line", { kind: "file", content: base64(pngOfSize(1, 100_000)) }, "too_large"],
    ["a picture of too many pixels", { kind: "file", content: base64(pngOfSize(16_000, 4_000)) }, "too_large"],
    ["a damaged picture", { kind: "file", content: base64(PIXEL_PNG.subarray(0, 40)) }, "invalid"],
    ["a HEIC, which keeps where it was taken", { kind: "file", content: base64(HEIC) }, "invalid"],
    ["an AVIF, which can too", { kind: "file", content: base64(AVIF) }, "invalid"],
    ["a TIFF, which can too", { kind: "file", content: base64(TIFF) }, "invalid"],
    ["over 10 MB", { kind: "file", file: new File([new Uint8Array(10 * 1024 * 1024 + 1)], "big") }, "too_large"],
  ])("rejects %s", async (_, input, code) => {
    await expect(attach(await oneEvent(), input)).rejects.toMatchObject({ code });
  });

  it("is renamed, removed with its bytes, and restored", async () => {
    const to = await oneEvent();
    const { id } = await attach(to, { kind: "file", filename: "a.txt", content: base64("a") });
    const change = (version: number, rest: object) =>
      changeEvidence(desk.as(other), { key: to.key, id, version, ...rest });
    expect(await change(1, { title: "What Ada saw" })).toMatchObject({ title: "What Ada saw", version: 2 });
    await expect(change(1, { title: "Late" })).rejects.toMatchObject({
      code: "conflict",
      details: { current: { title: "What Ada saw" } },
    });
    await change(2, { removed: true });
    expect((await listEvidence(desk.as(member), to)).attachments).toEqual([]);
    await expect(downloadEvidence(desk.as(member), { key: to.key, id })).rejects.toMatchObject({ code: "not_found" });
    expect(await change(3, { removed: false })).toMatchObject({ removed: false });
  });

  it("can't be changed through another incident", async () => {
    const [to, elsewhere] = [await oneEvent(), await oneEvent()];
    const { id } = await attach(to, { kind: "file", filename: "a.txt", content: base64("a") });
    const change = changeEvidence(desk.as(member), { key: elsewhere.key, id, version: 1, title: "Not mine" });
    await expect(change).rejects.toMatchObject({ code: "not_found" });
    expect((await listEvidence(desk.as(member), to)).attachments).toMatchObject([{ title: "a.txt", version: 1 }]);
  });

  it("is restricted with its incident and belongs to no other", async () => {
    const to = await oneEvent();
    const { id } = await attach(to, { kind: "file", filename: "a.txt", content: base64("a") });
    const elsewhere = await oneEvent();
    const read = (actor: UserActor, key: string) => downloadEvidence(desk.as(actor), { key, id });
    await expect(read(member, elsewhere.key)).rejects.toMatchObject({ code: "not_found" });
    await restrictIncident(desk.as(member), { key: to.key, version: 1, restricted: true, userIds: [], teamIds: [] });
    await expect(read(other, to.key)).rejects.toMatchObject({ code: "not_found" });
    await expect(listEvidence(desk.as(other), to)).rejects.toMatchObject({ code: "not_found" });
    expect((await read(member, to.key)).filename).toBe("a.txt");
  });

  it("can't be added or changed by a viewer", async () => {
    const to = await oneEvent();
    const { id } = await attach(to, { kind: "log", text: "x" });
    const viewer = desk.as(await makeUser(database.prisma, "viewer"));
    const change = (fields: object) => changeEvidence(viewer, { key: to.key, id, version: 1, ...fields });
    const added = attachEvidence(viewer, { ...to, kind: "log", text: "y" });
    await expect(added).rejects.toMatchObject({ code: "forbidden" });
    await expect(change({ title: "Mine" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(change({ removed: true })).rejects.toMatchObject({ code: "forbidden" });
    expect((await listEvidence(desk.as(member), to)).attachments).toMatchObject([{ id, version: 1, removed: false }]);
  });
});

describe("notes on an event", () => {
  it("can be edited by their author only, and removed by a programme manager too", async () => {
    const to = await oneEvent();
    const note = await addNote(desk.as(member), { ...to, body: "Was this the second try?" });
    expect(EventNote.parse(note)).toEqual(note);
    expect(note.mine).toBe(true);
    const { key } = to;
    const change = (actor: UserActor, version: number, rest: object) =>
      changeNote(desk.as(actor), { key, id: note.id, version, ...rest });
    await expect(change(other, 1, { body: "Mine" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(change(other, 1, { removed: true })).rejects.toMatchObject({ code: "forbidden" });
    expect(await change(member, 1, { body: "The third try?" })).toMatchObject({ editedAt: expect.any(String) });
    const tpm = await makeUser(database.prisma, "tpm");
    await expect(change(tpm, 2, { body: "Mine" })).rejects.toMatchObject({ code: "forbidden" });
    expect(await change(tpm, 2, { removed: true })).toMatchObject({ removed: true, body: "" });
    expect((await listEvidence(desk.as(member), to)).notes).toEqual([]);
    expect(await change(member, 3, { removed: false })).toMatchObject({ body: "The third try?", mine: true });
    const entries = await database.prisma.auditEntry.findMany({
      where: { nounId: to.eventId },
      orderBy: { at: "asc" },
    });
    expect(JSON.stringify(entries)).not.toContain("third try");
    expect(entries.map(({ action }) => action).filter((action) => action.includes("note"))).toEqual([
      "timeline_event.note_added",
      "timeline_event.note_edited",
      "timeline_event.note_taken_off",
      "timeline_event.note_put_back",
    ]);
  });
});

it("shows who changed what in an event, including changes of several, newest first", async () => {
  const to = await oneEvent();
  const { key } = to;
  const lead = await desk.add(key, "09:00:05", "Load alert", "alertmanager");
  await updateEvent(desk.as(member), { key, id: to.eventId, version: 1, title: "Load rises fast" });
  await addNote(desk.as(other), { ...to, body: "Really?" });
  const both = async () => desk.read(key, lead, { id: to.eventId });
  await changeEvents(desk.as(member), { key, events: await both(), set: { pinned: true } });
  const [first, second] = await both();
  if (!first || !second) throw new Error("events are missing");
  await relateEvents(desk.as(other), { key, relation: "merged", lead: first, below: [second] });
  const { items } = await listEventChanges(desk.as(member), to);
  expect(items.map(({ actor, what, details }) => [actor, what, ...details])).toEqual([
    ["Ben", "Merged events", "Into E2"],
    ["Ada", "Changed an event", "Pinned it"],
    ["Ben", "Added a note"],
    ["Ada", "Changed an event", "Changed the title from Load rises to Load rises fast"],
    ["Ada", "Added an event", expect.any(String), expect.any(String), expect.any(String), expect.any(String)],
  ]);
});

it("names a field as it means in an event", async () => {
  const to = await oneEvent();
  await updateEvent(desk.as(member), { key: to.key, id: to.eventId, version: 1, known: "found_later" });
  const [{ details } = { details: [] }] = (await listEventChanges(desk.as(member), to)).items;
  expect(details).toEqual(["Set the “Known” value to found later"]);
});

it("says which change hid an event and which showed it again", async () => {
  const to = await oneEvent();
  const { key } = to;
  await updateEvent(desk.as(member), { key, id: to.eventId, version: 1, hidden: true });
  await updateEvent(desk.as(member), { key, id: to.eventId, version: 2, title: "Load rises fast", hidden: true });
  await updateEvent(desk.as(other), { key, id: to.eventId, version: 3, hidden: false });
  await changeEvents(desk.as(other), { key, events: [{ id: to.eventId, version: 4 }], set: { hidden: true } });
  const { items } = await listEventChanges(desk.as(member), to);
  expect(items.slice(0, 4).map(({ actor, hidden }) => [actor, hidden])).toEqual([
    ["Ben", true],
    ["Ben", false],
    ["Ada", null],
    ["Ada", true],
  ]);
});
