import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { changeSeveral, createActionItem, transitionActionItem, watch } from "./index.ts";

let database: TestDatabase;
const people = new Map<string, UserActor>();
let teamId: string;
const person = (name: string): UserActor => people.get(name) as UserActor;
const as = (name: string) => makeContext(database.prisma, person(name));

beforeAll(async () => {
  database = await testDatabase();
  teamId = uuidv7();
  await database.prisma.team.create({ data: { id: teamId, name: "Payments" } });
  for (const name of ["Owner", "Mate", "Watcher", "Silent", "Stranger"]) {
    const made = await makeUser(database.prisma, name === "Stranger" ? "tpm" : "member", name);
    people.set(name, made);
    if (name !== "Stranger") await database.prisma.teamMember.create({ data: { teamId, userId: made.id } });
  }
  const off = { kind: "team", inbox: false, mail: false, digest: false };
  await database.prisma.messageRule.create({ data: { userId: person("Silent").id, ...off } });
});
beforeEach(async () => {
  await database.prisma.notification.deleteMany();
});
afterAll(() => database.close());

const propose = (by: string) =>
  createActionItem(as(by), {
    ...{ title: "Sign the mail", type: "prevent", priority: "P2", ownerId: person("Owner").id, teamId },
    ...{ description: "", doneWhen: "", trackerUrl: null, factorIds: [], changeKeys: [] },
  });
async function told(kind: string): Promise<string[]> {
  const rows = await database.prisma.notification.findMany({ where: { kind }, include: { user: true } });
  return rows.map(({ user, subject }) => `${user.name}: ${subject}`).sort();
}

it("tells the team of a new action, except its owner, who added it and who wants none of it", async () => {
  const { key } = await propose("Stranger");
  const news = `New in your team: ${key} Sign the mail`;
  expect(await told("action_item.team_new")).toEqual([`Mate: ${news}`, `Watcher: ${news}`]);
  await database.prisma.notification.deleteMany();
  const mine = await propose("Mate");
  expect(await told("action_item.team_new")).toEqual([`Watcher: New in your team: ${mine.key} Sign the mail`]);
});

it("tells it once that an action is declined or verified, and those who watch only as such", async () => {
  const [one, other] = [await propose("Mate"), await propose("Mate")];
  await watch(as("Watcher"), { key: one.key, on: true });
  await database.prisma.notification.deleteMany();
  const decline = { to: "declined", declineKind: "wont_do", reason: "Not needed" } as const;
  await transitionActionItem(as("Stranger"), { key: one.key, version: one.version, ...decline });
  expect(await told("action_item.team_settled")).toEqual([`Mate: Declined in your team: ${one.key} Sign the mail`]);
  const declined = `${one.key} Sign the mail: Declined`;
  expect(await told("action_item.news")).toEqual([`Owner: ${declined}`, `Watcher: ${declined}`]);
  await database.prisma.notification.deleteMany();
  const several = [{ key: other.key, version: other.version, ...decline }];
  await changeSeveral(as("Stranger"), { updates: [], transitions: several });
  expect((await told("action_item.team_settled")).map((line) => line.split(":")[0])).toEqual(["Mate", "Watcher"]);
});
