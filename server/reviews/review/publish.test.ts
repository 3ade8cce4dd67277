import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import type * as Y from "yjs";
import type { UserActor } from "#lib/base/access/actor.ts";
import { Review } from "#lib/contract/review.ts";
import { TEXT_FRAGMENT } from "#lib/document/schema-version.ts";
import { listHistory } from "#server/across/history/index.ts";
import { search } from "#server/across/search/index.ts";
import { recordAll } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { createActionItem } from "#server/follow/action-item/index.ts";
import { createFactor, listFactors } from "#server/follow/factor/index.ts";
import { relateFactors } from "#server/follow/factor-graph/index.ts";
import { getIncident, restrictIncident } from "#server/incidents/incident/index.ts";
import { addEvent } from "#server/incidents/timeline/index.ts";
import { listThreads, startThread } from "#server/reviews/comment/index.ts";
import { serverFixture } from "#server/reviews/document/testing/server-fixture.ts";
import type { TestClient } from "#server/reviews/document/testing/test-client.ts";
import { exportReview } from "#server/reviews/export/index.ts";
import { listForum } from "#server/reviews/forum/index.ts";
import { createRecollection, shareRecollection } from "#server/reviews/interview/index.ts";
import { getVersion } from "#server/reviews/version/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { outboxOf } from "#server/testing/outbox-of.ts";
import {
  archiveReview,
  getReview,
  listReviews,
  listStaleDrafts,
  moveReviewStatus,
  publishReview,
  refreshSearchTexts,
  reviewContent,
  updateReview,
} from "./index.ts";
import { reviewedReview } from "./testing/reviewed-review.ts";

const fixture = serverFixture();
let maya: UserActor;
let tove: UserActor;
let vera: UserActor;
const as = (actor: UserActor) => makeContext(fixture.database.prisma, actor);

beforeAll(async () => {
  const { prisma } = fixture.database;
  maya = await makeUser(prisma, "member", "Maya");
  tove = await makeUser(prisma, "tpm", "Tove");
  vera = await makeUser(prisma, "viewer", "Vera");
});

const reviewed = () => reviewedReview(fixture, { author: maya, tpm: tove });

/** Marks the start of the last paragraph for a comment thread, as the editor does, and returns its id. */
async function markWords(client: TestClient, words: string, threadId: string = randomUUID()): Promise<string> {
  const fragment = client.document.getXmlFragment(TEXT_FRAGMENT);
  const text = (fragment.get(fragment.length - 1) as Y.XmlElement).get(0) as Y.XmlText;
  text.format(0, words.length, { comment: { threadId } });
  await client.saved();
  return threadId;
}

it("gives readers the published version while others write on, until it is published again", async () => {
  const { write, publish, text, file, get } = await reviewed();
  await write("The pool was full.");
  const first = await publish();
  expect(Review.parse(first)).toEqual(first);
  expect(first).toMatchObject({
    status: "published",
    publication: { by: { name: "Maya" }, note: "", isFirst: true, changedSince: false },
  });
  await write("Retries made it worse.");
  for (const read of [text, file]) {
    expect(await read(vera)).toContain("The pool was full.");
    expect(await read(vera)).not.toContain("Retries");
    expect(await read(maya)).toContain("Retries made it worse.");
    expect(await read(maya, first.publication?.version)).not.toContain("Retries");
  }
  expect((await get()).publication).toMatchObject({ version: first.publication?.version, changedSince: true });
  expect((await get(vera)).publication).toMatchObject({ changedSince: null });
  const again = await publish("Retries are described");
  expect(again).toMatchObject({
    status: "published",
    publishedAt: first.publishedAt,
    publication: { note: "Retries are described", isFirst: false, changedSince: false },
  });
  expect(await text(vera)).toContain("Retries made it worse.");
  expect(await file(vera)).toContain("Retries made it worse.");
});

it("keeps the records of a version as they were when it was published", async () => {
  const { key, incidentKey, publish } = await reviewed();
  const factor = { detail: "", role: "contributor", status: "hypothesis" } as const;
  const add = (statement: string) => createFactor(as(maya), { ...factor, domains: [], evidence: [], key, statement });
  await add("No alarm");
  await publish();
  await add("No limit");
  await addEvent(as(maya), {
    key: incidentKey,
    at: "2026-01-10T14:00:00Z",
    precision: "minute",
    kind: "observation",
    title: "Queue deep",
    body: "",
  });
  const { blocks } = await reviewContent(as(vera), { key });
  expect(blocks?.factors?.rows.map(({ cells }) => cells[0])).toEqual(["No alarm"]);
  expect(blocks?.timeline?.rows).toEqual([]);
  expect((await getReview(as(maya), { key })).publication?.changedSince).toBe(true);
});

it("hides work on the draft from the history of readers: of the AI assistant, suggestions, relations and recollections", async () => {
  const { id: reviewId, key, incidentKey, write, publish } = await reviewed();
  const { prisma } = fixture.database;
  const { documentId, incidentId } = await prisma.review.findUniqueOrThrow({ where: { id: reviewId } });
  await write("The pool was full.");
  const asked = async (section: string) => {
    const [id, suggestion] = [randomUUID(), randomUUID()];
    await prisma.assistRequest.create({
      data: { id, reviewId, kind: "draft", section, state: "done", createdAt: new Date() },
    });
    await prisma.suggestion.create({ data: { documentId, id: suggestion } });
    await transact(as(maya), (tx) =>
      recordAll(tx, [
        { action: "assist.asked", id, incidentId, reviewId, after: { section } },
        { action: "suggestion.accepted", id: suggestion, incidentId, reviewId, after: { quote: section } },
      ]),
    );
  };
  await asked("early");
  await publish();
  await asked("late");
  const factor = { detail: "", role: "contributor", status: "hypothesis" } as const;
  const add = (statement: string) => createFactor(as(maya), { ...factor, domains: [], evidence: [], key, statement });
  const [from, to] = [await add("One"), await add("Other")];
  await relateFactors(as(maya), { key, fromId: from.id, toId: to.id, relation: "amplified" });
  const told = { key, theme: "cues", question: "", body: "A late quokka", eventId: null } as const;
  const { id } = await createRecollection(as(maya), told);
  await shareRecollection(as(maya), { id, version: 1, shared: true });

  const history = async (actor: UserActor, noun: "incident" | "review", of: string) =>
    (await listHistory(as(actor), { noun, key: of, limit: 100 })).items;
  const ofIncident = async (actor: UserActor) => {
    const words = (await history(actor, "incident", incidentKey)).map(({ what }) => what);
    return ["Asked the AI assistant", "Accepted a suggestion", "Added a relation"].map(
      (what) => words.filter((one) => one.startsWith(what)).length,
    );
  };
  expect(await ofIncident(maya)).toEqual([2, 2, 1]);
  expect(await ofIncident(vera)).toEqual([1, 1, 0]);
  for (const [noun, of] of [["review", key] as const, ["incident", incidentKey] as const])
    for (const actor of [maya, vera])
      expect(JSON.stringify(await history(actor, noun, of))).not.toMatch(/quokka|ecollection/);
});

it("hides factors, quotes and words of the draft from readers, in search and in the forum too", async () => {
  const { key, incidentKey, write, open, publish } = await reviewed();
  await write("The zebra was full.");
  const client = await open();
  const zebra = await markWords(client, "The zebra");
  const first = await publish();
  await write("The quagga made it worse.");
  const quagga = await markWords(client, "The quagga");
  const factor = { detail: "", role: "contributor", status: "hypothesis" } as const;
  const statement = "No okapi limits";
  await createFactor(as(maya), { ...factor, domains: [], evidence: [], key, statement });
  const comment = (id: string | undefined, quote: string, body: string, version?: number) =>
    startThread(as(maya), { key, id, version, blockId: null, quote, body, mentionIds: [] });
  await comment(zebra, "The zebra", "Was the impala ill?");
  await comment(undefined, "was full", "Was the kudu ill?", first.publication?.version);
  await comment(quagga, "The quagga", "Was the gnu ill?");
  // Quotes words that readers have too, but no mark of it was published.
  await comment(undefined, "The zebra", "Was the gnu there?");
  await refreshSearchTexts(makeContext(fixture.database.prisma, { kind: "system", label: "job" }));

  const history = async (actor: UserActor, noun: "incident" | "review", of: string) =>
    JSON.stringify((await listHistory(as(actor), { noun, key: of, limit: 100 })).items);
  for (const [noun, of] of [["review", key] as const, ["incident", incidentKey] as const]) {
    expect(await history(maya, noun, of)).toContain("okapi");
    const told = await history(vera, noun, of);
    expect(told).toContain("Published the review");
    expect(told).not.toMatch(/okapi|quagga|gnu/);
  }

  const quotes = async (actor: UserActor) =>
    (await listThreads(as(actor), { key })).items.map(({ quote }) => quote).sort();
  expect(await quotes(maya)).toEqual(["The quagga", "The zebra", "The zebra", "was full"]);
  expect(await quotes(vera)).toEqual(["The zebra", "was full"]);
  await expect(listFactors(as(vera), { key })).rejects.toMatchObject({ code: "forbidden" });
  const find = async (actor: UserActor, q: string) =>
    (await search(as(actor), { q, limit: 20 })).items.map((hit) => `${hit.noun} ${hit.key}`);
  const list = async (actor: UserActor, q: string) =>
    (await listReviews(as(actor), { q, limit: 20, mine: false, archived: false })).items.map((row) => row.key);
  const forum = async (q: string) => (await listForum(as(maya), { q, limit: 20 })).items.map((row) => row.key);
  for (const word of ["zebra", "zebar"]) {
    expect(await find(vera, word), word).toEqual([`review ${key}`]);
    expect(await list(vera, word), word).toEqual([key]);
  }
  expect(await find(maya, "quagga")).toEqual([`review ${key}`]);
  expect(await list(maya, "quagga")).toEqual([key]);
  for (const word of ["impala", "kudu"]) expect(await find(vera, word), word).toEqual([`comment ${key}`]);
  expect(await find(maya, "gnu")).toEqual([`comment ${key}`, `comment ${key}`]);
  expect(await find(vera, "gnu")).toEqual([]);
  expect(await find(maya, "okapi")).toEqual([`factor ${key}`]);
  for (const word of ["quagga", "okapi"]) {
    expect(await find(vera, word), word).toEqual([]);
    expect(await list(vera, word), word).toEqual([]);
    expect(await forum(word), word).toEqual([]);
  }
  expect(await forum("zebra")).toEqual([key]);
  expect((await listForum(as(vera), { q: "zebra", limit: 20 })).items[0]?.factorCount).toBe(0);
  await publish("Three animals");
  for (const word of ["quagga", "okapi"]) expect(await forum(word), word).toEqual([key]);
  expect(await find(vera, "okapi")).toEqual([`review ${key}`]);
  expect((await listForum(as(vera), { q: "zebra", limit: 20 })).items[0]?.factorCount).toBe(1);
});

it("publishes a text with a mark that names no thread", async () => {
  const { write, open, publish, text } = await reviewed();
  await write("The zebra was full.");
  await markWords(await open(), "The zebra", "'}; DROP TABLE review --");
  await publish();
  expect(await text(vera)).toContain("The zebra was full.");
});

it("takes a comment on a version only if readers were given it", async () => {
  const { key, keep, write, publish } = await reviewed();
  const draft = await keep();
  await write("More.");
  const { publication } = await publish();
  const start = (version: number) =>
    startThread(as(maya), { key, version, blockId: null, quote: "", body: "Why?", mentionIds: [] });
  for (const version of [draft, 999])
    await expect(start(version)).rejects.toMatchObject({
      code: "invalid",
      details: { fields: [{ field: "version" }] },
    });
  const mine = await start(publication?.version ?? 0);
  await write("Even more.");
  await publish("More is known");
  expect((await listThreads(as(vera), { key })).items.map(({ id }) => id)).toEqual([mine.id]);
});

it("states in the published file that the review is published", async () => {
  const { publish, file } = await reviewed();
  await publish();
  expect(await file(vera)).toContain("Quick, Published");
});

it("keeps the title that was published for readers", async () => {
  const { key, publish, get } = await reviewed();
  await publish();
  const { version } = await get();
  await updateReview(as(maya), { key, version, title: "Uploads failed for a day" });
  expect((await get()).title).toBe("Uploads failed for a day");
  expect((await get(vera)).title).toBe("Uploads fail");
  await publish("Another title");
  expect((await get(vera)).title).toBe("Uploads failed for a day");
});

it("records who published which version, and why", async () => {
  const { id, write, publish, keep } = await reviewed();
  const from = await keep();
  await publish();
  await write("More.");
  await publish("More is known");
  const entries = await fixture.database.prisma.auditEntry.findMany({
    where: { nounId: id, action: { startsWith: "review.published" } },
    orderBy: { at: "asc" },
    select: { action: true, before: true, after: true },
  });
  const number = from + 1;
  expect(entries).toEqual([
    {
      action: "review.published",
      before: { status: "reviewed", number: null },
      after: { status: "published", number: from },
    },
    {
      action: "review.published_again",
      before: { status: "published", number: from },
      after: { status: "published", number, note: "More is known" },
    },
  ]);
});

it("notifies the people of a review when it is published and what changed since, and no one who can't read it", async () => {
  const { key, incidentKey, write, publish, get } = await reviewed();
  const { prisma } = fixture.database;
  const [owner, guest, commenter] = [
    await makeUser(prisma, "member", "Owner"),
    await makeUser(prisma, "member", "Guest"),
    await makeUser(prisma, "member", "Commenter"),
  ];
  const propose = (title: string, ownerId: string) =>
    createActionItem(as(maya), {
      ...{ title, type: "prevent", priority: "P2", description: "", doneWhen: "", teamId: null, dueDate: null },
      ...{ ownerId, trackerUrl: null, factorIds: [], changeKeys: [], reviewKey: key },
    });
  await propose("Add an alarm", owner.id);
  await propose("Test it", maya.id);
  await publish();
  await startThread(as(commenter), { key, blockId: null, quote: "", body: "Why?", mentionIds: [] });
  const told = (kind = "review.published_again") =>
    prisma.notification.findMany({ where: { kind, href: `/reviews/${key}` } });
  expect(await told("review.published")).toMatchObject([
    { userId: owner.id, subject: `Published: ${key} Uploads fail`, body: "" },
  ]);
  await write("Retries made it worse.");
  expect(await told()).toEqual([]);
  await publish("Retries are described");
  expect((await told()).map(({ userId }) => userId).sort()).toEqual([owner.id, commenter.id].sort());
  expect((await told())[0]).toMatchObject({
    subject: `Published again: ${key} Uploads fail`,
    body: "Retries are described",
    incidentId: expect.any(String),
  });
  await updateReview(as(maya), { key, version: (await get()).version, readerIds: [guest.id] });
  const { version } = await getIncident(as(maya), { key: incidentKey });
  await restrictIncident(as(maya), { key: incidentKey, version, restricted: true, userIds: [], teamIds: [] });
  await prisma.notification.deleteMany();
  await write("The vault was open.");
  await publish("The vault");
  expect((await told()).map(({ userId }) => userId)).toEqual([guest.id]);
});

it("rejects a version of another review, an older one, and one that is published already", async () => {
  const { key, write, publish, keep } = await reviewed();
  const old = await keep();
  await write("More.");
  const refusal = (version: number, actor = maya) =>
    publishReview(as(actor), { key, version }).then(
      () => null,
      (error: { code: string; details: { rule?: string } }) => error.details.rule ?? error.code,
    );
  expect(await refusal(999)).toBe("not_found");
  const { publication } = await publish();
  expect(await refusal(999)).toBe("not_found");
  expect(await refusal(old)).toBe("newer_published");
  expect(await refusal(publication?.version ?? 0)).toBe("already_published");
  expect(await refusal(999, vera)).toBe("forbidden");
  await archiveReview(as(tove), { key, version: (await getReview(as(tove), { key })).version });
  expect(await refusal(999)).toBe("forbidden");
});

it("rejects a review that isn't reviewed yet", async () => {
  const { key, get, keep } = await reviewed();
  await moveReviewStatus(as(tove), { key, version: (await get()).version, to: "in_review" });
  await expect(publishReview(as(tove), { key, version: await keep() })).rejects.toMatchObject({
    details: { rule: "review_status_order" },
  });
  expect((await get()).publication).toBe(null);
});

it("publishes exactly the version that was asked for, not what was typed since", async () => {
  const { key, write, keep, text, get } = await reviewed();
  await write("Seen by the publisher.");
  const version = await keep();
  await write("Typed meanwhile.");
  await publishReview(as(maya), { key, version });
  expect(await text(vera)).toContain("Seen by the publisher.");
  expect(await text(vera)).not.toContain("Typed meanwhile.");
  expect((await get()).publication).toMatchObject({ version, changedSince: true });
});

it("gives versions, drafts and their changes to writers only", async () => {
  const { key, write, publish, text, keep } = await reviewed();
  const draft = await keep();
  await write("More.");
  await publish();
  for (const version of [draft, 999]) {
    await expect(text(vera, version)).rejects.toMatchObject({ code: "forbidden" });
    await expect(exportReview(as(vera), { key, format: "markdown", version })).rejects.toMatchObject({
      code: "forbidden",
    });
  }
  await expect(text(maya, 999)).rejects.toMatchObject({ code: "not_found" });
  await expect(listStaleDrafts(as(vera), { key })).rejects.toMatchObject({ code: "forbidden" });
  await expect(getVersion(as(vera), { key, number: draft })).rejects.toMatchObject({ code: "forbidden" });
});

it("stays published while it is closed, written in and opened again", async () => {
  const { key, write, publish, text, get } = await reviewed();
  await publish();
  const move = async (to: "closed" | "published") =>
    moveReviewStatus(as(tove), { key, version: (await get()).version, to });
  await move("closed");
  await write("After closing.");
  expect(await text(vera)).not.toContain("After closing.");
  expect(await publish("Closed, and corrected")).toMatchObject({ status: "closed" });
  expect(await text(vera)).toContain("After closing.");
  await write("Not for readers yet.");
  const { publication } = await get();
  expect((await move("published")).publication).toMatchObject({ version: publication?.version });
  expect(await text(vera)).not.toContain("Not for readers yet.");
});

it("checks open sockets again when readers lose the draft", async () => {
  const { id, publish } = await reviewed();
  expect(await outboxOf(fixture.database, "access.changed", publish)).toEqual([{ reviewId: id }]);
});
