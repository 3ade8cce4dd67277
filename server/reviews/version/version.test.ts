import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import * as Y from "yjs";
import type { UserActor } from "#lib/base/access/actor.ts";
import { ReviewVersion, VersionDiff } from "#lib/contract/version.ts";
import type { DocumentJson } from "#lib/document/document-json.ts";
import { TEXT_FRAGMENT } from "#lib/document/schema-version.ts";
import { plainText } from "#lib/document/text.ts";
import { changeWords, versionTitle } from "#lib/reviews/version/version-words.ts";
import { closeWorkers, WorkerPool } from "#server/base/worker/index.ts";
import { updateIncident } from "#server/incidents/incident/index.ts";
import { addEvent } from "#server/incidents/timeline/index.ts";
import { runningServerFixture } from "#server/reviews/document/testing/server-fixture.ts";
import { until } from "#server/reviews/document/testing/test-client.ts";
import { moveReviewStatus, reviewContent, updateDrafts } from "#server/reviews/review/index.ts";
import { quickReview, writeParagraph } from "#server/reviews/review/testing/quick-review.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { outboxOf } from "#server/testing/outbox-of.ts";
import { createVersion, diffVersions, getVersion, keepPausedVersions, listVersions, restoreVersion } from "./index.ts";

const fixture = runningServerFixture();
let maya: UserActor;
let sam: UserActor;
let viewer: UserActor;
const as = (actor: UserActor, now?: () => Date) => makeContext(fixture.database.prisma, actor, now);
const job = (now?: () => Date) => makeContext(fixture.database.prisma, { kind: "system", label: "job" }, now);

beforeAll(async () => {
  maya = await makeUser(fixture.database.prisma, "member", "Maya");
  sam = await makeUser(fixture.database.prisma, "member", "Sam");
  viewer = await makeUser(fixture.database.prisma, "viewer", "Vera");
});

afterAll(closeWorkers);

/** A generated review, with the ways to write in it and to read it. */
async function newReview() {
  const { incident, review } = await quickReview(as(maya));
  const { key, documentId } = review;
  const write = async (actor: UserActor, text: string) => {
    fixture.server.addPerson(actor.name, { userId: actor.id });
    const client = fixture.open(documentId, actor.id);
    await client.loaded();
    await writeParagraph(client, text);
    return client;
  };
  const read = async () => (await reviewContent(as(maya), { key })).json as unknown as DocumentJson;
  const list = async () => (await listVersions(as(maya), { key, limit: 50 })).items;
  return { ...review, incident, write, read, list, text: async () => plainText(await read()) };
}

/** Adds pages of 500 words each, as one paragraph a page. */
const addPages = (count: number) => (document: Y.Doc) => {
  const pages = Array.from({ length: count }, (_, page) => {
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.setAttribute("id", randomUUID());
    paragraph.insert(0, [new Y.XmlText(`${Array.from({ length: 500 }, () => `page${page}`).join(" ")}.`)]);
    return paragraph;
  });
  document.getXmlFragment(TEXT_FRAGMENT).push(pages);
};

/** Waits until so many edits are in the queue of a document that is held. */
const appendsWait = (count: number) =>
  until(`${count} edits wait`, async () => {
    const { rows } = await fixture.database.pool.query(
      "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
    );
    return rows.length === count;
  });

it("keeps versions at a status and under a name, with their authors and what changed", async () => {
  const { key, write, list } = await newReview();
  await write(maya, "The pool was full.");
  await write(sam, "Retries made it worse.");
  const named = await createVersion(as(sam), { key, name: "After the interviews" });
  expect(ReviewVersion.parse(named)).toEqual(named);
  const [second, first] = await list();
  expect(second).toEqual(named);
  expect(first && versionTitle(first)).toBe("Draft");
  expect(first).toMatchObject({ number: 1, kind: "status", authors: [], changes: null });
  expect(second).toMatchObject({ number: 2, name: "After the interviews", createdBy: { name: "Sam" } });
  expect(second?.authors.map(({ name }) => name)).toEqual(["Maya", "Sam"]);
  expect(second?.changes).toMatchObject({ wordsIn: 8, wordsOut: 0 });
  expect(second?.changes && changeWords(second.changes)).toMatch(/: 2 added\.$/);
});

it("keeps text and records of each version", async () => {
  const { key, incident } = await newReview();
  await createVersion(as(maya), { key, name: "Before the event" });
  const at = "2026-01-10T14:00:00Z";
  const event = { key: incident.key, at, precision: "minute", kind: "observation", title: "Queue deep", body: "" };
  await addEvent(as(maya), event as Parameters<typeof addEvent>[1]);
  await createVersion(as(maya), { key, name: "After it" });
  const rows = async (number: number) => (await getVersion(as(maya), { key, number })).blocks?.timeline?.rows;
  expect(await rows(2)).toEqual([]);
  expect(await rows(3)).toMatchObject([{ cells: ["E1", "2026-01-10 14:00", "Queue deep", ""] }]);
  const { version, json } = await getVersion(as(maya), { key, number: 2 });
  expect(version.name).toBe("Before the event");
  expect(plainText(json as unknown as DocumentJson)).toContain("Nobody could upload.");
  const { changes, records } = await diffVersions(as(maya), { key, from: 2, to: 3 });
  expect(changes).toMatchObject({ wordsIn: 0, wordsOut: 0, sections: [] });
  expect(changes.records).toContain("timeline");
  expect(records.find(({ kind }) => kind === "timeline")?.rows).toMatchObject([{ op: "added" }]);
});

it("compares a version with the text as it is now", async () => {
  const { key, write } = await newReview();
  await write(sam, "Retries made it worse.");
  const diff = await diffVersions(as(maya), { key, from: 1 });
  expect(VersionDiff.parse(diff)).toEqual(diff);
  expect(diff).toMatchObject({ from: 1, to: null, changes: { wordsIn: 4, wordsOut: 0 } });
  const changed = diff.blocks.filter(({ op }) => op !== "same");
  expect(changed.flatMap(({ runs }) => runs)).toContainEqual({ text: "Retries made it worse.", change: "in" });
});

it("restores a version as an edit that merges with what others type, and can be undone", async () => {
  const { key, id, incident, write, text, list } = await newReview();
  const before = await text();
  await write(maya, "A wrong paragraph.");
  const client = await write(sam, "Sam:");
  const told = await outboxOf(fixture.database, "record.changed", async () => {
    const restored = restoreVersion(as(maya), { key, number: 1 });
    client.type(" Typed meanwhile.");
    expect(await restored).toEqual({ kept: 2, changed: true });
  });
  expect(told).toEqual([{ noun: "review", id, incidentId: incident.id }]);
  await client.saved();
  expect(await text()).not.toContain("A wrong paragraph.");
  expect((await list())[0]).toMatchObject({ number: 2, kind: "before_restore" });
  const trail = { where: { nounId: id, action: "review.version_restored" } };
  expect(await fixture.database.prisma.auditEntry.findMany(trail)).toMatchObject([
    { actorId: maya.id, incidentId: incident.id, after: { number: 1, kept: 2, blocks: null } },
  ]);
  await restoreVersion(as(maya), { key, number: 2 });
  expect(await text()).toContain("A wrong paragraph.");
  await restoreVersion(as(maya), { key, number: 1 });
  expect(await text()).toBe(before);
});

it("keeps what was typed in the moment before a restore, even in a block that it removes", async () => {
  const { key, documentId, write, text } = await newReview();
  const client = await write(sam, "Added");
  const release = await fixture.holdAppends(documentId);
  client.type(" and typed late");
  await appendsWait(1);
  const restored = restoreVersion(as(maya), { key, number: 1 });
  await appendsWait(2);
  await release();
  const { kept } = await restored;
  await client.saved();
  expect(await text()).not.toContain("Added");
  const { version, json } = await getVersion(as(maya), { key, number: kept });
  expect(plainText(json as unknown as DocumentJson)).toContain("Added and typed late");
  expect(version.authors.map(({ name }) => name)).toEqual(["Sam"]);
  const { seq } = await fixture.database.prisma.reviewVersion.findFirstOrThrow({
    where: { number: kept, review: { documentId } },
  });
  const head = await fixture.database.prisma.documentHead.findUniqueOrThrow({ where: { id: documentId } });
  expect(seq).toBe(head.headSeq - 1n);
});

it("restores one block and leaves the others", async () => {
  const { key, write, text } = await newReview();
  await write(maya, "Stays.");
  await createVersion(as(maya), { key, name: "One" });
  const client = await write(sam, "Goes.");
  client.type(" All of it.");
  await client.saved();
  const changed = async () => (await diffVersions(as(maya), { key, from: 2 })).blocks.filter(({ op }) => op !== "same");
  const [added] = await changed();
  expect(added).toMatchObject({ op: "added", type: "paragraph", runs: [{ text: "Goes. All of it.", change: "in" }] });
  const restore = (number: number, block: string) => restoreVersion(as(maya), { key, number, blocks: [block] });
  expect(await restore(2, added?.block ?? "")).toEqual({ kept: 3, changed: true });
  expect(await changed()).toEqual([]);
  expect(await text()).toMatch(/Stays\.$/);
  expect(await restore(3, added?.block ?? "")).toEqual({ kept: 4, changed: true });
  expect(await text()).toMatch(/Stays\.\nGoes\. All of it\.$/);
});

it("changes and keeps nothing where the text already is like that", async () => {
  const { key, list } = await newReview();
  expect(await restoreVersion(as(maya), { key, number: 1 })).toEqual({ kept: 1, changed: false });
  expect(await list()).toHaveLength(1);
});

it("keeps, reads, compares and restores a long text in a worker", async () => {
  const { key, documentId, text } = await newReview();
  const run = vi.spyOn(WorkerPool.prototype, "run");
  const before = await text();
  await createVersion(as(maya), { key, name: "Short" });
  await diffVersions(as(maya), { key, from: 1, to: 2 });
  expect(run).not.toHaveBeenCalled();
  await fixture.server.collab.appendServerEdit(documentId, addPages(60), { userId: sam.id });
  await createVersion(as(maya), { key, name: "Long" });
  expect(plainText((await getVersion(as(maya), { key, number: 3 })).json as unknown as DocumentJson)).toContain(
    "page59.",
  );
  expect((await diffVersions(as(maya), { key, from: 2, to: 3 })).changes.wordsIn).toBe(60 * 500);
  expect(await restoreVersion(as(maya), { key, number: 2 })).toEqual({ kept: 4, changed: true });
  expect(await text()).toBe(before);
  expect(run.mock.calls.map(([{ name }]) => name)).toEqual([
    "keep-text",
    "read-text",
    "compare-texts",
    "restore-text",
    "keep-text",
  ]);
});

it("keeps a version automatically once people paused, and none where nothing changed", async () => {
  const { key, write, list } = await newReview();
  const pauses = async (minutes: number) => {
    await keepPausedVersions(job(() => new Date(Date.now() + minutes * 60_000)));
    return (await list()).length;
  };
  await pauses(11);
  await write(sam, "Found later.");
  expect(await pauses(9)).toBe(1);
  expect(await pauses(11)).toBe(2);
  expect(await pauses(12)).toBe(2);
  expect((await list())[0]).toMatchObject({ kind: "pause", createdBy: null, authors: [{ name: "Sam" }] });
  await write(maya, "x");
  await restoreVersion(as(maya), { key, number: 2 });
  const kept = (await list()).length;
  expect(await pauses(30)).toBe(kept + 1);
  expect(await pauses(31)).toBe(kept + 1);
});

it("keeps versions of the other texts where one can't be read", async () => {
  const [broken, sound] = [await newReview(), await newReview()];
  await broken.write(maya, "Not readable.");
  await sound.write(sam, "Found later.");
  const where = { review: { documentId: broken.documentId } };
  await fixture.database.prisma.reviewVersion.updateMany({ where, data: { state: Buffer.from("damaged") } });
  await keepPausedVersions(job(() => new Date(Date.now() + 11 * 60_000)));
  expect((await sound.list())[0]).toMatchObject({ number: 2, kind: "pause" });
  expect(await broken.list()).toHaveLength(1);
  await fixture.database.prisma.reviewVersion.deleteMany({ where });
});

it("keeps the text before generated parts are updated", async () => {
  const { key, incident, list } = await newReview();
  await updateIncident(as(maya), { key: incident.key, version: incident.version, impactText: "Half of them failed." });
  await updateDrafts(as(maya), { key });
  expect((await list())[0]).toMatchObject({ number: 2, kind: "before_update" });
});

it("keeps what someone types while generated parts are updated in the version before", async () => {
  const { key, documentId, incident, write } = await newReview();
  await updateIncident(as(maya), { key: incident.key, version: incident.version, impactText: "Half of them failed." });
  const client = await write(sam, "We saw it.");
  const release = await fixture.holdAppends(documentId);
  client.type(" At once.");
  await appendsWait(1);
  const updating = updateDrafts(as(maya), { key });
  await appendsWait(2);
  await release();
  await updating;
  const { version, json } = await getVersion(as(maya), { key, number: 2 });
  expect([version.kind, plainText(json as unknown as DocumentJson)]).toEqual([
    "before_update",
    expect.stringMatching(/Nobody could upload\.[\s\S]*We saw it\. At once\./),
  ]);
});

it("shows versions only to writers, and none of a hidden review", async () => {
  const { key, version } = await newReview();
  const calls = [
    () => listVersions(as(viewer), { key, limit: 10 }),
    () => getVersion(as(viewer), { key, number: 1 }),
    () => diffVersions(as(viewer), { key, from: 1 }),
    () => createVersion(as(viewer), { key, name: "x" }),
    () => restoreVersion(as(viewer), { key, number: 1 }),
  ];
  for (const call of calls) await expect(call()).rejects.toMatchObject({ code: "forbidden" });
  await expect(getVersion(as(maya), { key, number: 99 })).rejects.toMatchObject({ code: "not_found" });
  const facilitator = await makeUser(fixture.database.prisma, "facilitator");
  await moveReviewStatus(as(facilitator), { key, version, to: "cancelled", reason: "A test" });
  await expect(createVersion(as(maya), { key, name: "x" })).rejects.toMatchObject({ code: "forbidden" });
  expect((await listVersions(as(maya), { key, limit: 10 })).items).toMatchObject([
    { status: "cancelled" },
    { status: "draft" },
  ]);
});
