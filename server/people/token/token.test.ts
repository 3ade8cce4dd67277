import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import type { TokenScope } from "#lib/base/access/roles.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { outboxOf } from "#server/testing/outbox-of.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { createToken, listTokens, revokeToken } from "./index.ts";

let database: TestDatabase;
let admin: UserActor;
let member: UserActor;
const now = new Date("2026-11-10T12:00:00Z");

const as = (actor: UserActor, scopes: TokenScope[] | null = null) =>
  makeContext(database.prisma, { ...actor, scopes }, () => now);
const wish = (scopes: TokenScope[] = ["read", "write"]) => ({ name: "laptop", scopes });
const forbidden = { code: "forbidden" };

beforeAll(async () => {
  database = await testDatabase();
  admin = await makeUser(database.prisma, "admin");
  member = await makeUser(database.prisma, "member");
});
afterAll(() => database.close());

describe("creating a token", () => {
  it("shows the secret once and stores a hash and four letters", async () => {
    const token = await createToken(as(member), wish());
    expect(token.secret).toMatch(/^aw_[\w-]{43}$/);
    const stored = await database.prisma.apiToken.findUniqueOrThrow({ where: { id: token.id } });
    expect(JSON.stringify(stored)).not.toContain(token.secret);
    expect(token.secret.endsWith(token.hint)).toBe(true);
    const listed = (await listTokens(as(member))).items;
    expect(listed.map((one) => one.id)).toEqual([token.id]);
    expect(JSON.stringify(listed)).not.toContain(token.secret);
    const trail = await database.prisma.auditEntry.findMany({ where: { nounId: token.id } });
    expect(trail.map((entry) => entry.action)).toEqual(["token.created"]);
    expect(JSON.stringify(trail)).not.toContain(token.secret);
  });

  it("allows admin scope to admins only", async () => {
    await expect(createToken(as(member), wish(["admin"]))).rejects.toMatchObject(forbidden);
    await expect(createToken(as(admin), wish(["admin"]))).resolves.toMatchObject({ scopes: ["admin"] });
  });

  it("never gives a token more scopes than the current token has", async () => {
    await expect(createToken(as(admin, ["read"]), wish(["read"]))).rejects.toMatchObject(forbidden);
    await expect(createToken(as(admin, ["read", "write"]), wish(["admin"]))).rejects.toMatchObject(forbidden);
    await expect(createToken(as(admin, ["write"]), wish(["read", "write"]))).rejects.toMatchObject(forbidden);
    await expect(createToken(as(admin, ["read", "write"]), wish(["read"]))).resolves.toMatchObject({
      scopes: ["read"],
    });
  });

  it("never lets a token create one that outlives it", async () => {
    const notAfter = new Date("2026-11-20T00:00:00Z");
    const make = (expiresOn?: string) =>
      createToken(as(member, ["read", "write"]), { ...wish(), notAfter, ...(expiresOn ? { expiresOn } : {}) });
    await expect(make()).rejects.toMatchObject(forbidden);
    await expect(make("2026-11-20")).rejects.toMatchObject(forbidden);
    await expect(make("2026-11-19")).resolves.toMatchObject({ expiresAt: "2026-11-20T00:00:00.000Z" });
  });

  it("ends when its last day is over in its owner's time zone, and not in the past", async () => {
    await database.prisma.user.update({ where: { id: member.id }, data: { timeZone: "America/New_York" } });
    const today = await createToken(as(member), { ...wish(), expiresOn: "2026-11-10" });
    expect(today.expiresAt).toBe("2026-11-11T05:00:00.000Z");
    const over = createToken(as(member), { ...wish(), expiresOn: "2026-11-09" });
    await expect(over).rejects.toMatchObject({ code: "invalid", details: { fields: [{ field: "expiresOn" }] } });
  });

  it("can be done on the command line for someone with access, and by no one else", async () => {
    const cli = makeContext(database.prisma, { kind: "system", label: "cli" }, () => now);
    const { email } = await database.prisma.user.findUniqueOrThrow({ where: { id: member.id } });
    const made = await createToken(cli, { ...wish(), forEmail: email });
    const { userId } = await database.prisma.apiToken.findUniqueOrThrow({ where: { id: made.id } });
    expect(userId).toBe(member.id);
    await expect(createToken(cli, { ...wish(["admin"]), forEmail: email })).rejects.toMatchObject(forbidden);
    await expect(createToken(cli, { ...wish(), forEmail: "no@example.com" })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(createToken(as(admin), { ...wish(), forEmail: email })).rejects.toMatchObject(forbidden);
  });
});

it("revokes my own at once and reveals nothing about anyone else's", async () => {
  const { id } = await createToken(as(member), wish());
  const unknown = { code: "not_found" };
  await expect(revokeToken(as(admin), { id })).rejects.toMatchObject(unknown);
  await expect(revokeToken(as(member, ["read"]), { id })).rejects.toMatchObject(forbidden);
  const told = await outboxOf(database, "access.changed", () => revokeToken(as(member), { id }));
  expect(told, "what the token opened is closed").toEqual([{ userId: member.id }]);
  expect((await database.prisma.apiToken.findUniqueOrThrow({ where: { id } })).revokedAt).toEqual(now);
  await expect(revokeToken(as(member), { id })).rejects.toMatchObject(unknown);
  expect((await listTokens(as(member))).items.map((one) => one.id)).not.toContain(id);
});
