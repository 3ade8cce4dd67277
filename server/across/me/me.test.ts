import { uuidv7 } from "uuidv7";
import { beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { Me } from "#lib/contract/me.ts";
import { hashPassword, verifyPassword } from "#server/people/auth/password.ts";
import { changePassword, endSession, listSessions, signOutEverywhere } from "#server/people/me/index.ts";
import { loggedClient } from "#server/testing/logged-client.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { sharedDatabase } from "#server/testing/test-database.ts";
import { getMe, updateMe } from "./index.ts";

const database = sharedDatabase();
let me: UserActor;
let other: UserActor;

const as = (actor: UserActor) => makeContext(database.prisma, actor);
const signIn = async (userId: string) => {
  const id = uuidv7();
  await database.prisma.userSession.create({ data: { id, userId, expiresAt: new Date(Date.now() + 60_000) } });
  return id;
};
const open = async (userId: string) =>
  (await database.prisma.userSession.findMany({ where: { userId, revokedAt: null } })).map((one) => one.id);
const fresh = async () => {
  const actor = await makeUser(database.prisma, "member", `Fresh ${uuidv7()}`);
  const passwordHash = await hashPassword("the first password");
  await database.prisma.user.update({ where: { id: actor.id }, data: { passwordHash } });
  return actor;
};

beforeAll(async () => {
  me = await makeUser(database.prisma, "member", "Me");
  other = await makeUser(database.prisma, "admin", "Other");
});

describe("my account", () => {
  it("lists what my role can do, less what a token lacks, and whether demo data is loaded", async () => {
    const mine = await getMe(as(me));
    expect(Me.parse(mine)).toEqual(mine);
    expect(mine).toMatchObject({ role: "member", unread: 0, demo: false });
    expect(mine.may).toEqual(["incident.create", "action.create", "change.create", "service.propose", "work.own"]);
    expect((await getMe(as(other))).may).toContain("people.manage");
    expect((await getMe(as({ ...other, scopes: ["read"] }))).may).toEqual([]);
    await database.prisma.service.create({ data: { id: uuidv7(), name: "Shop", demo: true } });
    expect(await getMe(as(me))).toMatchObject({ demo: true });
  });

  it("reads no whole table to find that no demo data is loaded, even before that is analysed", async () => {
    const { prisma, statements } = loggedClient(database.url);
    await database.prisma.$executeRaw`INSERT INTO action_item (id, title, type, priority)
      SELECT uuidv7(), 'Follow up', 'prevent', 'P2' FROM generate_series(1, 20000)`;
    await getMe(makeContext(prisma, me));
    const [{ text, values } = { text: "", values: [] }] = statements;
    const plan = JSON.stringify(await database.prisma.$queryRawUnsafe(`EXPLAIN ${text}`, ...values));
    expect(plan).toContain("action_item_demo_idx");
    expect(plan).not.toContain("Seq Scan on action_item");
    await prisma.$disconnect();
  });

  it("takes one statement, as every page asks for it", async () => {
    let statements = 0;
    const counting = database.prisma.$extends({
      query: {
        $allOperations({ args, query }) {
          statements += 1;
          return query(args);
        },
      },
    });
    await getMe(makeContext(counting as unknown as typeof database.prisma, me));
    expect(statements).toBe(1);
  });

  it("changes my name, time zone and keys, and rejects an unknown time zone", async () => {
    const changed = await updateMe(as(me), { name: "Mine", timeZone: "europe/dublin", singleKeys: false });
    expect(changed).toMatchObject({ name: "Mine", timeZone: "Europe/Dublin", singleKeys: false });
    await expect(updateMe(as(me), { timeZone: "Mars/Olympus" })).rejects.toMatchObject({
      details: { fields: [{ field: "timeZone" }] },
    });
    const { version } = await database.prisma.user.findUniqueOrThrow({ where: { id: me.id } });
    expect(await updateMe(as(me), {})).toEqual(changed);
    expect(await database.prisma.user.findUniqueOrThrow({ where: { id: me.id } })).toMatchObject({ version });
    await expect(updateMe(as({ ...me, scopes: ["read"] }), {})).rejects.toMatchObject({ code: "forbidden" });
    await expect(updateMe(as({ ...me, scopes: ["read"] }), { name: "x" })).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("my password", () => {
  it("is not changed to one that is easily guessed", async () => {
    const person = await fresh();
    const change = (next: string) =>
      changePassword(as(person), { current: "the first password", next, sessionId: null });
    for (const next of ["password1234", "aaaaaaaaaaaa", person.name])
      await expect(change(next)).rejects.toMatchObject({ code: "invalid", details: { fields: [{ field: "next" }] } });
  });

  it("changes with the current one, ends my other sessions and any reset link, and no one else's", async () => {
    const actor = await fresh();
    const [here, there, theirs] = [await signIn(actor.id), await signIn(actor.id), await signIn(other.id)];
    const link = { id: uuidv7(), userId: actor.id, tokenHash: uuidv7(), expiresAt: new Date(Date.now() + 60_000) };
    await database.prisma.resetLink.create({ data: link });
    await changePassword(as(actor), { current: "the first password", next: "the second password", sessionId: here });
    expect(await open(actor.id)).toEqual([here]);
    expect(there).not.toBe(here);
    expect(await open(other.id)).toEqual([theirs]);
    expect((await database.prisma.resetLink.findUniqueOrThrow({ where: { id: link.id } })).usedAt).not.toBeNull();
    const { passwordHash } = await database.prisma.user.findUniqueOrThrow({ where: { id: actor.id } });
    expect(await verifyPassword(passwordHash, "the second password")).toBe(true);
    const trail = await database.prisma.auditEntry.findMany({ where: { nounId: actor.id } });
    expect(trail.map((entry) => entry.action)).toEqual(["member.password_changed"]);
    expect(JSON.stringify(trail)).not.toContain('password":');
  });

  it("rejects a wrong current one, delays guesses but not for ever, and rejects tokens", async () => {
    const actor = await fresh();
    const waits: number[] = [];
    const guess = (current: string) =>
      changePassword(as(actor), { current, next: "the second password", sessionId: null }, async (ms) =>
        waits.push(ms),
      );
    await expect(
      changePassword(as({ ...actor, scopes: ["admin"] }), {
        current: "the first password",
        next: "the second password",
        sessionId: null,
      }),
    ).rejects.toMatchObject({ code: "forbidden" });
    for (let i = 0; i < 10; i++) {
      await expect(guess(`guess ${i}`)).rejects.toMatchObject({ details: { fields: [{ field: "current" }] } });
    }
    expect(waits).toEqual([]);
    await expect(guess("the first password")).resolves.toEqual({ done: true });
    expect(waits).toEqual([1000]);
  });
});

describe("my sessions", () => {
  it("lists my open ones, the current one first, and ends one", async () => {
    const actor = await fresh();
    const [here, there, theirs] = [await signIn(actor.id), await signIn(actor.id), await signIn(other.id)];
    const { items } = await listSessions(as(actor), { sessionId: here });
    expect(items.map((one) => [one.id, one.current])).toEqual([
      [here, true],
      [there, false],
    ]);
    await expect(endSession(as(actor), { id: theirs })).rejects.toMatchObject({ code: "not_found" });
    await endSession(as(actor), { id: there });
    expect(await open(actor.id)).toEqual([here]);
    await expect(endSession(as(actor), { id: there })).rejects.toMatchObject({ code: "not_found" });
  });

  it("signs out everywhere except here", async () => {
    const actor = await fresh();
    const ids = [await signIn(actor.id), await signIn(actor.id), await signIn(actor.id)];
    expect(await signOutEverywhere(as(actor), { sessionId: ids[0] ?? null })).toEqual({ ended: 2, revokedTokens: 0 });
    expect(await open(actor.id)).toEqual([ids[0]]);
    expect(await signOutEverywhere(as(actor), { sessionId: null })).toEqual({ ended: 1, revokedTokens: 0 });
  });
});
