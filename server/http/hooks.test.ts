import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/access/actor.ts";
import { Delivery, DeliveryRow, Integration, IntegrationRow } from "#lib/contract/integration.ts";
import { stepsOf } from "#lib/integration/steps.ts";
import { type Database, openDatabase, shareDatabase } from "#server/db/client.ts";
import { hookRules } from "#server/hook/index.ts";
import { createIncident } from "#server/incident/index.ts";
import { processDeliveries, purgeDeliveries } from "#server/incoming/index.ts";
import {
  createIntegration,
  endSecret,
  getDelivery,
  getIntegration,
  listDeliveries,
  listIntegrations,
  processAgain,
  rotateSecret,
  sendTest,
  updateIntegration,
} from "#server/integration/index.ts";
import { createService } from "#server/service/index.ts";
import { alertmanagerBody, githubSignature } from "#server/testing/hook-world.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { listTimeline } from "#server/timeline/index.ts";
import { answerHook } from "./answer-hook.ts";
import { serveHook } from "./hooks.ts";

const ORIGIN = "https://afterword.example.com";
let database: TestDatabase;
let opened: Database;
let admin: UserActor;
let serviceId: string;
const ctx = (now?: () => Date) => makeContext(database.prisma, admin, now);
const job = () => makeContext(database.prisma, { kind: "system", label: "job" });

beforeAll(async () => {
  database = await testDatabase();
  opened = openDatabase(database.url, { poolSize: 5, logPoolSize: 4 });
  shareDatabase(opened);
  admin = await makeUser(database.prisma, "admin");
  const fields = { description: "", ownerTeamId: null, availabilityTarget: 99.8 };
  serviceId = (await createService(ctx(), { ...fields, name: "Acme Mail" })).id;
});
afterAll(async () => {
  shareDatabase(undefined);
  await opened.close();
  await database.close();
});

async function connect(source: string) {
  const made = await createIntegration(ctx(), { source, name: "production", serviceId: null, origin: ORIGIN });
  return {
    id: made.integration.id,
    path: made.integration.path,
    secret: made.secret ?? "",
    integration: made.integration,
  };
}

interface Post {
  path: string;
  body: string;
  headers?: Record<string, string>;
}
async function post({ path, body, headers = {} }: Post) {
  const [source = "", key = ""] = path.split("/").slice(-2);
  const request = new Request(`http://127.0.0.1:3000${path}`, { method: "POST", body, headers });
  const response = await serveHook(request, source, key.split("?")[0] ?? "");
  return { status: response.status, type: response.headers.get("content-type"), json: await response.json() };
}
const bearer = (secret: string) => ({ authorization: `Bearer ${secret}`, "content-type": "application/json" });
const at = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const alert = (fingerprint: string, more: Record<string, string> = {}, startsAt = at(1)) => ({
  fingerprint,
  labels: { alertname: "QueueDepthHigh", severity: "page", ...more },
  startsAt,
});
const drain = async () => {
  while ((await processDeliveries(job())) > 0);
};
const deliveriesOf = async (id: string) => (await listDeliveries(ctx(), { id, limit: 50 })).items;

describe("a request", () => {
  it("that is right is committed before it is answered with 202", async () => {
    const { id, path, secret } = await connect("alertmanager");
    const answer = await post({ path, body: alertmanagerBody([alert("a1")]), headers: bearer(secret) });
    expect(answer).toMatchObject({ status: 202, json: { delivery: expect.any(String), times: 1 } });
    const [row] = await deliveriesOf(id);
    expect(DeliveryRow.parse(row)).toMatchObject({ id: answer.json.delivery, state: "received", times: 1 });
  });

  it("with a wrong secret is 401, counted by day and reason, and nothing of it is kept", async () => {
    const { id, path, secret } = await connect("alertmanager");
    const wrong = await post({ path, body: "{}", headers: bearer(`${secret}x`) });
    expect(wrong).toMatchObject({ status: 401, type: "application/problem+json", json: { code: "unauthenticated" } });
    await Promise.all(Array.from({ length: 20 }, () => post({ path, body: "{}", headers: bearer("nonsense") })));
    await post({ path, body: "{}" });
    expect(await deliveriesOf(id)).toEqual([]);
    const integration = await getIntegration(ctx(), { id, origin: ORIGIN });
    expect(Integration.parse(integration)).toEqual(integration);
    expect(integration).toMatchObject({ state: "refused", needsYou: true, refusedToday: 22, refusedIn7Days: 22 });
    expect(integration.refusals.map(({ reason, count }) => [reason, count]).toSorted()).toEqual([
      ["no_signature", 1],
      ["wrong_signature", 21],
    ]);
    const listed = await listIntegrations(ctx(), { includeArchived: false });
    expect(listed.items[0]).toMatchObject({ id, needsYou: true });
    expect(IntegrationRow.parse(listed.items[0])).toEqual(listed.items[0]);
  });

  it("to an unknown, foreign or archived address is 404, all alike", async () => {
    const { id, path, secret, integration } = await connect("alertmanager");
    const body = alertmanagerBody([alert("gone")]);
    const foreign = path.replace("alertmanager", "grafana");
    await updateIntegration(ctx(), { id, version: integration.version, archived: true, origin: ORIGIN });
    const answers = await Promise.all(
      [path, foreign, "/api/v1/hooks/alertmanager/nothing", "/api/v1/hooks/constructor/x"].map((one) =>
        post({ path: one, body, headers: bearer(secret) }),
      ),
    );
    for (const answer of answers) expect(answer).toMatchObject({ status: 404, json: answers[0]?.json });
  });

  it("of more than 5 MB is 413", async () => {
    const { path, secret } = await connect("alertmanager");
    const body = "x".repeat(5 * 1024 * 1024 + 1);
    expect((await post({ path, body, headers: bearer(secret) })).status).toBe(413);
  });

  it("that comes again is the same delivery, by its id or else by its body", async () => {
    const hub = await connect("github");
    const body = JSON.stringify({ zen: "Keep it logically awesome.", hook_id: 1 });
    const headers = {
      "x-hub-signature-256": githubSignature(body, hub.secret),
      "x-github-delivery": "72d3162e-cc78-11e3-81ab-4c9367dc0958",
      "x-github-event": "ping",
    };
    const first = await post({ path: hub.path, body, headers });
    const again = await Promise.all(Array.from({ length: 5 }, () => post({ path: hub.path, body, headers })));
    expect(again.map(({ json }) => json.delivery)).toEqual(Array(5).fill(first.json.delivery));
    expect(await deliveriesOf(hub.id)).toMatchObject([
      { times: 6, state: "ignored", summary: "GitHub's ping: the connection works." },
    ]);

    const manager = await connect("alertmanager");
    const alerts = alertmanagerBody([alert("same")]);
    await post({ path: manager.path, body: alerts, headers: bearer(manager.secret) });
    const second = await post({ path: manager.path, body: alerts, headers: bearer(manager.secret) });
    expect(second).toMatchObject({ status: 202, json: { times: 2 } });
  });

  it("of Slack's check is answered with its challenge", async () => {
    const secret = "8f742231b10e8888abcd99yyyzzz85a5";
    const { id, path } = await connect("slack");
    await rotateSecret(ctx(), { id, secret, endOldAtOnce: false, origin: ORIGIN });
    const body = JSON.stringify({ type: "url_verification", challenge: "3eZbrw1aB" });
    const headers = hookRules("slack")?.scheme.sign(new TextEncoder().encode(body), secret, Date.now()) ?? {};
    expect(await post({ path, body, headers })).toMatchObject({ status: 200, json: { challenge: "3eZbrw1aB" } });
  });
});

describe("secrets", () => {
  it("are shown once, kept sealed, and never told to the audit trail", async () => {
    const { id, secret } = await connect("alertmanager");
    expect(secret).toMatch(/^aw_hook_/);
    const [row] = await database.prisma.integrationSecret.findMany({ where: { integrationId: id } });
    expect(Buffer.from(row?.sealed ?? []).toString("latin1")).not.toContain(secret.slice(8));
    expect(JSON.stringify(await getIntegration(ctx(), { id, origin: ORIGIN }))).not.toContain(secret);
    await rotateSecret(ctx(), { id, secret: "pasted-secret-1", endOldAtOnce: true, origin: ORIGIN });
    const trail = await database.prisma.auditEntry.findMany({ where: { nounId: id } });
    expect(trail.map(({ action }) => action)).toEqual(["integration.created", "integration.secret_rotated"]);
    expect(JSON.stringify(trail)).not.toMatch(/aw_hook_|pasted-secret/);
  });

  it("rotate with an overlap of 24 hours, which can be ended at once", async () => {
    const { id, path, secret: old } = await connect("alertmanager");
    const rotated = await rotateSecret(ctx(), { id, endOldAtOnce: false, origin: ORIGIN });
    const status = async (secret: string, n: string) =>
      (await post({ path, body: alertmanagerBody([alert(n)]), headers: bearer(secret) })).status;
    expect([await status(old, "o1"), await status(rotated.secret ?? "", "o2")]).toEqual([202, 202]);
    const [current, before] = rotated.integration.secrets;
    expect(current).toMatchObject({ current: true, expiresAt: null, hint: rotated.secret?.slice(-4) });
    expect(Date.parse(before?.expiresAt ?? "") - Date.now()).toBeGreaterThan(23.9 * 3_600_000);
    await endSecret(ctx(), { id, secretId: before?.id ?? "", origin: ORIGIN });
    expect([await status(old, "o3"), await status(rotated.secret ?? "", "o4")]).toEqual([401, 202]);
    const last = await rotateSecret(ctx(), { id, endOldAtOnce: true, origin: ORIGIN });
    expect([await status(rotated.secret ?? "", "o5"), await status(last.secret ?? "", "o6")]).toEqual([401, 202]);
  });

  it("of a tool that makes its own are pasted, and nothing is taken before", async () => {
    const { id, path, secret, integration } = await connect("pagerduty");
    expect([secret, integration.secrets]).toEqual(["", []]);
    expect((await post({ path, body: "{}", headers: { "x-pagerduty-signature": "v1=00" } })).status).toBe(401);
    await expect(rotateSecret(ctx(), { id, endOldAtOnce: false, origin: ORIGIN })).rejects.toMatchObject({
      code: "invalid",
    });
    const pasted = await rotateSecret(ctx(), { id, secret: "pd-signing-secret", endOldAtOnce: false, origin: ORIGIN });
    expect(pasted).toMatchObject({ secret: null, integration: { secrets: [{ hint: "cret", current: true }] } });
  });
});

describe("what comes of it", () => {
  it("events wait without an incident, join one that is open, and a resolved alert adds its end", async () => {
    const { id, path, secret } = await connect("alertmanager");
    const started = at(3);
    const firing = alert("w1", { service: "acme-mail" }, started);
    await post({ path, body: alertmanagerBody([firing, alert("w2")]), headers: bearer(secret) });
    await drain();
    const [waiting] = await deliveriesOf(id);
    expect(waiting).toMatchObject({
      state: "unassigned",
      unassigned: 2,
      summary: "2 events wait in the inbox of Acme Mail.",
    });
    const fields = { kind: "incident", resolvedAt: null, timeZone: "UTC", impactText: "", restricted: false } as const;
    const incident = await createIncident(ctx(), {
      ...fields,
      title: "Mail is late",
      severity: 2,
      serviceIds: [serviceId],
      startedAt: at(2),
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
    const ended = { ...firing, endsAt: at(0) };
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

  it("processing again, and by two workers at a time, doubles nothing", async () => {
    const { id, path, secret } = await connect("alertmanager");
    const bodies = Array.from({ length: 60 }, (_, n) => alertmanagerBody([alert(`p${n}`, { service: "Acme Mail" })]));
    await Promise.all(bodies.map((body) => post({ path, body, headers: bearer(secret) })));
    await Promise.all([drain(), drain(), drain()]);
    const rows = await database.prisma.incomingEvent.findMany({
      where: { integrationId: id },
      select: { eventId: true },
    });
    expect(new Set(rows.map(({ eventId }) => eventId)).size).toBe(60);
    const [row] = await deliveriesOf(id);
    const again = await processAgain(ctx(), { id, deliveryId: row?.id ?? "" });
    expect(again).toMatchObject({ state: "taken", created: 0, known: 1, attempts: 2 });
    expect(await database.prisma.incomingEvent.count({ where: { integrationId: id } })).toBe(60);
  });

  it("what is not readable fails with the reason, once, and is tried no more by itself", async () => {
    const { id, path, secret } = await connect("alertmanager");
    await post({ path, body: '{"hello":"world"}', headers: bearer(secret) });
    await drain();
    expect(await deliveriesOf(id)).toMatchObject([
      { state: "failed", rejected: 1, attempts: 1, error: expect.stringContaining("Nothing in it could be read") },
    ]);
    expect(await processDeliveries(job())).toBe(0);
  });

  it("a paused integration answers as ever and keeps what comes aside", async () => {
    const { id, path, secret, integration } = await connect("alertmanager");
    await updateIntegration(ctx(), { id, version: integration.version, paused: true, origin: ORIGIN });
    const answer = await post({ path, body: alertmanagerBody([alert("paused")]), headers: bearer(secret) });
    expect(answer.status).toBe(202);
    await drain();
    const [row] = await deliveriesOf(id);
    expect(row).toMatchObject({ state: "ignored", summary: "This integration was paused." });
    expect(await processAgain(ctx(), { id, deliveryId: row?.id ?? "" })).toMatchObject({ state: "unassigned" });
  });

  it("says beforehand why no test can be sent, and refuses with the same words", async () => {
    const made = await createIntegration(ctx(), { source: "pagerduty", name: "eu", serviceId: null, origin: ORIGIN });
    const { id } = made.integration;
    expect(made).toMatchObject({
      secret: null,
      integration: {
        testRefusal: "It has no secret yet: paste the one that PagerDuty made, then a test can be signed",
      },
    });
    await expect(sendTest(ctx(), { id, pool: opened.logPool })).rejects.toMatchObject({
      code: "rule",
      details: { rule: "no_secret", message: made.integration.testRefusal },
    });
    const { integration } = await rotateSecret(ctx(), {
      ...{ id, secret: "a secret of theirs", endOldAtOnce: false, origin: ORIGIN },
    });
    expect(integration.testRefusal).toBeNull();
    expect(await sendTest(ctx(), { id, pool: opened.logPool })).toMatchObject({ test: true });
  });

  it("a test goes the whole way and writes nothing", async () => {
    for (const source of ["alertmanager", "github", "grafana", "deploy", "terraform"]) {
      const { id } = await connect(source);
      const sent = await sendTest(ctx(), { id, pool: opened.logPool });
      expect(sent).toMatchObject({
        state: "taken",
        test: true,
        created: 0,
        summary: expect.stringContaining("A test"),
      });
      expect(await database.prisma.incomingEvent.count({ where: { integrationId: id } })).toBe(0);
      expect(await getIntegration(ctx(), { id, origin: ORIGIN })).toMatchObject({
        state: "never",
        lastDeliveryAt: null,
      });
    }
  });

  it("bodies are deleted after 30 days; the last delivery stays as a date", async () => {
    const { id, path, secret } = await connect("alertmanager");
    for (const n of ["x1", "x2", "x3"]) {
      await post({ path, body: alertmanagerBody([alert(n)]), headers: bearer(secret) });
      await sleep(5);
    }
    await drain();
    const later = new Date(Date.now() + 31 * 86_400_000);
    await purgeDeliveries({ ...job(), now: () => later });
    const left = await database.prisma.delivery.findMany({ where: { integrationId: id } });
    expect(left.map(({ body }) => body.length)).toEqual([0]);
    expect(await database.prisma.incomingEvent.count({ where: { integrationId: id } })).toBe(3);
    expect(
      await getIntegration(
        ctx(() => later),
        { id, origin: ORIGIN },
      ),
    ).toMatchObject({ state: "silent", silentDays: 31 });
  });
});

/** The address on a real port, over real sockets, for as long as `work` takes. */
async function onPort<Result>(work: (origin: string) => Promise<Result>): Promise<Result> {
  const server = createServer((incoming, outgoing) => {
    void answerHook(incoming, outgoing).then((isHook) => isHook || outgoing.writeHead(404).end());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.close();
  }
}

const shell = (script: string, cwd: string) =>
  new Promise<{ code: number; out: string }>((resolve) => {
    execFile("bash", ["-c", script], { cwd }, (error, stdout) => resolve({ code: error ? 1 : 0, out: stdout }));
  });

describe("over a socket", () => {
  it("answers deliveries, leaves all else to the pages, and reads no more than 5 MB", async () => {
    const { path, secret } = await connect("alertmanager");
    await onPort(async (origin) => {
      const send = (to: string, body: string, method = "POST") =>
        fetch(origin + to, { method, headers: bearer(secret), ...(method === "POST" ? { body } : {}) });
      const answer = await send(path, alertmanagerBody([alert("socket")]));
      expect([answer.status, await answer.json()]).toEqual([202, { delivery: expect.any(String), times: 1 }]);
      expect((await send(`${path}?secret=x`, "{}")).status).toBe(202);
      expect((await send("/api/v1/incidents", "{}")).status).toBe(404);
      const read = await send(path, "", "GET");
      expect([read.status, read.headers.get("allow")]).toEqual([405, "POST"]);
      const large = await send(path, "x".repeat(6 * 1024 * 1024)).catch(() => null);
      expect(large?.status ?? 413).toBe(413);
    });
  });
});

describe("the lines to paste", () => {
  it("of the deploy hook and of any other tool sign what they send", async () => {
    const deploy = await connect("deploy");
    const generic = await connect("generic");
    const folder = mkdtempSync(join(tmpdir(), "afterword-hooks-"));
    writeFileSync(join(folder, "alerts.json"), `${alertmanagerBody([alert("curl")])}\n`);
    await onPort(async (origin) => {
      for (const { path, secret } of [deploy, generic]) {
        const name = path.split("/").at(-2) ?? "";
        const [line] = stepsOf(name, { url: origin + path, secret }).flatMap(({ code }) => code ?? []);
        const { code, out } = await shell(line ?? "false", folder);
        expect([code, JSON.parse(out)]).toEqual([0, { delivery: expect.any(String), times: 1 }]);
      }
    });
    rmSync(folder, { recursive: true });
    await drain();
    expect(await deliveriesOf(deploy.id)).toMatchObject([
      { state: "unassigned", title: "Deploy of checkout 1.42.0 to production finished" },
    ]);
    expect(await deliveriesOf(generic.id)).toMatchObject([
      { state: "unassigned", title: expect.stringContaining("QueueDepthHigh") },
    ]);
  });
});

it("is the administrators' alone", async () => {
  const tpm = makeContext(database.prisma, await makeUser(database.prisma, "tpm"));
  await expect(listIntegrations(tpm, { includeArchived: false })).rejects.toMatchObject({ code: "forbidden" });
  const { id } = await connect("alertmanager");
  await expect(getIntegration(tpm, { id, origin: ORIGIN })).rejects.toMatchObject({ code: "forbidden" });
  await expect(sendTest(tpm, { id, pool: opened.logPool })).rejects.toMatchObject({ code: "forbidden" });
});
