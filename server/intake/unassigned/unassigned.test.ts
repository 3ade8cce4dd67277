import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { UserActor } from "#lib/base/access/actor.ts";
import { can } from "#lib/base/access/can.ts";
import { ROLES } from "#lib/base/access/roles.ts";
import { IncomingEvent, ListedIncoming, UnassignedLane } from "#lib/contract/unassigned.ts";
import { readOutcome } from "#lib/intake/delivery/outcome.ts";
import { unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { createImport } from "#server/incidents/import/index.ts";
import { createIncident, restrictIncident, updateIncident } from "#server/incidents/incident/index.ts";
import { listTimeline } from "#server/incidents/timeline/index.ts";
import { lockRouting, processDeliveries } from "#server/intake/delivery/index.ts";
import { type AlertParts, alertmanagerBody } from "#server/testing/hook-world.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { outboxOf } from "#server/testing/outbox-of.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import {
  attachIncoming,
  detachIncoming,
  dismissIncoming,
  INCOMING_FACTS,
  incomingFacts,
  incomingOverview,
  incomingVisibleTo,
  listIncoming,
  restoreIncoming,
} from "./index.ts";

let database: TestDatabase;
let member: UserActor;
let viewer: UserActor;
const ctx = () => makeContext(database.prisma, member);
const job = () => makeContext(database.prisma, { kind: "system", label: "job" });

beforeAll(async () => {
  database = await testDatabase();
  member = await makeUser(database.prisma, "member");
  viewer = await makeUser(database.prisma, "viewer");
});
afterAll(() => database.close());

async function newService(name = `Service ${uuidv7()}`) {
  const id = uuidv7();
  await database.prisma.service.create({ data: { id, name } });
  return { id, name };
}
async function newIntegration(serviceId: string | null = null) {
  const id = uuidv7();
  await database.prisma.integration.create({ data: { id, source: "alertmanager", name: "x", key: id, serviceId } });
  return id;
}
const newIncident = (serviceIds: string[], more: { startedAt?: string; resolvedAt?: string } = {}) =>
  createIncident(ctx(), {
    title: "Mail is late",
    severity: 2,
    kind: "incident",
    serviceIds,
    resolvedAt: null,
    timeZone: "UTC",
    impactText: "",
    restricted: false,
    ...more,
  });
async function deliver(integrationId: string, alerts: readonly AlertParts[]) {
  const id = uuidv7();
  const body = new TextEncoder().encode(alertmanagerBody(alerts));
  await database.prisma.delivery.create({ data: { id, integrationId, externalId: id, body, answeredInMs: 1 } });
  await processDeliveries(job(), { ids: [id] });
  return database.prisma.delivery.findUniqueOrThrow({ where: { id } });
}
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const alert = (fingerprint: string, minutes = 1, labels: Record<string, string> = {}): AlertParts => ({
  fingerprint,
  labels: { alertname: "QueueDepthHigh", severity: "page", ...labels },
  startsAt: minutesAgo(minutes),
});
const waitingOf = async (integrationId: string, state: "waiting" | "attached" | "dismissed" = "waiting") =>
  (await listIncoming(ctx(), { limit: 200, state, integrationId, withoutService: false })).items;
const timelineOf = async (key: string) => (await listTimeline(ctx(), { key, limit: 1000, includeHidden: true })).items;
const ref = ({ id, version }: { id: string; version: number }) => ({ id, version });

describe("the list of unassigned events", () => {
  it("lists unassigned events by service, with the open incident that one key attaches them to", async () => {
    const service = await newService("Acme Mail");
    const integrationId = await newIntegration();
    const alerts = Array.from({ length: 14 }, (_, n) => alert(`q${n}`, 20 - n, { service: "acme mail" }));
    await deliver(integrationId, alerts);
    await deliver(integrationId, [alert("none", 2)]);
    const incident = await newIncident([service.id], { startedAt: minutesAgo(15) });
    const overview = await incomingOverview(ctx(), { hours: 24 });
    expect(overview).toMatchObject({ total: 15, services: 1, older: 0, maySettle: true });
    const lane = overview.lanes.find((one) => one.service?.id === service.id);
    expect(z.array(UnassignedLane).parse(overview.lanes)).toEqual(overview.lanes);
    expect(lane).toMatchObject({ count: 14, sources: ["Alertmanager"], candidate: { key: incident.key } });
    expect(lane?.marks).toMatchObject([{ title: "QueueDepthHigh", count: 14, shape: "signal" }]);
    expect(lane?.titles).toMatchObject([{ title: "QueueDepthHigh", count: 14 }]);
    const { events } = await attachIncoming(ctx(), { key: incident.key, events: lane?.events ?? [] });
    expect(z.array(IncomingEvent).parse(events)).toEqual(events);
    expect(new Set(events.map(({ state, incidentKey }) => `${state} ${incidentKey}`))).toEqual(
      new Set([`attached ${incident.key}`]),
    );
    const told = await timelineOf(incident.key);
    expect(told).toHaveLength(14);
    // An event from a tool wasn't added manually.
    expect(new Set(told.map(({ source }) => source.label))).toEqual(new Set(["Alertmanager"]));
  });

  it("names on each row the open incident that it can be attached to, never one that the reader can't see", async () => {
    const service = await newService();
    const integrationId = await newIntegration(service.id);
    await deliver(integrationId, [alert("row"), alert("row2", 3)]);
    const none = await newIntegration();
    await deliver(none, [alert("lonely")]);
    expect((await waitingOf(integrationId)).map(({ candidate }) => candidate)).toEqual([null, null]);
    const open = await newIncident([service.id], { startedAt: minutesAgo(0) });
    await newIncident([service.id], { startedAt: minutesAgo(500), resolvedAt: minutesAgo(400) });
    const hidden = await newIncident([service.id]);
    const owner = await makeUser(database.prisma, "facilitator", "owner");
    await restrictIncident(ctx(), { key: hidden.key, version: 1, restricted: true, userIds: [owner.id], teamIds: [] });
    const rows = await waitingOf(integrationId);
    expect(z.array(ListedIncoming).parse(rows)).toEqual(rows);
    const asOther = makeContext(database.prisma, await makeUser(database.prisma, "member", "other"));
    const seen = await listIncoming(asOther, { limit: 20, state: "waiting", integrationId, withoutService: false });
    expect(seen.items.map(({ candidate }) => candidate?.key)).toEqual([open.key, open.key]);
    expect((await waitingOf(none)).map(({ candidate }) => candidate)).toEqual([null]);
    const [row] = rows;
    await attachIncoming(ctx(), { key: open.key, events: [ref(row ?? { id: "", version: 0 })] });
    expect((await waitingOf(integrationId, "attached")).map(({ candidate }) => candidate)).toEqual([null]);
  });

  it("is closed to those who can't curate", async () => {
    const asViewer = makeContext(database.prisma, viewer);
    await expect(incomingOverview(asViewer, { hours: 24 })).rejects.toMatchObject({ code: "forbidden" });
    const integrationId = await newIntegration();
    await deliver(integrationId, [alert("v")]);
    const events = (await waitingOf(integrationId)).map(ref);
    await expect(dismissIncoming(asViewer, { events })).rejects.toMatchObject({ code: "not_found" });
  });

  it("is settled after a routing in progress", async () => {
    const integrationId = await newIntegration();
    await deliver(integrationId, [alert("behind")]);
    const events = (await waitingOf(integrationId)).map(ref);
    let isSettled = false;
    const waits = async () => {
      const [{ count } = { count: 0n }] = await database.prisma.$queryRaw<{ count: bigint }[]>`
        select count(*) from pg_locks
         where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`;
      return count > 0n || isSettled;
    };
    const settling = await transact(ctx(), async (tx) => {
      await lockRouting(tx);
      const begun = dismissIncoming(ctx(), { events }).then(() => {
        isSettled = true;
      });
      await expect.poll(waits).toBe(true);
      expect(isSettled).toBe(false);
      return unrecorded("it only waits", () => ({ begun }));
    });
    await settling.begun;
    expect(await waitingOf(integrationId, "dismissed")).toHaveLength(1);
  });

  it("is undone step by step, and a later delivery doesn't undo what a person did", async () => {
    const service = await newService();
    const integrationId = await newIntegration(service.id);
    const told = alert("undo");
    await deliver(integrationId, [told]);
    const incident = await newIncident([]);
    const attached = await attachIncoming(ctx(), {
      key: incident.key,
      events: (await waitingOf(integrationId)).map(ref),
    });
    const detached = await detachIncoming(ctx(), { events: attached.events.map(ref) });
    expect([detached.events[0]?.state, await timelineOf(incident.key)]).toEqual(["waiting", []]);
    await newIncident([service.id]);
    expect(await deliver(integrationId, [told])).toMatchObject({ state: "taken", outcome: { known: 1, created: 0 } });
    const [still] = await waitingOf(integrationId);
    const dismissed = await dismissIncoming(ctx(), { events: [ref(still ?? { id: "", version: 0 })] });
    await deliver(integrationId, [{ ...told, endsAt: minutesAgo(0) }]);
    const [kept] = await waitingOf(integrationId, "dismissed");
    expect(kept).toMatchObject({ state: "dismissed", endAt: expect.any(String) });
    const restored = await restoreIncoming(ctx(), { events: dismissed.events.map(ref) });
    const again = await attachIncoming(ctx(), { key: incident.key, events: restored.events.map(ref) });
    expect(again.events).toMatchObject([{ state: "attached", eventNumber: 1 }]);
    expect(await timelineOf(incident.key)).toMatchObject([{ number: 1, endAt: expect.any(String) }]);
  });

  it("updates the result of a delivery when its events are settled and when it is processed again", async () => {
    const service = await newService("Acme Post");
    const integrationId = await newIntegration(service.id);
    const { id } = await deliver(integrationId, [alert("one"), alert("two"), alert("three")]);
    const stands = async () => {
      const { state, outcome } = await database.prisma.delivery.findUniqueOrThrow({ where: { id } });
      const { created, unassigned, ignored, known, incidents, inboxes } = readOutcome(outcome);
      return { state, counts: [created, unassigned, ignored, known], incidents, inboxes };
    };
    const inbox = { incidents: [], inboxes: ["Acme Post"] };
    expect(await stands()).toEqual({ state: "unassigned", counts: [0, 3, 0, 0], ...inbox });
    const [first, second, third] = (await waitingOf(integrationId)).map(ref);
    if (!first || !second || !third) throw new Error("three events wait");
    const incident = await newIncident([]);
    const { events } = await attachIncoming(ctx(), { key: incident.key, events: [first] });
    expect(await stands()).toMatchObject({ state: "unassigned", counts: [1, 2, 0, 0], incidents: [incident.key] });
    await dismissIncoming(ctx(), { events: [second] });
    await attachIncoming(ctx(), { key: incident.key, events: [third] });
    const settled = { state: "taken", counts: [2, 0, 1, 0], incidents: [incident.key], inboxes: [] };
    expect(await stands()).toEqual(settled);
    await detachIncoming(ctx(), { events: events.map(ref) });
    expect(await stands()).toMatchObject({ state: "unassigned", counts: [1, 1, 1, 0], inboxes: ["Acme Post"] });
    await database.prisma.delivery.update({ where: { id }, data: { state: "received" } });
    await processDeliveries(job(), { ids: [id] });
    expect(await stands()).toMatchObject({ state: "unassigned", counts: [0, 1, 1, 1], inboxes: ["Acme Post"] });
  });

  it("keeps in the audit log each event that someone settled, with its name and former state", async () => {
    const integrationId = await newIntegration();
    const labels = (alertname: string) => ({ alertname, severity: "page" });
    await deliver(integrationId, [alert("a1", 1, labels("Disk full")), alert("a2", 2, labels("Queue deep"))]);
    const incident = await newIncident([]);
    const waiting = (await waitingOf(integrationId)).map(ref);
    const dismissed = await dismissIncoming(ctx(), { events: waiting });
    const restored = await restoreIncoming(ctx(), { events: dismissed.events.map(ref) });
    const attached = await attachIncoming(ctx(), { key: incident.key, events: restored.events.map(ref) });
    const told = await outboxOf(database, "record.changed", () =>
      detachIncoming(ctx(), { events: attached.events.map(ref) }),
    );
    expect(told).toEqual([
      { noun: "incoming_event", id: integrationId, incidentId: null },
      { noun: "timeline", id: incident.id, incidentId: incident.id },
    ]);
    for (const { id } of waiting) {
      const trail = await database.prisma.auditEntry.findMany({ where: { nounId: id }, orderBy: { id: "asc" } });
      const { title } = await database.prisma.incomingEvent.findUniqueOrThrow({ where: { id } });
      expect(
        trail.map(({ action, before, after, incidentId }) => [action, before, after, incidentId !== null]),
        title,
      ).toEqual([
        ["incoming_event.dismissed", { state: "waiting" }, { title, state: "dismissed" }, false],
        ["incoming_event.restored", { state: "dismissed" }, { title, state: "waiting" }, false],
        ["incoming_event.attached", { state: "waiting" }, { title, state: "attached" }, true],
        ["incoming_event.detached", { state: "attached" }, { title, state: "waiting" }, true],
      ]);
    }
  });

  it("rejects a stale version with the newer rows, and a second settling", async () => {
    const integrationId = await newIntegration();
    await deliver(integrationId, [alert("stale")]);
    const [row] = await waitingOf(integrationId);
    if (!row) throw new Error("no row");
    await dismissIncoming(ctx(), { events: [ref(row)] });
    await expect(dismissIncoming(ctx(), { events: [ref(row)] })).rejects.toMatchObject({
      code: "conflict",
      details: { current: { events: [{ id: row.id, state: "dismissed", version: 2 }] } },
    });
    await expect(dismissIncoming(ctx(), { events: [{ id: row.id, version: 2 }] })).rejects.toMatchObject({
      code: "rule",
    });
  });
});

describe("a fact", () => {
  it("from a file is known to a delivery, and vice versa", async () => {
    const service = await newService();
    const integrationId = await newIntegration();
    const told = alert("both", 5);
    const incident = await newIncident([service.id], { startedAt: minutesAgo(10) });
    const content = alertmanagerBody([told]);
    await createImport(ctx(), { key: incident.key, filename: "a.json", content });
    const taken = await deliver(integrationId, [{ ...told, endsAt: minutesAgo(1) }]);
    expect(taken.outcome).toMatchObject({ known: 1, created: 0, incidents: [incident.key] });
    expect(await timelineOf(incident.key)).toMatchObject([{ endAt: expect.any(String) }]);

    const other = await newIntegration(service.id);
    const pushed = alert("pushed", 4);
    await deliver(other, [pushed]);
    const imported = await createImport(ctx(), {
      key: incident.key,
      filename: "b.json",
      content: alertmanagerBody([pushed]),
    });
    expect(imported).toMatchObject({ created: 0, known: 1 });
  });

  it("that arrives after the end joins the incident that was open at its time, and its end follows it", async () => {
    const service = await newService();
    const integrationId = await newIntegration(service.id);
    const incident = await newIncident([service.id], { startedAt: minutesAgo(60) });
    const told = alert("late", 30);
    await deliver(integrationId, [told]);
    await updateIncident(ctx(), { key: incident.key, version: 1, status: "resolved", resolvedAt: minutesAgo(10) });
    const ended = await deliver(integrationId, [{ ...told, endsAt: minutesAgo(2) }]);
    expect(ended.outcome).toMatchObject({ known: 1, incidents: [incident.key] });
    const within = await deliver(integrationId, [alert("within", 20)]);
    expect(within.outcome).toMatchObject({ created: 1, incidents: [incident.key] });
    const after = await deliver(integrationId, [alert("after", 1)]);
    expect(after.outcome).toMatchObject({ unassigned: 1, inboxes: [service.name] });
    expect(await timelineOf(incident.key)).toHaveLength(2);
  });

  it("that can't be read affects only itself", async () => {
    const integrationId = await newIntegration();
    const body = JSON.parse(alertmanagerBody([alert("good1"), alert("bad"), alert("good2")]));
    body.alerts[1].startsAt = "yesterday-ish";
    const id = uuidv7();
    const bytes = new TextEncoder().encode(JSON.stringify(body));
    await database.prisma.delivery.create({
      data: { id, integrationId, externalId: id, body: bytes, answeredInMs: 1 },
    });
    await processDeliveries(job(), { ids: [id] });
    const row = await database.prisma.delivery.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ state: "unassigned", outcome: { unassigned: 2, rejected: 1 } });
  });
});

describe("visibleTo", () => {
  it("equals can(read) for everyone, over waiting, attached and restricted events", async () => {
    const service = await newService();
    const integrationId = await newIntegration(service.id);
    const incident = await newIncident([service.id]);
    await deliver(integrationId, [alert("hidden", 0)]);
    const named = await makeUser(database.prisma, "facilitator", "named");
    await restrictIncident(ctx(), {
      key: incident.key,
      version: 1,
      restricted: true,
      userIds: [named.id],
      teamIds: [],
    });
    const people = [
      named,
      member,
      viewer,
      ...(await Promise.all(ROLES.map((role) => makeUser(database.prisma, role, `r ${role}`)))),
    ];
    const rows = await database.prisma.incomingEvent.findMany({ select: { id: true, ...INCOMING_FACTS } });
    const sizes = new Set<number>();
    for (const actor of people) {
      const listed = await database.prisma.incomingEvent.findMany({
        where: incomingVisibleTo(actor),
        select: { id: true },
      });
      const allowed = rows.filter((row) => can(actor, "incomingEvent", "read", incomingFacts(row)));
      expect(listed.map(({ id }) => id).sort()).toEqual(allowed.map(({ id }) => id).sort());
      sizes.add(listed.length);
    }
    expect(sizes.size).toBe(3);
  });
});
