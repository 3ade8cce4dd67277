import { afterAll, beforeAll, expect, it } from "vitest";
import { createActionItem, transitionActionItem, updateActionItem } from "#server/follow/action-item/index.ts";
import { createIncident, restrictIncident } from "#server/incidents/incident/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { findForMail, listNotifications, writeDigests } from "./index.ts";

let database: TestDatabase;
const at = (instant: string) => makeContext(database.prisma, { kind: "system", label: "job" }, () => new Date(instant));

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

it("writes one message a day to anyone who owns something late, from the hour that they chose in their time zone", async () => {
  const owner = await makeUser(database.prisma, "member", "Owner");
  const punctual = await makeUser(database.prisma, "member", "Punctual");
  const auckland = await makeUser(database.prisma, "member", "Auckland");
  const gone = await makeUser(database.prisma, "member", "Gone");
  await database.prisma.user.update({
    where: { id: auckland.id },
    data: { timeZone: "Pacific/Auckland", digestHour: 19 },
  });
  const ctx = makeContext(database.prisma, owner, () => new Date("2026-10-01T09:00:00Z"));
  const propose = (title: string, ownerId: string, dueDate: string | null) =>
    createActionItem(ctx, {
      ...{ title, dueDate, type: "prevent", priority: "P2", description: "", doneWhen: "", teamId: null },
      ...{ ownerId, trackerUrl: null, factorIds: [], changeKeys: [] },
    });
  await propose("Sign the mail", owner.id, "2026-11-14");
  await propose("Name an owner", owner.id, "2026-11-24");
  await propose("Due today", owner.id, "2026-11-25");
  const declined = await propose("Not to be done", owner.id, "2026-11-01");
  await transitionActionItem(ctx, { key: declined.key, version: 1, to: "declined", reason: "It is done elsewhere." });
  const blocked = await propose("Waits for storage", owner.id, "2026-11-01");
  await transitionActionItem(ctx, { key: blocked.key, version: 1, to: "accepted" });
  const flag = { blockedReason: "The storage team moves it", blockedUntil: "2026-11-26" };
  await updateActionItem(ctx, { key: blocked.key, version: 2, ...flag });
  await propose("In time", punctual.id, "2026-12-24");
  await propose("Late in Auckland", auckland.id, "2026-11-20");
  await propose("Of somebody who left", gone.id, "2026-11-20");
  await database.prisma.user.update({ where: { id: gone.id }, data: { disabledAt: new Date() } });
  await database.prisma.notification.deleteMany();
  await database.prisma.outboxEvent.deleteMany();

  // 06:30 in UTC, 19:30 in Auckland.
  expect(await writeDigests(at("2026-11-25T06:30:00Z"))).toBe(1);
  expect(await writeDigests(at("2026-11-25T07:07:00Z"))).toBe(1);
  expect(await writeDigests(at("2026-11-25T08:07:00Z"))).toBe(0);
  const { items } = await listNotifications(makeContext(database.prisma, owner), { limit: 50, unread: false });
  expect(items).toEqual([
    expect.objectContaining({
      kind: "digest",
      subject: "2 of your items are late, the oldest by 11 days",
      body: "ACT-1 Sign the mail: 11 d late\nACT-2 Name an owner: 1 d late",
      href: "/",
    }),
  ]);
  const told = await database.prisma.outboxEvent.findMany();
  expect(told.map(({ topic }) => topic)).toEqual(["notification.created", "notification.created"]);
  // The next morning, once in each time zone, with the action that is no longer blocked.
  expect(await writeDigests(at("2026-11-26T07:07:00Z"))).toBe(2);
  const next = await listNotifications(makeContext(database.prisma, owner), { limit: 1, unread: false });
  expect(next.items[0]?.body).toMatch(/Waits for storage: 25 d late/);
});

it("names in an old message only what its person can still read", async () => {
  const author = await makeUser(database.prisma, "member", "Author");
  const owner = await makeUser(database.prisma, "member", "First owner");
  const ctx = makeContext(database.prisma, author, () => new Date("2026-10-01T09:00:00Z"));
  const incident = await createIncident(ctx, {
    ...{ title: "Leaked", severity: 1, kind: "incident", serviceIds: [], resolvedAt: null, timeZone: "UTC" },
    ...{ impactText: "", restricted: false },
  });
  const action = await createActionItem(ctx, {
    ...{ title: "Rotate the leaked key", dueDate: "2026-11-14", type: "prevent", priority: "P2", description: "" },
    ...{ doneWhen: "", teamId: null, ownerId: owner.id, trackerUrl: null, factorIds: [], changeKeys: [] },
    incidentKey: incident.key,
  });
  await database.prisma.notification.deleteMany();
  await writeDigests(at("2026-11-25T07:07:00Z"));
  const reader = makeContext(database.prisma, owner);
  const inbox = async () => (await listNotifications(reader, { limit: 50, unread: false })).items;
  const [told] = await inbox();
  expect(told?.body).toBe(`${action.key} Rotate the leaked key: 11 d late`);
  await restrictIncident(ctx, { key: incident.key, version: 1, restricted: true, userIds: [], teamIds: [] });
  expect(await inbox()).toEqual([told]);
  await updateActionItem(ctx, { key: action.key, version: action.version, ownerId: author.id });
  const hidden = { subject: "Late: something you no longer have access to, 11 d late" };
  expect(await inbox()).toMatchObject([{ ...hidden, body: "Something you no longer have access to: 11 d late" }]);
  expect((await findForMail(at("2026-11-25T08:00:00Z"), told?.id ?? "")).mail).toMatchObject(hidden);
});
