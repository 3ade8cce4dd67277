import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import { Metrics, TimelineEvent } from "#lib/contract/timeline.ts";
import { orderEvents } from "#lib/incidents/timeline/story/order.ts";
import { createIncident } from "#server/incidents/incident/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import {
  addEvent,
  allowMilestone,
  clearMilestone,
  incidentMetrics,
  listTimeline,
  refuseMilestone,
  revertEvent,
  setMilestone,
  updateEvent,
} from "./index.ts";

let database: TestDatabase;
let member: UserActor;
let viewer: UserActor;
const as = (actor: UserActor) => makeContext(database.prisma, actor);

async function newIncident(): Promise<string> {
  const fields = {
    kind: "incident",
    resolvedAt: "2017-02-01T18:00:00Z",
    timeZone: "UTC",
    impactText: "",
    restricted: false,
  } as const;
  const incident = await createIncident(as(member), {
    ...fields,
    serviceIds: [],
    title: "Database lost",
    severity: 1,
    startedAt: "2017-01-31T17:00:00Z",
  });
  return incident.key;
}
const add = (key: string, at: string | null, title: string, kind: EventKind = "observation", afterEventId?: string) =>
  addEvent(as(member), {
    key,
    at,
    precision: at ? "minute" : "unknown",
    kind,
    title,
    body: "",
    ...(afterEventId ? { afterEventId } : {}),
  });
const titlesOf = async (key: string) =>
  (await listTimeline(as(viewer), { key, limit: 1000, includeHidden: true })).items.map((event) => event.title);

beforeAll(async () => {
  database = await testDatabase();
  member = await makeUser(database.prisma, "member");
  viewer = await makeUser(database.prisma, "viewer");
});
afterAll(() => database.close());

describe("the timeline", () => {
  it("is in story order, untimed events where they belong, page by page", async () => {
    const key = await newIncident();
    const late = await add(key, "2017-01-31T23:27:00Z", "Directory removed");
    await add(key, "2017-01-31T18:00:00Z", "Load rises");
    await add(key, null, "Status page updated", "public_update", late.id);
    expect(await titlesOf(key)).toEqual(["Load rises", "Directory removed", "Status page updated"]);
    const page = { key, limit: 2, includeHidden: true };
    const first = await listTimeline(as(viewer), page);
    const second = await listTimeline(as(viewer), { ...page, cursor: first.nextCursor ?? "" });
    expect([...first.items, ...second.items].map((event) => event.number)).toEqual([2, 1, 3]);
    expect(second.nextCursor).toBeNull();
    expect(TimelineEvent.parse(first.items[0])).toEqual(first.items[0]);
  });

  it("pages in the same order, whether PostgreSQL or the code for untimed events computes it", async () => {
    const key = await newIncident();
    const made: TimelineEvent[] = [];
    for (let n = 0; n < 13; n += 1) made.push(await add(key, `2017-01-31T18:0${n % 3}:00Z`, `Event ${n}`));
    for (const [n, { id }] of made.entries()) {
      const data = { orderHint: (n * 5) % 4, sourceType: n % 2 === 0 ? "slack" : "csv" };
      await database.prisma.timelineEvent.update({ where: { id }, data });
    }
    const inOrder = async () => {
      const rows = await database.prisma.timelineEvent.findMany({
        where: { incident: { number: Number(key.slice(4)) } },
      });
      const places = rows.map(({ id, at, orderHint, sourceType }) => ({
        ...{ id, orderHint, source: sourceType },
        at: at?.toISOString() ?? null,
      }));
      return orderEvents(places).map(({ id }) => id);
    };
    const walk = async (between: () => Promise<unknown> = async () => null) => {
      const ids: string[] = [];
      let cursor: string | null = "";
      while (cursor !== null) {
        const page = { key, limit: 5, includeHidden: true, ...(cursor ? { cursor } : {}) };
        const read: Awaited<ReturnType<typeof listTimeline>> = await listTimeline(as(viewer), page);
        ids.push(...read.items.map(({ id }) => id));
        cursor = read.nextCursor;
        if (ids.length === 5) await between();
      }
      return ids;
    };
    expect(await walk()).toEqual(await inOrder());
    const added: string[] = [];
    const ids = await walk(async () => added.push((await add(key, null, "Untimed", "observation", made[8]?.id)).id));
    const ordered = await inOrder();
    expect(ids.filter((id) => !added.includes(id))).toEqual(ordered.filter((id) => !added.includes(id)));
    expect(await walk()).toEqual(ordered);
    expect(ordered).toHaveLength(14);
  });

  it("is filtered by shape and by text", async () => {
    const key = await newIncident();
    await add(key, "2017-01-31T18:00:00Z", "Replication lag alert", "alert_fired");
    await add(key, "2017-01-31T18:10:00Z", "Deploy 118", "deploy_finished");
    const titles = async (filter: object) =>
      (await listTimeline(as(viewer), { key, limit: 50, includeHidden: true, ...filter })).items.map(
        (event) => event.title,
      );
    expect(await titles({ shape: ["change"] })).toEqual(["Deploy 118"]);
    expect(await titles({ q: "replication" })).toEqual(["Replication lag alert"]);
  });

  it("can't be curated by a viewer", async () => {
    const key = await newIncident();
    const made = addEvent(as(viewer), {
      key,
      at: null,
      precision: "unknown",
      kind: "observation",
      title: "x",
      body: "",
    });
    await expect(made).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("editing", () => {
  it("keeps what an imported event said and can revert to it", async () => {
    const key = await newIncident();
    const event = await add(key, "2017-01-31T18:00:00Z", "Load rises");
    await database.prisma.timelineEvent.update({ where: { id: event.id }, data: { sourceType: "slack" } });
    const edited = await updateEvent(as(member), {
      key,
      id: event.id,
      version: 1,
      title: "Load rises fast",
      at: "2017-01-31T18:02:00Z",
    });
    expect(edited).toMatchObject({
      title: "Load rises fast",
      at: "2017-01-31T18:02:00.000Z",
      original: { title: "Load rises", at: "2017-01-31T18:00:00.000Z" },
    });
    const back = await revertEvent(as(member), { key, id: event.id, version: 2 });
    expect(back).toMatchObject({ title: "Load rises", at: "2017-01-31T18:00:00.000Z", original: null });
  });

  it("returns a stale version with the newer event", async () => {
    const key = await newIncident();
    const event = await add(key, "2017-01-31T18:00:00Z", "Load rises");
    await updateEvent(as(member), { key, id: event.id, version: 1, pinned: true });
    const stale = updateEvent(as(member), { key, id: event.id, version: 1, hidden: true });
    await expect(stale).rejects.toMatchObject({
      code: "conflict",
      details: { current: { pinned: true, hidden: false } },
    });
  });

  it("rejects an end before the start and a time without an instant", async () => {
    const key = await newIncident();
    const event = await add(key, "2017-01-31T18:00:00Z", "Load rises");
    const change = (fields: object) => updateEvent(as(member), { key, id: event.id, version: 1, ...fields });
    await expect(change({ endAt: "2017-01-31T17:00:00Z" })).rejects.toMatchObject({ code: "invalid" });
    await expect(change({ at: null, precision: "minute" })).rejects.toMatchObject({ code: "invalid" });
  });
});

it("records a start that follows the timeline, once and with both ends", async () => {
  const { id, key, startedAt } = await createIncident(as(member), {
    ...{ kind: "incident", resolvedAt: null, timeZone: "UTC", impactText: "", restricted: false },
    ...{ serviceIds: [], title: "Queue stuck", severity: 3 },
  });
  await add(key, "2017-01-31T17:20:00Z", "Alert fires", "alert_fired");
  await add(key, "2017-01-31T17:30:00Z", "Joined the call", "joined");
  const entries = await database.prisma.auditEntry.findMany({
    where: { nounId: id, action: "incident.span_settled" },
    select: { before: true, after: true },
  });
  expect(entries).toEqual([{ before: { startedAt }, after: { startedAt: "2017-01-31T17:20:00.000Z" } }]);
});

describe("a suggested milestone", () => {
  const suggested = ({ suggestions }: Metrics) => suggestions.find(({ name }) => name === "paged")?.eventId;

  it("isn't suggested again once it is rejected, the next one is, and it returns when that is undone", async () => {
    const key = await newIncident();
    const first = await add(key, "2017-01-31T18:00:00Z", "A test page", "paged");
    const second = await add(key, "2017-01-31T18:05:00Z", "On-call is paged", "paged");
    expect(suggested(await incidentMetrics(as(viewer), { key }))).toBe(first.id);
    const refusal = { key, name: "paged", eventId: first.id } as const;
    expect(suggested(await refuseMilestone(as(member), refusal))).toBe(second.id);
    expect(suggested(await refuseMilestone(as(member), refusal))).toBe(second.id);
    expect(suggested(await refuseMilestone(as(member), { ...refusal, eventId: second.id }))).toBeUndefined();
    expect(suggested(await allowMilestone(as(member), refusal))).toBe(first.id);
  });

  it("can still be set by a person who rejected it", async () => {
    const key = await newIncident();
    const event = await add(key, "2017-01-31T18:00:00Z", "On-call is paged", "paged");
    await refuseMilestone(as(member), { key, name: "paged", eventId: event.id });
    const metrics = await setMilestone(as(member), { key, name: "paged", eventId: event.id, notApplicable: false });
    expect(metrics.milestones.find(({ name }) => name === "paged")?.eventId).toBe(event.id);
  });

  it("can't be rejected by someone who can only read, or for an event of another incident", async () => {
    const [key, other] = [await newIncident(), await newIncident()];
    const event = await add(other, "2017-01-31T18:00:00Z", "On-call is paged", "paged");
    const refusal = { key: other, name: "paged", eventId: event.id } as const;
    await expect(refuseMilestone(as(viewer), refusal)).rejects.toMatchObject({ code: "forbidden" });
    await expect(refuseMilestone(as(member), { ...refusal, key })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("milestones", () => {
  it("give key times with both ends, and unknown if an end is missing", async () => {
    const key = await newIncident();
    const started = await add(key, "2017-01-31T18:00:00Z", "Comments fail", "impact_started");
    const mitigated = await add(key, "2017-02-01T17:00:00Z", "Database back", "mitigated");
    await setMilestone(as(member), { key, name: "impact_started", eventId: started.id, notApplicable: false });
    const metrics = await setMilestone(as(member), {
      key,
      name: "mitigated",
      eventId: mitigated.id,
      notApplicable: false,
    });
    expect(Metrics.parse(metrics)).toEqual(metrics);
    const value = (name: string) => metrics.metrics.find((metric) => metric.name === name);
    expect(value("timeToMitigate")).toMatchObject({ seconds: 82_800, from: "impact_started", to: "mitigated" });
    expect(value("timeToDetect")?.seconds).toBeNull();
    const cleared = await clearMilestone(as(member), { key, name: "mitigated" });
    expect(cleared.metrics.find((metric) => metric.name === "timeToMitigate")?.seconds).toBeNull();
  });

  it("can't be set to an event that was removed, until it is restored", async () => {
    const key = await newIncident();
    const event = await add(key, "2017-01-31T18:00:00Z", "Comments fail", "impact_started");
    const set = () =>
      setMilestone(as(member), { key, name: "impact_started", eventId: event.id, notApplicable: false });
    await updateEvent(as(member), { key, id: event.id, version: 1, removed: true });
    await expect(set()).rejects.toMatchObject({ code: "invalid", details: { fields: [{ field: "eventId" }] } });
    const { milestones } = await incidentMetrics(as(viewer), { key });
    expect(milestones.find(({ name }) => name === "impact_started")).toMatchObject({ eventId: null });
    await updateEvent(as(member), { key, id: event.id, version: 2, removed: false });
    expect((await set()).milestones.find(({ name }) => name === "impact_started")?.eventId).toBe(event.id);
  });

  it("follow their event when it is removed", async () => {
    const key = await newIncident();
    const event = await add(key, "2017-01-31T18:00:00Z", "Comments fail", "impact_started");
    await setMilestone(as(member), { key, name: "impact_started", eventId: event.id, notApplicable: false });
    await updateEvent(as(member), { key, id: event.id, version: 1, removed: true });
    const metrics = await incidentMetrics(as(viewer), { key });
    expect(metrics.milestones.find((one) => one.name === "impact_started")).toMatchObject({ eventId: null, at: null });
  });
});
