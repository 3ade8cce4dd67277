import { afterAll, beforeAll, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { closeWorkers } from "#server/base/worker/index.ts";
import { createActionItem, updateActionItem } from "#server/follow/action-item/index.ts";
import { createIncident, restoreIncident } from "#server/incidents/incident/index.ts";
import { archiveReview } from "#server/reviews/review/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { archiveWriteUps, createWriteUps, getWriteUps, processWriteUps } from "./index.ts";

let database: TestDatabase;
let member: UserActor;
let other: UserActor;
const as = (actor: UserActor) => makeContext(database.prisma, actor);
const OPTIONS = { filename: "a.md", severity: 3, timeZone: "UTC", restricted: false };
const content = (title: string) => `# ${title}

## Timeline

- 2026-03-04 10:42 UTC the first alert fired

## Action items

- [ ] Limit the memory of the cache
- [ ] Alert on the latency
`;
const upload = async (title: string, more: object = {}) =>
  (await createWriteUps(as(member), { ...OPTIONS, ...more, content: content(title) })).id;
const run = () => processWriteUps(makeContext(database.prisma, { kind: "system", label: "job" }));
/** Returns how many of the records of an import are archived, and how many there are. */
const archivedOf = async (jobId: string) => {
  const files = { some: { jobId } };
  const count = async (table: { count: (asked: { where: object }) => Promise<number> }, where: object) => [
    await table.count({ where: { ...where, archivedAt: { not: null } } }),
    await table.count({ where }),
  ];
  return {
    incidents: await count(database.prisma.incident as never, { writeUps: files }),
    reviews: await count(database.prisma.review as never, { writeUps: files }),
    actions: await count(database.prisma.actionItem as never, { review: { writeUps: files } }),
  };
};

beforeAll(async () => {
  database = await testDatabase();
  member = await makeUser(database.prisma, "member", "Ada");
  other = await makeUser(database.prisma, "member", "Ben");
});
afterAll(async () => {
  await closeWorkers();
  await database.close();
});

it("archives and restores all that an import created, without what was added later", async () => {
  const id = await upload("Checkout was slow");
  await expect(archiveWriteUps(as(member), { id, archived: true })).rejects.toMatchObject({
    details: { rule: "import_running" },
  });
  await run();
  const [{ reviewKey = null } = {}] = (await getWriteUps(as(member), { id })).files;
  const fields = { title: "Later", type: "detect", priority: "P2", description: "", doneWhen: "" } as const;
  const none = { trackerUrl: null, ownerId: null, teamId: null, factorIds: [], changeKeys: [] };
  await createActionItem(as(member), { ...fields, ...none, reviewKey: reviewKey ?? "" });
  await expect(archiveWriteUps(as(other), { id, archived: true })).rejects.toMatchObject({ code: "not_found" });
  expect(await archiveWriteUps(as(member), { id, archived: true })).toMatchObject({ archived: true });
  expect(await archivedOf(id)).toEqual({ incidents: [1, 1], reviews: [1, 1], actions: [2, 3] });
  expect(await archiveWriteUps(as(member), { id, archived: false })).toMatchObject({ archived: false });
  expect(await archivedOf(id)).toEqual({ incidents: [0, 1], reviews: [0, 1], actions: [0, 3] });
});

it("leaves an incident that was there before the import, and what is archived already", async () => {
  const { key: incidentKey } = await createIncident(as(member), {
    ...{ title: "Slow checkout", severity: 3, kind: "incident", serviceIds: [], resolvedAt: null, timeZone: "UTC" },
    ...{ impactText: "", restricted: false },
  });
  const id = await upload("Checkout was slow again", { incidentKey });
  await run();
  const action = await database.prisma.actionItem.findFirstOrThrow({
    where: { review: { writeUps: { some: { jobId: id } } } },
  });
  await updateActionItem(as(member), { key: `ACT-${action.number}`, version: action.version, archived: true });
  await archiveWriteUps(as(member), { id, archived: true });
  expect(await archivedOf(id)).toEqual({ incidents: [0, 1], reviews: [1, 1], actions: [2, 2] });
});

it("restores what undoing archived, and leaves what someone archived on their own", async () => {
  const id = await upload("Checkout was slow a third time");
  await run();
  const find = async () =>
    database.prisma.actionItem.findMany({
      where: { review: { writeUps: { some: { jobId: id } } } },
      orderBy: { number: "asc" },
    });
  const at = (action: { number: number; version: number }) => ({
    ...{ key: `ACT-${action.number}`, version: action.version },
  });
  const [before, after] = await find();
  if (!before || !after) throw new Error("the import has two actions");
  await updateActionItem(as(member), { ...at(before), archived: true });
  // All are archived in the end, but no import was undone.
  expect((await getWriteUps(as(member), { id })).archived).toBe(false);
  expect(await archiveWriteUps(as(member), { id, archived: true })).toMatchObject({ archived: true });
  // A review that someone restores and that is undone again is still a part of it.
  const review = await database.prisma.review.findFirstOrThrow({ where: { writeUps: { some: { jobId: id } } } });
  const incident = await database.prisma.incident.findUniqueOrThrow({ where: { id: review.incidentId } });
  await restoreIncident(as(member), { key: `INC-${incident.number}`, version: incident.version });
  await archiveWriteUps(as(member), { id, archived: true });
  expect(await archivedOf(id)).toEqual({ incidents: [1, 1], reviews: [1, 1], actions: [2, 2] });
  expect(await archiveWriteUps(as(member), { id, archived: false })).toMatchObject({ archived: false });
  expect(await archivedOf(id)).toEqual({ incidents: [0, 1], reviews: [0, 1], actions: [1, 2] });
  expect((await find()).map(({ archivedAt }) => archivedAt !== null)).toEqual([true, false]);
});

it("isn't undone when its reviews were archived one at a time", async () => {
  const id = await upload("Checkout was slow a fourth time");
  await run();
  const review = await database.prisma.review.findFirstOrThrow({ where: { writeUps: { some: { jobId: id } } } });
  await archiveReview(as(member), { key: `REV-${review.number}`, version: review.version });
  expect((await getWriteUps(as(member), { id })).archived).toBe(false);
  await archiveWriteUps(as(member), { id, archived: true });
  await archiveWriteUps(as(member), { id, archived: false });
  expect(await archivedOf(id)).toEqual({ incidents: [0, 1], reviews: [1, 1], actions: [0, 2] });
});
