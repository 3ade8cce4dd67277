import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { getActionItem } from "#server/follow/action-item/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { decideWalk, endWalk, getWalk, sayHereWalk, startWalk } from "./index.ts";

let database: TestDatabase;
let lead: UserActor;
let owner: UserActor;
let reader: UserActor;
let now = new Date("2017-02-13T10:00:00Z");
const as = (actor: UserActor) => makeContext(database.prisma, actor, () => now);
type Given = Parameters<typeof decideWalk>[1]["given"];

beforeAll(async () => {
  database = await testDatabase();
  const { prisma } = database;
  lead = await makeUser(prisma, "tpm", "Tess");
  owner = await makeUser(prisma, "member", "Wen");
  reader = await makeUser(prisma, "viewer", "Vic");
});
afterAll(() => database.close());

async function late(): Promise<string> {
  const { number } = await database.prisma.actionItem.create({
    data: {
      ...{ id: uuidv7(), title: "Expire old flags", type: "prevent", priority: "P2", status: "accepted" },
      ...{ ownerId: owner.id, dueDate: new Date("2017-01-20"), createdAt: new Date("2017-01-02T00:00:00Z") },
    },
  });
  return `ACT-${number}`;
}

it("says for how long the answer about an item is the same, to those who can read the item", async () => {
  const key = await late();
  const other = await late();
  const ask = { personId: owner.id, by: "2017-03-31", reason: "Which are left?" };
  const meet = async (day: string, given: (key: string) => Promise<Given>) => {
    now = new Date(`${day}T10:00:00Z`);
    const { id } = await startWalk(as(lead), { today: day });
    await decideWalk(as(lead), { id, given: await given(key) });
    await endWalk(as(lead), { id });
  };
  const version = async () => (await getActionItem(as(lead), { key })).version;
  await meet("2017-02-20", async () => ({ outcome: "ask", key, ...ask }));
  await meet("2017-02-27", async () => ({
    outcome: "date",
    key,
    version: await version(),
    date: "2017-04-03",
    reason: "x",
  }));
  await meet("2017-03-06", async () => ({ outcome: "ask", key, ...ask }));
  await meet("2017-03-13", async () => ({ outcome: "ask", key: other, ...ask }));
  await meet("2017-03-20", async () => ({ outcome: "ask", key, ...ask }));
  now = new Date("2017-03-27T10:00:00Z");
  const { id, standing } = await startWalk(as(lead), { today: "2017-03-27" });
  const of = (all: typeof standing, about: string) => all.filter((one) => one.key === about);
  expect(of(standing, key)).toEqual([{ kind: "action", key, outcome: "ask", meetings: 2, since: "2017-03-06" }]);
  expect(of(standing, other)).toMatchObject([{ meetings: 1 }]);
  const incident = await database.prisma.incident.create({
    data: { id: uuidv7(), title: "Leak", severity: 1, highestSeverity: 1, startedAt: now, restricted: true },
  });
  const number = Number(key.slice("ACT-".length));
  await database.prisma.actionItem.update({ where: { number }, data: { incidentId: incident.id } });
  expect(of((await getWalk(as(lead), { id })).standing, key)).toEqual([]);
  await endWalk(as(lead), { id });
});

it("shows who else has the meeting open, until they close it", async () => {
  const { id } = await startWalk(as(lead), { today: "2017-03-27" });
  const say = (who: UserActor, here = true) => sayHereWalk(as(who), { id, screen: uuidv7(), here });
  expect(await say(lead)).toEqual({ people: [] });
  expect(await say(reader)).toEqual({ people: [{ id: lead.id, name: "Tess" }] });
  const screen = uuidv7();
  await sayHereWalk(as(owner), { id, screen, here: true });
  expect((await say(lead)).people.map(({ name }) => name).sort()).toEqual(["Vic", "Wen"]);
  await sayHereWalk(as(owner), { id, screen, here: false });
  expect((await say(lead)).people.map(({ name }) => name)).toEqual(["Vic"]);
  const gone = sayHereWalk(as(lead), { id: uuidv7(), screen, here: true });
  await expect(gone).rejects.toMatchObject({ code: "not_found" });
});
