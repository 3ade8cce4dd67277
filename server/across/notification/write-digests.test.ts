import { uuidv7 } from "uuidv7";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "#server/base/process/config.ts";
import { createActionItem, transitionActionItem, updateActionItem } from "#server/follow/action-item/index.ts";
import { createIncident, restrictIncident } from "#server/incidents/incident/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { chooseNotifications, findForMail, listNotifications, sendDigest, writeDigests } from "./index.ts";

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

describe("digests on chosen weekdays, and the one of today at once", () => {
  const settings = (env: Record<string, string>) => Object.assign(globalThis, { afterwordConfig: readConfig(env) });
  afterEach(() => settings({}));
  const late = (ownerId: string) => ({
    ...{ title: "Sign the mail", dueDate: "2026-11-14", type: "prevent" as const, priority: "P2" as const },
    ...{ description: "", doneWhen: "", teamId: null, ownerId, trackerUrl: null, factorIds: [], changeKeys: [] },
  });
  const made = async (name: string) => {
    const person = await makeUser(database.prisma, "member", name);
    const as = (now: string) => makeContext(database.prisma, person, () => new Date(now));
    return { person, as };
  };

  it("waits with the messages of a weekend for Monday", async () => {
    const { person, as } = await made("Weekday");
    const digestDays = [1, 2, 3, 4, 5];
    await database.prisma.user.update({ where: { id: person.id }, data: { digestDays } });
    await createActionItem(as("2026-11-27T09:00:00Z"), late(person.id));
    const message = { kind: "mention", subject: "Ada mentioned you", body: "", href: "/", userId: person.id };
    await database.prisma.notification.create({
      // Friday, after the digest of Friday.
      data: { ...message, id: uuidv7(), createdAt: new Date("2026-11-27T08:00:00Z"), shownAt: new Date("2026-11-27") },
    });
    const mine = () => database.prisma.notification.findMany({ where: { userId: person.id, kind: "digest" } });
    await writeDigests(at("2026-11-28T07:07:00Z"));
    await writeDigests(at("2026-11-29T07:07:00Z"));
    expect(await mine()).toEqual([]);
    await writeDigests(at("2026-11-30T07:07:00Z"));
    const [digest] = await mine();
    expect((await findForMail(at("2026-11-30T07:08:00Z"), digest?.id ?? "")).mail?.body).toMatch(
      /11 d late|16 d late[\s\S]*Ada mentioned you/,
    );
  });

  it("is sent at once, at most once a minute, and says where it went", async () => {
    const { person, as } = await made("Eager");
    const nothing = { sent: false, inbox: false, email: null };
    expect(await sendDigest(as("2026-12-02T05:00:00Z"))).toEqual(nothing);
    await createActionItem(as("2026-12-01T09:00:00Z"), late(person.id));
    expect(await sendDigest(as("2026-12-02T05:00:00Z"))).toEqual({ sent: true, inbox: true, email: null });
    await expect(sendDigest(as("2026-12-02T05:00:59Z"))).rejects.toMatchObject({ code: "rate_limited" });
    settings({ SMTP_URL: "smtp://127.0.0.1:2525" });
    const { email } = await database.prisma.user.findUniqueOrThrow({ where: { id: person.id } });
    expect(await sendDigest(as("2026-12-02T05:01:00Z"))).toEqual({ sent: true, inbox: true, email });
    await chooseNotifications(as("2026-12-02T05:01:00Z"), { kind: "digest", mail: false });
    expect(await sendDigest(as("2026-12-02T05:02:01Z"))).toMatchObject({ email: null });
    // It is the digest of the day.
    await writeDigests(at("2026-12-02T07:07:00Z"));
    expect(await database.prisma.notification.count({ where: { userId: person.id, kind: "digest" } })).toBe(3);
  });
});
