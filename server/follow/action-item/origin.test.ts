import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { DAY_MS } from "#lib/base/time/spans.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { merge, split, undo } from "../rework/index.ts";
import { getStrategicChange, updateStrategicChange } from "../strategic-change/index.ts";
import { changeSeveral, createActionItem, getActionItem, transitionActionItem, updateActionItem } from "./index.ts";

let database: TestDatabase;
let member: UserActor;
let facilitator: UserActor;

const as = (actor: UserActor) => makeContext(database.prisma, actor);
type Input = Parameters<typeof createActionItem>[1];
const create = (input: Partial<Input>) =>
  createActionItem(as(member), {
    ...{ title: "Restore every backup daily", type: "prevent", priority: "P1", description: "", doneWhen: "" },
    ...{ ownerId: null, teamId: null, trackerUrl: null, factorIds: [], changeKeys: [], ...input },
  });

/** An incident with a review and one factor. */
const seed = async (restricted = false) => {
  const { prisma } = database;
  const [incidentId, reviewId, factorId] = [uuidv7(), uuidv7(), uuidv7()];
  const somebody = await makeUser(prisma, "member", "somebody");
  const incident = await prisma.incident.create({
    data: {
      ...{ id: incidentId, title: "Outage", severity: 3, highestSeverity: 1, startedAt: new Date(), restricted },
      createdById: somebody.id,
    },
  });
  const review = await prisma.review.create({
    data: {
      ...{ id: reviewId, incidentId, documentId: uuidv7(), template: "standard", title: "Review" },
      facilitatorId: restricted ? null : facilitator.id,
    },
  });
  await prisma.factor.create({
    data: { id: factorId, reviewId, incidentId, number: 1, position: 1, statement: "Nobody had restored one" },
  });
  return { incidentKey: `INC-${incident.number}`, reviewKey: `REV-${review.number}`, factorId };
};

beforeAll(async () => {
  database = await testDatabase();
  member = await makeUser(database.prisma, "member");
  facilitator = await makeUser(database.prisma, "facilitator");
});
afterAll(() => database.close());

it("comes from the review and incident of its factor, whose highest severity decides the date", async () => {
  const { incidentKey, reviewKey, factorId } = await seed();
  const item = await create({ factorIds: [factorId] });
  expect(item).toMatchObject({
    incident: { key: incidentKey },
    review: { key: reviewKey },
    factors: [{ number: 1, statement: "Nobody had restored one", reviewKey }],
  });
  expect(Date.parse(item.dueDate ?? "") - Date.parse(item.createdAt.slice(0, 10))).toBe(15 * DAY_MS);
});

it("adds an action to the strategic changes that it names", async () => {
  const { number } = await database.prisma.strategicChange.create({ data: { id: uuidv7(), title: "Prove restores" } });
  const item = await create({ changeKeys: [`SC-${number}`] });
  expect(item.changes).toEqual([{ key: `SC-${number}`, title: "Prove restores" }]);
  await expect(create({ changeKeys: ["SC-99999"] })).rejects.toMatchObject({ code: "invalid" });
});

it("isn't removed from a strategic change by someone who hasn't seen it there", async () => {
  const { number, id } = await database.prisma.strategicChange.create({ data: { id: uuidv7(), title: "Drill" } });
  const key = `SC-${number}`;
  const tpm = as(await makeUser(database.prisma, "tpm"));
  const first = await create({ changeKeys: [key] });
  const seen = await getStrategicChange(tpm, { key });
  const second = await create({ changeKeys: [key] });
  await expect(updateStrategicChange(tpm, { key, version: seen.version, actionKeys: [] })).rejects.toMatchObject({
    code: "conflict",
    details: { current: { actions: [{ key: first.key }, { key: second.key }] } },
  });
  const entries = await database.prisma.auditEntry.findMany({ where: { nounId: id }, orderBy: { id: "asc" } });
  expect(entries.map(({ action, before, after }) => ({ action, before, after }))).toEqual([
    { action: "strategic_change.updated", before: { actionKeys: [] }, after: { actionKeys: [first.key] } },
    ...[{ action: "strategic_change.updated", before: { actionKeys: [first.key] } }].map((entry) => ({
      ...entry,
      after: { actionKeys: [first.key, second.key] },
    })),
  ]);
});

const changes = async (...titles: string[]) => {
  const data = titles.map((title) => ({ id: uuidv7(), title }));
  const rows = await database.prisma.strategicChange.createManyAndReturn({ data, select: { id: true, number: true } });
  return rows.map(({ id, number }) => ({ id, key: `SC-${number}` }));
};
const entriesOf = async (id: string) =>
  (await database.prisma.auditEntry.findMany({ where: { nounId: id }, orderBy: { id: "asc" } })).map(
    ({ before, after }) => ({ before, after }),
  );
const version = async (key: string) => (await getActionItem(as(member), { key })).version;

it.each<[string, (key: string, archived: boolean) => Promise<unknown>]>([
  ["it", async (key, archived) => updateActionItem(as(member), { key, version: await version(key), archived })],
  [
    "several",
    async (key, archived) =>
      changeSeveral(as(member), { updates: [{ key, version: await version(key), archived }], transitions: [] }),
  ],
])("isn't removed from a strategic change by someone who read it before a person restored %s", async (_, archive) => {
  const [change = { id: "", key: "" }] = await changes("Restore");
  const tpm = as(await makeUser(database.prisma, "tpm"));
  const { key } = await create({ changeKeys: [change.key] });
  const seen = async () => (await getStrategicChange(tpm, { key: change.key })).version;
  const listed = await seen();
  await archive(key, true);
  await archive(key, true);
  const unlisted = await seen();
  await archive(key, false);
  for (const stale of [listed, unlisted])
    await expect(updateStrategicChange(tpm, { key: change.key, version: stale, actionKeys: [] })).rejects.toMatchObject(
      { code: "conflict", details: { current: { actions: [{ key }] } } },
    );
  expect(await seen()).toBe(unlisted + 1);
  expect((await entriesOf(change.id)).slice(1)).toEqual([
    { before: { actionKeys: [key] }, after: { actionKeys: [] } },
    { before: { actionKeys: [] }, after: { actionKeys: [key] } },
  ]);
});

it("isn't removed from a strategic change by someone who read it before its split was undone", async () => {
  const [change = { id: "", key: "" }] = await changes("Split");
  const tpm = as(await makeUser(database.prisma, "tpm"));
  const { key } = await create({});
  const { history } = await split(as(member), {
    key,
    version: 1,
    parts: [{ title: "Half", doneWhen: "", checkIds: [] }],
  });
  const { undoId, others } = history.at(-1) ?? {};
  const actionKeys = [others?.[0]?.key ?? ""];
  const added = await updateStrategicChange(tpm, { key: change.key, version: 1, actionKeys });
  await undo(as(member), { key, version: 2, reworkId: undoId ?? "" });
  const after = await getStrategicChange(tpm, { key: change.key });
  expect([after.version, after.actions]).toEqual([added.version + 1, []]);
  expect((await entriesOf(change.id)).at(-1)).toEqual({ before: { actionKeys }, after: { actionKeys: [] } });
});

it("changes only the strategic changes that it leaves when a merge is undone", async () => {
  const [gone, left, removed] = await changes("Deleted since", "Still there", "Without it since");
  if (!gone || !left || !removed) throw new Error("no changes");
  const changeKeys = [gone.key, left.key, removed.key];
  const [from, into] = [await create({ changeKeys }), await create({})];
  await merge(as(member), { key: from.key, version: 1, intoKey: into.key });
  const tpm = as(await makeUser(database.prisma, "tpm"));
  await database.prisma.strategicChange.delete({ where: { id: gone.id } });
  const kept = await getStrategicChange(tpm, { key: removed.key });
  const without = await updateStrategicChange(tpm, { key: removed.key, version: kept.version, actionKeys: [from.key] });
  const counts = await Promise.all([gone, removed].map(async ({ id }) => (await entriesOf(id)).length));
  const { version: now, history } = await getActionItem(as(member), { key: from.key });
  await undo(as(member), { key: from.key, version: now, reworkId: history.at(-1)?.undoId ?? "" });
  expect((await entriesOf(left.id)).at(-1)).toEqual({
    before: { actionKeys: [from.key, into.key] },
    after: { actionKeys: [from.key] },
  });
  expect((await getStrategicChange(tpm, { key: removed.key })).version).toBe(without.version);
  expect(await Promise.all([gone, removed].map(async ({ id }) => (await entriesOf(id)).length))).toEqual(counts);
});

it("names nothing that is hidden or doesn't belong together", async () => {
  const open = await seed();
  const hidden = await seed(true);
  const refused = async (input: Partial<Input>, field: string) =>
    expect(create(input)).rejects.toMatchObject({ code: "invalid", details: { fields: [{ field }] } });
  await refused({ incidentKey: hidden.incidentKey }, "incidentKey");
  await refused({ reviewKey: hidden.reviewKey }, "reviewKey");
  await refused({ factorIds: [hidden.factorId] }, "factorIds");
  await refused({ incidentKey: hidden.incidentKey, reviewKey: open.reviewKey }, "incidentKey");
  await refused({ teamId: uuidv7() }, "teamId");
});

it("notifies the facilitator of its review if no team manager can verify it", async () => {
  const { reviewKey } = await seed();
  const { key } = await create({ reviewKey, ownerId: member.id });
  await transitionActionItem(as(member), { key, version: 1, to: "accepted" });
  await transitionActionItem(as(member), { key, version: 2, to: "implemented", evidence: "https://ci.example.com/1" });
  const told = await database.prisma.notification.findMany({ where: { href: `/actions/${key}` } });
  expect(told).toMatchObject([{ userId: facilitator.id, kind: "action_item.to_verify" }]);
});
