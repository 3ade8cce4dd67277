import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { DAY_MS } from "#lib/base/time/spans.ts";
import { Delivery } from "#lib/contract/integration.ts";
import { createIncident, restrictIncident } from "#server/incidents/incident/index.ts";
import { listTimeline } from "#server/incidents/timeline/index.ts";
import { processDeliveries, purgeDeliveries } from "#server/intake/delivery/index.ts";
import {
  createIntegration,
  getDelivery,
  getIntegration,
  processAgain,
  rotateSecret,
  sendTest,
  updateIntegration,
} from "#server/intake/integration/index.ts";
import { attachIncoming } from "#server/intake/unassigned/index.ts";
import { alertmanagerBody } from "#server/testing/hook-world.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { alert, bearer, hookDesk, minutesAgo, ORIGIN, post } from "../testing/hook-desk.ts";

const desk = hookDesk();
const { connect, ctx, deliveriesOf, drain, job } = desk;

describe("the result of a delivery", () => {
  it("is events without an incident, events in an open one, and an end for a resolved alert", async () => {
    const { id, path, secret } = await connect("alertmanager");
    const started = minutesAgo(3);
    const firing = alert("w1", { service: "acme-mail" }, started);
    await post({ path, body: alertmanagerBody([firing, alert("w2")]), headers: bearer(secret) });
    await drain();
    const [waiting] = await deliveriesOf(id);
    expect(waiting).toMatchObject({
      state: "unassigned",
      unassigned: 2,
      summary: "2 events left unassigned, Acme Mail.",
    });
    const fields = { kind: "incident", resolvedAt: null, timeZone: "UTC", impactText: "", restricted: false } as const;
    const incident = await createIncident(ctx(), {
      ...fields,
      title: "Mail is late",
      severity: 2,
      serviceIds: [desk.serviceId],
      startedAt: minutesAgo(2),
    });
    await post({ path, body: alertmanagerBody([alert("w3", { service: "Acme Mail" })]), headers: bearer(secret) });
    await drain();
    const [joined] = await deliveriesOf(id);
    expect(joined).toMatchObject({
      state: "taken",
      created: 1,
      incidents: [incident.key],
      summary: `1 event joined ${incident.key}.`,
    });
    const ended = { ...firing, endsAt: minutesAgo(0) };
    await post({ path, body: alertmanagerBody([ended]), headers: bearer(secret) });
    await drain();
    const timeline = await listTimeline(ctx(), { key: incident.key, limit: 50, includeHidden: true });
    expect(timeline.items.map(({ source, endAt }) => [source.type, source.importId, endAt === null])).toEqual([
      ["alertmanager", null, false],
      ["alertmanager", null, true],
    ]);
    const detail = await getDelivery(ctx(), { id, deliveryId: waiting?.id ?? "" });
    expect(Delivery.parse(detail)).toEqual(detail);
    expect(detail.body).toContain('"fingerprint":"w1"');
    const figures = await getIntegration(ctx(), { id, origin: ORIGIN });
    expect(figures).toMatchObject({ state: "receiving", receivedIn7Days: 3, waiting: 1, becameEvents: 2 });
  });

  it("hides its text from an admin who can't read the incident", async () => {
    const { id, path, secret } = await connect("alertmanager");
    const member = await makeUser(desk.prisma, "member");
    const theirs = makeContext(desk.prisma, member);
    const fields = { kind: "incident", resolvedAt: null, timeZone: "UTC", impactText: "", restricted: false } as const;
    const story = {
      ...fields,
      title: "Keys leaked",
      severity: 1,
      serviceIds: [desk.serviceId],
      startedAt: minutesAgo(2),
    };
    const { key } = await createIncident(theirs, story);
    const send = async (name: string, service: string) => {
      await post({ path, body: alertmanagerBody([alert(name, { service })]), headers: bearer(secret) });
      await drain();
      return (await deliveriesOf(id))[0];
    };
    const byRule = await send("secret-by-rule", "Acme Mail");
    const byHand = await send("secret-by-hand", "nowhere");
    const open = await send("open-to-all", "nowhere");
    const waiting = await desk.prisma.incomingEvent.findFirstOrThrow({ where: { deliveryId: byHand?.id ?? "" } });
    await attachIncoming(theirs, { key, events: [{ id: waiting.id, version: waiting.version }] });
    await restrictIncident(theirs, { key, version: 1, restricted: true, userIds: [], teamIds: [] });
    const secretOf = async (row: { id: string } | undefined) => {
      const detail = await getDelivery(ctx(), { id, deliveryId: row?.id ?? "" });
      expect(Delivery.parse(detail)).toEqual(detail);
      return detail;
    };
    for (const row of [byRule, byHand])
      expect(await secretOf(row)).toMatchObject({
        ...{ hidden: true, title: null, body: "" },
        events: [],
        headers: {},
      });
    expect(JSON.stringify([await deliveriesOf(id), await secretOf(byRule), await secretOf(byHand)])).not.toMatch(
      new RegExp(`secret-by|${key}`),
    );
    expect(await secretOf(open)).toMatchObject({ hidden: false, body: expect.stringContaining("open-to-all") });
    await restrictIncident(theirs, { key, version: 2, restricted: false, userIds: [], teamIds: [] });
    expect(await secretOf(byRule)).toMatchObject({ hidden: false, body: expect.stringContaining("secret-by-rule") });
  });

  it("doubles nothing if processed again, even by two workers at once", async () => {
    const { id, path, secret } = await connect("alertmanager");
    const bodies = Array.from({ length: 60 }, (_, n) => alertmanagerBody([alert(`p${n}`, { service: "Acme Mail" })]));
    await Promise.all(bodies.map((body) => post({ path, body, headers: bearer(secret) })));
    await Promise.all([drain(), drain(), drain()]);
    const rows = await desk.prisma.incomingEvent.findMany({
      where: { integrationId: id },
      select: { eventId: true },
    });
    expect(new Set(rows.map(({ eventId }) => eventId)).size).toBe(60);
    const [row] = await deliveriesOf(id);
    const again = await processAgain(ctx(), { id, deliveryId: row?.id ?? "" });
    expect(again).toMatchObject({ state: "taken", created: 0, known: 1, attempts: 2 });
    expect(await desk.prisma.incomingEvent.count({ where: { integrationId: id } })).toBe(60);
  });

  it("fails with the reason if unreadable, once, and isn't tried again automatically", async () => {
    const { id, path, secret } = await connect("alertmanager");
    await post({ path, body: '{"hello":"world"}', headers: bearer(secret) });
    await drain();
    expect(await deliveriesOf(id)).toMatchObject([
      { state: "failed", rejected: 1, attempts: 1, error: expect.stringContaining("Couldn't read any of it") },
    ]);
    expect(await processDeliveries(job())).toBe(0);
  });

  it("is kept for a paused integration, which responds as before", async () => {
    const { id, path, secret, integration } = await connect("alertmanager");
    await updateIntegration(ctx(), { id, version: integration.version, paused: true, origin: ORIGIN });
    const answer = await post({ path, body: alertmanagerBody([alert("paused")]), headers: bearer(secret) });
    expect(answer.status).toBe(202);
    await drain();
    const [row] = await deliveriesOf(id);
    expect(row).toMatchObject({ state: "ignored", summary: "This integration was paused." });
    expect(await processAgain(ctx(), { id, deliveryId: row?.id ?? "" })).toMatchObject({ state: "unassigned" });
  });

  it("explains beforehand why no test can be sent, and rejects with the same message", async () => {
    const made = await createIntegration(ctx(), { source: "pagerduty", name: "eu", serviceId: null, origin: ORIGIN });
    const { id } = made.integration;
    expect(made).toMatchObject({
      secret: null,
      integration: {
        testRefusal: "It has no secret yet. Paste the one that PagerDuty created, then send a test.",
      },
    });
    await expect(sendTest(ctx(), { id, pool: desk.pool })).rejects.toMatchObject({
      code: "rule",
      details: { rule: "no_secret", message: made.integration.testRefusal },
    });
    const { integration } = await rotateSecret(ctx(), {
      ...{ id, secret: "a secret of theirs", endOldAtOnce: false, origin: ORIGIN },
    });
    expect(integration.testRefusal).toBeNull();
    expect(await sendTest(ctx(), { id, pool: desk.pool })).toMatchObject({ test: true });
  });

  it("is complete for a test, which writes nothing", async () => {
    for (const source of ["alertmanager", "github", "grafana", "deploy", "terraform"]) {
      const { id } = await connect(source);
      const sent = await sendTest(ctx(), { id, pool: desk.pool });
      expect(sent).toMatchObject({
        state: "taken",
        test: true,
        created: 0,
        summary: expect.stringContaining("Test received"),
      });
      expect(await desk.prisma.incomingEvent.count({ where: { integrationId: id } })).toBe(0);
      expect(await getIntegration(ctx(), { id, origin: ORIGIN })).toMatchObject({
        state: "never",
        lastDeliveryAt: null,
      });
    }
  });

  it("bodies are deleted after 30 days, and the last delivery stays as a date", async () => {
    const { id, path, secret } = await connect("alertmanager");
    for (const n of ["x1", "x2", "x3"]) {
      await post({ path, body: alertmanagerBody([alert(n)]), headers: bearer(secret) });
      await sleep(5);
    }
    await drain();
    const later = new Date(Date.now() + 31 * DAY_MS);
    await purgeDeliveries({ ...job(), now: () => later });
    const left = await desk.prisma.delivery.findMany({ where: { integrationId: id } });
    expect(left.map(({ body }) => body.length)).toEqual([0]);
    expect(await desk.prisma.incomingEvent.count({ where: { integrationId: id } })).toBe(3);
    expect(
      await getIntegration(
        ctx(() => later),
        { id, origin: ORIGIN },
      ),
    ).toMatchObject({ state: "silent", silentDays: 31 });
  });
});
