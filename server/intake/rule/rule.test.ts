import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { RoutingRule, Trial } from "#lib/contract/rule.ts";
import { listIncidents, restrictIncident } from "#server/incidents/incident/index.ts";
import { processDeliveries } from "#server/intake/delivery/index.ts";
import { type AlertParts, alertmanagerBody } from "#server/testing/hook-world.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { createRule, listRules, moveRule, removeRule, restoreRule, tryRoutingRule, updateRule } from "./index.ts";

let database: TestDatabase;
let admin: UserActor;
const ctx = () => makeContext(database.prisma, admin);
const job = () => makeContext(database.prisma, { kind: "system", label: "job" });

beforeAll(async () => {
  database = await testDatabase();
  admin = await makeUser(database.prisma, "admin");
});
afterAll(() => database.close());

async function newWorld() {
  const [serviceId, integrationId] = [uuidv7(), uuidv7()];
  const name = `Mail ${serviceId.slice(-6)}`;
  await database.prisma.service.create({ data: { id: serviceId, name } });
  await database.prisma.integration.create({
    data: { id: integrationId, source: "alertmanager", name: "x", key: integrationId },
  });
  return { serviceId, integrationId, name };
}
async function put(integrationId: string, alerts: readonly AlertParts[], receivedAt = new Date()) {
  const id = uuidv7();
  const body = new TextEncoder().encode(alertmanagerBody(alerts));
  const data = { id, integrationId, externalId: id, body, receivedAt, answeredInMs: 1 };
  await database.prisma.delivery.create({ data });
  return id;
}
const alert = (fingerprint: string, labels: Record<string, string> = { team: "mail" }): AlertParts => ({
  fingerprint,
  labels: { alertname: "QueueDepthHigh", severity: "page", ...labels },
  startsAt: new Date(Date.now() - 1000).toISOString(),
});
const drain = async () => {
  while ((await processDeliveries(job())) > 0);
};
const ruleFor = (serviceId: string | null, more: object = {}) => ({
  conditions: [{ field: "label" as const, name: "team", operator: "is" as const, values: ["mail"] }],
  outcome: "join" as const,
  serviceId,
  opens: true,
  titleTemplate: "{alertname} on {service}",
  severity: null,
  severityMap: { page: 2 },
  enabled: true,
  ...more,
});
const incidentsOf = async (serviceId: string) =>
  (await listIncidents(ctx(), { limit: 50, serviceId: [serviceId], archived: false })).items;

describe("a rule that opens", () => {
  it("opens one incident for a burst that several workers process", async () => {
    const { serviceId, integrationId, name } = await newWorld();
    await createRule(ctx(), { integrationId, ...ruleFor(serviceId), apply: false });
    for (let n = 0; n < 150; n += 1) await put(integrationId, [alert(`b${n}`)]);
    await Promise.all([drain(), drain(), drain()]);
    await drain();
    const incidents = await incidentsOf(serviceId);
    expect(incidents).toMatchObject([
      { title: `QueueDepthHigh on ${name}`, severity: 2, status: "open", eventCount: 150 },
    ]);
    const trail = await database.prisma.auditEntry.findMany({ where: { incidentId: incidents[0]?.id ?? "" } });
    expect(new Set(trail.map(({ action, actorKind }) => `${actorKind} ${action}`))).toEqual(
      new Set(["job incident.created", "job integration.incident_opened", "job integration.events_joined"]),
    );
  });

  it("ignores, leaves unassigned, and is skipped if it is off", async () => {
    const { serviceId, integrationId } = await newWorld();
    const one = await createRule(ctx(), { integrationId, ...ruleFor(serviceId, { outcome: "ignore" }), apply: false });
    const first = await put(integrationId, [alert("i1")]);
    await drain();
    await updateRule(ctx(), { integrationId, id: one.rule.id, version: 1, enabled: false, apply: false });
    const second = await put(integrationId, [alert("i2")]);
    await drain();
    const rows = await database.prisma.delivery.findMany({
      where: { id: { in: [first, second] } },
      orderBy: { receivedAt: "asc" },
    });
    expect(rows.map(({ state }) => state)).toEqual(["ignored", "unassigned"]);
    expect(await incidentsOf(serviceId)).toEqual([]);
  });
});

describe("a trial", () => {
  it("describes what would have happened to each delivery of one moment, in their order, and writes nothing", async () => {
    const { serviceId, integrationId, name } = await newWorld();
    const moment = new Date();
    for (let n = 0; n < 3; n += 1) await put(integrationId, [alert(`t${n}`)], moment);
    await put(integrationId, [alert("other", { team: "search" })], moment);
    await drain();
    const trial = await tryRoutingRule(ctx(), { integrationId, ...ruleFor(serviceId) });
    expect(Trial.parse(trial)).toEqual(trial);
    expect(trial).toMatchObject({
      notForThis: 1,
      now: { waits: 3, joins: 0, opens: 0, ignored: 0 },
      would: { waits: 0, joins: 2, opens: 1, ignored: 0 },
      waiting: 3,
    });
    expect(trial.items.map(({ fits, changes }) => [fits, changes])).toEqual([
      [true, true],
      [true, true],
      [true, true],
      [false, false],
    ]);
    expect(trial.items[0]?.would).toMatchObject({ route: "opens", title: `QueueDepthHigh on ${name}` });
    expect(await incidentsOf(serviceId)).toEqual([]);
    const saved = await createRule(ctx(), { integrationId, ...ruleFor(serviceId), apply: true });
    const [incident] = await incidentsOf(serviceId);
    expect(saved.applied).toEqual({
      attached: 3,
      opened: [incident?.key],
      incidents: [incident?.key],
      stillWaiting: 1,
    });
    const same = await tryRoutingRule(ctx(), { integrationId, replaces: saved.rule.id, ...ruleFor(serviceId) });
    expect(same.items.filter(({ changes }) => changes)).toEqual([]);
    expect(same.waiting).toBe(0);
  });
});

describe("a trial next to a restricted incident", () => {
  it("neither shows nor counts what went into it, for people without access", async () => {
    const { serviceId, integrationId } = await newWorld();
    await createRule(ctx(), { integrationId, ...ruleFor(serviceId), apply: false });
    await put(integrationId, [alert("secret", { team: "mail", alertname: "VaultLeak" })]);
    await drain();
    await put(integrationId, [alert("plain", { team: "search" })]);
    await drain();
    const [incident] = await incidentsOf(serviceId);
    const restriction = { restricted: true, userIds: [], teamIds: [] };
    await restrictIncident(ctx(), { key: incident?.key ?? "", version: incident?.version ?? 0, ...restriction });
    const outsider = makeContext(database.prisma, await makeUser(database.prisma, "admin", "outsider"));
    for (const conditions of [
      [],
      [{ field: "text" as const, name: null, operator: "contains" as const, values: ["VaultLeak"] }],
    ]) {
      const trial = await tryRoutingRule(outsider, { integrationId, ...ruleFor(serviceId, { conditions }) });
      expect(trial.items.map(({ title }) => title)).toEqual(["QueueDepthHigh"]);
      expect(trial.now.joins + trial.now.opens).toBe(0);
    }
    const inside = await tryRoutingRule(ctx(), { integrationId, ...ruleFor(serviceId) });
    expect(inside.items).toHaveLength(2);
  });
});

describe("the order of rules", () => {
  it("moves, removes and restores, each place from 1", async () => {
    const { integrationId } = await newWorld();
    const ids: string[] = [];
    for (const outcome of ["wait", "ignore", "join"] as const) {
      const { rule } = await createRule(ctx(), { integrationId, ...ruleFor(null, { outcome }), apply: false });
      expect(RoutingRule.parse(rule)).toEqual(rule);
      ids.push(rule.id);
    }
    const [a = "", b = "", c = ""] = ids;
    const order = (items: readonly RoutingRule[]) => items.map(({ id, position }) => `${ids.indexOf(id)}@${position}`);
    expect(order((await moveRule(ctx(), { integrationId, id: c, version: 1, position: 1 })).items)).toEqual([
      "2@1",
      "0@2",
      "1@3",
    ]);
    expect(order((await removeRule(ctx(), { integrationId, id: a })).items)).toEqual(["2@1", "1@2"]);
    await expect(restoreRule(ctx(), { integrationId, id: b })).rejects.toMatchObject({ code: "rule" });
    const back = await restoreRule(ctx(), { integrationId, id: a });
    expect(order(back.items)).toEqual(["2@1", "0@2", "1@3"]);
    expect(back.items[1]).toMatchObject({ outcome: "wait", conditions: [{ name: "team" }], severityMap: { page: 2 } });
    await expect(moveRule(ctx(), { integrationId, id: c, version: 1, position: 1 })).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(restoreRule(ctx(), { integrationId, id: uuidv7() })).rejects.toMatchObject({ code: "not_found" });
    const tpm = makeContext(database.prisma, await makeUser(database.prisma, "tpm"));
    await expect(listRules(tpm, { integrationId })).rejects.toMatchObject({ code: "forbidden" });
  });
});
