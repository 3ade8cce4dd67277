import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Presence } from "#lib/contract/presence.ts";
import { createIncident, restrictIncident } from "#server/incidents/incident/index.ts";
import { sayHere } from "#server/incidents/presence/index.ts";
import { addEvent } from "#server/incidents/timeline/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { makeToken } from "#server/testing/make-token.ts";
import { sharedDatabase } from "#server/testing/test-database.ts";
import { serveRest } from "./api/rest.ts";
import { serveChanges } from "./changes.ts";

const database = sharedDatabase();
let server: Server;
let origin: string;
let key: string;
/** Adds an event to the incident. */
let EVENT: string;
const ROLES = ["member", "facilitator", "viewer"] as const;
const tokens: Record<string, string> = {};

/** The API and the stream of changes on a separate port. */
async function listen(): Promise<void> {
  server = createServer(async (request, response) => {
    const parts: Uint8Array[] = [];
    for await (const part of request) parts.push(part);
    const body = parts.length > 0 ? Buffer.concat(parts) : null;
    const asked = new Request(`${origin}${request.url}`, {
      method: request.method ?? "GET",
      headers: request.headers as Record<string, string>,
      body,
    });
    const answer = request.url?.startsWith("/api/changes") ? await serveChanges(asked) : await serveRest(asked);
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    for await (const part of answer.body ?? []) response.write(part);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  for (const role of ROLES) {
    const { id } = await makeUser(database.prisma, role);
    tokens[role] = await makeToken(database.prisma, id, ["read", "write"]);
  }
  const maker = makeContext(database.prisma, await makeUser(database.prisma, "tpm"));
  const fields = { kind: "incident", serviceIds: [], resolvedAt: null, timeZone: "UTC", impactText: "" } as const;
  ({ key } = await createIncident(maker, { ...fields, serviceIds: [], title: "Open", severity: 2, restricted: false }));
  EVENT = (await addEvent(maker, { key, at: null, precision: "unknown", kind: "observation", title: "x", body: "" }))
    .id;
  await listen();
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
});

const as = (role: string) => ({ authorization: `Bearer ${tokens[role]}`, "content-type": "application/json" });
const say = async (role: string, words: { screen: string; eventId?: string | null; here?: boolean }, of = key) => {
  const body = JSON.stringify(words);
  const answer = await fetch(`${origin}/api/v1/incidents/${of}/presence`, { method: "PUT", headers: as(role), body });
  return { status: answer.status, people: ((await answer.json()) as Presence).people };
};
const screens = { member: crypto.randomUUID(), facilitator: crypto.randomUUID(), viewer: crypto.randomUUID() };

describe("people on an incident", () => {
  it("are reported by each screen, sent to the others over the stream, and removed with a last report", async () => {
    const leaving = new AbortController();
    const stream = await fetch(`${origin}/api/changes`, { headers: as("facilitator"), signal: leaving.signal });
    let heard = "";
    const listening = (async () => {
      for await (const part of stream.body ?? []) heard += new TextDecoder().decode(part);
    })().catch(() => undefined);
    await say("facilitator", { screen: screens.facilitator });
    heard = "";
    expect((await say("member", { screen: screens.member, eventId: EVENT })).people).toMatchObject([
      { name: "facilitator", eventIds: [] },
      { name: "member", eventIds: [EVENT] },
    ]);
    await expect.poll(() => heard).toContain('"noun":"presence"');
    heard = "";
    expect((await say("member", { screen: screens.member, here: false })).people).toHaveLength(1);
    await expect.poll(() => heard).toContain('"noun":"presence"');
    leaving.abort();
    await listening;
    await say("facilitator", { screen: screens.facilitator, here: false });
  });

  it("have no event if they can't edit it, and nothing is stored or audited", async () => {
    const before = await database.prisma.auditEntry.count();
    const outbox = await database.prisma.outboxEvent.count();
    const { people } = await say("viewer", { screen: screens.viewer, eventId: EVENT });
    expect(people).toMatchObject([{ name: "viewer", eventIds: [] }]);
    expect(await database.prisma.auditEntry.count()).toBe(before);
    expect(await database.prisma.outboxEvent.count()).toBe(outbox);
    await say("viewer", { screen: screens.viewer, here: false });
  });

  it("have no event that the incident doesn't have", async () => {
    for (const role of ["member", "viewer"]) {
      const { status } = await say(role, { screen: screens.member, eventId: crypto.randomUUID() });
      expect(status).toBe(404);
    }
  });

  it("are hidden with a restricted incident, and never include the server itself", async () => {
    const maker = makeContext(database.prisma, await makeUser(database.prisma, "member"));
    const fields = { kind: "incident", resolvedAt: null, timeZone: "UTC", impactText: "", restricted: false } as const;
    const secret = await createIncident(maker, { ...fields, serviceIds: [], title: "Secret", severity: 1 });
    await restrictIncident(maker, { key: secret.key, version: 1, restricted: true, userIds: [], teamIds: [] });
    expect((await say("facilitator", { screen: screens.facilitator }, secret.key)).status).toBe(404);
    const read = await fetch(`${origin}/api/v1/incidents/${secret.key}/presence`, { headers: as("facilitator") });
    expect(read.status).toBe(404);
    const job = makeContext(database.prisma, { kind: "system", label: "job" });
    const word = { key, screen: screens.member, eventId: null, here: true };
    await expect(sayHere(job, word)).rejects.toMatchObject({ code: "forbidden" });
  });
});
