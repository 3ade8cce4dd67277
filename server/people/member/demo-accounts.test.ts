import { afterAll, beforeAll, expect, it } from "vitest";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "#lib/people/member/demo-accounts.ts";
import { hashPassword } from "#server/people/auth/password.ts";
import { makeContext } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { listDemoAccounts } from "./index.ts";

let database: TestDatabase;
const shown = async () => {
  const ctx = makeContext(database.prisma, { kind: "system", label: "set-up" });
  return (await listDemoAccounts(ctx)).map(({ email }) => email);
};
const set = (email: string, data: { disabledAt?: Date; passwordHash?: string; demo?: boolean }) =>
  database.prisma.user.update({ where: { email }, data });

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

it("shows the demo accounts while they open with the demo password, and none without demo data", async () => {
  expect(await shown()).toEqual([]);
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  for (const { email, role } of DEMO_ACCOUNTS) {
    await database.prisma.user.create({
      data: { id: crypto.randomUUID(), email, role, name: role, passwordHash, demo: true },
    });
  }
  expect(await shown()).toEqual(DEMO_ACCOUNTS.map(({ email }) => email));
  await set("viewer@example.com", { disabledAt: new Date() });
  await set("member@example.com", { passwordHash: await hashPassword("a password of their own") });
  await set("tpm@example.com", { demo: false });
  expect(await shown()).toEqual(["admin@example.com", "facilitator@example.com"]);
});
