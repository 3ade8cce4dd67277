import { createRouterClient } from "@orpc/server";
import { uuidv7 } from "uuidv7";
import { beforeAll } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { HOUR_MS } from "#lib/base/time/spans.ts";
import type { Review } from "#lib/contract/review.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { processDeliveries } from "#server/intake/delivery/index.ts";
import { hashPassword } from "#server/people/auth/password.ts";
import { alertmanagerBody } from "#server/testing/hook-world.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { sharedDatabase } from "#server/testing/test-database.ts";
import { router } from "../api/router.ts";
import type { OperationName } from "./who-may.ts";

/** The password of the admin of a write desk. */
export const PASSWORD = "an old long password";

/** An admin who calls every operation over a database of the test file, and finds what earlier calls created. */
export function writeDesk() {
  const database = sharedDatabase();
  let admin: UserActor;
  let other: UserActor;

  /** The router as the admin calls it, with the checks of the contract. */
  const api = createRouterClient(router, {
    context: () => ({
      request: new Request("http://127.0.0.1:3000/"),
      signedIn: { actor: admin, sessionId: null, isDemo: false, tokenExpiresAt: null },
      ...{
        requestId: uuidv7(),
        origin: "http://127.0.0.1:3000",
        address: uuidv7(),
        isDemoAccepted: true,
        refusal: null,
      },
    }),
  });

  beforeAll(async () => {
    admin = await makeUser(database.prisma, "admin", "Ada");
    other = await makeUser(database.prisma, "facilitator", "Ben");
    const passwordHash = await hashPassword(PASSWORD);
    await database.prisma.user.update({ where: { id: admin.id }, data: { passwordHash } });
  });

  /** Values that the steps below pass on to each other, by name. */
  const made = new Map<string, string>();
  const id = (name: string): string => {
    const value = made.get(name);
    if (value === undefined) throw new Error(`no step has made ${name}`);
    return value;
  };
  const keep = (name: string, value: string | undefined) => void made.set(name, value ?? "");
  const keepId = (name: string) => (row: { id: string }) => keep(name, row.id);
  const keepKey = (name: string) => (row: { key: string }) => keep(name, row.key);

  const versionOf = async (name: string, key = id(name)) => {
    const read = { INC: api.incident.get, REV: api.review.get, ACT: api.actionItem.get, SC: api.strategicChange.get };
    const get = read[key.split("-")[0] as keyof typeof read] as (input: {
      key: string;
    }) => Promise<{ version: number }>;
    return { key, version: (await get({ key })).version };
  };
  const events = async (): Promise<TimelineEvent[]> =>
    (await api.timeline.list({ key: id("incident"), limit: 1000, includeHidden: true })).items;
  const event = async (name: string) => {
    const found = (await events()).find((one) => one.id === id(name));
    return { id: id(name), version: found?.version ?? 0 };
  };
  const add = (clock: string, title: string, kind: TimelineEvent["kind"] = "observation") =>
    api.timeline.add({ key: id("incident"), at: `2026-01-10T${clock}:00Z`, precision: "minute", kind, title });
  const finding = async (kind: string) => {
    const { items } = await api.finding.list({ key: id("incident") });
    return { key: id("incident"), id: items.find((one) => one.kind === kind)?.id ?? "" };
  };
  const imports = async (filename: string) => {
    const { items } = await api.import.list({ key: id("incident") });
    const found = items.find((one) => one.filename === filename);
    return { key: id("incident"), id: found?.id ?? "", answerId: found?.zoneAnswers[0]?.id ?? "" };
  };
  const waiting = async (state: "waiting" | "attached" | "dismissed") => {
    const { items } = await api.incoming.list({ state, integrationId: id("integration") });
    return items.map((one) => ({ id: one.id, version: one.version }));
  };
  const rule = async () => {
    const integrationId = id("integration");
    const { items } = await api.routing.list({ integrationId });
    return { integrationId, id: id("rule"), version: items.find((one) => one.id === id("rule"))?.version ?? 0 };
  };
  const integration = async () => ({
    id: id("integration"),
    version: (await api.integration.get({ id: id("integration") })).version,
  });
  const generate = (): Promise<Review> =>
    api.review.generate({ key: id("incident"), template: "quick", accept: { findings: true } });
  /** A post that waits for a channel. */
  const waitingPost = (channelId: string) => {
    const post = { id: crypto.randomUUID(), channelId, state: "waiting", kind: "channel.ladder", href: "/" };
    return database.prisma.messageDelivery.create({ data: post });
  };
  const newSession = async () => {
    const expiresAt = new Date(Date.now() + HOUR_MS);
    const row = { id: uuidv7(), userId: admin.id, createdAt: new Date(), lastSeenAt: new Date(), expiresAt };
    await database.prisma.userSession.create({ data: row });
    return { id: row.id };
  };
  const deliver = async () => {
    const labels = { alertname: "Queue deep", severity: "page" };
    const alerts = [{ fingerprint: uuidv7(), labels, startsAt: "2026-01-10T09:30:00Z" }];
    const [deliveryId, body] = [uuidv7(), new TextEncoder().encode(alertmanagerBody(alerts))];
    const row = { id: deliveryId, integrationId: id("integration"), externalId: deliveryId, body, answeredInMs: 1 };
    await database.prisma.delivery.create({ data: row });
    await processDeliveries(makeContext(database.prisma, { kind: "system", label: "job" }), { ids: [deliveryId] });
    keep("delivery", deliveryId);
  };

  return {
    get prisma() {
      return database.prisma;
    },
    get admin() {
      return admin;
    },
    get other() {
      return other;
    },
    ...{ api, id, keep, keepId, keepKey, versionOf, events, event, add, finding, imports, waiting, rule, integration },
    ...{ generate, newSession, deliver, waitingPost },
  };
}

export type WriteDesk = ReturnType<typeof writeDesk>;

/** An operation, one write of it, and what that needs besides the steps before. */
export type WriteStep = [name: OperationName, run: () => Promise<unknown>, prepare?: () => Promise<unknown>];
