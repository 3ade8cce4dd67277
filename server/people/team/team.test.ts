import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { Team } from "#lib/contract/team.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { createTeam, listTeams, updateTeam } from "./index.ts";

let database: TestDatabase;
let admin: UserActor;
let member: UserActor;
let made = 0;

const as = (actor: UserActor) => makeContext(database.prisma, actor);
const create = (more: { parentId?: string; managerId?: string; memberIds?: string[]; name?: string } = {}) =>
  createTeam(as(admin), { name: `Team ${made++}`, managerId: null, parentId: null, memberIds: [], ...more });
const wrong = (field: string) => ({ code: "invalid", details: { fields: [{ field }] } });

beforeAll(async () => {
  database = await testDatabase();
  admin = await makeUser(database.prisma, "admin");
  member = await makeUser(database.prisma, "member", "Mo");
});
afterAll(() => database.close());

it("lets admins change a team, and everyone see it", async () => {
  const team = await create({ managerId: member.id, memberIds: [member.id] });
  expect(Team.parse(team)).toEqual(team);
  expect(team).toMatchObject({ manager: { name: "Mo" }, members: [{ id: member.id }], version: 1 });
  for (const role of ["viewer", "member", "facilitator", "tpm"] as const) {
    const actor = await makeUser(database.prisma, role);
    await expect(updateTeam(as(actor), { id: team.id, version: 1, name: "x" })).rejects.toMatchObject({
      code: "forbidden",
    });
    expect((await listTeams(as(actor), { limit: 50, includeArchived: false })).items).toContainEqual(team);
  }
});

it("rejects a name that is taken in any case, and people who don't exist", async () => {
  const { name } = await create();
  await expect(create({ name: name.toUpperCase() })).rejects.toMatchObject(wrong("name"));
  const left = await makeUser(database.prisma, "member", "Left");
  await database.prisma.user.update({ where: { id: left.id }, data: { disabledAt: new Date() } });
  await expect(create({ managerId: left.id })).rejects.toMatchObject(wrong("managerId"));
  await expect(create({ memberIds: [left.id] })).rejects.toMatchObject(wrong("memberIds"));
});

describe("the tree", () => {
  it("rejects a parent below the team, itself, an archived one and an unknown one", async () => {
    const top = await create();
    const middle = await create({ parentId: top.id });
    const bottom = await create({ parentId: middle.id });
    const move = (parentId: string) => updateTeam(as(admin), { id: top.id, version: 1, parentId });
    for (const parentId of [bottom.id, middle.id, top.id, admin.id]) {
      await expect(move(parentId)).rejects.toMatchObject(wrong("parentId"));
    }
    const old = await create();
    await updateTeam(as(admin), { id: old.id, version: 1, archived: true });
    await expect(move(old.id)).rejects.toMatchObject(wrong("parentId"));
    await expect(move((await create()).id)).resolves.toMatchObject({ version: 2 });
  });

  it("stays a tree when two moves happen at once", async () => {
    const [a, b] = [await create(), await create()];
    const both = await Promise.allSettled([
      updateTeam(as(admin), { id: a.id, version: 1, parentId: b.id }),
      updateTeam(as(admin), { id: b.id, version: 1, parentId: a.id }),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

it("informs the sockets of new and former members, and only of them", async () => {
  const stays = await makeUser(database.prisma, "member", "Stays");
  const team = await create({ memberIds: [member.id, stays.id] });
  await database.prisma.outboxEvent.deleteMany();
  await updateTeam(as(admin), { id: team.id, version: 1, memberIds: [stays.id, admin.id] });
  const told = await database.prisma.outboxEvent.findMany({ where: { topic: "access.changed" } });
  expect(told.map((event) => event.payload)).toEqual([{ userId: member.id }, { userId: admin.id }]);
});

it("archives and restores, and returns a conflict with the newer row", async () => {
  const { id, name } = await create();
  await updateTeam(as(admin), { id, version: 1, archived: true });
  const listed = async (includeArchived: boolean) =>
    (await listTeams(as(member), { limit: 200, includeArchived, q: name })).items.length;
  expect([await listed(false), await listed(true)]).toEqual([0, 1]);
  await expect(updateTeam(as(admin), { id, version: 1, name: "x" })).rejects.toMatchObject({
    code: "conflict",
    details: { current: { archived: true, version: 2 } },
  });
  await updateTeam(as(admin), { id, version: 2, archived: false });
  expect(await listed(false)).toBe(1);
});
