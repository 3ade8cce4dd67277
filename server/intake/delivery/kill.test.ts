import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createIncident } from "#server/incidents/incident/index.ts";
import { bundle } from "#server/testing/bundle.ts";
import { alertmanagerBody } from "#server/testing/hook-world.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { processDeliveries } from "./index.ts";

const PROGRAM = "server/intake/delivery/testing/worker-main.ts";
const DELIVERIES = 400;

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function startWorker(): Promise<ChildProcess> {
  return spawn(process.execPath, [await bundle(PROGRAM), database.url], { stdio: ["pipe", "pipe", "ignore"] });
}

it("processes what killed workers left, and doubles nothing", async () => {
  const { prisma } = database;
  const admin = makeContext(prisma, await makeUser(prisma, "admin"));
  const serviceId = uuidv7();
  await prisma.service.create({ data: { id: serviceId, name: "Acme Mail" } });
  const integrationId = uuidv7();
  await prisma.integration.create({
    data: { id: integrationId, source: "alertmanager", name: "x", key: "k", serviceId },
  });
  const incident = await createIncident(admin, {
    title: "Mail is late",
    severity: 2,
    kind: "incident",
    serviceIds: [serviceId],
    resolvedAt: null,
    timeZone: "UTC",
    impactText: "",
    restricted: false,
  });
  const received = Date.now();
  await prisma.delivery.createMany({
    data: Array.from({ length: DELIVERIES }, (_, n) => {
      const startsAt = new Date(received + n).toISOString();
      const body = alertmanagerBody([{ fingerprint: `f${n}`, labels: { alertname: "Queue" }, startsAt }]);
      return {
        id: uuidv7(),
        integrationId,
        externalId: String(n),
        body: new TextEncoder().encode(body),
        answeredInMs: 1,
        receivedAt: new Date(received),
      };
    }),
  });
  for (let kill = 0; kill < 2; kill += 1) {
    const worker = await startWorker();
    const lines = createInterface({ input: worker.stdout ?? process.stdin });
    // The first batch is settled, and the kill falls somewhere into the second.
    for await (const _line of lines) break;
    const gone = once(worker, "exit");
    setTimeout(() => worker.kill("SIGKILL"), 5 + kill * 20);
    await gone;
  }
  const job = makeContext(prisma, { kind: "system", label: "job" });
  await expect
    .poll(
      async () => {
        while ((await processDeliveries(job)) > 0);
        return prisma.delivery.count({ where: { processedAt: null } });
      },
      { timeout: 20_000 },
    )
    .toBe(0);
  const rows = await prisma.incomingEvent.findMany({ select: { eventId: true, state: true } });
  expect(rows).toHaveLength(DELIVERIES);
  expect(new Set(rows.map(({ eventId }) => eventId)).size).toBe(DELIVERIES);
  expect(await prisma.timelineEvent.count({ where: { incidentId: incident.id } })).toBe(DELIVERIES);
  expect(await prisma.delivery.count({ where: { state: "taken", attempts: 1 } })).toBe(DELIVERIES);
}, 90_000);
