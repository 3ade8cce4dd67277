import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, it } from "vitest";
import { unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { TEST_HEADER } from "#server/intake/webhook/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { takeDeliveries } from "./take-deliveries.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function taken(headers: object, context: string[] = []) {
  const ctx = makeContext(database.prisma, await makeUser(database.prisma, "admin"));
  const integration = { id: uuidv7(), name: "x", serviceId: null };
  const delivery = {
    ...{ id: uuidv7(), integrationId: integration.id, source: "alertmanager", contentType: null },
    ...{ headers, body: new Uint8Array(), receivedAt: new Date() },
  };
  const read = { facts: [], rejected: [], context, leftOut: [] };
  return transact(ctx, async (tx) => {
    const result = await takeDeliveries(tx, integration, [{ delivery, read }]);
    return unrecorded("nothing is written", () => result.taken[0]);
  });
}

it("knows a test by its header, not by its words", async () => {
  const test = await taken({ [TEST_HEADER]: "1" });
  expect(test).toMatchObject({ state: "taken", outcome: { reasons: [expect.stringContaining("Test received")] } });
  expect(await taken({}, test?.outcome.reasons)).toMatchObject({ state: "ignored" });
});
