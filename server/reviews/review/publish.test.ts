import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { Review } from "#lib/contract/review.ts";
import type { DocumentJson } from "#lib/document/document-json.ts";
import { plainText } from "#lib/document/text.ts";
import { listHistory } from "#server/across/history/index.ts";
import { search } from "#server/across/search/index.ts";
import { createFactor, listFactors } from "#server/follow/factor/index.ts";
import { addEvent } from "#server/incidents/timeline/index.ts";
import { listThreads, startThread } from "#server/reviews/comment/index.ts";
import { serverFixture } from "#server/reviews/document/testing/server-fixture.ts";
import { listForum } from "#server/reviews/forum/index.ts";
import { createVersion, getVersion } from "#server/reviews/version/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { outboxOf } from "#server/testing/outbox-of.ts";
import {
  archiveReview,
  exportReview,
  getReview,
  listReviews,
  listStaleDrafts,
  moveReviewStatus,
  publishReview,
  refreshSearchTexts,
  reviewContent,
  reviewGates,
  updateReview,
  waiveGate,
} from "./index.ts";
import { quickReview, writeParagraph } from "./testing/quick-review.ts";

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

/** A review that is reviewed, with the ways to write in it and to read it. */
async function reviewed() {
  const { incident, review } = await quickReview(as(maya));
  const { key, documentId, id } = review;
  const get = (actor = maya) => getReview(as(actor), { key });
  for (const to of ["in_review", "reviewed"] as const) {
    for (const gate of (await reviewGates(as(tove), { key })).gates)
      if (!gate.ok) await waiveGate(as(tove), { key, gate: gate.code, reason: "A test" });
    await moveReviewStatus(as(tove), { key, version: (await get()).version, to });
  }
  const write = async (text: string) => {
    fixture.server.addPerson(maya.name, { userId: maya.id });
    const client = fixture.open(documentId, maya.id);
    await client.loaded();
    await writeParagraph(client, text);
  };
  const keep = async () => (await createVersion(as(maya), { key })).number;
  const publish = async (note?: string, actor = maya) =>
    publishReview(as(actor), { key, version: await keep(), ...(note === undefined ? {} : { note }) });
  const text = async (actor: UserActor, version?: number) =>
    plainText((await reviewContent(as(actor), { key, version })).json as unknown as DocumentJson);
  const file = async (actor: UserActor, version?: number) =>
    (await exportReview(as(actor), { key, format: "markdown", version })).text();
  return { key, id, incidentKey: incident.key, get, write, keep, publish, text, file };
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

it("hides factors, quotes and words of the draft from readers, in search and in the forum too", async () => {
  const { key, incidentKey, write, publish } = await reviewed();
  await write("The zebra was full.");
  await publish();
  await write("The quagga made it worse.");
  const factor = { detail: "", role: "contributor", status: "hypothesis" } as const;
  const statement = "No okapi limits";
  await createFactor(as(maya), { ...factor, domains: [], evidence: [], key, statement });
  const comment = (quote: string, body: string) =>
    startThread(as(maya), { key, id: randomUUID(), blockId: null, quote, body, mentionIds: [] });
  await comment("The zebra  was", "Was the impala ill?");
  await comment("The quagga", "Was the gnu ill?");
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
  expect(await quotes(maya)).toEqual(["The quagga", "The zebra  was"]);
  expect(await quotes(vera)).toEqual(["The zebra  was"]);
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
  expect(await find(vera, "impala")).toEqual([`comment ${key}`]);
  expect(await find(maya, "gnu")).toEqual([`comment ${key}`]);
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

it("refuses a version of another review, an older one, and one that is published already", async () => {
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

it("refuses a review that isn't reviewed yet", async () => {
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
