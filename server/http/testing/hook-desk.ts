import { beforeAll } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { MINUTE_MS } from "#lib/base/time/spans.ts";
import { processDeliveries } from "#server/intake/delivery/index.ts";
import { createIntegration, listDeliveries } from "#server/intake/integration/index.ts";
import { createService } from "#server/people/service/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { sharedDatabase } from "#server/testing/test-database.ts";
import { serveHook } from "../hooks/hooks.ts";

export const ORIGIN = "https://afterword.example.com";

interface Post {
  path: string;
  body: string;
  headers?: Record<string, string>;
}

/** Sends a delivery to its URL, as a tool does. */
export async function post({ path, body, headers = {} }: Post) {
  const [source = "", key = ""] = path.split("/").slice(-2);
  const request = new Request(`http://127.0.0.1:3000${path}`, { method: "POST", body, headers });
  const response = await serveHook(request, source, key.split("?")[0] ?? "");
  return { status: response.status, type: response.headers.get("content-type"), json: await response.json() };
}

export const bearer = (secret: string) => ({ authorization: `Bearer ${secret}`, "content-type": "application/json" });
export const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * MINUTE_MS).toISOString();
export const alert = (fingerprint: string, more: Record<string, string> = {}, startsAt = minutesAgo(1)) => ({
  fingerprint,
  labels: { alertname: "QueueDepthHigh", severity: "page", ...more },
  startsAt,
});

/** An admin with one service, over a database of the test file that the entry point uses too. */
export function hookDesk() {
  const database = sharedDatabase();
  let admin: UserActor;
  let serviceId: string;
  const ctx = (now?: () => Date) => makeContext(database.prisma, admin, now);
  const job = () => makeContext(database.prisma, { kind: "system", label: "job" });
  beforeAll(async () => {
    admin = await makeUser(database.prisma, "admin");
    const fields = { description: "", ownerTeamId: null, availabilityTarget: 99.8 };
    serviceId = (await createService(ctx(), { ...fields, name: "Acme Mail" })).id;
  });
  return {
    get prisma() {
      return database.prisma;
    },
    get pool() {
      return database.pool;
    },
    get serviceId() {
      return serviceId;
    },
    ctx,
    job,
    async connect(source: string) {
      const made = await createIntegration(ctx(), { source, name: "production", serviceId: null, origin: ORIGIN });
      const { integration } = made;
      return { id: integration.id, path: integration.path, secret: made.secret ?? "", integration };
    },
    async drain() {
      while ((await processDeliveries(job())) > 0);
    },
    deliveriesOf: async (id: string) => (await listDeliveries(ctx(), { id, limit: 50 })).items,
  };
}
