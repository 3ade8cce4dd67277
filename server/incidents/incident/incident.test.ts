import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { Incident } from "#lib/contract/incident.ts";
import { createImport } from "#server/incidents/import/index.ts";
import { listTimeline, setMilestone } from "#server/incidents/timeline/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { outboxOf } from "#server/testing/outbox-of.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import {
  archiveIncident,
  cancelIncident,
  changeSeverity,
  createIncident,
  getIncident,
  listIncidents,
  restoreIncident,
  restrictIncident,
  updateIncident,
} from "./index.ts";

let database: TestDatabase;
let member: UserActor;
let other: UserActor;
let viewer: UserActor;
let facilitator: UserActor;

const as = (actor: UserActor) => makeContext(database.prisma, actor);
const blank = {
  kind: "incident",
  serviceIds: [],
  resolvedAt: null,
  timeZone: "UTC",
  impactText: "",
  restricted: false,
} as const;
const create = (actor: UserActor, title = "Search is slow", severity = 3) =>
  createIncident(as(actor), { ...blank, serviceIds: [], title, severity });
const page = { limit: 50, archived: false };

beforeAll(async () => {
  database = await testDatabase();
  member = await makeUser(database.prisma, "member");
  other = await makeUser(database.prisma, "member", "other");
  viewer = await makeUser(database.prisma, "viewer");
  facilitator = await makeUser(database.prisma, "facilitator");
});
afterAll(() => database.close());

it("rejects a start in the future with the name of the field, at creation and later", async () => {
  const inFuture = new Date(Date.now() + 3_600_000).toISOString();
  const refused = { code: "invalid", details: { fields: [{ field: "startedAt" }] } };
  const blank = { severity: 2, kind: "incident" as const, serviceIds: [], resolvedAt: null, timeZone: "UTC" };
  const input = { ...blank, title: "Tomorrow", impactText: "", restricted: false };
  await expect(createIncident(as(member), { ...input, startedAt: inFuture })).rejects.toMatchObject(refused);
  const soon = new Date(Date.now() + 60_000).toISOString();
  const { key } = await createIncident(as(member), { ...input, startedAt: soon });
  const moved = updateIncident(as(member), { key, version: 1, startedAt: inFuture });
  await expect(moved).rejects.toMatchObject(refused);
});

it("knows the start once a person or the timeline gives it, and not from the time of entry", async () => {
  const { key, version, startKnown } = await create(member);
  expect(startKnown).toBe(false);
  const given = await updateIncident(as(member), { key, version, startedAt: "2026-01-05T10:00:00.000Z" });
  expect(given.startKnown).toBe(true);
  const told = await create(member);
  await createImport(as(member), {
    key: told.key,
    filename: "n.md",
    content: "# 2026-01-05\n\n- 10:00 UTC errors rise\n",
  });
  expect(await getIncident(as(member), { key: told.key })).toMatchObject({
    startKnown: true,
    startedAt: "2026-01-05T10:00:00.000Z",
  });
});

it("doesn't know the start from a fault that slept for days, until its impact is known", async () => {
  const { key } = await create(member);
  const lines = ["08:40 Orders fail", "08:41 Alert: no orders", "08:52 Acknowledged", "09:10 Orders work again"];
  const content = `# Outage, times in UTC

- 2026-01-05 02:00 The renewal fails
${lines.map((line) => `- 2026-01-17 ${line}`).join("\n")}
`;
  await createImport(as(member), { key, filename: "n.md", content });
  expect(await getIncident(as(member), { key })).toMatchObject({ startKnown: false });
  const { items } = await listTimeline(as(member), { key, limit: 50, includeHidden: false });
  const first = items.find(({ title }) => title.startsWith("Orders fail"));
  await setMilestone(as(member), { key, name: "impact_started", eventId: String(first?.id), notApplicable: false });
  expect(await getIncident(as(member), { key })).toMatchObject({
    startKnown: true,
    startedAt: "2026-01-17T08:40:00.000Z",
  });
});

describe("creating", () => {
  it("returns the whole incident with its first severity and leaves an audit entry", async () => {
    const incident = await create(member);
    expect(Incident.parse(incident)).toEqual(incident);
    expect(incident).toMatchObject({ title: "Search is slow", severity: 3, version: 1, status: "open" });
    expect(incident.key).toMatch(/^INC-\d+$/);
    expect(incident.severityHistory).toHaveLength(1);
    const entries = await database.prisma.auditEntry.findMany({ where: { nounId: incident.id } });
    expect(entries.map((entry) => entry.action)).toEqual(["incident.created"]);
  });

  it("is rejected for a viewer and leaves nothing", async () => {
    const before = await database.prisma.incident.count();
    await expect(create(viewer)).rejects.toMatchObject({ code: "forbidden" });
    expect(await database.prisma.incident.count()).toBe(before);
  });

  it("names the field if the time zone doesn't exist", async () => {
    const made = createIncident(as(member), {
      ...blank,
      serviceIds: [],
      title: "x",
      severity: 1,
      timeZone: "Mars/Olympus",
    });
    await expect(made).rejects.toMatchObject({ code: "invalid", details: { fields: [{ field: "timeZone" }] } });
  });
});

describe("changing", () => {
  it("returns a stale version with the newer row and changes nothing", async () => {
    const { key } = await create(member);
    await updateIncident(as(member), { key, version: 1, title: "First" });
    const late = updateIncident(as(other), { key, version: 1, title: "Second" });
    await expect(late).rejects.toMatchObject({
      code: "conflict",
      details: { current: { title: "First", version: 2 } },
    });
    expect((await getIncident(as(member), { key })).title).toBe("First");
  });

  it("keeps the severity history and the highest reached", async () => {
    const { key } = await create(member, "Queue grows", 3);
    await changeSeverity(as(member), { key, version: 1, severity: 1, reason: "payments too" });
    const calmer = await changeSeverity(as(member), { key, version: 2, severity: 4, reason: "" });
    expect(calmer).toMatchObject({ severity: 4, highestSeverity: 1 });
    expect(calmer.severityHistory.map((change) => change.severity)).toEqual([3, 1, 4]);
  });

  it("rejects an end before the start", async () => {
    const { key, startedAt } = await create(member);
    const resolvedAt = new Date(Date.parse(startedAt) - 1000).toISOString();
    await expect(updateIncident(as(member), { key, version: 1, resolvedAt })).rejects.toMatchObject({
      code: "invalid",
    });
  });
});

describe("cancelling and archiving", () => {
  it("cancels with a reason and restores its former state", async () => {
    const { key } = await create(member);
    const cancelled = await cancelIncident(as(member), { key, version: 1, reason: "Made twice" });
    expect(cancelled).toMatchObject({ status: "cancelled", cancelReason: "Made twice" });
    expect(await restoreIncident(as(member), { key, version: 2 })).toMatchObject({
      status: "open",
      cancelReason: null,
    });
  });

  it("can be done by its creator and facilitators, not by any member", async () => {
    const { key } = await create(member);
    await expect(cancelIncident(as(other), { key, version: 1, reason: "x" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(archiveIncident(as(facilitator), { key, version: 1 })).resolves.toMatchObject({ archived: true });
  });
});

describe("restriction", () => {
  it("closes the sockets whose access ends, and notifies the screens that show the incident", async () => {
    const { id, key } = await create(member);
    const restrict = (version: number) =>
      restrictIncident(as(member), { key, version, restricted: true, userIds: [], teamIds: [] });
    expect(await outboxOf(database, "access.changed", () => restrict(1))).toEqual([{ incidentId: id }]);
    expect(await outboxOf(database, "record.changed", () => restrict(2))).toEqual([
      { noun: "access", id: "lost", incidentId: null },
      { noun: "incident", id, incidentId: id },
    ]);
    const opened = { key, version: 3, restricted: false, userIds: [], teamIds: [] };
    expect(await outboxOf(database, "record.changed", () => restrictIncident(as(member), opened))).toEqual([
      { noun: "incident", id, incidentId: id },
    ]);
  });

  it("hides the incident from everyone who isn't named, as if it didn't exist", async () => {
    const { key } = await create(member, "Leaked key");
    await restrictIncident(as(member), { key, version: 1, restricted: true, userIds: [viewer.id], teamIds: [] });
    await expect(getIncident(as(facilitator), { key })).rejects.toMatchObject({ code: "not_found" });
    await expect(getIncident(as(viewer), { key })).resolves.toMatchObject({ restricted: true });
    const listed = await listIncidents(as(facilitator), { ...page, q: "Leaked" });
    expect(listed.items).toEqual([]);
  });
});

describe("listing", () => {
  it("finds by words, by the start of a word and by key, and pages without a gap", async () => {
    const made = [];
    for (let i = 0; i < 5; i++) made.push(await create(member, `Zeppelin outage ${i}`));
    const key = made[0]?.key ?? "";
    const titles = async (q: string) =>
      (await listIncidents(as(viewer), { ...page, q })).items.map((item) => item.title);
    expect(await titles("zeppelin outages")).toHaveLength(5);
    expect(await titles("zepp")).toHaveLength(5);
    expect(await titles(key)).toEqual(["Zeppelin outage 0"]);
    const first = await listIncidents(as(viewer), { ...page, q: "zeppelin", limit: 2 });
    const second = await listIncidents(as(viewer), {
      ...page,
      q: "zeppelin",
      limit: 3,
      ...(first.nextCursor ? { cursor: first.nextCursor } : {}),
    });
    expect([...first.items, ...second.items].map((item) => item.id).sort()).toEqual(made.map((item) => item.id).sort());
    expect(second.nextCursor).toBeNull();
  });
});
