import { beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { DAY_MS } from "#lib/base/time/spans.ts";
import { verifyPassword } from "#server/people/auth/password.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { sharedDatabase } from "#server/testing/test-database.ts";
import {
  acceptInvitation,
  createResetLink,
  inviteMember,
  listInvitations,
  openInvitation,
  openResetLink,
  revokeInvitation,
  spendResetLink,
} from "./index.ts";

const origin = "https://afterword.example";
const refused = { code: "rule", details: { rule: "link_not_valid" } };

const database = sharedDatabase();
let admin: UserActor;
let tpm: UserActor;
let now = new Date("2026-11-01T10:00:00Z");
let visits = 0;

const as = (actor: UserActor) => makeContext(database.prisma, actor, () => now);
const visitor = () => makeContext(database.prisma, { kind: "system", label: "set-up" }, () => now);
const from = () => ({ address: `10.1.0.${visits++}` });
const tokenOf = (url: string) => url.split("/").at(-1) ?? "";
const invite = async (email: string) => {
  const made = await inviteMember(as(admin), { email, role: "facilitator", origin });
  return { ...made, token: tokenOf(made.url) };
};
const accept = (token: string) =>
  acceptInvitation(visitor(), { token, name: "Kofi Mensah", password: "a long password", ...from() });

beforeAll(async () => {
  admin = await makeUser(database.prisma, "admin");
  tpm = await makeUser(database.prisma, "tpm");
});

describe("an invitation", () => {
  it("is for admins to create, see and revoke", async () => {
    const { id } = await invite("x@example.com");
    const byToken = makeContext(database.prisma, { ...admin, scopes: ["read", "write"] });
    const guest = { email: "y@example.com", role: "member", origin } as const;
    const calls = [
      () => inviteMember(as(tpm), guest),
      () => listInvitations(as(tpm)),
      () => revokeInvitation(as(tpm), { id }),
      () => inviteMember(byToken, guest),
    ];
    for (const call of calls) await expect(call()).rejects.toMatchObject({ code: "forbidden" });
  });

  it("creates one account with its role, once, and stores only a hash", async () => {
    const { url, token } = await invite("Kofi@Example.com");
    expect(url).toBe(`${origin}/invite/${token}`);
    const stored = await database.prisma.invitation.findFirstOrThrow({ where: { email: "kofi@example.com" } });
    expect(JSON.stringify(stored)).not.toContain(token);
    expect(await openInvitation(visitor(), { token })).toMatchObject({
      email: "kofi@example.com",
      role: "facilitator",
    });

    const both = await Promise.allSettled([accept(token), accept(token)]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    const user = await database.prisma.user.findUniqueOrThrow({ where: { email: "kofi@example.com" } });
    expect(user).toMatchObject({ name: "Kofi Mensah", role: "facilitator" });
    expect(await verifyPassword(user.passwordHash, "a long password")).toBe(true);
    await expect(accept(token)).rejects.toMatchObject(refused);
    await expect(invite("kofi@example.com")).rejects.toMatchObject({ details: { rule: "has_account" } });
    const trail = await database.prisma.auditEntry.findMany({ where: { nounId: user.id } });
    expect(trail.map((entry) => [entry.action, entry.actorId])).toEqual([["member.joined", user.id]]);
  });

  it("stops working when it is revoked, replaced, expired or unknown, with the same response", async () => {
    const taken = await invite("a@example.com");
    await revokeInvitation(as(admin), { id: taken.id });
    const replaced = await invite("b@example.com");
    const newer = await invite("b@example.com");
    const over = await invite("c@example.com");
    for (const token of [taken.token, replaced.token, "never-was"]) {
      await expect(accept(token)).rejects.toMatchObject(refused);
      expect(await openInvitation(visitor(), { token })).toBeNull();
    }
    now = new Date(now.getTime() + 7 * DAY_MS + 1000);
    await expect(accept(over.token)).rejects.toMatchObject(refused);
    await expect(accept(newer.token)).rejects.toMatchObject(refused);
    expect((await listInvitations(as(admin))).items).toEqual([]);
    await expect(revokeInvitation(as(admin), { id: taken.id })).rejects.toMatchObject({ code: "not_found" });
  });

  it("delays guesses at invitations only, and accepts the right link", async () => {
    const { token } = await invite("d@example.com");
    const address = "10.9.9.9";
    const guess = (token: string) =>
      acceptInvitation(visitor(), { token, name: "x", password: "a long password", address });
    for (let i = 0; i < 10; i++) await expect(guess(`guess-${i}`)).rejects.toMatchObject(refused);
    await expect(guess("guess-11")).rejects.toMatchObject({
      code: "rate_limited",
      details: { retryAfterSeconds: expect.any(Number) },
    });
    const wish = { token: "never-was", password: "another password", address, isDemoAccepted: true };
    const reset = spendResetLink(visitor(), wish);
    await expect(reset).rejects.toMatchObject(refused);
    await expect(guess(token)).resolves.toEqual({ email: "d@example.com" });
  });

  it("stays valid for anyone who chose an easily guessed password, however often", async () => {
    const { token } = await invite("kofi.mensah@example.com");
    const address = "10.9.9.10";
    const choose = (password: string) => acceptInvitation(visitor(), { token, name: "Kofi Mensah", password, address });
    for (let tries = 0; tries < 12; tries++)
      await expect(choose(tries % 2 ? "kofimensah2026" : "password1234")).rejects.toMatchObject({
        code: "invalid",
        details: { fields: [{ field: "password" }] },
      });
    await expect(choose("a long password")).resolves.toEqual({ email: "kofi.mensah@example.com" });
  });
});

describe("a reset link", () => {
  const session = (userId: string, id: string) =>
    database.prisma.userSession.create({ data: { id, userId, expiresAt: new Date(now.getTime() + DAY_MS) } });
  const spend = (token: string) =>
    spendResetLink(visitor(), { token, password: "another password", isDemoAccepted: false, ...from() });

  it("does not set a password that is easily guessed, and works afterwards", async () => {
    const lost = await makeUser(database.prisma, "member", "Lost Person");
    const { url } = await createResetLink(as(admin), { id: lost.id, origin });
    const choose = (password: string) =>
      spendResetLink(visitor(), { token: tokenOf(url), password, isDemoAccepted: false, ...from() });
    const early = { code: "invalid", details: { fields: [{ field: "password" }] } };
    for (const password of ["Letmein!!2026", "lost person 26"])
      await expect(choose(password)).rejects.toMatchObject(early);
    await expect(choose("another password")).resolves.toMatchObject({});
  });

  it("sets a password once and ends every session of that person, and no one else's", async () => {
    const lost = await makeUser(database.prisma, "member", "Lost");
    await session(lost.id, "01900000-0000-7000-8000-000000000001");
    await session(tpm.id, "01900000-0000-7000-8000-000000000002");
    const { url } = await createResetLink(as(admin), { id: lost.id, origin });
    const token = tokenOf(url);
    expect((await openResetLink(visitor(), { token, isDemoAccepted: false }))?.user.name).toBe("Lost");
    const both = await Promise.allSettled([spend(token), spend(token)]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    const user = await database.prisma.user.findUniqueOrThrow({ where: { id: lost.id } });
    expect(await verifyPassword(user.passwordHash, "another password")).toBe(true);
    expect(await database.prisma.userSession.count({ where: { userId: lost.id, revokedAt: null } })).toBe(0);
    expect(await database.prisma.userSession.count({ where: { userId: tpm.id, revokedAt: null } })).toBe(1);
    const [event] = await database.prisma.outboxEvent.findMany({ where: { topic: "access.changed" } });
    expect(event?.payload).toEqual({ userId: lost.id });
    await expect(spend(token)).rejects.toMatchObject(refused);
  });

  it("can be created on the command line by email, ends the one before, and expires after a day", async () => {
    const cli = makeContext(database.prisma, { kind: "system", label: "cli" }, () => now);
    const user = await database.prisma.user.findUniqueOrThrow({ where: { id: tpm.id } });
    const first = await createResetLink(cli, { email: user.email.toUpperCase(), origin });
    const second = await createResetLink(cli, { email: user.email, origin });
    await expect(spend(tokenOf(first.url))).rejects.toMatchObject(refused);
    now = new Date(now.getTime() + DAY_MS + 1000);
    await expect(spend(tokenOf(second.url))).rejects.toMatchObject(refused);
  });

  it("is created by a demo admin for demo accounts only, because everyone knows their password", async () => {
    const [demo, other] = [
      await makeUser(database.prisma, "admin", "Demo"),
      await makeUser(database.prisma, "tpm", "Show"),
    ];
    await database.prisma.user.updateMany({ where: { id: { in: [demo.id, other.id] } }, data: { demo: true } });
    for (const person of [admin, tpm])
      await expect(createResetLink(as(demo), { id: person.id, origin })).rejects.toMatchObject({
        details: { rule: "demo_admin" },
      });
    await expect(createResetLink(as(demo), { id: other.id, origin })).resolves.toMatchObject({});
    await expect(createResetLink(as(admin), { id: other.id, origin })).resolves.toMatchObject({});
    await database.prisma.user.deleteMany({ where: { id: { in: [demo.id, other.id] } } });
  });

  it("is created by admins, and not for someone whose access has ended", async () => {
    await expect(createResetLink(as(tpm), { id: admin.id, origin })).rejects.toMatchObject({ code: "forbidden" });
    const left = await makeUser(database.prisma, "member", "Left");
    const { url } = await createResetLink(as(admin), { id: left.id, origin });
    await database.prisma.user.update({ where: { id: left.id }, data: { disabledAt: now } });
    await expect(spend(tokenOf(url))).rejects.toMatchObject(refused);
    await expect(createResetLink(as(admin), { id: left.id, origin })).rejects.toMatchObject({
      details: { rule: "access_ended" },
    });
    await expect(createResetLink(as(admin), { email: "nobody@example.com", origin })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
