import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { AuditEntry } from "#lib/contract/audit.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { createActionItem } from "#server/follow/action-item/index.ts";
import { changeComments } from "#server/follow/comment/index.ts";
import { createStrategicChange } from "#server/follow/strategic-change/index.ts";
import { createIncident, restrictIncident } from "#server/incidents/incident/index.ts";
import { setMilestone } from "#server/incidents/timeline/index.ts";
import { createTeam } from "#server/people/team/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { storyDesk } from "#server/testing/story-desk.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { listAudit } from "./index.ts";

let database: TestDatabase;
let admin: UserActor;
let member: UserActor;

const as = (actor: UserActor) => makeContext(database.prisma, actor);
const page = { limit: 50 };
const incident = (title: string) =>
  createIncident(as(member), {
    title,
    severity: 2,
    kind: "incident",
    serviceIds: [],
    resolvedAt: null,
    timeZone: "UTC",
    impactText: "",
    restricted: false,
  });

beforeAll(async () => {
  database = await testDatabase();
  admin = await makeUser(database.prisma, "admin", "Ada");
  member = await makeUser(database.prisma, "member", "Mo");
});
afterAll(() => database.close());

it("shows the audit log only to admins, and to their tokens with admin scope", async () => {
  for (const role of ["viewer", "member", "facilitator", "tpm"] as const) {
    await expect(listAudit(as(await makeUser(database.prisma, role)), page)).rejects.toMatchObject({
      code: "forbidden",
    });
  }
  const token = (scopes: ("read" | "write" | "admin")[]) => makeContext(database.prisma, { ...admin, scopes });
  await expect(listAudit(token(["read", "write"]), page)).rejects.toMatchObject({ code: "forbidden" });
  await expect(listAudit(token(["admin"]), page)).resolves.toEqual({ items: [], nextCursor: null });
});

it("lists who changed what, by the name people know it by, newest first", async () => {
  const { id, key } = await incident("Search is slow");
  const team = await createTeam(as(admin), { name: "Search", managerId: null, parentId: null, memberIds: [] });
  const { items } = await listAudit(as(admin), page);
  for (const item of items) expect(AuditEntry.parse(item)).toEqual(item);
  expect(items.map(({ actor, action, record }) => [actor, action, record?.label, record?.href])).toEqual([
    ["Ada", "team.created", "Search", "/settings/teams"],
    ["Mo", "incident.created", `${key} Search is slow`, `/incidents/${key}`],
  ]);
  const named = await createTeam(as(admin), { name: "Named", managerId: member.id, parentId: team.id, memberIds: [] });
  const [entry] = (await listAudit(as(admin), { ...page, nounId: named.id })).items;
  expect(entry?.names).toEqual({ [member.id]: "Mo", [team.id]: "Search" });
  const of = async (input: { noun: string; nounId?: string }) =>
    (await listAudit(as(admin), { ...page, ...input })).items.map((item) => item.nounId);
  expect(await of({ noun: "team" })).toEqual([named.id, team.id]);
  expect(await of({ noun: "incident", nounId: id })).toEqual([id]);
});

it("names a record without its own name by its incident", async () => {
  const { id, key } = await incident("Queue grows");
  const ctx = as(member);
  await transact(ctx, (tx) =>
    record(tx, { action: "import.created", id: tx.newId(), incidentId: id, after: { created: 1 } }),
  );
  const [entry] = (await listAudit(as(admin), { ...page, noun: "import" })).items;
  expect(entry?.record).toEqual({ label: `${key} Queue grows`, href: `/incidents/${key}` });
});

it("names and links the event of an entry, and those that it mentions", async () => {
  const desk = storyDesk(database, member);
  const key = await desk.newIncident();
  const { id } = await desk.add(key, "09:00:00", "Load rises");
  await setMilestone(as(member), { key, name: "detected", eventId: id, notApplicable: false });
  const [about] = (await listAudit(as(admin), { ...page, nounId: id })).items;
  expect(about?.record).toMatchObject({
    label: expect.stringMatching(new RegExp(`^${key} E\\d+ Load rises$`)),
    href: expect.stringMatching(new RegExp(`^/incidents/${key}\\?event=E\\d+$`)),
  });
  const entries = async () =>
    (await listAudit(as(admin), page)).items.filter(({ action }) => action === "milestone.set");
  expect((await entries())[0]?.names[id]).toBe(about?.record?.label);
  const { version } = await database.prisma.incident.findFirstOrThrow({ where: { number: Number(key.slice(4)) } });
  await restrictIncident(as(member), { key, version, restricted: true, userIds: [], teamIds: [] });
  expect(await entries()).toEqual([]);
});

it("hides a restricted incident from admins who can't read it", async () => {
  const { id, key } = await incident("Leaked key");
  const seen = async () => (await listAudit(as(admin), { ...page, nounId: id })).items.map((item) => item.action);
  expect(await seen()).toEqual(["incident.created"]);
  await restrictIncident(as(member), { key, version: 1, restricted: true, userIds: [], teamIds: [] });
  expect(await seen()).toEqual([]);
  await restrictIncident(as(member), { key, version: 2, restricted: true, userIds: [admin.id], teamIds: [] });
  expect(await seen()).toEqual(["incident.restricted", "incident.restricted", "incident.created"]);
});

it("hides the key of a restricted record in entries of others", async () => {
  const { key } = await incident("Leaked token");
  const fields = { type: "prevent", priority: "P2", description: "", doneWhen: "", ownerId: null } as const;
  const unset = { teamId: null, trackerUrl: null, factorIds: [], changeKeys: [] };
  const action = await createActionItem(as(member), { title: "Rotate it", incidentKey: key, ...fields, ...unset });
  const open = await createActionItem(as(member), { title: "Say so", ...fields, ...unset });
  const changed = await createStrategicChange(as(member), {
    title: "Short-lived tokens",
    ...{ problem: "", expectedEffect: "", targetQuarter: null, ownerId: null, sponsorId: null, teamId: null },
    ...{ factorIds: [], actionKeys: [action.key, open.key] },
  });
  const shown = async () =>
    JSON.stringify((await listAudit(as(admin), page)).items.filter(({ nounId }) => nounId === changed.id));
  expect(await shown()).toContain(action.key);
  await restrictIncident(as(member), { key, version: 1, restricted: true, userIds: [], teamIds: [] });
  expect(await shown()).not.toContain(action.key);
  expect(await shown()).toMatch(new RegExp(`Restricted item.*${open.key}`));
});

it("pages without a gap, even within one instant", async () => {
  const at = new Date("2026-01-01T00:00:00Z");
  const ctx = makeContext(database.prisma, member, () => at);
  for (let i = 0; i < 5; i++) {
    await createIncident(ctx, {
      title: `Burst ${i}`,
      severity: 3,
      kind: "drill",
      serviceIds: [],
      resolvedAt: null,
      timeZone: "UTC",
      impactText: "",
      restricted: false,
    });
  }
  const ids: string[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const got: { items: AuditEntry[]; nextCursor: string | null } = await listAudit(as(admin), {
      limit: 2,
      ...(cursor ? { cursor } : {}),
    });
    ids.push(...got.items.map((item) => item.id));
    cursor = got.nextCursor;
  }
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual((await listAudit(as(admin), { limit: 200 })).items.map((item) => item.id));
});

it("leads to comments on reviews, actions and strategic changes", async () => {
  const change = await createStrategicChange(as(member), {
    ...{ title: "Two regions", problem: "One region carries it all.", expectedEffect: "", targetQuarter: null },
    ...{ ownerId: null, sponsorId: null, teamId: null, factorIds: [], actionKeys: [] },
  });
  await changeComments.start(as(member), {
    ...{ key: change.key, id: uuidv7(), blockId: null, quote: "", body: "How much?", mentionIds: [] },
  });
  const { items } = await listAudit(as(admin), { limit: 1, noun: "comment_thread" });
  expect(items[0]?.record).toMatchObject({ href: expect.stringMatching(`^/strategy/${change.key}`) });
});
