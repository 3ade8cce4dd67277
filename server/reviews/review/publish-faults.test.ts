import { beforeAll, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { listNotifications } from "#server/across/notification/index.ts";
import { search } from "#server/across/search/index.ts";
import { getIncident, restrictIncident } from "#server/incidents/incident/index.ts";
import { listThreads, startThread } from "#server/reviews/comment/index.ts";
import { runningCollab } from "#server/reviews/document/index.ts";
import { serverFixture } from "#server/reviews/document/testing/server-fixture.ts";
import { listForum } from "#server/reviews/forum/index.ts";
import { restoreVersion, textAuthors } from "#server/reviews/version/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { archiveReview, publishReview, restoreReview, updateReview } from "./index.ts";
import { reviewedReview } from "./testing/reviewed-review.ts";

const fixture = serverFixture();
let maya: UserActor;
let tove: UserActor;
let vera: UserActor;
const as = (actor: UserActor) => makeContext(fixture.database.prisma, actor);
const reviewed = () => reviewedReview(fixture, { author: maya, tpm: tove });

beforeAll(async () => {
  const { prisma } = fixture.database;
  maya = await makeUser(prisma, "member", "Maya");
  tove = await makeUser(prisma, "tpm", "Tove");
  vera = await makeUser(prisma, "viewer", "Vera");
});

const ruleOf = (one: PromiseSettledResult<unknown>) =>
  one.status === "fulfilled" ? "published" : (one.reason.details?.rule ?? one.reason.code);

it("publishes once if two people publish one version at once, the first time and later", async () => {
  const { id, key, write, keep, text } = await reviewed();
  for (const words of ["The pool was full.", "Retries made it worse."]) {
    await write(words);
    const version = await keep();
    const at = () => publishReview(as(tove), { key, version, note: "More is known" });
    expect((await Promise.allSettled([at(), at(), at()])).map(ruleOf).sort()).toEqual([
      ...["already_published", "already_published", "published"],
    ]);
    expect(await text(vera)).toContain(words);
  }
  const where = { nounId: id, action: { startsWith: "review.published" } };
  expect(await fixture.database.prisma.auditEntry.count({ where })).toBe(2);
});

it("gives readers the newer of two versions that are published at once", async () => {
  const { key, write, keep, text } = await reviewed();
  await write("The pool was full.");
  const older = await keep();
  await write("Retries made it worse.");
  const newer = await keep();
  const all = await Promise.allSettled([newer, older].map((version) => publishReview(as(tove), { key, version })));
  expect(all.map(ruleOf)[0]).toBe("published");
  expect(await text(vera)).toContain("Retries made it worse.");
});

it("keeps what is typed while a review is published out of what readers get", async () => {
  const { key, open, keep, text, get } = await reviewed();
  const client = await open();
  client.type("Seen. ");
  await client.saved();
  const version = await keep();
  const typing = (async () => {
    for (let at = 0; at < 30; at++) {
      client.type(`quagga${at} `);
      if (at % 5 === 0) await client.saved();
    }
    await client.saved();
  })();
  await publishReview(as(maya), { key, version });
  await typing;
  expect(await text(vera)).toContain("Seen.");
  expect(await text(vera)).not.toContain("quagga");
  expect(await text(maya)).toContain("quagga29");
  expect((await get()).publication).toMatchObject({ version, changedSince: true });
});

it("offers nothing to publish once the published version is restored", async () => {
  const { key, write, publish, text, get } = await reviewed();
  await write("The pool was full.");
  const { publication } = await publish();
  await write("Retries made it worse.");
  expect((await get()).publication).toMatchObject({ changedSince: true });
  runningCollab().server = fixture.server.collab;
  await restoreVersion(as(maya), { key, number: publication?.version ?? 0 });
  runningCollab().server = null;
  expect((await get()).publication).toMatchObject({ changedSince: false, changes: null });
  expect(await text(maya)).toBe(await text(vera));
});

it("leaves everything unchanged if publishing fails at its end", async () => {
  const { key, keep, write, publish, text, get } = await reviewed();
  await write("The pool was full.");
  const { publication } = await publish();
  await write("Retries made it worse.");
  const version = await keep();
  const { prisma } = fixture.database;
  await prisma.$executeRaw`ALTER TABLE outbox_event ADD CONSTRAINT broken CHECK (topic <> 'record.changed') NOT VALID`;
  await expect(publishReview(as(maya), { key, version, note: "More" })).rejects.toThrow();
  await prisma.$executeRaw`ALTER TABLE outbox_event DROP CONSTRAINT broken`;
  expect((await get()).publication).toMatchObject({ version: publication?.version, note: "", changedSince: true });
  expect(await text(vera)).not.toContain("Retries");
  expect(await prisma.notification.count({ where: { href: `/reviews/${key}` } })).toBe(0);
  expect(await publishReview(as(maya), { key, version, note: "More" })).toMatchObject({ publication: { version } });
});

it("shows nothing of a published review once its incident is restricted, but to those named on it", async () => {
  const { key, incidentKey, write, publish, get, text, file } = await reviewed();
  const guest = await makeUser(fixture.database.prisma, "viewer", "Guest");
  await updateReview(as(maya), { key, version: (await get()).version, readerIds: [guest.id] });
  await write("The zebra was full.");
  const { publication } = await publish();
  await write("It was ill.");
  await publish("The zebra was ill");
  await startThread(as(maya), {
    ...{ key, version: publication?.version, blockId: null, quote: "zebra", body: "Whose zebra?", mentionIds: [] },
  });
  const { version } = await getIncident(as(maya), { key: incidentKey });
  await restrictIncident(as(maya), { key: incidentKey, version, restricted: true, userIds: [], teamIds: [] });
  const isHidden = { code: "not_found" };
  await expect(get(vera)).rejects.toMatchObject(isHidden);
  for (const read of [text, file]) {
    await expect(read(vera)).rejects.toMatchObject(isHidden);
    await expect(read(vera, publication?.version)).rejects.toMatchObject(isHidden);
    expect(await read(guest)).toContain("The zebra was full.");
  }
  await expect(listThreads(as(vera), { key })).rejects.toMatchObject(isHidden);
  await expect(textAuthors(as(vera), { key })).rejects.toMatchObject(isHidden);
  expect((await listForum(as(vera), { q: "zebra", limit: 20 })).items).toEqual([]);
  expect((await search(as(vera), { q: "zebra", limit: 20 })).items).toEqual([]);
  const inbox = async (actor: UserActor) =>
    (await listNotifications(as(actor), { limit: 20, unread: false })).items.map(({ body }) => body);
  expect(await inbox(guest)).toEqual(["The zebra was ill", ""]);
  await updateReview(as(maya), { key, version: (await get()).version, readerIds: [] });
  expect(await inbox(guest)).toEqual([]);
});

it("keeps the published page of an archived review, rejects publishing it again, and returns it to the forum", async () => {
  const { key, write, keep, publish, text, get } = await reviewed();
  await write("The okapi was full.");
  await publish();
  await write("Retries made it worse.");
  const version = await keep();
  await archiveReview(as(tove), { key, version: (await get()).version });
  const posts = async () => (await listForum(as(vera), { q: "okapi", limit: 20 })).items.length;
  expect(await posts()).toBe(0);
  expect(await text(vera)).not.toContain("Retries");
  await expect(publishReview(as(tove), { key, version })).rejects.toMatchObject({ code: "forbidden" });
  await restoreReview(as(tove), { key, version: (await get()).version });
  expect(await posts()).toBe(1);
  expect(await publishReview(as(tove), { key, version })).toMatchObject({ publication: { version } });
});

it.each([
  ["markup", `<img src=x onerror=alert(1)> [a](javascript:alert(1)) | \`x\` # *b*`],
  ["letters from right to left", "\u0641\u0634\u0644 \u0627\u0644\u0631\u0641\u0639 REV-1"],
  ["200 letters without a space", "x".repeat(200)],
])("publishes a title and a note with %s as they are", async (_, words) => {
  const { key, write, publish, get, file } = await reviewed();
  await updateReview(as(maya), { key, version: (await get()).version, title: words });
  await write("The pool was full.");
  await publish();
  await write("More.");
  await publish(words);
  expect((await get(vera)).publication).toMatchObject({ title: words, note: words });
  const [heading] = (await file(vera)).split("\n");
  expect(heading).not.toMatch(/(?<!\\)[<`*[|]/);
});
