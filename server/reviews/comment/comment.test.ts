import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import type { AppError } from "#lib/base/errors.ts";
import { Thread } from "#lib/contract/comment.ts";
import { findingRecords } from "#server/follow/finding/index.ts";
import { createIncident, getIncident, restrictIncident } from "#server/incidents/incident/index.ts";
import { generateReview } from "#server/reviews/review/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import {
  assignThread,
  editComment,
  finishThread,
  listThreads,
  reactToComment,
  replyToThread,
  resolveThread,
  startThread,
} from "./index.ts";

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
const personOf = ({ id, name }: UserActor) => ({ id, name });
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

  it("can't be written by a viewer, who doesn't read those on a draft either", async () => {
    await start(author);
    expect((await listThreads(as(other), { key })).items.length).toBeGreaterThan(0);
    expect((await listThreads(as(viewer), { key })).items).toEqual([]);
    await expect(start(viewer)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("reactions", () => {
  const react = (actor: UserActor, id: string, on = true) =>
    reactToComment(as(actor), { key, id, kind: "agree", on }).then(({ comments }) => comments[0]?.reactions);

  it("are one per person and kind, with the names of those who chose them, and mark mine", async () => {
    const { comments, version } = await start(author);
    const id = comments[0]?.id ?? "";
    expect(await react(author, id)).toEqual([{ kind: "agree", people: [personOf(author)], mine: true }]);
    await Promise.all([react(author, id), react(other, id), react(other, id)]);
    const thread = await reactToComment(as(other), { key, id, kind: "thanks", on: true });
    expect(Thread.parse(thread)).toEqual(thread);
    expect(thread.version).toBe(version);
    expect(thread.comments[0]?.reactions).toEqual([
      { kind: "agree", people: [personOf(author), personOf(other)], mine: true },
      { kind: "thanks", people: [personOf(other)], mine: true },
    ]);
    expect(await react(author, id, false)).toEqual([
      { kind: "agree", people: [personOf(other)], mine: false },
      { kind: "thanks", people: [personOf(other)], mine: false },
    ]);
  });

  it("are recorded once each, and a repeated one isn't", async () => {
    const thread = await start(author);
    const id = thread.comments[0]?.id ?? "";
    for (const on of [true, true, false, false]) await react(other, id, on);
    const audited = await database.prisma.auditEntry.findMany({
      where: { nounId: thread.id, actorId: other.id },
      orderBy: { id: "asc" },
    });
    expect(audited.map(({ action }) => action)).toEqual(["comment.reacted", "comment.reaction_removed"]);
    expect((await inboxOf(author)).filter(({ href }) => href.includes(thread.id))).toEqual([]);
  });

  it("aren't possible on a deleted comment, whose reactions aren't shown, or for a viewer", async () => {
    const { comments } = await start(author);
    const id = comments[0]?.id ?? "";
    await react(other, id);
    await expect(react(viewer, id)).rejects.toMatchObject({ code: "forbidden" });
    expect((await editComment(as(author), { key, id, deleted: true })).comments[0]?.reactions).toEqual([]);
    await expect(react(other, id)).rejects.toMatchObject({ code: "not_found" });
    expect((await editComment(as(author), { key, id, deleted: false })).comments[0]?.reactions).toHaveLength(1);
  });
});

describe("an assigned thread", () => {
  const assign = (actor: UserActor, { id, version }: Thread, to: UserActor | null) =>
    assignThread(as(actor), { key, id, version, assigneeId: to?.id ?? null });
  const noticesOf = async (user: UserActor, { id }: Thread) =>
    (await inboxOf(user)).filter(({ kind, href }) => kind === "comment.assigned" && href.endsWith(id));

  it("notifies its assignee once, and not someone who assigns it to themselves", async () => {
    const thread = await start(author);
    const assigned = await assign(author, thread, other);
    expect(assigned).toMatchObject({ assignee: personOf(other), doneAt: null, version: thread.version + 1 });
    expect(await noticesOf(other, thread)).toMatchObject([
      { subject: expect.stringContaining("author assigned"), body: "Where does the hour come from?" },
    ]);
    await assign(author, assigned, other);
    expect(await noticesOf(other, thread)).toHaveLength(1);
    const mine = await start(author);
    await assign(author, mine, author);
    expect(await noticesOf(author, mine)).toEqual([]);
  });

  it("is ticked off by its assignee only, and assigning it again reopens it", async () => {
    const thread = await assign(author, await start(author), other);
    const finish = (actor: UserActor, version: number, done = true) =>
      finishThread(as(actor), { key, id: thread.id, version, done });
    await expect(assign(author, thread, viewer)).rejects.toMatchObject({
      details: { fields: [{ field: "assigneeId" }] },
    });
    await expect(finish(author, thread.version)).rejects.toMatchObject({ code: "forbidden" });
    const done = await finish(other, thread.version);
    expect(done.doneAt).not.toBeNull();
    await expect(finish(other, thread.version)).rejects.toMatchObject({ code: "conflict" });
    const reopened = await finish(other, done.version, false);
    expect(reopened.doneAt).toBeNull();
    const again = await assign(author, await finish(other, reopened.version), author);
    expect(again).toMatchObject({ assignee: personOf(author), doneAt: null });
    await expect(finish(other, again.version)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("isn't assigned over someone else's change, by a viewer, or by a token that can only read", async () => {
    const thread = await start(author);
    await assign(author, thread, other);
    await expect(assign(other, thread, author)).rejects.toMatchObject({ code: "conflict" });
    await expect(assign(viewer, thread, viewer)).rejects.toMatchObject({ code: "forbidden" });
    const reading = as({ ...other, scopes: ["read"] });
    const change = { key, id: thread.id, version: thread.version + 1 };
    await expect(finishThread(reading, { ...change, done: true })).rejects.toMatchObject({ code: "forbidden" });
  });

  it("rejects an assignee who can't read it in the same words as an unknown one", async () => {
    const made = await createIncident(as(author), { ...FIELDS, serviceIds: [], title: "Leaked key", severity: 2 });
    const review = await generateReview(as(author), { key: made.key, template: "quick" }, findingRecords);
    const { version } = await getIncident(as(author), { key: made.key });
    await restrictIncident(as(author), { key: made.key, version, restricted: true, userIds: [], teamIds: [] });
    const thread = await startThread(as(author), {
      ...{ key: review.key, quote: "", blockId: null, body: "Whose key?", mentionIds: [] },
    });
    const to = (assigneeId: string) =>
      assignThread(as(author), { key: review.key, id: thread.id, version: thread.version, assigneeId }).catch(
        (error: AppError) => ({ code: error.code, details: error.details }),
      );
    const refused = await to(other.id);
    expect(refused).toMatchObject({ code: "invalid" });
    expect(await to(crypto.randomUUID())).toEqual(refused);
    expect(await noticesOf(other, thread)).toEqual([]);
    const change = { key: review.key, id: thread.id, version: thread.version };
    await expect(finishThread(as(other), { ...change, done: true })).rejects.toMatchObject({ code: "not_found" });
  });
});
