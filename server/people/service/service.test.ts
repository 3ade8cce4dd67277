import { afterAll, beforeAll, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { Service, serviceContract } from "#lib/contract/service.ts";
import { createTeam, updateTeam } from "#server/people/team/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { createService, listServices, proposeService, updateService } from "./index.ts";

let database: TestDatabase;
let admin: UserActor;
let teamId: string;

const as = (actor: UserActor) => makeContext(database.prisma, actor);
const create = (name: string, ownerTeamId: string | null = null) =>
  createService(as(admin), { name, description: "", ownerTeamId, availabilityTarget: 99.8 });

beforeAll(async () => {
  database = await testDatabase();
  admin = await makeUser(database.prisma, "admin");
  const team = await createTeam(as(admin), { name: "Platform", managerId: null, parentId: null, memberIds: [] });
  teamId = team.id;
});
afterAll(() => database.close());

it("lets a member propose a service with its name alone, and an admin confirm it", async () => {
  const member = await makeUser(database.prisma, "member");
  const viewer = await makeUser(database.prisma, "viewer");
  const made = await proposeService(as(member), { name: "Acme Search" });
  expect(made).toMatchObject({ name: "Acme Search", proposed: true, ownerTeam: null, availabilityTarget: 99.8 });
  await expect(proposeService(as(member), { name: "acme search" })).rejects.toMatchObject({ code: "invalid" });
  await expect(proposeService(as(viewer), { name: "Other" })).rejects.toMatchObject({ code: "forbidden" });
  const confirm = { id: made.id, version: 1, proposed: false };
  await expect(updateService(as(member), confirm)).rejects.toMatchObject({ code: "forbidden" });
  expect(await updateService(as(admin), confirm)).toMatchObject({ proposed: false, version: 2 });
  const trail = await database.prisma.auditEntry.findMany({ where: { nounId: made.id }, orderBy: { id: "asc" } });
  expect(trail.map(({ action }) => action)).toEqual(["service.proposed", "service.confirmed"]);
  await updateService(as(admin), { id: made.id, version: 2, archived: true });
});

it("lets admins add and change a service with its target, and everyone see it", async () => {
  const made = await create("Checkout", teamId);
  expect(Service.parse(made)).toEqual(made);
  expect(made).toMatchObject({ ownerTeam: { name: "Platform" }, availabilityTarget: 99.8, version: 1 });
  const changed = await updateService(as(admin), { id: made.id, version: 1, availabilityTarget: 99.995 });
  expect(changed.availabilityTarget).toBe(99.995);
  const tpm = await makeUser(database.prisma, "tpm");
  await expect(updateService(as(tpm), { id: made.id, version: 2, name: "x" })).rejects.toMatchObject({
    code: "forbidden",
  });
  expect((await listServices(as(tpm), { limit: 50, includeArchived: false })).items).toEqual([changed]);
  const trail = await database.prisma.auditEntry.findMany({ where: { nounId: made.id }, orderBy: { id: "asc" } });
  expect(trail.map((entry) => [entry.action, entry.before, entry.after])).toEqual([
    ["service.created", null, expect.objectContaining({ name: "Checkout" })],
    ["service.updated", { availabilityTarget: 99.8 }, { availabilityTarget: 99.995 }],
  ]);
});

it.each([[0], [100.1], [99.9995]])("the contract rejects a target of %d", (availabilityTarget) => {
  const schema = serviceContract.create["~orpc"].inputSchema;
  expect(schema?.safeParse({ name: "x", availabilityTarget }).success).toBe(false);
});

it("rejects a name that is taken, an unknown team and an archived one", async () => {
  await expect(create("CHECKOUT")).rejects.toMatchObject({ details: { fields: [{ field: "name" }] } });
  await expect(create("A", admin.id)).rejects.toMatchObject({ details: { fields: [{ field: "ownerTeamId" }] } });
  const { id, version } = await create("Owned", teamId);
  await updateTeam(as(admin), { id: teamId, version: 1, archived: true });
  await expect(create("B", teamId)).rejects.toMatchObject({ details: { fields: [{ field: "ownerTeamId" }] } });
  // Its current owner can stay while something else changes.
  await expect(updateService(as(admin), { id, version, ownerTeamId: teamId, description: "d" })).resolves.toMatchObject(
    { description: "d" },
  );
});

it("archives, restores, and returns a conflict with the newer row", async () => {
  const { id } = await create("Files");
  expect(await updateService(as(admin), { id, version: 1, archived: true })).toMatchObject({ archived: true });
  await expect(updateService(as(admin), { id, version: 1, archived: false })).rejects.toMatchObject({
    code: "conflict",
    details: { current: { version: 2 } },
  });
  expect(await updateService(as(admin), { id, version: 2, archived: false })).toMatchObject({ archived: false });
});
