import { afterAll, beforeAll, expect, it } from "vitest";
import * as Y from "yjs";
import type { UserActor } from "#lib/base/access/actor.ts";
import { SentText } from "#lib/contract/review.ts";
import { documentJson } from "#lib/document/from-yjs.ts";
import { TEXT_FRAGMENT } from "#lib/document/schema-version.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { getIncident, restrictIncident } from "#server/incidents/incident/index.ts";
import { appendEdit } from "#server/reviews/document/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { loadReviewHead, reviewContent, sentText } from "./index.ts";
import { quickReview } from "./testing/quick-review.ts";

let database: TestDatabase;
let member: UserActor;
const as = (actor: UserActor) => makeContext(database.prisma, actor);
beforeAll(async () => {
  database = await testDatabase();
  member = await makeUser(database.prisma, "member");
});
afterAll(() => database.close());

it("the text that comes with the page is the one of the log, with what its person can do", async () => {
  const { incident, review } = await quickReview(as(member));
  const { key } = review;
  const sent = await sentText(as(member), { key });
  expect(SentText.parse(sent)).toEqual(sent);
  expect(sent).toMatchObject({ readOnly: false, restricted: false });
  const document = new Y.Doc();
  Y.applyUpdate(document, Buffer.from(sent.state ?? "", "base64"));
  expect(documentJson(document)).toEqual((await reviewContent(as(member), { key })).json);
  const viewer = await makeUser(database.prisma, "viewer");
  await expect(sentText(as(viewer), { key })).rejects.toMatchObject({ code: "forbidden" });
  const { version } = await getIncident(as(member), { key: incident.key });
  await restrictIncident(as(member), { key: incident.key, version, restricted: true, userIds: [], teamIds: [] });
  expect(await sentText(as(member), { key })).toMatchObject({ restricted: true });
  await database.prisma.review.updateMany({ where: { id: review.id }, data: { archivedAt: new Date() } });
  expect(await sentText(as(member), { key })).toMatchObject({ readOnly: true });
  await expect(sentText(as(viewer), { key })).rejects.toMatchObject({ code: "not_found" });
});

it("the text that comes with the page has nothing that was typed and deleted again", async () => {
  const { key } = (await quickReview(as(member))).review;
  const { documentId } = await sentText(as(member), { key });
  const write = (edit: (fragment: Y.XmlFragment) => void) =>
    appendEdit(database.pool, documentId, (document) => edit(document.getXmlFragment(TEXT_FRAGMENT)), {
      userId: null,
    });
  const says = async (words: string) =>
    Buffer.from((await sentText(as(member), { key })).state ?? "", "base64").includes(words);
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText("Unsaid words")]);
  await write((fragment) => fragment.insert(0, [paragraph]));
  expect(await says("Unsaid words")).toBe(true);
  await write((fragment) => ((fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText).delete(0, 7));
  expect(await says("Unsaid")).toBe(false);
});

it("the reads of one page load its review once, and another page or a transaction loads it again", async () => {
  const { incident, review } = await quickReview(as(member));
  const { key } = review;
  const page = { ...as(member), shared: new Map() };
  expect(await sentText(page, { key })).toMatchObject({ restricted: false });
  const { version } = await getIncident(as(member), { key: incident.key });
  await restrictIncident(as(member), { key: incident.key, version, restricted: true, userIds: [], teamIds: [] });
  expect(await sentText(page, { key })).toMatchObject({ restricted: false });
  const isRestricted = async (ctx: Ctx) => (await loadReviewHead(ctx, key)).incident.restricted;
  expect(await isRestricted({ ...as(member), shared: new Map() })).toBe(true);
  const reading = transact(page, (tx) => unrecorded("it only reads", () => isRestricted(tx)));
  expect(await reading).toBe(true);
});

it("the text that comes with the page only comes over the socket if it has an older schema", async () => {
  const { key } = (await quickReview(as(member))).review;
  const { documentId } = await sentText(as(member), { key });
  await database.prisma.documentHead.update({ where: { id: documentId }, data: { schemaVersion: 1 } });
  expect(await sentText(as(member), { key })).toMatchObject({ state: null });
});
