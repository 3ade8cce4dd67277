import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import { Impact, Response } from "#lib/contract/impact.ts";
import { createIncident, getIncident } from "#server/incidents/incident/index.ts";
import { addEvent, incidentMetrics, setMilestone } from "#server/incidents/timeline/index.ts";
import { createService } from "#server/people/service/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import {
  acceptProposals,
  addWindow,
  changeSeries,
  changeWindow,
  getImpact,
  getResponse,
  keepSeries,
  measureWindows,
  ruleOut,
} from "./index.ts";

let database: TestDatabase;
let admin: UserActor;
let member: UserActor;
let viewer: UserActor;
let checkout: string;
let mail: string;
const NOW = new Date("2017-02-03T12:00:00Z");
const as = (actor: UserActor) => makeContext(database.prisma, actor, () => NOW);
const at = (clock: string) => `2017-02-02T${clock}Z`;

async function newIncident(restricted = false): Promise<string> {
  const incident = await createIncident(as(member), {
    kind: "incident",
    title: "Cards declined",
    severity: 2,
    serviceIds: [checkout, mail],
    startedAt: at("09:42:00"),
    resolvedAt: at("10:29:00"),
    timeZone: "UTC",
    impactText: "",
    restricted,
  });
  return incident.key;
}

const window = { basis: "measured", reason: "" } as const;
const add = (key: string, from: string, to: string | null, weight: number, serviceId = checkout) =>
  addWindow(as(member), { key, serviceId, from: at(from), to: to && at(to), weight, ...window });

async function event(key: string, clock: string, kind: EventKind, title: string, url?: string): Promise<string> {
  const time = { at: at(clock), precision: "exact" } as const;
  return (await addEvent(as(member), { key, ...time, kind, title, body: "", ...(url ? { url } : {}) })).id;
}
const milestone = (key: string, name: "impact_started" | "mitigated" | "resolved", eventId: string) =>
  setMilestone(as(member), { key, name, eventId, notApplicable: false });

beforeAll(async () => {
  database = await testDatabase();
  admin = await makeUser(database.prisma, "admin");
  member = await makeUser(database.prisma, "member");
  viewer = await makeUser(database.prisma, "viewer");
  const service = (name: string) =>
    createService(as(admin), { name, description: "", ownerTeamId: null, availabilityTarget: 99.8 });
  checkout = (await service("Checkout")).id;
  mail = (await service("Mail")).id;
});
afterAll(() => database.close());

describe("windows", () => {
  it("add up to their union, each with its contribution, against the 90-day budget", async () => {
    const key = await newIncident();
    await add(key, "09:42:00", "09:51:00", 0.18);
    await add(key, "09:51:00", "10:22:10", 0.97);
    await add(key, "10:22:10", "10:29:00", 0.3);
    await add(key, "09:58:00", "10:22:10", 0.3);
    await add(key, "09:55:00", "10:40:00", 0, mail);
    const impact = await getImpact(as(viewer), { key });
    expect(Impact.parse(impact)).toEqual(impact);
    expect(impact.windows.map(({ covered, weightedSeconds }) => [covered, Math.round(weightedSeconds)])).toEqual([
      [false, 97],
      [false, 1814],
      [true, 0],
      [false, 123],
      [false, 0],
    ]);
    const [first, second] = impact.services;
    expect(first).toMatchObject({ impactSeconds: 2820, budget: { days: 90, seconds: 15552 } });
    expect(first?.weightedSeconds).toBeCloseTo(97.2 + 1813.9 + 123, 3);
    expect(first?.budget.spentPercent).toBeCloseTo((2034.1 / 15552) * 100, 3);
    expect(second).toMatchObject({ weightedSeconds: 0, degradedOnlySeconds: 2700 });
    expect([impact.mayEdit, (await getImpact(as(member), { key })).mayEdit]).toEqual([false, true]);
  });

  it("draw the band of incident and score instead of the milestones", async () => {
    const key = await newIncident();
    await milestone(key, "impact_started", await event(key, "09:40:00", "impact_started", "Impact starts"));
    expect((await incidentMetrics(as(viewer), { key })).band).toMatchObject([
      { kind: "outage", from: at("09:40:00").replace("Z", ".000Z") },
    ]);
    await add(key, "09:42:00", "09:51:00", 0.18);
    await add(key, "09:51:00", "10:29:00", 0.97, mail);
    const { band } = await incidentMetrics(as(viewer), { key });
    expect(band.map((part) => [part.kind, part.from.slice(11, 19), part.to?.slice(11, 19)])).toEqual([
      ["degraded", "09:42:00", "09:51:00"],
      ["outage", "09:51:00", "10:29:00"],
      ["restored", "10:29:00", undefined],
    ]);
    expect((await getIncident(as(viewer), { key })).band.map(({ kind }) => kind)).toEqual([
      "degraded",
      "outage",
      "restored",
    ]);
  });

  it("are changed against a version, removed and restored", async () => {
    const key = await newIncident();
    const made = await add(key, "09:42:00", null, 0.5);
    const changed = await changeWindow(as(member), {
      key,
      id: made.id,
      version: 1,
      to: at("10:00:00"),
      weight: 0.123456,
    });
    expect(changed).toMatchObject({ to: "2017-02-02T10:00:00.000Z", weight: 0.12346, version: 2 });
    await expect(changeWindow(as(member), { key, id: made.id, version: 1, weight: 1 })).rejects.toMatchObject({
      code: "conflict",
      details: { current: { weight: 0.12346, version: 2 } },
    });
    await changeWindow(as(member), { key, id: made.id, version: 2, removed: true });
    expect((await getImpact(as(viewer), { key })).windows).toEqual([]);
    await changeWindow(as(member), { key, id: made.id, version: 3, removed: false });
    expect((await getImpact(as(viewer), { key })).windows).toMatchObject([{ id: made.id, version: 4 }]);
    const audit = await database.prisma.auditEntry.findMany({
      where: { nounId: made.id },
      orderBy: [{ at: "asc" }, { id: "asc" }],
    });
    expect(audit.map(({ action }) => action).sort()).toEqual([
      "impact_window.added",
      "impact_window.changed",
      "impact_window.removed",
      "impact_window.restored",
    ]);
  });

  it("reject an end before the start, an unknown service, and people who can only read", async () => {
    const key = await newIncident();
    await expect(add(key, "10:00:00", "10:00:00", 1)).rejects.toMatchObject({ code: "invalid" });
    await expect(add(key, "10:00:00", "11:00:00", 1, crypto.randomUUID())).rejects.toMatchObject({ code: "invalid" });
    const made = await add(key, "10:00:00", "11:00:00", 1);
    await expect(
      changeWindow(as(member), { key, id: made.id, version: 1, from: at("12:00:00") }),
    ).rejects.toMatchObject({ code: "invalid" });
    await expect(
      addWindow(as(viewer), { key, serviceId: checkout, from: at("10:00:00"), to: null, weight: 1, ...window }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });

  it("are hidden with a restricted incident, and don't count in budgets of those who can't see it", async () => {
    const open = await newIncident();
    await add(open, "09:42:00", "10:00:00", 1);
    const secret = await newIncident(true);
    const hidden = await add(secret, "05:00:00", "06:00:00", 1);
    await expect(getImpact(as(viewer), { key: secret })).rejects.toMatchObject({ code: "not_found" });
    await expect(getResponse(as(viewer), { key: secret })).rejects.toMatchObject({ code: "not_found" });
    await expect(changeWindow(as(viewer), { key: secret, id: hidden.id, version: 1, weight: 0 })).rejects.toMatchObject(
      { code: "not_found" },
    );
    const left = async (actor: UserActor) =>
      (await getImpact(as(actor), { key: open })).services[0]?.budget.leftPercent ?? 0;
    expect((await left(viewer)) - (await left(member))).toBeCloseTo((3600 / 15552) * 100, 3);
    await expect(changeWindow(as(member), { key: open, id: hidden.id, version: 1, weight: 0 })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("proposals", () => {
  it("follow the milestones and can be accepted several at once, and only once", async () => {
    const key = await newIncident();
    await milestone(key, "impact_started", await event(key, "09:42:00", "impact_started", "Impact starts"));
    await milestone(key, "mitigated", await event(key, "10:22:10", "mitigated", "Mitigated"));
    await milestone(key, "resolved", await event(key, "10:29:00", "resolved", "Resolved"));
    const { proposals } = await getImpact(as(member), { key });
    expect(proposals.map(({ service, weight }) => [service.name, weight])).toEqual([
      ["Checkout", 1],
      ["Mail", 1],
      ["Checkout", 0.3],
      ["Mail", 0.3],
    ]);
    const chosen = proposals.filter(({ service }) => service.id === checkout).map((proposal) => proposal.key);
    const { windows } = await acceptProposals(as(member), { key, proposals: chosen });
    expect(windows).toMatchObject([
      { weight: 1, basis: "default", origin: "milestones" },
      { weight: 0.3, basis: "default", origin: "milestones" },
    ]);
    expect((await getImpact(as(member), { key })).proposals).toHaveLength(2);
    await expect(acceptProposals(as(member), { key, proposals: chosen })).rejects.toMatchObject({ code: "rule" });
    const [taken] = windows;
    if (!taken) throw new Error("a window is expected");
    const { id, version } = taken;
    const edited = await changeWindow(as(member), { key, id, version, weight: 0.4, from: at("09:41:00") });
    expect((await getImpact(as(member), { key })).proposals).toHaveLength(2);
    await changeWindow(as(member), { key, id, version: edited.version, removed: true });
    expect((await getImpact(as(member), { key })).proposals).toHaveLength(3);
  });
});

describe("several people at once", () => {
  it("rule out a change once, and each gets a response", async () => {
    const key = await newIncident();
    const eventId = await event(key, "09:40:00", "deploy_finished", "Deployed");
    const ruling = Array.from({ length: 5 }, () => ruleOut(as(member), { key, eventId, ruledOut: true }));
    expect((await Promise.allSettled(ruling)).map(({ status }) => status)).toEqual(Array(5).fill("fulfilled"));
    const trail = { action: "suspect.ruled_out", nounId: eventId };
    expect(await database.prisma.auditEntry.count({ where: trail })).toBe(1);
  });

  it("accept a proposal once, and measure a series once", async () => {
    const key = await newIncident();
    await milestone(key, "impact_started", await event(key, "09:42:00", "impact_started", "Impact starts"));
    await milestone(key, "resolved", await event(key, "10:29:00", "resolved", "Resolved"));
    const { proposals } = await getImpact(as(member), { key });
    const taken = proposals.filter(({ service }) => service.id === checkout).map((proposal) => proposal.key);
    const five = <Result>(step: () => Promise<Result>) => Promise.allSettled(Array.from({ length: 5 }, step));
    await five(() => acceptProposals(as(member), { key, proposals: taken }));
    expect((await getImpact(as(member), { key })).windows).toHaveLength(taken.length);
    const text = `time,declined,total\n${at("09:30:00")},3,600\n${at("09:40:00")},300,600\n${at("09:50:00")},3,600`;
    const series = await keepSeries(as(member), { key, title: "declines.csv", text });
    const rule = { key, id: series.id, serviceId: mail, thresholdPercent: 5, atLeastSeconds: 60 };
    await five(() => measureWindows(as(member), rule));
    expect((await getImpact(as(member), { key })).windows.filter(({ origin }) => origin === "series")).toHaveLength(1);
  });
});

describe("a measured series", () => {
  const rows = Array.from({ length: 480 }, (_, step) => {
    const clock = new Date(Date.parse(at("09:30:00")) + step * 10_000).toISOString();
    const declined = step < 72 ? 3 : step < 126 ? 108 : step < 313 ? 582 : step < 354 ? 126 : 3;
    return `${clock},${declined},600`;
  });
  const text = ["time,declined,total", ...rows].join("\n");

  it("is stored as evidence and becomes windows that name it, the same ones only once", async () => {
    const key = await newIncident();
    const series = await keepSeries(as(member), { key, title: "card-declines.csv", text });
    const rule = { key, id: series.id, serviceId: checkout, thresholdPercent: 5, atLeastSeconds: 60 };
    const { windows } = await measureWindows(as(member), rule);
    expect(windows.map(({ from, to, weight }) => [from.slice(11, 19), to?.slice(11, 19), weight])).toEqual([
      ["09:42:00", "09:51:00", 0.18],
      ["09:51:00", "10:22:10", 0.97],
      ["10:22:10", "10:29:00", 0.21],
    ]);
    expect(windows[1]).toMatchObject({ basis: "measured", origin: "series", seriesId: series.id });
    expect(windows[1]?.reason).toBe("card-declines.csv, 108,834 of 112,200");
    expect((await measureWindows(as(member), rule)).windows).toEqual([]);
    const kept = await changeSeries(as(member), { key, id: series.id, version: 1, title: "Declines" });
    await changeSeries(as(member), { key, id: series.id, version: kept.version, removed: true });
    const impact = await getImpact(as(viewer), { key });
    expect([impact.series.length, impact.windows.length]).toEqual([0, 3]);
  });

  it("rejects what isn't a series, and a threshold that is never exceeded", async () => {
    const key = await newIncident();
    await expect(keepSeries(as(member), { key, title: "x", text: "hello" })).rejects.toMatchObject({ code: "invalid" });
    const series = await keepSeries(as(member), { key, title: "card-declines.csv", text });
    await expect(
      measureWindows(as(member), { key, id: series.id, serviceId: checkout, thresholdPercent: 99, atLeastSeconds: 60 }),
    ).rejects.toMatchObject({ code: "rule" });
  });
});

describe("the response", () => {
  it("waits for no update after the end that the incident states, without windows and milestones", async () => {
    const key = await newIncident();
    await event(key, "09:59:00", "public_update", "We look into declined cards");
    const { measures } = await getResponse(as(viewer), { key });
    expect(measures.find(({ name }) => name === "cadence")).toMatchObject({
      seconds: 1800,
      to: { words: "impact ended" },
    });
  });

  it("has measures with both ends, counts of evidence, and suspects with a verdict", async () => {
    const key = await newIncident();
    const push = await event(
      key,
      "09:41:10",
      "config_changed",
      "Payment routing table pushed",
      "https://ci.example.com/7",
    );
    const deploy = await event(key, "09:12:20", "deploy_finished", "Deploy checkout-api 2017.02.02-2");
    await event(key, "06:00:00", "deploy_finished", "Deploy of the morning");
    await milestone(key, "impact_started", await event(key, "09:42:00", "impact_started", "Impact starts"));
    await event(key, "10:14:06", "rollback_started", "Roll back the routing table for payment");
    await event(key, "10:22:10", "rollback_finished", "Back in both regions");
    const response = await getResponse(as(viewer), { key });
    expect(Response.parse(response)).toEqual(response);
    expect(response.measures.find(({ name }) => name === "roll_back")).toMatchObject({
      seconds: 484,
      targetSeconds: 300,
    });
    expect(response.measures.find(({ name }) => name === "detect")).toMatchObject({
      seconds: null,
      to: { milestone: "detected" },
    });
    expect(response.evidence).toEqual({ entries: 6, withEvidence: 1, withoutEvidence: 5 });
    expect(response.suspects.map(({ eventId }) => eventId)).toEqual([push, deploy]);
    expect(response.suspects[0]?.reason).toContain(
      "50 s before. Doesn't name a service. The rollback at 10:14 UTC names this change.",
    );

    const after = await ruleOut(as(member), { key, eventId: push, ruledOut: true });
    expect(after.suspects.map(({ eventId, ruledOut }) => [eventId, ruledOut?.by?.name ?? null])).toEqual([
      [deploy, null],
      [push, "member"],
    ]);
    const back = await ruleOut(as(member), { key, eventId: push, ruledOut: false });
    expect(back.suspects[0]).toMatchObject({ eventId: push, ruledOut: null });
    await expect(ruleOut(as(viewer), { key, eventId: push, ruledOut: true })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
