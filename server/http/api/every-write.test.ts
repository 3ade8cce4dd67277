import { afterAll, describe, expect, it } from "vitest";
import { isLabelled } from "#lib/across/audit/recorded-fields.ts";
import { contract } from "#lib/contract/index.ts";
import { closeWorkers } from "#server/base/worker/index.ts";
import { incidentWrites } from "../testing/incident-writes.ts";
import { reviewWrites } from "../testing/review-writes.ts";
import { ACCESS, UNRECORDED, UNSHOWN } from "../testing/unrecorded-writes.ts";
import type { OperationName } from "../testing/who-may.ts";
import { PASSWORD, type WriteStep, writeDesk } from "../testing/write-desk.ts";

const desk = writeDesk();
afterAll(closeWorkers);
const { api, id, keep, keepId, waiting, rule, integration, newSession, deliver } = desk;

const calendar = () => ({ id: id("calendar"), version: 1, timeZone: "UTC" });
const secretOf = (url: string) => url.slice(url.lastIndexOf("/") + 1);

const DEADLINE = {
  key: "report",
  name: "Report",
  after: { event: "detected" },
  length: { count: 1, unit: "days" },
} as const;

/** One write of every operation, in an order in which each can succeed. Anything else it needs is created first. */
const STORY: WriteStep[] = [
  ["me.update", () => api.me.update({ timeZone: "Europe/Dublin" })],
  ["me.changePassword", () => api.me.changePassword({ current: PASSWORD, next: "a newer long password" })],
  ["me.endSession", () => api.me.endSession({ id: id("session") }), async () => keepId("session")(await newSession())],
  ["me.signOutEverywhere", () => api.me.signOutEverywhere(), newSession],
  ["token.create", async () => keepId("token")(await api.token.create({ name: "CI", scopes: ["read"] }))],
  ["token.revoke", () => api.token.revoke({ id: id("token") })],
  ["member.update", () => api.member.update({ id: desk.other.id, version: 1, name: "Benjamin" })],
  ["member.resetLink", async () => keep("reset", secretOf((await api.member.resetLink({ id: desk.other.id })).url))],
  ["entry.resetPassword", () => api.entry.resetPassword({ token: id("reset"), password: "quite another long one" })],
  [
    "member.invite",
    async () => keep("invited", secretOf((await api.member.invite({ email: "cy@example.com", role: "member" })).url)),
  ],
  [
    "entry.acceptInvitation",
    () => api.entry.acceptInvitation({ token: id("invited"), name: "Cy", password: "one more long password" }),
  ],
  [
    "member.revokeInvitation",
    () => api.member.revokeInvitation({ id: id("invitation") }),
    async () => keepId("invitation")(await api.member.invite({ email: "dee@example.com", role: "member" })),
  ],
  [
    "savedView.create",
    async () => keepId("view")(await api.savedView.create({ name: "Late", scope: "everybody", query: "view=late" })),
  ],
  ["savedView.update", () => api.savedView.update({ id: id("view"), version: 1, name: "Very late" })],
  ["calendarFeed.create", async () => keepId("feed")(await api.calendarFeed.create({ viewId: id("view") }))],
  ["calendarFeed.revoke", () => api.calendarFeed.revoke({ id: id("feed") })],
  [
    "channel.create",
    async () =>
      keepId("channel")(await api.channel.create({ name: "#ops", url: "https://hooks.example/x", kinds: ["ladder"] })),
  ],
  ["channel.update", () => api.channel.update({ id: id("channel"), version: 1, name: "#all" })],
  [
    "delivery.retry",
    () => api.delivery.retry({ id: id("delivery") }),
    async () => keepId("delivery")(await desk.waitingPost(id("channel"))),
  ],
  ["walk.start", async () => keepId("walk")(await api.walk.start({ today: "2026-11-30" }))],
  [
    "walk.decide",
    async () => {
      const { lines } = await api.walk.decide({ id: id("walk"), given: { outcome: "note", reason: "Present: Ada" } });
      keep("line", lines.at(-1)?.id ?? "");
    },
  ],
  ["walk.undo", () => api.walk.undo({ id: id("walk"), lineId: id("line") })],
  ["walk.end", () => api.walk.end({ id: id("walk") })],
  ["team.create", async () => keepId("team")(await api.team.create({ name: "Post", memberIds: [desk.other.id] }))],
  ["team.update", () => api.team.update({ id: id("team"), version: 1, name: "Post office" })],
  ["service.create", async () => keepId("service")(await api.service.create({ name: "Mail", availabilityTarget: 99 }))],
  ["service.propose", () => api.service.propose({ name: "Search" })],
  ["service.update", () => api.service.update({ id: id("service"), version: 1, name: "Mail relay" })],
  [
    "calendar.create",
    async () =>
      keepId("calendar")(await api.calendar.create({ teamId: id("team"), timeZone: "UTC", workingDays: [1] })),
  ],
  ["calendar.update", () => api.calendar.update({ ...calendar(), workingDays: [1, 2] })],
  ["calendar.remove", () => api.calendar.remove({ id: id("calendar"), version: 2 })],
  [
    "policy.save",
    () => api.policy.save({ name: "Everything", scope: {}, values: { effectDays: 60, deadlines: [DEADLINE] } }),
  ],
  ...incidentWrites(desk),
  ...reviewWrites(desk),
  [
    "integration.create",
    async () =>
      keepId("integration")((await api.integration.create({ source: "alertmanager", name: "x" })).integration),
  ],
  ["integration.update", async () => api.integration.update({ ...(await integration()), name: "production" })],
  ["integration.rotateSecret", () => api.integration.rotateSecret({ id: id("integration") })],
  [
    "integration.endSecret",
    async () => {
      const { secrets } = await api.integration.get({ id: id("integration") });
      return api.integration.endSecret({ id: id("integration"), secretId: secrets.at(-1)?.id ?? "" });
    },
  ],
  [
    "integration.sendTest",
    () => api.integration.sendTest({ id: id("integration") }),
    () => api.integration.rotateSecret({ id: id("integration") }),
  ],
  [
    "integration.processAgain",
    () => api.integration.processAgain({ id: id("integration"), deliveryId: id("delivery") }),
    deliver,
  ],
  ["incoming.dismiss", async () => api.incoming.dismiss({ events: await waiting("waiting") })],
  ["incoming.restore", async () => api.incoming.restore({ events: await waiting("dismissed") })],
  ["incoming.attach", async () => api.incoming.attach({ key: id("incident"), events: await waiting("waiting") })],
  ["incoming.detach", async () => api.incoming.detach({ events: await waiting("attached") })],
  [
    "routing.create",
    async () =>
      keepId("rule")(
        (await api.routing.create({ integrationId: id("integration"), outcome: "wait", apply: false })).rule,
      ),
  ],
  ["routing.update", async () => api.routing.update({ ...(await rule()), enabled: false, apply: false })],
  ["routing.move", async () => api.routing.move({ ...(await rule()), position: 1 })],
  ["routing.remove", () => api.routing.remove({ integrationId: id("integration"), id: id("rule") })],
  ["routing.restore", () => api.routing.restore({ integrationId: id("integration"), id: id("rule") })],
  ["demo.remove", () => api.demo.remove()],
];

const WRITES = Object.entries(contract).flatMap(([noun, operations]) =>
  Object.entries(operations).flatMap(([name, operation]) => {
    const { method } = (operation as { "~orpc": { route: { method?: string } } })["~orpc"].route;
    return method === "GET" ? [] : [`${noun}.${name}` as OperationName];
  }),
);

describe("every operation that writes", () => {
  it("has a step here, or a reason why it leaves nothing", () => {
    const known = [...STORY.map(([name]) => name), ...(Object.keys(UNRECORDED) as OperationName[])];
    expect(known.sort(), "add the operation to STORY").toEqual(WRITES.sort());
  });

  it.each(STORY)("leaves its user in the audit log, and notifies open screens: %s", async (name, run, prepare) => {
    await prepare?.();
    const { prisma } = desk;
    const [entries, told] = [await prisma.auditEntry.count(), { where: { topic: "record.changed" } }];
    const heard = await prisma.outboxEvent.count(told);
    const access = { where: { topic: "access.changed" } };
    const checked = await prisma.outboxEvent.count(access);
    await run();
    const count = (await prisma.auditEntry.count()) - entries;
    const recorded = await prisma.auditEntry.findMany({ orderBy: { id: "desc" }, take: count });
    const fields = recorded.flatMap(({ before, after }) => [...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
    expect(
      [...new Set(fields)].filter((field) => !isLabelled(field)),
      "fields without a label",
    ).toEqual([]);
    expect(await prisma.auditEntry.count(), "entries of the audit").toBeGreaterThan(entries);
    if (name in UNSHOWN) expect(await prisma.outboxEvent.count(told), UNSHOWN[name]).toBe(heard);
    else expect(await prisma.outboxEvent.count(told), "events for open screens").toBeGreaterThan(heard);
    if (ACCESS.has(name)) expect(await prisma.outboxEvent.count(access), "checks of access").toBeGreaterThan(checked);
  });
});
