import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Prisma } from "#generated/prisma/client.ts";
import type { UserActor } from "#lib/base/access/actor.ts";
import { meContract, type WorkItem } from "#lib/contract/me.ts";
import { askIfWanted, getActionItem, keepWanted, updateActionItem } from "#server/follow/action-item/index.ts";
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
  it("are sorted by due date, and need me now if late, due today or not accepted yet", async () => {
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

describe("proposed actions that wait too long", () => {
  it("are shown after one business day of their team, to the facilitator, or to TPMs without one", async () => {
    const tpm = await makeUser(database.prisma, "tpm", "Triage");
    const { key: incidentKey } = await incident(other, "Checkout is down");
    const { key } = await generateReview(as(other), { key: incidentKey, template: "quick" }, findingRecords);
    const review = await database.prisma.review.findFirstOrThrow({ where: { number: Number(key.slice(4)) } });
    await database.prisma.review.update({ where: { id: review.id }, data: { facilitatorId: other.id } });
    const ofReview = { status: "proposed", reviewId: review.id, incidentId: review.incidentId } as const;
    // 2026-11-25 is a Wednesday.
    const { id } = await action("Since Friday", { ...ofReview, createdAt: new Date("2026-11-20T09:00:00Z") });
    await action("Since Tuesday", { ...ofReview, createdAt: new Date("2026-11-24T09:00:00Z") });
    await action("Without a review", { status: "proposed", createdAt: new Date("2026-11-20T09:00:00Z") });
    const shown = async (who: UserActor) =>
      (await getWork(as(who))).now.filter(({ kind }) => kind === "action_to_triage");
    const [late] = await shown(other);
    expect(titles(await shown(other))).toEqual(["Since Friday"]);
    expect(late).toMatchObject({
      dueDate: "2026-11-23",
      owner: "Me",
      step: "Ask its owner to accept it, or decline it",
    });
    expect(titles(await shown(tpm))).toEqual(["Without a review"]);
    expect(titles(await shown(me))).toEqual([]);
    // Proposed again yesterday, it waits from then.
    const back = { fromStatus: "accepted", toStatus: "proposed", at: new Date("2026-11-24T15:00:00Z") } as const;
    await database.prisma.actionItemTransition.create({ data: { id: uuidv7(), actionItemId: id, ...back } });
    expect(await shown(other)).toEqual([]);
  });
});

describe("old P3 actions", () => {
  const unchanged = { priority: "P3", updatedAt: new Date("2026-08-27T12:00:00Z") } as const;
  const kindsOf = async (who: UserActor, title: string) =>
    (await getWork(as(who))).now.filter((item) => item.title === title).map(({ kind }) => kind);
  const job = () => makeContext(database.prisma, { kind: "system", label: "job" }, () => now);

  it("are asked about once 90 days after their last change, by several workers too, until someone changes them", async () => {
    const { id, number } = await action("Old", unchanged);
    const unowned = await action("Old and unowned", { ...unchanged, status: "proposed", ownerId: null });
    await action("A day younger", { ...unchanged, updatedAt: new Date("2026-08-28T12:00:00Z") });
    await action("Old P2", { ...unchanged, priority: "P2" });
    await action("Old and done", { ...unchanged, status: "implemented" });
    const runs = await Promise.all([askIfWanted(job()), askIfWanted(job())]);
    expect(runs[0] + runs[1]).toBe(2);
    expect(await askIfWanted(job())).toBe(0);
    const told = await database.prisma.notification.findMany({
      where: { kind: "action_item.still_wanted" },
      select: { userId: true, body: true },
    });
    expect(new Set(told.map(({ userId }) => userId))).toEqual(new Set([me.id, manager.id]));
    expect(told[0]?.body).toMatch(/^No one has changed it since Thu 27 Aug 2026\. Do it, decline it/);
    expect(await kindsOf(me, "Old")).toEqual(["still_wanted"]);
    expect(await kindsOf(manager, "Old and unowned")).toEqual(["still_wanted"]);
    const key = `ACT-${number}`;
    const asked = await getActionItem(as(me), { key });
    expect(asked.askedIfWantedAt).toBe(now.toISOString());
    const kept = await keepWanted(as(me), { key, version: asked.version, withdrawn: false });
    expect(kept).toMatchObject({ askedIfWantedAt: null, status: "accepted" });
    expect(kept.history.slice(-2).map(({ kind, to }) => [kind, to])).toEqual([
      ["wanted", "asked"],
      ["wanted", "kept"],
    ]);
    expect(await kindsOf(me, "Old")).toEqual([]);
    await expect(keepWanted(as(me), { key, version: kept.version, withdrawn: false })).rejects.toMatchObject({
      details: { rule: "wanted_not_asked" },
    });
    expect((await keepWanted(as(me), { key, version: kept.version, withdrawn: true })).askedIfWantedAt).not.toBeNull();
    await updateActionItem(as(manager), {
      key: `ACT-${unowned.number}`,
      version: unowned.version,
      doneWhen: "It pages",
    });
    expect(await kindsOf(manager, "Old and unowned")).toEqual(["action_to_accept"]);
    // Asked again 90 days after the answer.
    await database.prisma.actionItem.update({
      where: { id },
      data: { ...unchanged, wantedAskedAt: new Date("2026-08-01") },
    });
    expect(await askIfWanted(job())).toBe(1);
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
    expect((await getWork(as(other))).now.map((item) => item.kind)).not.toContain("time_to_answer");
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
