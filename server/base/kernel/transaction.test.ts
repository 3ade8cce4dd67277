import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import type { TxCtx } from "./context.ts";
import { unrecorded } from "./record.ts";
import { transact } from "./transaction.ts";

let database: TestDatabase;
let people: [UserActor, UserActor];
const ctx = () => makeContext(database.prisma, people[0]);

beforeAll(async () => {
  database = await testDatabase();
  people = [await makeUser(database.prisma, "member", "Ada"), await makeUser(database.prisma, "member", "Ben")];
});
afterAll(() => database.close());

const byModel = (tx: TxCtx, { id }: UserActor, name: string) => tx.db.user.update({ where: { id }, data: { name } });
const bySql = (tx: TxCtx, { id }: UserActor, name: string) =>
  tx.db.$executeRaw`UPDATE "user" SET name = ${name} WHERE id = ${id}::uuid`;

it.each([
  ["by the model", byModel],
  ["by SQL", bySql],
])("two functions that lock the same rows in opposite order %s both succeed", async (_how, write) => {
  const [ada, ben] = people;
  // Each waits until both have locked their first row, so the second one causes the deadlock.
  const held = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const;
  const verb = (at: 0 | 1) =>
    transact(ctx(), async (tx) => {
      await write(tx, at === 0 ? ada : ben, `first of ${at}`);
      held[at].resolve();
      await held[at === 0 ? 1 : 0].promise;
      await write(tx, at === 0 ? ben : ada, `second of ${at}`);
      return unrecorded("it is about locks");
    });
  await Promise.all([verb(0), verb(1)]);
  const names = await database.prisma.user.findMany({ orderBy: { id: "asc" }, select: { name: true } });
  expect(["first of 0,second of 0", "second of 1,first of 1"]).toContain(names.map(({ name }) => name).join());
});

it("a function that fails for its own reason runs once", async () => {
  const run = vi.fn(() => Promise.reject(new Error("no")));
  await expect(transact(ctx(), run)).rejects.toThrow("no");
  expect(run).toHaveBeenCalledOnce();
});
