import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Prisma } from "#generated/prisma/client.ts";
import type { UserActor } from "#lib/base/access/actor.ts";
import { meContract, type WorkItem } from "#lib/contract/me.ts";
import { findingRecords } from "#server/follow/finding/index.ts";
import { createIncident, getIncident, restrictIncident } from "#server/incidents/incident/index.ts";
import { createTeam } from "#server/people/team/index.ts";
import { assignThread, finishThread, resolveThread, startThread } from "#server/reviews/comment/index.ts";
import { generateReview } from "#server/reviews/review/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { getWork } from "./get.ts";

let database: TestDatabase;
let me: UserActor;
let manager: UserActor;
let other: UserActor;
let teamId: string;
const now = new Date("2026-11-25T12:00:00Z");

const as = (actor: UserActor) => makeContext(database.prisma, actor, () => now);
const day = (date: string) => new Date(`${date}T00:00:00Z`);
const titles = (items: readonly WorkItem[]) => items.map((item) => item.title);
const action = (title: string, more: Partial<Prisma.ActionItemUncheckedCreateInput> = {}) =>
  database.prisma.actionItem.create({
    data: {
      id: uuidv7(),
      title,
      type: "repair",
      priority: "P1",
      status: "accepted",
      ownerId: me.id,
      teamId,
      ...more,
    },
  });
const incident = (actor: UserActor, title: string) =>
  createIncident(as(actor), {
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
  const admin = await makeUser(database.prisma, "admin");
  me = await makeUser(database.prisma, "member", "Me");
  manager = await makeUser(database.prisma, "member", "Manager");
  other = await makeUser(database.prisma, "facilitator", "Other");
  const team = await createTeam(as(admin), {
    name: "Platform",
    managerId: manager.id,
    parentId: null,
    memberIds: [me.id, manager.id],
  });
  teamId = team.id;
});
afterAll(() => database.close());

describe("my actions", () => {
  it("are by due date, and those late, due today or to accept need me now", async () => {
    await action("Later", { dueDate: day("2026-12-24") });
    await action("Today", { dueDate: day("2026-11-25") });
    await action("Late", { dueDate: day("2026-10-01"), blockedReason: "No test host" });
    await action("Undated");
    await action("New", { status: "proposed", dueDate: day("2026-12-01") });
    await action("Done", { status: "verified", verifiedAt: now });
    await action("Waived", {
      status: "waived",
      waivedReason: "Frozen",
      waivedUntil: day("2026-11-20"),
      dueDate: day("2026-11-01"),
    });
    const work = await getWork(as(me));
    expect(meContract.work["~orpc"].outputSchema?.parse(work)).toEqual(work);
    expect(titles(work.actions)).toEqual(["Late", "Waived", "Today", "New", "Later", "Undated"]);
    expect(titles(work.now)).toEqual(["Late", "Waived", "Today", "New"]);
    expect(work.now[0]).toMatchObject({
      step: "Blocked: No test host",
      blockedReason: "No test host",
      dueDate: "2026-10-01",
      owner: null,
    });
    expect(work.now[1]).toMatchObject({ dueDate: "2026-11-20" });
    expect(work.now[3]).toMatchObject({ kind: "action_to_accept" });
    expect(titles((await getWork(as(other))).actions)).toEqual([]);
  });

  it("are late by my local date", async () => {
    await database.prisma.user.update({ where: { id: me.id }, data: { timeZone: "Pacific/Kiritimati" } });
    await action("Tomorrow in UTC", { dueDate: day("2026-11-26") });
    expect(titles((await getWork(as(me))).now)).toContain("Tomorrow in UTC");
    await database.prisma.user.update({ where: { id: me.id }, data: { timeZone: "UTC" } });
    expect(titles((await getWork(as(me))).now)).not.toContain("Tomorrow in UTC");
  });

  it("show others of the team what is late, and its manager what has no owner", async () => {
    await action("Nobody's", { status: "proposed", ownerId: null });
    const work = await getWork(as(manager));
    expect(titles(work.lateInMyTeams)).toEqual(["Late", "Waived"]);
    expect(work.lateInMyTeams[0]).toMatchObject({ owner: "Me", step: "Blocked: No test host" });
    expect(titles(work.now)).toContain("Nobody's");
    expect(titles((await getWork(as(me))).now)).not.toContain("Nobody's");
    expect(titles((await getWork(as(me))).lateInMyTeams)).toEqual([]);
  });
});

describe("actions to verify", () => {
  const toVerify = async (actor: UserActor) =>
    titles((await getWork(as(actor))).now.filter((item) => item.kind === "action_to_verify"));

  it("need a second person for P0 and P1, and can be the owner's for the rest", async () => {
    await action("By two", { status: "implemented", implementedById: me.id });
    await action("Alone", { status: "implemented", implementedById: me.id, priority: "P2" });
    await action("Done by the manager", { status: "implemented", implementedById: manager.id });
    expect((await toVerify(manager)).sort()).toEqual(["Alone", "By two"]);
    expect(await toVerify(me)).toEqual(["Alone"]);
    expect(await toVerify(other)).toEqual([]);
  });
});

describe("waivers to answer", () => {
  it("are shown to the manager of the team and to TPMs, not to the owner, until someone answers", async () => {
    const tpm = await makeUser(database.prisma, "tpm", "Tpm");
    const { id } = await action("Move the queue", { dueDate: day("2026-12-01") });
    const request = { actionItemId: id, reason: "Frozen", mitigation: "On-call", until: day("2027-01-15") };
    const waiver = { id: uuidv7(), ...request, ownerId: me.id, askedById: me.id, askedAt: now };
    await database.prisma.waiver.create({ data: waiver });
    const asked = async (who: UserActor) =>
      titles((await getWork(as(who))).now.filter(({ kind }) => kind === "waiver_to_answer"));
    const everyone = async () => Promise.all([manager, tpm, me, other].map(asked));
    expect(await everyone()).toEqual([["Move the queue"], ["Move the queue"], [], []]);
    await database.prisma.actionItem.update({ where: { id }, data: { ownerId: tpm.id } });
    expect(await everyone()).toEqual([["Move the queue"], [], [], []]);
    const askedBy = (askedById: string | null) =>
      database.prisma.waiver.update({ where: { id: waiver.id }, data: { askedById } });
    await askedBy(manager.id);
    expect(await everyone()).toEqual([[], [], [], []]);
    await askedBy(null);
    expect(await everyone()).toEqual([["Move the queue"], [], [], []]);
    await database.prisma.waiver.update({ where: { id: waiver.id }, data: { status: "refused" } });
    expect(await everyone()).toEqual([[], [], [], []]);
  });
});

describe("times without a time zone and restricted incidents", () => {
  it("are shown to the importer, and only while the times wait", async () => {
    const { id, key } = await incident(me, "Zone unknown");
    const event = {
      incidentId: id,
      title: "paged",
      kind: "paged",
      precision: "unknown",
      ambiguity: { reason: "no_zone", question: "Which zone?", local: "2026-11-01T10:00" },
      sourceType: "notes",
      sourceLetter: "N",
    } as const;
    await database.prisma.timelineEvent.createMany({
      data: [1, 2].map((number) => ({ ...event, id: uuidv7(), number, orderHint: number, identity: String(number) })),
    });
    const asked = (await getWork(as(me))).now.find((item) => item.kind === "time_to_answer");
    expect(asked).toMatchObject({ key, href: `/incidents/${key}`, title: "Zone unknown" });
    expect(asked?.step).toMatch(/^2 times have no time zone/);
    expect((await getWork(as(other))).now).toEqual([]);
    await database.prisma.timelineEvent.updateMany({ data: { removedAt: now } });
    expect((await getWork(as(me))).now.map((item) => item.kind)).not.toContain("time_to_answer");
  });

  it("keep my action of a restricted incident, without naming the incident", async () => {
    const { id, key } = await incident(other, "Leaked key");
    await action("Rotate the key", { incidentId: id, dueDate: day("2026-11-01") });
    const mine = async () => (await getWork(as(me))).now.find((item) => item.title === "Rotate the key");
    expect(await mine()).toMatchObject({ incidentKey: key, severity: 2 });
    await restrictIncident(as(other), { key, version: 1, restricted: true, userIds: [], teamIds: [] });
    expect(await mine()).toMatchObject({ incidentKey: null, severity: null });
    expect(titles((await getWork(as(manager))).lateInMyTeams)).not.toContain("Rotate the key");
  });
});

describe("comments assigned to me", () => {
  it("are shown until I tick them off, they are resolved, or I can't read them", async () => {
    const { key: incidentKey } = await incident(other, "Checkout is slow");
    const { key } = await generateReview(as(other), { key: incidentKey, template: "quick" }, findingRecords);
    const assigned = async (body: string) => {
      const begun = { key, quote: "slow", blockId: null, body, mentionIds: [] };
      const { id, version } = await startThread(as(other), begun);
      return assignThread(as(other), { key, id, version, assigneeId: me.id });
    };
    const mine = async () => (await getWork(as(me))).now.filter((item) => item.kind === "comment_to_answer");
    const first = await assigned("How slow\nwas it?");
    const second = await assigned("For whom?");
    expect(titles(await mine())).toEqual(["How slow was it?", "For whom?"]);
    expect((await mine())[0]).toMatchObject({ key, incidentKey, href: `/reviews/${key}?thread=${first.id}` });
    expect(titles((await getWork(as(other))).now)).not.toContain("For whom?");
    const done = await finishThread(as(me), { key, id: first.id, version: first.version, done: true });
    const closed = { key, id: second.id, version: second.version };
    await resolveThread(as(other), { ...closed, resolved: true });
    expect(await mine()).toEqual([]);
    await resolveThread(as(other), { ...closed, version: second.version + 1, resolved: false });
    await finishThread(as(me), { key, id: first.id, version: done.version, done: false });
    expect(await mine()).toHaveLength(2);
    const { version } = await getIncident(as(other), { key: incidentKey });
    await restrictIncident(as(other), { key: incidentKey, version, restricted: true, userIds: [], teamIds: [] });
    expect(await mine()).toEqual([]);
  });
});
