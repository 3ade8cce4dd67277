import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { Policy } from "#lib/contract/policy.ts";
import { DEADLINE_TEMPLATES } from "#lib/people/policy/deadlines.ts";
import { savePolicy } from "#server/across/policy/index.ts";
import { cancelIncident, createIncident, restrictIncident, updateIncident } from "#server/incidents/incident/index.ts";
import { addEvent, setMilestone } from "#server/incidents/timeline/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { listDeadlines, remindOfDeadlines, sendDeadline, unsendDeadline } from "./index.ts";

let database: TestDatabase;
let creator: UserActor;
let lead: UserActor;
let author: UserActor;

const at = (time: string) => `2017-02-15T${time}:00.000Z`;
const as = (actor: UserActor, now: string) => makeContext(database.prisma, actor, () => new Date(now));
const run = (now: string) =>
  remindOfDeadlines(makeContext(database.prisma, { kind: "system", label: "job" }, () => new Date(now)));
const messages = async () =>
  (
    await database.prisma.notification.findMany({
      where: { kind: { startsWith: "deadline" } },
      include: { user: true },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    })
  ).map(({ user, kind, subject }) => `${user.name} ${kind} ${subject}`);

const BLANK = { kind: "incident" as const, serviceIds: [], timeZone: "UTC", impactText: "", restricted: false };
const create = (more: { startedAt?: string; resolvedAt?: string } = {}) =>
  createIncident(as(creator, at("09:00")), {
    ...{ ...BLANK, title: "Payments fail", severity: 1, resolvedAt: null },
    ...more,
  });

/** An incident whose initial notice is due at 14:00, and whose commander is Lena. */
async function classified() {
  const { key, version } = await create();
  const roles = [{ role: "commander" as const, userId: lead.id, name: null }];
  const { version: next } = await updateIncident(as(creator, at("09:00")), { key, version, roles });
  const event = { key, at: at("10:00"), precision: "minute", kind: "observation", title: "Major", body: "" } as const;
  const { id: eventId } = await addEvent(as(creator, at("10:00")), event);
  await setMilestone(as(creator, at("10:00")), { key, name: "classified", eventId, notApplicable: false });
  return { key, version: next };
}

beforeAll(async () => {
  database = await testDatabase();
  const { prisma } = database;
  creator = await makeUser(prisma, "tpm", "Cora");
  lead = await makeUser(prisma, "member", "Lena");
  author = await makeUser(prisma, "member", "Otto");
  await prisma.ladderStart.updateMany({ data: { deadlinesSince: new Date("2017-01-01T00:00:00Z") } });
  const [dora] = DEADLINE_TEMPLATES;
  await savePolicy(as(creator, at("08:00")), {
    ...{ name: "DORA", scope: { serviceIds: [], teamIds: [], severities: [1], priorities: [] } },
    values: Policy.shape.values.parse({ deadlines: dora?.deadlines }),
    ...{ archived: false, movePast: false },
  });
});
beforeEach(async () => {
  await database.prisma.notification.deleteMany();
  await database.prisma.review.deleteMany();
  await database.prisma.incident.deleteMany();
});
afterAll(() => database.close());

it("reminds the commander once before a deadline and once after it, whenever and however often runs come", async () => {
  const { key } = await classified();
  const { items } = await listDeadlines(as(creator, at("12:00")), { key });
  expect(items[0]?.next).toEqual({ at: at("13:00"), to: { id: lead.id, name: "Lena" } });
  expect(await run(at("12:59"))).toBe(0);
  expect((await Promise.all([run(at("13:01")), run(at("13:01"))])).sort()).toEqual([0, 1]);
  expect(await run(at("13:30"))).toBe(0);
  expect(await run(at("14:01"))).toBe(1);
  expect(await run(at("16:00"))).toBe(0);
  expect(await messages()).toEqual([
    `Lena deadline.before_urgent Due soon: Initial notice, ${key} Payments fail`,
    `Lena deadline.passed_urgent Late: Initial notice, ${key} Payments fail`,
  ]);
  const after = (await listDeadlines(as(creator, at("16:00")), { key })).items[0];
  expect(after?.reminded.map(({ moment, to }) => `${moment} ${to?.name}`)).toEqual(["before Lena", "passed Lena"]);
  expect(after?.next).toBeNull();
  const where = { noun: "incident", action: "deadline.reminded" };
  expect(await database.prisma.auditEntry.count({ where })).toBe(2);
});

it("reminds no one of what is sent, and again after the mark is removed", async () => {
  const { key } = await classified();
  const mark = { key, deadline: "dora-initial" };
  await sendDeadline(as(creator, at("12:00")), mark);
  expect(await run(at("15:00"))).toBe(0);
  await unsendDeadline(as(creator, at("15:00")), mark);
  expect(await run(at("15:01"))).toBe(1);
});

it("reminds no one of a cancelled incident, or of a time before reminders were there", async () => {
  const { key, version } = await classified();
  await cancelIncident(as(creator, at("12:00")), { key, version, reason: "A drill" });
  expect(await run(at("15:00"))).toBe(0);
  await classified();
  await database.prisma.ladderStart.updateMany({ data: { deadlinesSince: new Date(at("14:30")) } });
  expect(await run(at("15:00"))).toBe(0);
  await database.prisma.ladderStart.updateMany({ data: { deadlinesSince: new Date("2017-01-01T00:00:00Z") } });
});

it("asks the next person who can read a restricted incident", async () => {
  const { key, version } = await classified();
  await restrictIncident(as(creator, at("12:00")), { key, version, restricted: true, userIds: [], teamIds: [] });
  expect((await listDeadlines(as(creator, at("12:00")), { key })).items[0]?.next?.to?.name).toBe("Cora");
  await run(at("13:01"));
  const [message] = await database.prisma.notification.findMany();
  expect(message?.userId).toBe(creator.id);
  expect(message?.incidentId).not.toBeNull();
});

it("reminds a review's facilitator of the meeting, and its owner of the publication", async () => {
  const { key } = await create({ startedAt: at("07:00"), resolvedAt: at("08:00") });
  const { id: incidentId } = await database.prisma.incident.findFirstOrThrow({
    where: { number: Number(key.slice(4)) },
  });
  const { number } = await database.prisma.review.create({
    data: {
      ...{ id: uuidv7(), incidentId, documentId: uuidv7(), template: "standard", title: "Payments failed" },
      ...{ ownerId: author.id, facilitatorId: lead.id, dueAt: new Date("2017-03-01"), dueFrom: new Date("2017-02-15") },
      createdAt: new Date(at("09:00")),
    },
  });
  const days = ["16", "18", "19", "20"].map((day) => `2017-02-${day}T08:00:00Z`);
  for (const day of [...days, "2017-02-27T08:00:00Z", "2017-03-01T23:00:00Z", "2017-03-02T08:00:00Z"]) await run(day);
  expect(await messages()).toEqual([
    `Lena deadline.before Due soon: Review meeting, REV-${number} Payments failed`,
    `Lena deadline.passed Late: Review meeting, REV-${number} Payments failed`,
    `Otto deadline.before Due soon: Publication of the review, REV-${number} Payments failed`,
    `Otto deadline.passed Late: Publication of the review, REV-${number} Payments failed`,
  ]);
});

it("reminds no one of a meeting with a date, or of a cancelled review", async () => {
  const { key } = await create({ startedAt: at("07:00"), resolvedAt: at("08:00") });
  const { id: incidentId } = await database.prisma.incident.findFirstOrThrow({
    where: { number: Number(key.slice(4)) },
  });
  const fields = { incidentId, template: "standard", title: "Payments failed", dueAt: new Date("2017-02-20") };
  const review = (more: object) => ({ ...fields, id: uuidv7(), documentId: uuidv7(), ownerId: author.id, ...more });
  await database.prisma.review.create({ data: review({ status: "cancelled", cancelReason: "A drill" }) });
  await database.prisma.review.create({ data: review({ meetingOn: new Date("2017-02-17"), dueAt: null }) });
  expect(await run("2017-03-10T08:00:00Z")).toBe(0);
});
