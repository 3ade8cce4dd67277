import { describe, expect, it } from "vitest";
import { DeliveryRow, Integration, IntegrationRow } from "#lib/contract/integration.ts";
import {
  endSecret,
  getIntegration,
  listIntegrations,
  rotateSecret,
  sendTest,
  updateIntegration,
} from "#server/intake/integration/index.ts";
import { hookRules } from "#server/intake/webhook/index.ts";
import { alertmanagerBody, githubSignature } from "#server/testing/hook-world.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { alert, bearer, hookDesk, ORIGIN, post } from "../testing/hook-desk.ts";

const desk = hookDesk();
const { connect, ctx, deliveriesOf } = desk;

describe("a request", () => {
  it("that is valid is committed before its 202 response", async () => {
    const { id, path, secret } = await connect("alertmanager");
    const answer = await post({ path, body: alertmanagerBody([alert("a1")]), headers: bearer(secret) });
    expect(answer).toMatchObject({ status: 202, json: { delivery: expect.any(String), times: 1 } });
    const [row] = await deliveriesOf(id);
    expect(DeliveryRow.parse(row)).toMatchObject({ id: answer.json.delivery, state: "received", times: 1 });
  });

  it("with a wrong secret returns 401, counted by day and reason, and nothing of it is stored", async () => {
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

  it("to an unknown, foreign or archived URL returns the same 404", async () => {
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

  it("of more than 5 MB returns 413", async () => {
    const { path, secret } = await connect("alertmanager");
    const body = "x".repeat(5 * 1024 * 1024 + 1);
    expect((await post({ path, body, headers: bearer(secret) })).status).toBe(413);
  });

  it("that is repeated is the same delivery, by its id or else by its body", async () => {
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
      { times: 6, state: "ignored", summary: "GitHub's ping received. The connection works." },
    ]);

    const manager = await connect("alertmanager");
    const alerts = alertmanagerBody([alert("same")]);
    await post({ path: manager.path, body: alerts, headers: bearer(manager.secret) });
    const second = await post({ path: manager.path, body: alerts, headers: bearer(manager.secret) });
    expect(second).toMatchObject({ status: 202, json: { times: 2 } });
  });

  it("of Slack's check gets its challenge back", async () => {
    const secret = "8f742231b10e8888abcd99yyyzzz85a5";
    const { id, path } = await connect("slack");
    await rotateSecret(ctx(), { id, secret, endOldAtOnce: false, origin: ORIGIN });
    const body = JSON.stringify({ type: "url_verification", challenge: "3eZbrw1aB" });
    const headers = hookRules("slack")?.scheme.sign(new TextEncoder().encode(body), secret, Date.now()) ?? {};
    expect(await post({ path, body, headers })).toMatchObject({ status: 200, json: { challenge: "3eZbrw1aB" } });
  });
});

describe("secrets", () => {
  it("are shown once, stored encrypted, and never written to the audit log", async () => {
    const { id, secret } = await connect("alertmanager");
    expect(secret).toMatch(/^aw_hook_/);
    const [row] = await desk.prisma.integrationSecret.findMany({ where: { integrationId: id } });
    expect(Buffer.from(row?.sealed ?? []).toString("latin1")).not.toContain(secret.slice(8));
    expect(JSON.stringify(await getIntegration(ctx(), { id, origin: ORIGIN }))).not.toContain(secret);
    await rotateSecret(ctx(), { id, secret: "pasted-secret-1", endOldAtOnce: true, origin: ORIGIN });
    const trail = await desk.prisma.auditEntry.findMany({ where: { nounId: id } });
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

  it("of a tool that creates its own are pasted, and nothing is accepted before", async () => {
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

it("lets only admins manage integrations", async () => {
  const tpm = makeContext(desk.prisma, await makeUser(desk.prisma, "tpm"));
  await expect(listIntegrations(tpm, { includeArchived: false })).rejects.toMatchObject({ code: "forbidden" });
  const { id } = await connect("alertmanager");
  await expect(getIntegration(tpm, { id, origin: ORIGIN })).rejects.toMatchObject({ code: "forbidden" });
  await expect(sendTest(tpm, { id, pool: desk.pool })).rejects.toMatchObject({ code: "forbidden" });
});
