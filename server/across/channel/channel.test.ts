import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { listDeliveries, retryDelivery } from "#server/across/delivery/index.ts";
import { unrecorded } from "#server/base/kernel/record.ts";
import { tellChannels } from "#server/base/kernel/tell-channels.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { OutboxRelay } from "#server/base/outbox/index.ts";
import { readConfig } from "#server/base/process/config.ts";
import { createIncident, restrictIncident } from "#server/incidents/incident/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { createChannel, listChannels, sendPost, testChannel, updateChannel } from "./index.ts";

let database: TestDatabase;
let admin: UserActor;
let receiver: Server;
let answers: number[];
const received: { path: string; text: string }[] = [];
const as = (actor: UserActor) => makeContext(database.prisma, actor);
const job = () => makeContext(database.prisma, { kind: "system", label: "job" });
const settings = (env: Record<string, string>) => Object.assign(globalThis, { afterwordConfig: readConfig(env) });
const address = (path: string) => `http://127.0.0.1:${(receiver.address() as AddressInfo).port}${path}`;
const own = { publicUrl: "https://a.example", host: "127.0.0.1", port: 3000 };

beforeAll(async () => {
  database = await testDatabase();
  admin = await makeUser(database.prisma, "admin", "Ada");
  receiver = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    received.push({ path: request.url ?? "", text: JSON.parse(body).text });
    const status = answers.shift() ?? 200;
    response.writeHead(status).end(status === 200 ? "ok" : "try later");
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  receiver.close();
  await database.close();
});
beforeEach(async () => {
  settings({ AFTERWORD_PRIVATE_HOSTS: "127.0.0.1" });
  [answers, received.length] = [[], 0];
  await database.prisma.channel.deleteMany();
  await database.prisma.outboxEvent.deleteMany();
});

const add = (name: string, path: string, teamId: string | null = null) =>
  createChannel(as(admin), { name, url: address(path), teamId, kinds: ["ladder"] });
const tell = (words: string, { teamIds = [] as string[], incidentId = null as string | null } = {}) =>
  transact(job(), async (tx) => {
    await tellChannels(tx, { kind: "ladder", teamIds, words, href: "/actions/ACT-1", incidentId });
    return unrecorded("a post for the test");
  });
const relay = () =>
  new OutboxRelay(database.prisma, {
    "post.created": ({ deliveryId }, attempt) => sendPost(job(), own, { deliveryId, attempt }),
  }).drain();
const log = async () => (await listDeliveries(as(admin), { limit: 50 })).items;

it("keeps the address encrypted and never shows it", async () => {
  const channel = await add("#ops", "/services/T0/very-secret");
  const stored = await database.prisma.channel.findFirstOrThrow();
  const entries = await database.prisma.auditEntry.findMany({ where: { nounId: channel.id } });
  for (const kept of [channel, await listChannels(as(admin)), entries])
    expect(JSON.stringify(kept)).not.toContain("very-secret");
  expect(Buffer.from(stored.sealedUrl).toString("latin1")).not.toContain("very-secret");
  expect(await testChannel(as(admin), { id: channel.id })).toEqual({
    ok: true,
    message: `${channel.host} accepted it.`,
  });
  const changed = await updateChannel(as(admin), { id: channel.id, version: 1, url: address("/other") });
  await testChannel(as(admin), { id: channel.id });
  expect(received.map(({ path }) => path)).toEqual(["/services/T0/very-secret", "/other"]);
  await expect(updateChannel(as(admin), { id: channel.id, version: 1, name: "x" })).rejects.toMatchObject({
    code: "conflict",
  });
  expect(changed.version).toBe(2);
  const lead = await makeUser(database.prisma, "tpm", "Tim");
  for (const refused of [() => listChannels(as(lead)), () => testChannel(as(lead), { id: channel.id })])
    await expect(refused()).rejects.toMatchObject({ code: "forbidden" });
});

it("posts to no private address unless an admin listed it", async () => {
  const channel = await add("#ops", "/in");
  settings({});
  expect(await testChannel(as(admin), { id: channel.id })).toMatchObject({ ok: false, message: /not allowed/ });
  const { port } = receiver.address() as AddressInfo;
  const refused = { code: "invalid", details: { fields: [{ field: "url" }] } };
  await expect(add("#more", "/in")).rejects.toMatchObject(refused);
  for (const url of [
    `https://127.0.0.1:${port}/in`,
    `https://localhost:${port}/in`,
    "https://[::1]/in",
    "https://10.0.0.5/in",
  ]) {
    const made = createChannel(as(admin), { name: "#more", url, teamId: null, kinds: ["ladder"] });
    await expect(made, url).rejects.toMatchObject(refused);
    await expect(updateChannel(as(admin), { id: channel.id, version: 1, url }), url).rejects.toMatchObject(refused);
  }
  // A name that can't be resolved now is checked when something is posted.
  const later = { name: "#later", url: "https://hooks.invalid/in", teamId: null, kinds: ["ladder" as const] };
  expect(await createChannel(as(admin), later)).toMatchObject({ host: "hooks.invalid" });
  expect(received).toEqual([]);
});

it("posts to the channels of everyone and of the team, with a link, and Slack's signs escaped", async () => {
  const team = await database.prisma.team.create({ data: { id: job().newId(), name: "Mail" } });
  await add("#all", "/all");
  await add("#mail", "/mail", team.id);
  await tell("Late: <ACT-1> & more");
  await tell("Late: ACT-1", { teamIds: [team.id] });
  await relay();
  const link = "https://a.example/actions/ACT-1";
  expect(received).toEqual([
    { path: "/all", text: `<${link}|Late: &lt;ACT-1&gt; &amp; more>` },
    { path: "/all", text: `<${link}|Late: ACT-1>` },
    { path: "/mail", text: `<${link}|Late: ACT-1>` },
  ]);
  expect(await log()).toMatchObject(
    ["#mail", "#all", "#all"].map((to) => ({ to, way: "channel", item: "ACT-1", state: "sent", tries: 1 })),
  );
});

it("says nothing of a restricted incident, even if it's restricted while the post waits", async () => {
  await add("#all", "/all");
  const maker = await makeUser(database.prisma, "member", "Maker");
  const make = (restricted: boolean) =>
    createIncident(as(maker), {
      ...{ title: "Leak", severity: 2, kind: "incident", serviceIds: [], resolvedAt: null, timeZone: "UTC" },
      ...{ impactText: "", restricted },
    });
  await tell("Late: Leak", { incidentId: (await make(true)).id });
  expect(await log()).toEqual([]);
  const open = await make(false);
  await tell("Late: Leak", { incidentId: open.id });
  await restrictIncident(as(maker), { key: open.key, version: 1, restricted: true, userIds: [], teamIds: [] });
  await relay();
  expect(received).toEqual([]);
  const [row] = await log();
  expect(row).toMatchObject({ state: "not_sent", item: null, restricted: true });
  expect(JSON.stringify(await log())).not.toMatch(/Leak|ACT-1/);
  expect((await database.prisma.messageDelivery.findFirstOrThrow()).words).toBe("");
});

it("tries again after a failure, later each time, and at once by hand", async () => {
  await add("#all", "/all");
  answers = [503, 503];
  await tell("Late: ACT-1");
  await relay();
  const [failed] = await log();
  expect(failed).toMatchObject({ state: "waiting", tries: 1, error: "The webhook returned 503: try later" });
  expect(Date.parse(failed?.nextTryAt ?? "")).toBeGreaterThan(Date.parse(failed?.createdAt ?? ""));
  await relay();
  expect(received).toHaveLength(1);
  for (const state of ["waiting", "sent"]) {
    await retryDelivery(as(admin), { id: failed?.id ?? "" });
    await relay();
    expect((await log())[0]).toMatchObject({ state });
  }
  expect(received).toHaveLength(3);
  const entries = await database.prisma.auditEntry.findMany({ where: { action: "message_delivery.retried" } });
  expect(entries).toHaveLength(2);
});

it("sends nothing to a channel that was removed, and again once it's restored", async () => {
  const channel = await add("#all", "/all");
  await tell("Late: ACT-1");
  const removed = await updateChannel(as(admin), { id: channel.id, version: 1, removed: true });
  await relay();
  expect((await log())[0]).toMatchObject({ state: "not_sent", error: "the channel was removed before it was sent" });
  await updateChannel(as(admin), { id: channel.id, version: removed.version, removed: false });
  await tell("Late: ACT-2");
  await relay();
  expect(received).toHaveLength(1);
});
