import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { latenessGroup } from "#lib/action-item/lateness.ts";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "#lib/demo/accounts.ts";
import { listActionItems } from "#server/action-item/index.ts";
import { verifyPassword } from "#server/auth/password.ts";
import { listDemoAccounts } from "#server/member/index.ts";
import { exportReview, listReviews, reviewGates } from "#server/review/index.ts";
import { makeContext } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { incidentMetrics, listTimeline } from "#server/timeline/index.ts";
import { loadDemo } from "./index.ts";

let database: TestDatabase;
let loadedInMs = 0;
const ctx = () => makeContext(database.prisma, { kind: "system", label: "demo" });

beforeAll(async () => {
  database = await testDatabase();
  const begun = performance.now();
  await loadDemo(ctx(), database.pool);
  loadedInMs = performance.now() - begun;
});
afterAll(() => database.close());

describe("the demo data", () => {
  it("loads in less than ten seconds", () => {
    console.log(loadedInMs);
    expect(loadedInMs).toBeLessThan(10_000);
  });
});
