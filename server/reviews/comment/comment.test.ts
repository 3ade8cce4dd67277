import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { Thread } from "#lib/contract/comment.ts";
import { findingRecords } from "#server/follow/finding/index.ts";
import { createIncident, getIncident, restrictIncident } from "#server/incidents/incident/index.ts";
import { generateReview } from "#server/reviews/review/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { editComment, listThreads, replyToThread, resolveThread, startThread } from "./index.ts";

const FIELDS = {
  kind: "incident",
  resolvedAt: null,
  timeZone: "UTC",
  impactText: "",
  restricted: false,
} as const;

let database: TestDatabase;
let author: UserActor;
let other: UserActor;
let viewer: UserActor;
let key: string;
const as = (actor: UserActor) => makeContext(database.prisma, actor);
const start = (actor: UserActor, mentionIds: string[] = []) =>
  startThread(as(actor), { key, quote: "an hour", blockId: null, body: "Where does the hour come from?", mentionIds });
const inboxOf = (user: UserActor) =>
  database.prisma.notification.findMany({ where: { userId: user.id }, orderBy: { id: "asc" } });

beforeAll(async () => {
  database = await testDatabase();
  author = await makeUser(database.prisma, "member", "author");
  other = await makeUser(database.prisma, "member", "other");
  viewer = await makeUser(database.prisma, "viewer");
  const incident = await createIncident(as(author), { ...FIELDS, serviceIds: [], title: "Mail is late", severity: 3 });
  key = (await generateReview(as(author), { key: incident.key, template: "quick" }, findingRecords)).key;
});
afterAll(() => database.close());

describe("comments", () => {
  it("open a thread with the id of the mark in the text, once", async () => {
    const id = crypto.randomUUID();
    const input = { key, id, quote: "an hour", blockId: "b1", body: "Why an hour?", mentionIds: [] };
    const thread = await startThread(as(author), input);
    expect(Thread.parse(thread)).toEqual(thread);
    expect(thread).toMatchObject({ id, quote: "an hour", comments: [{ body: "Why an hour?", mine: true }] });
    await expect(startThread(as(other), input)).rejects.toMatchObject({ code: "invalid" });
  });

  it("open one thread if several use its id at once, and tell the others", async () => {
    const input = { key, id: crypto.randomUUID(), quote: "", blockId: null, body: "Why?", mentionIds: [] };
    const opening = Array.from({ length: 5 }, () => startThread(as(author), input));
    const codes = (await Promise.allSettled(opening)).map((one) =>
      one.status === "fulfilled" ? "opened" : one.reason.code,
    );
    expect(codes.sort()).toEqual(["invalid", "invalid", "invalid", "invalid", "opened"]);
  });

  it("notify the people mentioned and those who wrote before, never the writer", async () => {
    const thread = await start(author, [other.id, author.id]);
    expect((await inboxOf(other)).map((row) => row.kind)).toEqual(["mention"]);
    expect(await inboxOf(author)).toEqual([]);
    await replyToThread(as(other), { key, id: thread.id, body: "From the status page", mentionIds: [] });
    expect((await inboxOf(author)).map((row) => row.kind)).toEqual(["comment"]);
  });

  it("notify no one who can't read the review, or no longer can", async () => {
    const made = await createIncident(as(author), { ...FIELDS, serviceIds: [], title: "Leaked key", severity: 2 });
    const review = await generateReview(as(author), { key: made.key, template: "quick" }, findingRecords);
    const [outsider, guest] = [await makeUser(database.prisma, "admin"), await makeUser(database.prisma, "member")];
    const { key: incidentKey } = made;
    const restrict = async (userIds: string[]) => {
      const { version } = await getIncident(as(author), { key: incidentKey });
      await restrictIncident(as(author), { key: incidentKey, version, restricted: true, userIds, teamIds: [] });
    };
    await restrict([guest.id]);
    const thread = await startThread(as(author), {
      key: review.key,
      quote: "",
      blockId: null,
      body: "Whose key?",
      mentionIds: [outsider.id, guest.id],
    });
    expect(await inboxOf(outsider)).toEqual([]);
    expect(await inboxOf(guest)).toHaveLength(1);
    await replyToThread(as(guest), { key: review.key, id: thread.id, body: "Ours", mentionIds: [] });
    await restrict([]);
    await replyToThread(as(author), { key: review.key, id: thread.id, body: "It opens the vault", mentionIds: [] });
    expect((await inboxOf(guest)).map(({ body }) => body)).toEqual(["Whose key?"]);
  });

  it("are resolved with a version, and a reply reopens the thread", async () => {
    const thread = await start(author);
    const resolved = await resolveThread(as(other), { key, id: thread.id, version: 1, resolved: true });
    expect(resolved.resolvedBy?.id).toBe(other.id);
    await expect(resolveThread(as(author), { key, id: thread.id, version: 1, resolved: true })).rejects.toMatchObject({
      code: "conflict",
    });
    expect(
      (await replyToThread(as(author), { key, id: thread.id, body: "Still open", mentionIds: [] })).resolvedAt,
    ).toBeNull();
  });

  it("can be changed by their author only, and deleted text isn't sent", async () => {
    const thread = await start(author);
    const id = thread.comments[0]?.id ?? "";
    await expect(editComment(as(other), { key, id, body: "Mine now" })).rejects.toMatchObject({ code: "forbidden" });
    expect((await editComment(as(author), { key, id, body: "Whose hour?" })).comments[0]).toMatchObject({
      body: "Whose hour?",
      editedAt: expect.any(String),
    });
    expect((await editComment(as(author), { key, id, deleted: true })).comments[0]).toMatchObject({
      body: "",
      deleted: true,
    });
    const audited = await database.prisma.auditEntry.findMany({ where: { noun: "comment_thread" } });
    expect(audited.length).toBeGreaterThan(0);
    for (const entry of audited)
      expect(entry).toMatchObject({ after: expect.not.objectContaining({ body: expect.anything() }) });
    expect((await editComment(as(author), { key, id, deleted: false })).comments[0]).toMatchObject({
      body: "Whose hour?",
      deleted: false,
    });
  });

  it("can be read but not written by a viewer", async () => {
    await start(author);
    expect((await listThreads(as(viewer), { key })).items.length).toBeGreaterThan(0);
    await expect(start(viewer)).rejects.toMatchObject({ code: "forbidden" });
  });
});
