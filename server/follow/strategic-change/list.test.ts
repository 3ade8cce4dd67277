import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { can } from "#lib/base/access/can.ts";
import { ROLES } from "#lib/base/access/roles.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { createStrategicChange, getStrategicChange, listStrategicChanges, updateStrategicChange } from "./index.ts";

const NOW = new Date("2026-10-01T10:00:00Z");
const PAGE = { limit: 50, mine: false, archived: false } as const;
let database: TestDatabase;
let owner: UserActor;
let other: UserActor;
let viewer: UserActor;

const as = (actor: UserActor) => makeContext(database.prisma, actor, () => NOW);
const create = (input: Partial<Parameters<typeof createStrategicChange>[1]> = {}) =>
  createStrategicChange(as(owner), {
    ...{ title: "Prove every backup restores", problem: "", expectedEffect: "", targetQuarter: null },
    ...{ ownerId: null, sponsorId: null, teamId: null, factorIds: [], actionKeys: [], ...input },
  });

beforeAll(async () => {
  database = await testDatabase();
  owner = await makeUser(database.prisma, "member", "owner");
  other = await makeUser(database.prisma, "member", "other");
  viewer = await makeUser(database.prisma, "viewer");
});
afterAll(() => database.close());

describe("links", () => {
  /** One open and one restricted incident, each with a review, a factor and an action item. */
  const seed = async (restricted: boolean) => {
    const { prisma } = database;
    const [incidentId, reviewId, factorId] = [uuidv7(), uuidv7(), uuidv7()];
    const incident = {
      title: restricted ? "Leaked key" : "Slow search",
      severity: 2,
      highestSeverity: 2,
      startedAt: NOW,
    };
    await prisma.incident.create({ data: { ...incident, id: incidentId, restricted, createdById: owner.id } });
    const review = { documentId: uuidv7(), template: "quick" as const, title: "Review" };
    await prisma.review.create({ data: { ...review, id: reviewId, incidentId } });
    const factor = { number: 1, position: 1, statement: restricted ? "Secret" : "Known" };
    await prisma.factor.create({ data: { ...factor, id: factorId, reviewId, incidentId } });
    const action = { id: uuidv7(), title: "Action", type: "prevent" as const, priority: "P1" as const, incidentId };
    const { number } = await prisma.actionItem.create({
      data: { ...action, status: "verified", verifiedAt: NOW },
    });
    return { factorId, actionKey: `ACT-${number}` };
  };

  it("show that an action is blocked, and why", async () => {
    const action = { id: uuidv7(), title: "Order the host", type: "prevent" as const, priority: "P2" as const };
    const { number } = await database.prisma.actionItem.create({
      data: { ...action, status: "in_progress", blockedReason: "The supplier is out of disks" },
    });
    const { actions } = await create({ actionKeys: [`ACT-${number}`] });
    expect(actions).toMatchObject([{ status: "in_progress", blockedReason: "The supplier is out of disks" }]);
  });

  it("show and count only what the reader can see, and survive an edit by someone who doesn't see them", async () => {
    const open = await seed(false);
    const hidden = await seed(true);
    const { key } = await create({
      ownerId: other.id,
      factorIds: [open.factorId, hidden.factorId],
      actionKeys: [open.actionKey, hidden.actionKey],
    });
    const counts = { factorCount: 2, actionCount: 2, actionsVerified: 2 };
    expect(await getStrategicChange(as(owner), { key })).toMatchObject(counts);
    const seen = await getStrategicChange(as(other), { key });
    expect(seen).toMatchObject({ factorCount: 1, actionCount: 1, actionsVerified: 1 });
    expect(JSON.stringify(seen)).not.toMatch(/Secret|Leaked/);
    expect(JSON.stringify(await listStrategicChanges(as(viewer), { ...PAGE }))).not.toMatch(/Secret|Leaked/);

    const link = updateStrategicChange(as(other), { key, version: 1, factorIds: [hidden.factorId] });
    await expect(link).rejects.toMatchObject({ code: "invalid" });
    await updateStrategicChange(as(other), { key, version: 1, factorIds: [], actionKeys: [] });
    expect(await getStrategicChange(as(owner), { key })).toMatchObject({
      factors: [{ statement: "Secret" }],
      actions: [{ key: hidden.actionKey }],
    });
  });
});

it("lists by target quarter, those without one last, in pages without a gap; everyone sees every change", async () => {
  await database.prisma.strategicChange.deleteMany();
  for (const targetQuarter of ["2027-Q1", null, "2026-Q4", "2027-Q1", null]) await create({ targetQuarter });
  const first = await listStrategicChanges(as(viewer), { ...PAGE, limit: 2 });
  const second = await listStrategicChanges(as(viewer), { ...PAGE, limit: 2, cursor: first.nextCursor ?? "" });
  const third = await listStrategicChanges(as(viewer), { ...PAGE, limit: 2, cursor: second.nextCursor ?? "" });
  const all = [...first.items, ...second.items, ...third.items];
  expect(all.map((change) => change.targetQuarter)).toEqual(["2026-Q4", "2027-Q1", "2027-Q1", null, null]);
  expect(new Set(all.map((change) => change.key)).size).toBe(5);
  expect(third.nextCursor).toBeNull();

  const rows = await database.prisma.strategicChange.findMany();
  for (const role of ROLES) {
    const actor = await makeUser(database.prisma, role);
    const { items } = await listStrategicChanges(as(actor), { ...PAGE });
    const readable = rows.filter((row) => can(actor, "strategicChange", "read", row));
    expect(items.map((item) => item.id).sort()).toEqual(readable.map((row) => row.id).sort());
  }
});

it("finds changes by words, even misspelt ones, and by key", async () => {
  const { key } = await create({ title: "Rehearse regional failover", problem: "Nobody has tried the runbook" });
  const keys = async (q: string) =>
    (await listStrategicChanges(as(viewer), { ...PAGE, q })).items.map((row) => row.key);
  for (const q of [
    "failover",
    "failovr",
    "rehearse region",
    "runbook",
    "nobody has tried the run",
    key,
    key.toLowerCase(),
  ])
    expect.soft(await keys(q), q).toEqual([key]);
  expect(await keys("zebra")).toEqual([]);
});
