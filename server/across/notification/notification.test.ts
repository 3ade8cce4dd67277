import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { notify } from "#server/base/kernel/notify.ts";
import { unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { createIncident, restrictIncident } from "#server/incidents/incident/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { countUnread, findForMail, listNotifications, markNotifications } from "./index.ts";

let database: TestDatabase;
let author: UserActor;
let reader: UserActor;
let owner: UserActor;

const as = (actor: UserActor) => makeContext(database.prisma, actor);
const tell = (userIds: string[], subject: string, incidentId: string | null = null, href = "/") =>
  transact(as(author), async (tx) => {
    for (const userId of userIds) {
      await notify(tx, { userId, kind: "mention", subject, body: "", href, incidentId });
    }
    return unrecorded("a message for the test");
  });
const inbox = async (actor: UserActor) =>
  (await listNotifications(as(actor), { limit: 50, unread: false })).items.map((one) => one.subject);
const incident = () =>
  createIncident(as(author), {
    title: "Leaked key",
    severity: 2,
    kind: "incident",
    serviceIds: [],
    resolvedAt: null,
    timeZone: "UTC",
    impactText: "",
    restricted: false,
  });

beforeAll(async () => {
  database = await testDatabase();
  author = await makeUser(database.prisma, "member", "Author");
  reader = await makeUser(database.prisma, "member", "Reader");
  owner = await makeUser(database.prisma, "member", "Owner");
});
afterAll(() => database.close());

it("marks mine read and unread, some or all, and never someone else's", async () => {
  await tell([reader.id], "Hello");
  await tell([reader.id, owner.id], "Second");
  const mine = (await listNotifications(as(reader), { limit: 50, unread: true })).items;
  expect(mine.map((one) => one.subject)).toEqual(["Second", "Hello"]);
  const theirs = (await listNotifications(as(owner), { limit: 50, unread: true })).items;
  const ids = [...mine.slice(0, 1), ...theirs].map((one) => one.id);
  expect(await markNotifications(as(reader), { ids, read: true })).toEqual({ changed: 1 });
  expect(await countUnread(as(owner))).toBe(1);
  expect(await markNotifications(as(reader), { read: true })).toEqual({ changed: 1 });
  expect(await countUnread(as(reader))).toBe(0);
  expect(await markNotifications(as(reader), { ids, read: false })).toEqual({ changed: 1 });
  const byToken = makeContext(database.prisma, { ...reader, scopes: ["read"] });
  await expect(markNotifications(byToken, { read: true })).rejects.toMatchObject({ code: "forbidden" });
});

it("hides what is about a restricted incident from people without access to it", async () => {
  const { id, key } = await incident();
  const { number } = await database.prisma.actionItem.create({
    data: { id: uuidv7(), title: "Rotate", type: "repair", priority: "P1", incidentId: id, ownerId: owner.id },
  });
  await tell([reader.id, owner.id], "About the key", id);
  await tell([owner.id], "Yours: Rotate", id, `/actions/ACT-${number}`);
  await restrictIncident(as(author), { key, version: 1, restricted: true, userIds: [reader.id], teamIds: [] });
  expect(await inbox(reader)).toContain("About the key");
  await markNotifications(as(reader), { read: true });
  await restrictIncident(as(author), { key, version: 2, restricted: true, userIds: [], teamIds: [] });
  expect(await inbox(reader)).not.toContain("About the key");
  expect(await inbox(owner)).not.toContain("About the key");
  expect(await inbox(owner)).toContain("Yours: Rotate");
  await markNotifications(as(reader), { read: false });
  expect(await countUnread(as(reader))).toBe(2);
  const mailed = async (userId: string, subject: string) => {
    const { id: told } = await database.prisma.notification.findFirstOrThrow({ where: { userId, subject } });
    return findForMail(makeContext(database.prisma, { kind: "system", label: "job" }), told);
  };
  expect(await mailed(owner.id, "Yours: Rotate")).toMatchObject({ subject: "Yours: Rotate" });
  await database.prisma.actionItem.update({ where: { number }, data: { ownerId: reader.id } });
  expect(await inbox(owner)).not.toContain("Yours: Rotate");
  expect(await mailed(owner.id, "Yours: Rotate")).toBeNull();
  expect(await mailed(reader.id, "About the key")).toBeNull();
});

it("pages newest first without a gap", async () => {
  for (let i = 0; i < 5; i++) await tell([owner.id], `Page ${i}`);
  const first = await listNotifications(as(owner), { limit: 3, unread: false });
  const cursor = first.nextCursor ?? "";
  const rest = await listNotifications(as(owner), { limit: 50, unread: false, cursor });
  const all = await inbox(owner);
  expect([...first.items, ...rest.items].map((one) => one.subject)).toEqual(all);
  expect(all.slice(0, 2)).toEqual(["Page 4", "Page 3"]);
});
