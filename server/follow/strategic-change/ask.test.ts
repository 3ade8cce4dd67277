import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { askOwner, createStrategicChange, unaskOwner } from "./index.ts";

const QUESTION = "What is in the way?";
let database: TestDatabase;
let tpm: UserActor;
let owner: UserActor;
let viewer: UserActor;
const as = (actor: UserActor) => makeContext(database.prisma, actor);
const change = async (ownerId: string | null) =>
  createStrategicChange(as(tpm), {
    ...{ title: "Prove every backup restores", problem: "", expectedEffect: "", targetQuarter: null },
    ...{ ownerId, sponsorId: null, teamId: null, factorIds: [], actionKeys: [] },
  });
const messages = () =>
  database.prisma.notification.findMany({
    where: { userId: owner.id, kind: { in: ["strategic_change.asked", "strategic_change.ask_withdrawn"] } },
    orderBy: { createdAt: "asc" },
  });

beforeAll(async () => {
  database = await testDatabase();
  tpm = await makeUser(database.prisma, "tpm", "Tess");
  owner = await makeUser(database.prisma, "member", "Olga");
  viewer = await makeUser(database.prisma, "viewer");
});
afterAll(() => database.close());

it("sends the owner a message, and takes it from the inbox while it is unread", async () => {
  const { key } = await change(owner.id);
  const { messageId } = await askOwner(as(tpm), { key, question: QUESTION });
  expect(await messages()).toMatchObject([{ id: messageId, body: `Tess: ${QUESTION}`, href: `/strategy/${key}` }]);
  expect(await unaskOwner(as(tpm), { key, messageId })).toEqual({ told: false });
  expect(await messages()).toEqual([]);
  expect(await unaskOwner(as(tpm), { key, messageId })).toEqual({ told: false });
  const history = await database.prisma.auditEntry.findMany({
    where: { action: { in: ["strategic_change.asked", "strategic_change.ask_withdrawn"] } },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  expect(history.map(({ action }) => action)).toEqual(["strategic_change.asked", "strategic_change.ask_withdrawn"]);
});

it("tells an owner who has read the question", async () => {
  const { key } = await change(owner.id);
  const { messageId } = await askOwner(as(tpm), { key, question: QUESTION });
  await database.prisma.notification.update({ where: { id: messageId }, data: { readAt: new Date() } });
  expect(await unaskOwner(as(tpm), { key, messageId })).toEqual({ told: true });
  expect(await messages()).toMatchObject([{ id: messageId }, { subject: expect.stringContaining("withdrawn") }]);
});

it("rejects a question if there is no one else to ask", async () => {
  const rule = { code: "rule", details: { rule: "no_one_to_ask" } };
  const gone = await makeUser(database.prisma, "member", "Gone");
  const theirs = await change(gone.id);
  await database.prisma.user.update({ where: { id: gone.id }, data: { disabledAt: new Date() } });
  for (const { key } of [await change(null), await change(tpm.id), theirs])
    await expect(askOwner(as(tpm), { key, question: QUESTION })).rejects.toMatchObject(rule);
});

it("lets members ask, and only the person who asked withdraw it", async () => {
  const { key } = await change(owner.id);
  await expect(askOwner(as(viewer), { key, question: QUESTION })).rejects.toMatchObject({ code: "forbidden" });
  const { messageId } = await askOwner(as(tpm), { key, question: QUESTION });
  const other = await makeUser(database.prisma, "member", "other");
  const notMine = { code: "not_found" };
  await expect(unaskOwner(as(other), { key, messageId })).rejects.toMatchObject(notMine);
  await expect(unaskOwner(as(tpm), { key, messageId: uuidv7() })).rejects.toMatchObject(notMine);
});
