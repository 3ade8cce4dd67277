import { expect, it } from "vitest";
import { makeContext } from "#server/testing/make-context.ts";
import { sharedDatabase, testDatabase } from "#server/testing/test-database.ts";
import { checkSetUpCode, ensureSetUpCode, isSetUp, setUp } from "./index.ts";

const database = sharedDatabase();
let now = new Date("2026-11-01T10:00:00Z");
const server = () => makeContext(database.prisma, { kind: "system", label: "set-up" }, () => now);
const me = { name: "Priya Raman", email: " Priya@Example.com ", password: "a long password" };

it("accepts one visitor with the code, and no one after", async () => {
  const first = await ensureSetUpCode(server());
  expect(first).toMatch(/^[2-9A-Z]{4}(-[2-9A-Z]{4}){3}$/);
  expect(await isSetUp(server())).toBe(false);
  for (const password of ["administrator1", "priya@example.com"]) {
    const early = setUp(server(), { ...me, code: first ?? "", password, address: "10.0.0.2" });
    await expect(early).rejects.toMatchObject({ code: "invalid", details: { fields: [{ field: "password" }] } });
  }

  const guess = setUp(server(), { ...me, code: "AAAA-BBBB-CCCC-DDDD", address: "10.0.0.1" });
  await expect(guess).rejects.toMatchObject({ code: "invalid", details: { fields: [{ field: "code" }] } });
  expect(await isSetUp(server())).toBe(false);

  const second = await ensureSetUpCode(server());
  const typed = (first ?? "").toLowerCase().replaceAll("-", " ");
  expect(await checkSetUpCode(server(), { code: typed, address: "10.0.0.2" })).toEqual({ done: true });
  const both = await Promise.allSettled([
    setUp(server(), { ...me, code: typed, address: "10.0.0.2" }),
    setUp(server(), { ...me, email: "other@example.com", code: second ?? "", address: "10.0.0.3" }),
  ]);
  expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
  const people = await database.prisma.user.findMany();
  expect(people).toHaveLength(1);
  expect(people[0]).toMatchObject({ role: "admin", name: "Priya Raman" });
  expect(people[0]?.passwordHash).toMatch(/^\$argon2id\$/);
  expect(await database.prisma.auditEntry.findMany({ select: { action: true, actorId: true } })).toEqual([
    { action: "member.set_up", actorId: people[0]?.id },
  ]);

  const again = setUp(server(), { ...me, code: second ?? "", address: "10.0.0.4" });
  await expect(again).rejects.toMatchObject({ code: "rule", details: { rule: "already_set_up" } });
  expect(await ensureSetUpCode(server())).toBeNull();
});

it("stores nothing that reveals the code", async () => {
  const codes = await database.prisma.setUpCode.findMany();
  expect(codes.length).toBeGreaterThan(0);
  for (const { codeHash, usedAt } of codes) {
    expect(codeHash).toMatch(/^[0-9a-f]{64}$/);
    expect(usedAt).not.toBeNull();
  }
});

it("forgets the codes of old starts, while no one has an account", async () => {
  const other = await testDatabase();
  const ctx = () => makeContext(other.prisma, { kind: "system", label: "set-up" }, () => now);
  const old = await ensureSetUpCode(ctx());
  now = new Date("2026-11-03T10:00:00Z");
  await ensureSetUpCode(ctx());
  const late = checkSetUpCode(ctx(), { code: old ?? "", address: "10.0.0.5" });
  await expect(late).rejects.toMatchObject({ code: "invalid" });
  await other.close();
});

it("counts wrong codes by address and then delays them", async () => {
  const other = await testDatabase();
  const ctx = makeContext(other.prisma, { kind: "system", label: "set-up" });
  const tries = [];
  for (let i = 0; i < 11; i++)
    tries.push(checkSetUpCode(ctx, { code: `GUESS-${i}`, address: "10.0.0.6" }).catch((e) => e.code));
  const codes = await Promise.all(tries);
  expect(codes.filter((code) => code === "invalid")).toHaveLength(10);
  expect(codes.filter((code) => code === "rate_limited")).toHaveLength(1);
  await other.close();
});
