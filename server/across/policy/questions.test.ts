import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import type { Policy } from "#lib/contract/policy.ts";
import type { PolicyValues } from "#lib/people/policy/values.ts";
import {
  askIfWanted,
  createActionItem,
  getActionItem,
  transitionActionItem,
} from "#server/follow/action-item/index.ts";
import { getWork } from "#server/follow/my-work/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { previewPolicy, savePolicy } from "./index.ts";

let database: TestDatabase;
let tpm: UserActor;
let owner: UserActor;
let teamId: string;

beforeAll(async () => {
  database = await testDatabase();
  tpm = await makeUser(database.prisma, "tpm", "Tess");
  owner = await makeUser(database.prisma, "member", "Olga");
});
beforeEach(async () => {
  await database.prisma.policy.deleteMany();
  await database.prisma.policyEdition.deleteMany();
  await database.prisma.actionItem.deleteMany();
  teamId = uuidv7();
  await database.prisma.team.create({ data: { id: teamId, name: `Team ${teamId}` } });
});
afterAll(() => database.close());

/** Wed 15 Feb 2017. */
const NOW = "2017-02-15T10:00:00Z";
const at = (now: string) => () => new Date(now);
const as = (actor: UserActor, now = NOW) => makeContext(database.prisma, actor, at(now));
const job = (now: string) => makeContext(database.prisma, { kind: "system", label: "job" }, at(now));
const policyOf = (values: PolicyValues) => ({
  ...{ name: "Payments", archived: false, movePast: false },
  scope: { serviceIds: [], teamIds: [teamId], severities: [], priorities: [] },
  values: values as Policy["values"],
});
const THREE_DAYS = { days: 3, unit: "business" } as const;

async function proposed(priority: "P2" | "P3" = "P2", now = NOW): Promise<string> {
  const blank = { description: "", doneWhen: "", trackerUrl: null, factorIds: [], changeKeys: [] };
  const named = { ...blank, title: "Restore every backup", type: "prevent", priority, ownerId: owner.id } as const;
  return (await createActionItem(as(owner, now), { ...named, teamId })).key;
}

async function acceptedP3(): Promise<string> {
  const key = await proposed("P3");
  await transitionActionItem(as(owner), { key, version: 1, to: "accepted" });
  await database.prisma.actionItem.updateMany({ data: { updatedAt: new Date(NOW) } });
  return key;
}

const toTriage = async (now: string) => {
  const { now: items } = await getWork(as(tpm, now));
  return items.flatMap(({ kind, key, dueDate }) => (kind === "action_to_triage" ? [[key, dueDate]] : []));
};

it("gives a proposal the time for triage of its policy, and one before it the time of then", async () => {
  const before = await proposed();
  await savePolicy(as(tpm), policyOf({ triage: THREE_DAYS }));
  const after = await proposed();
  expect(await toTriage("2017-02-17T10:00:00Z")).toEqual([[before, "2017-02-16"]]);
  expect(await toTriage("2017-02-21T10:00:00Z")).toEqual([
    [before, "2017-02-16"],
    [after, "2017-02-20"],
  ]);
});

it("shows which proposals would have more time, and moves them if chosen, until an undo", async () => {
  const key = await proposed();
  const input = policyOf({ triage: THREE_DAYS });
  const line = { kind: "ladder", key, what: "proposal is to be answered", now: "2017-02-16", wouldBe: "2017-02-20" };
  expect((await previewPolicy(as(tpm), input)).items).toMatchObject([line]);
  expect((await previewPolicy(as(tpm), policyOf({ dueP2: THREE_DAYS, effectDays: 9 }))).items).toEqual([]);
  const { dueDate } = await getActionItem(as(tpm), { key });
  const { id, version } = await savePolicy(as(tpm), { ...input, movePast: true });
  expect(await toTriage("2017-02-17T10:00:00Z")).toEqual([]);
  expect((await getActionItem(as(tpm), { key })).dueDate).toBe(dueDate);
  await savePolicy(as(tpm), { ...input, id, version, archived: true, undoesMove: true });
  expect(await toTriage("2017-02-17T10:00:00Z")).toEqual([[key, "2017-02-16"]]);
});

it("asks about an old P3 after the days of its policy, whichever was there before", async () => {
  const key = await acceptedP3();
  const month = { ...policyOf({ wantedDays: 30 }), movePast: true };
  const what = "people are asked whether it is still wanted";
  const line = { kind: "ladder", key, what, now: "2017-05-16", wouldBe: "2017-03-17" };
  expect((await previewPolicy(as(tpm), month)).items).toMatchObject([line]);
  const { id, version } = await savePolicy(as(tpm, "2017-02-20T10:00:00Z"), { ...month, movePast: false });
  expect(await askIfWanted(job("2017-03-17T10:00:00Z"))).toBe(0);
  // The move isn't a change of the action, so its days count on.
  await savePolicy(as(tpm, "2017-02-21T10:00:00Z"), { ...month, id, version });
  expect(await askIfWanted(job("2017-03-17T09:59:00Z"))).toBe(0);
  expect(await askIfWanted(job("2017-03-17T10:00:00Z"))).toBe(1);
  expect((await previewPolicy(as(tpm), { ...policyOf({ wantedDays: 60 }), id })).items).toEqual([]);
});

it("waits longer than what is built in if the policy says so", async () => {
  await savePolicy(as(tpm), policyOf({ wantedDays: 200 }));
  await acceptedP3();
  expect(await askIfWanted(job("2017-05-17T10:00:00Z"))).toBe(0);
  expect(await askIfWanted(job("2017-09-04T10:00:00Z"))).toBe(1);
});
