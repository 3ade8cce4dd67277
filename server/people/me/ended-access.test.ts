import { uuidv7 } from "uuidv7";
import { beforeAll, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { hashPassword } from "#server/people/auth/password.ts";
import { readBearer } from "#server/people/auth/token.ts";
import { createResetLink, spendResetLink, updateMember } from "#server/people/member/index.ts";
import { createToken } from "#server/people/token/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { sharedDatabase } from "#server/testing/test-database.ts";
import { changePassword, endSession, listSessions, signOutEverywhere } from "./index.ts";

const OLD = "the first password of all";
const NEW = "the second password of all";
const database = sharedDatabase();
let admin: UserActor;

beforeAll(async () => {
  admin = await makeUser(database.prisma, "admin");
});

const as = (actor: UserActor) => makeContext(database.prisma, actor);
const visitor = () => makeContext(database.prisma, { kind: "system", label: "set-up" });

async function personWithTokens() {
  const person = await makeUser(database.prisma, "member", `Mo ${uuidv7()}`);
  await database.prisma.user.update({ where: { id: person.id }, data: { passwordHash: await hashPassword(OLD) } });
  const make = (name: string, expiresOn?: string) =>
    createToken(as(person), { name, scopes: ["read", "write"], ...(expiresOn ? { expiresOn } : {}) });
  const tokens = [await make("laptop"), await make("script", "2099-01-01")];
  return { person, secrets: tokens.map(({ secret }) => secret) };
}
const stillOpen = async (secrets: readonly string[]) =>
  (await Promise.all(secrets.map((secret) => readBearer(`Bearer ${secret}`, new Date())))).filter(Boolean).length;
const told = (userId: string) =>
  database.prisma.outboxEvent.count({ where: { topic: "access.changed", payload: { equals: { userId } } } });

type End = (person: UserActor) => Promise<unknown>;
const ENDS: Record<string, End> = {
  "a changed password": (person) => changePassword(as(person), { current: OLD, next: NEW, sessionId: null }),
  "a sign-out everywhere": (person) => signOutEverywhere(as(person), { sessionId: null }),
  "a sign-out everywhere that a token asks for": (person) =>
    signOutEverywhere(as({ ...person, scopes: ["write"] }), { sessionId: null }),
  "a reset by a link": async ({ id }) => {
    const { url } = await createResetLink(as(admin), { id, origin: "https://afterword.example" });
    const token = url.split("/").at(-1) ?? "";
    await spendResetLink(visitor(), { isDemoAccepted: false, token, password: NEW, address: uuidv7() });
  },
  "an end of access, also once access is restored": async ({ id }) => {
    await updateMember(as(admin), { id, version: 1, disabled: true });
    await updateMember(as(admin), { id, version: 2, disabled: false });
  },
};

it.each(Object.entries(ENDS))(
  "revokes every personal token of that person and no one else's after %s",
  async (_, end) => {
    const [mine, theirs] = [await personWithTokens(), await personWithTokens()];
    expect(await stillOpen([...mine.secrets, ...theirs.secrets])).toBe(4);
    await end(mine.person);
    expect(await stillOpen(mine.secrets)).toBe(0);
    expect(await stillOpen(theirs.secrets)).toBe(2);
    expect(await told(mine.person.id)).toBeGreaterThan(0);
    const trail = await database.prisma.auditEntry.findMany({ where: { nounId: mine.person.id } });
    expect(trail.map(({ after }) => after)).toContainEqual(expect.objectContaining({ revokedTokens: 2 }));
  },
);

it("keeps tokens when one session ends or a role changes", async () => {
  const { person, secrets } = await personWithTokens();
  await updateMember(as(admin), { id: person.id, version: 1, role: "viewer" });
  expect(await stillOpen(secrets)).toBe(2);
});

it("lists where a person is signed in, the current session first, and ends only their own", async () => {
  const [person, stranger] = [await makeUser(database.prisma, "member"), await makeUser(database.prisma, "member")];
  const signIn = async (lastSeenAt: string, more: { revokedAt?: Date; expiresAt?: Date } = {}) => {
    const data = { id: uuidv7(), userId: person.id, expiresAt: new Date("2999-01-01"), ...more };
    return (await database.prisma.userSession.create({ data: { ...data, lastSeenAt: new Date(lastSeenAt) } })).id;
  };
  const [phone, laptop] = [await signIn("2026-01-01"), await signIn("2026-01-02")];
  await signIn("2026-01-03", { revokedAt: new Date() });
  await signIn("2026-01-04", { expiresAt: new Date("2026-01-05") });
  const list = async () => {
    const { items } = await listSessions(as(person), { sessionId: phone });
    return items.map(({ id, current }) => [id, current]);
  };
  expect(await list()).toEqual([
    [phone, true],
    [laptop, false],
  ]);
  expect((await listSessions(as(stranger), { sessionId: phone })).items).toEqual([]);
  await expect(endSession(as(stranger), { id: laptop })).rejects.toMatchObject({ code: "not_found" });
  expect(await endSession(as(person), { id: laptop })).toEqual({ done: true });
  await expect(endSession(as(person), { id: laptop })).rejects.toMatchObject({ code: "not_found" });
  expect(await list()).toEqual([[phone, true]]);
  const events = await database.prisma.outboxEvent.findMany({ where: { topic: "access.changed" } });
  expect(events.map(({ payload }) => payload)).toContainEqual({ userId: person.id, sessionId: laptop });
  const [entry] = await database.prisma.auditEntry.findMany({ where: { nounId: person.id } });
  expect(entry).toMatchObject({ action: "member.session_ended", after: { sessionId: laptop } });
});

it("returns how many sessions and tokens ended", async () => {
  const { person } = await personWithTokens();
  const inAnHour = new Date(Date.now() + 3_600_000);
  await database.prisma.userSession.create({ data: { id: uuidv7(), userId: person.id, expiresAt: inAnHour } });
  expect(await signOutEverywhere(as(person), { sessionId: null })).toEqual({ ended: 1, revokedTokens: 2 });
  expect(await signOutEverywhere(as(person), { sessionId: null })).toEqual({ ended: 0, revokedTokens: 0 });
});

it("changes the password for one of two simultaneous requests with the old one", async () => {
  const { person } = await personWithTokens();
  const change = (next: string) => changePassword(as(person), { current: OLD, next, sessionId: null });
  const both = await Promise.allSettled([change("violet otter ladder 71"), change("amber piano window 13")]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(both.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { code: "invalid", details: { fields: [{ field: "current" }] } },
  });
});
