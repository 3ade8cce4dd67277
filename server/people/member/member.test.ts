import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { Member } from "#lib/contract/member.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { listMembers, updateMember } from "./index.ts";

let database: TestDatabase;
let admin: UserActor;
let member: UserActor;

const as = (actor: UserActor) => makeContext(database.prisma, actor);
const topics = async () => (await database.prisma.outboxEvent.findMany({ orderBy: { id: "asc" } })).map((e) => e.topic);

beforeEach(async () => {
  await database?.close();
  database = await testDatabase();
  admin = await makeUser(database.prisma, "admin", "Ada");
  member = await makeUser(database.prisma, "member", "Mo");
});
afterAll(() => database.close());

describe("changing a person", () => {
  it("is for admins", async () => {
    for (const role of ["viewer", "member", "facilitator", "tpm"] as const) {
      const actor = await makeUser(database.prisma, role, `a ${role}`);
      const change = updateMember(as(actor), { id: member.id, version: 1, role: "admin" });
      await expect(change).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  it("changes a role at once, informs open sockets, and leaves an audit entry", async () => {
    const changed = await updateMember(as(admin), { id: member.id, version: 1, role: "tpm" });
    expect(changed).toMatchObject({ role: "tpm", version: 2 });
    expect(Member.parse(changed)).toEqual(changed);
    expect(await topics()).toContain("access.changed");
    const entry = await database.prisma.auditEntry.findFirstOrThrow({ where: { nounId: member.id } });
    expect(entry).toMatchObject({ action: "member.role_changed", actorId: admin.id, after: { role: "tpm" } });
  });

  it("ends access and every session at once, and restores access without the sessions", async () => {
    const id = "01900000-0000-7000-8000-000000000003";
    await database.prisma.userSession.create({
      data: { id, userId: member.id, expiresAt: new Date(Date.now() + 60_000) },
    });
    const ended = await updateMember(as(admin), { id: member.id, version: 1, disabled: true });
    expect(ended).toMatchObject({ disabled: true, openSessions: 0 });
    expect((await database.prisma.userSession.findUniqueOrThrow({ where: { id } })).revokedAt).not.toBeNull();
    expect(await topics()).toEqual(["access.changed", "record.changed"]);
    const back = await updateMember(as(admin), { id: member.id, version: 2, disabled: false });
    expect(back).toMatchObject({ disabled: false, openSessions: 0 });
  });

  it("returns a stale version with the newer row", async () => {
    await updateMember(as(admin), { id: member.id, version: 1, name: "Moira" });
    const late = updateMember(as(admin), { id: member.id, version: 1, role: "viewer" });
    await expect(late).rejects.toMatchObject({ code: "conflict", details: { current: { name: "Moira", version: 2 } } });
  });

  it("keeps the last admin who has access", async () => {
    const rule = { code: "rule", details: { rule: "last_admin" } };
    const other = await makeUser(database.prisma, "admin", "Gone");
    await updateMember(as(admin), { id: other.id, version: 1, disabled: true });
    await expect(updateMember(as(admin), { id: admin.id, version: 1, disabled: true })).rejects.toMatchObject(rule);
    await expect(updateMember(as(admin), { id: admin.id, version: 1, role: "tpm" })).rejects.toMatchObject(rule);
    await expect(
      updateMember(as(admin), { id: admin.id, version: 1, role: "admin", name: "A" }),
    ).resolves.toMatchObject({ role: "admin", name: "A", version: 2 });
  });

  it("keeps one of two admins who leave at the same moment", async () => {
    const other = await makeUser(database.prisma, "admin", "Bo");
    const both = await Promise.allSettled([
      updateMember(as(admin), { id: other.id, version: 1, role: "member" }),
      updateMember(as(other), { id: admin.id, version: 1, disabled: true }),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await database.prisma.user.count({ where: { role: "admin", disabledAt: null } })).toBe(1);
  });
});

describe("the list of people", () => {
  const page = { limit: 2, includeDisabled: false };
  it("pages by name without a gap, finds by name and email, and hides former users", async () => {
    for (const name of ["Cy", "Di", "Egon"]) await makeUser(database.prisma, "member", name);
    const gone = await makeUser(database.prisma, "member", "Fay");
    await database.prisma.user.update({ where: { id: gone.id }, data: { disabledAt: new Date() } });
    const names: string[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const got: { items: Member[]; nextCursor: string | null } = await listMembers(as(member), {
        ...page,
        ...(cursor ? { cursor } : {}),
      });
      names.push(...got.items.map((one) => one.name));
      cursor = got.nextCursor;
    }
    expect(names).toEqual(["Ada", "Cy", "Di", "Egon", "Mo"]);
    const found = async (q: string, includeDisabled = false) =>
      (await listMembers(as(member), { limit: 50, includeDisabled, q })).items.map((one) => one.name);
    expect(await found("EGON")).toEqual(["Egon"]);
    expect(await found("fay", true)).toEqual(["Fay"]);
    expect(await found("cy.")).toEqual(["Cy"]);
  });

  it("shows sign-ins to admins only", async () => {
    await database.prisma.userSession.create({
      data: { id: admin.id, userId: member.id, expiresAt: new Date(Date.now() + 60_000) },
    });
    const mo = async (actor: UserActor) =>
      (await listMembers(as(actor), { limit: 50, includeDisabled: false, q: "mo." })).items[0];
    expect(await mo(admin)).toMatchObject({ openSessions: 1, lastSeenAt: expect.any(String) });
    expect(await mo(member)).toMatchObject({ openSessions: null, lastSeenAt: null });
  });
});
