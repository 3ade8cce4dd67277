import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { ActionRungs } from "#lib/contract/ladder.ts";
import { writeDigests } from "#server/across/notification/index.ts";
import { savePolicy } from "#server/across/policy/index.ts";
import {
  answerWaiverOf,
  createActionItem,
  endWaivers,
  getActionItem,
  transitionActionItem,
  updateActionItem,
} from "#server/follow/action-item/index.ts";
import { createIncident, restrictIncident } from "#server/incidents/incident/index.ts";
import { until } from "#server/reviews/document/testing/test-client.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { climbLadder, listAskedNext, listRungs, previewLadder } from "./index.ts";
import { climbingActions } from "./load.ts";

let database: TestDatabase;
let owner: UserActor;
let manager: UserActor;
let lead: UserActor;
let director: UserActor;
let teamId: string;

/** Wed 15 Feb 2017. */
const DUE = "2017-02-15";
const START = "2017-01-10T12:00:00Z";
const at = (day: string) => `2017-${day}T09:00:00Z`;
const as = (actor: UserActor, now = START) => makeContext(database.prisma, actor, () => new Date(now));
const job = (now: string) => makeContext(database.prisma, { kind: "system", label: "job" }, () => new Date(now));

type More = { priority?: "P0" | "P1"; dueDate?: string; incidentKey?: string; teamId?: string | null; now?: string };
async function accepted({ now = START, ...more }: More = {}): Promise<string> {
  const blank = { description: "", doneWhen: "", trackerUrl: null, factorIds: [], changeKeys: [], ownerId: owner.id };
  const fields = { title: "Restore every backup", type: "prevent" as const, priority: "P1" as const, dueDate: DUE };
  const { key, version } = await createActionItem(as(owner, now), { ...blank, ...fields, teamId, ...more });
  await transitionActionItem(as(owner, now), { key, version, to: "accepted" });
  return key;
}
const rungsOf = async (key: string, now = START) =>
  (await listRungs(as(owner, now), { key })).items.map(({ rung, outcome, by, told, at: on }) =>
    [on.slice(5, 10), rung, outcome, by ?? "", told.map(({ name }) => name).join(" ")].filter(Boolean).join(" "),
  );
const inbox = (user: UserActor, key: string) =>
  database.prisma.notification.findMany({
    where: { userId: user.id, href: `/actions/${key}`, kind: { startsWith: "ladder" } },
  });
const digests = async (user: UserActor) =>
  (await database.prisma.notification.findMany({ where: { userId: user.id, kind: "digest" } })).map(({ body }) => body);

beforeAll(async () => {
  database = await testDatabase();
  const { prisma } = database;
  [owner, manager, lead, director] = await Promise.all([
    makeUser(prisma, "member", "Olga"),
    makeUser(prisma, "member", "Mark"),
    makeUser(prisma, "tpm", "Tess"),
    makeUser(prisma, "member", "Dan"),
  ]);
  const parentId = uuidv7();
  teamId = uuidv7();
  await prisma.team.create({ data: { id: parentId, name: "Engineering", managerId: director.id } });
  await prisma.team.create({ data: { id: teamId, name: "Platform", managerId: manager.id, parentId } });
  await prisma.ladderStart.updateMany({ data: { since: new Date("2017-01-01T00:00:00Z") } });
});
afterAll(() => database.close());

it("notifies one after the other on their days, even after days without a run, and no one twice", async () => {
  const key = await accepted();
  for (const day of ["02-11", "02-12", "02-12", "02-15", "02-21", "02-24", "02-20", "03-07", "03-08"])
    await climbLadder(job(at(day)));
  expect(await rungsOf(key)).toEqual([
    "02-12 owner_before told digest Olga",
    "02-15 owner_due told digest Olga",
    "02-21 manager told digest Mark",
    "02-24 tpm told digest Tess",
    "03-07 parent_manager told digest Dan",
  ]);
  const { id } = await database.prisma.actionItem.findFirstOrThrow({ where: { number: Number(key.slice(4)) } });
  const entries = await database.prisma.auditEntry.count({ where: { nounId: id, action: "action_item.reminded" } });
  expect(entries).toBe(5);
  const answer = await listRungs(as(owner), { key });
  expect(ActionRungs.parse(answer)).toEqual(answer);
  expect(answer.next).toBeNull();
});

it("records a rung only once if two runs write it at once", async () => {
  const key = await accepted();
  const runs = await Promise.all([climbLadder(job(at("02-15"))), climbLadder(job(at("02-15")))]);
  expect(runs.sort()).toEqual([0, 2]);
  expect(await rungsOf(key)).toEqual(["02-15 owner_before already_told", "02-15 owner_due told digest Olga"]);
});

it("prints before what a run then records, and writes nothing", async () => {
  const key = await accepted({ priority: "P0" });
  const now = at("02-16");
  const planned = (await previewLadder(job(now))).filter((one) => one.key === key);
  expect(await rungsOf(key)).toEqual([]);
  await climbLadder(job(now));
  const { items } = await listRungs(as(owner), { key });
  expect(planned.map(({ rung, outcome, way, person, told }) => ({ rung, outcome, by: way, to: person, told }))).toEqual(
    items.map(({ rung, outcome, by, to, told }) => ({ rung, outcome, by, to, told })),
  );
  expect(items).toHaveLength(3);
});

it("prints the rungs of a waived action from the day on which its waiver ends, as a run then records them", async () => {
  const key = await accepted();
  const waived = {
    reason: "A new rack comes",
    mitigation: "Copies by hand",
    until: "2017-02-20",
    to: "waived",
  } as const;
  const asked = at("02-13");
  const { version } = await getActionItem(as(owner, asked), { key });
  const requested = await transitionActionItem(as(owner, asked), { key, version, ...waived });
  await answerWaiverOf(as(lead, asked), { key, version: requested.version, answer: "approved" });
  // Accepted again, so the first reminder is over before the start. It's recorded when the waiver has ended.
  const number = Number(key.slice(4));
  await database.prisma.actionItem.update({ where: { number }, data: { climbsAgainAt: new Date(asked) } });
  const printed = async (day: string) => (await previewLadder(job(at(day)))).filter((one) => one.key === key);
  for (const day of ["02-13", "02-15", "02-19"]) expect(await printed(day)).toEqual([]);
  expect((await listRungs(as(owner, asked), { key })).next).toMatchObject({ day: "2017-02-20" });
  await climbLadder(job(at("02-19")));
  expect(await rungsOf(key)).toEqual([]);
  const planned = await printed("03-10");
  expect(planned[0]).toMatchObject({ day: "2017-02-12", outcome: "before_start" });
  for (const { day } of planned.slice(1)) expect(day >= "2017-02-20").toBe(true);
  await endWaivers(job(at("03-10")));
  await climbLadder(job(at("03-10")));
  const { items } = await listRungs(as(owner), { key });
  const whom = <To>(all: readonly { rung: string; outcome: string; told: To }[]) =>
    all.map(({ rung, outcome, told }) => ({ rung, outcome, told }));
  expect(whom(planned)).toEqual(whom(items));
  expect(items.length).toBeGreaterThan(2);
});

it("notifies about a P0 at once, on calendar days", async () => {
  const key = await accepted({ priority: "P0" });
  for (const day of ["02-12", "02-15", "02-16", "02-17", "02-19"]) await climbLadder(job(at(day)));
  expect((await rungsOf(key)).map((one) => one.split(" ").slice(0, 4).join(" "))).toEqual([
    "02-12 owner_before told mail",
    "02-15 owner_due told mail",
    "02-16 manager told mail",
    "02-17 tpm told mail",
    "02-19 parent_manager told mail",
  ]);
  expect((await inbox(manager, key)).map(({ subject }) => subject)).toEqual([
    `Late: ${key} Restore every backup, 1 d late`,
  ]);
});

it("puts everything else into the next digest, once", async () => {
  const key = await accepted({ dueDate: "2017-04-03" });
  await climbLadder(job(at("04-06")));
  await writeDigests(job(at("04-06")));
  await writeDigests(job(at("04-07")));
  const about = async (user: UserActor) => (await digests(user)).filter((body) => body.includes(key));
  expect(await about(manager)).toEqual([expect.stringContaining(`${key} Restore every backup: 3 d late`)]);
  expect(await inbox(manager, key)).toEqual([]);
});

it("records a missing person and one who was already notified, and waits for the next one's day", async () => {
  const { prisma } = database;
  const bare = uuidv7();
  await prisma.team.create({ data: { id: bare, name: "Bare" } });
  const alone = await accepted({ teamId: bare });
  const own = uuidv7();
  await prisma.team.create({ data: { id: own, name: "Own", managerId: owner.id } });
  const owned = await accepted({ teamId: own });
  for (const day of ["02-12", "02-15", "02-20", "02-24", "03-07"]) await climbLadder(job(at(day)));
  expect((await rungsOf(alone)).slice(2)).toEqual([
    "02-20 manager missing",
    "02-24 tpm told digest Tess",
    "03-07 parent_manager missing",
  ]);
  expect((await rungsOf(owned))[2]).toBe("02-20 manager already_told");
});

it("notifies whom the policy names for an unfilled part and in place of the parent's manager, and says so", async () => {
  const { prisma } = database;
  const bare = uuidv7();
  await prisma.team.create({ data: { id: bare, name: "Unmanaged" } });
  const standIn = await makeUser(prisma, "member", "Stan");
  const head = await makeUser(prisma, "member", "Hedda");
  const policy = await savePolicy(as(lead), {
    ...{ name: "Unmanaged", scope: { serviceIds: [], teamIds: [bare], severities: [], priorities: [] } },
    ...{ values: { ladderManager: standIn.id, ladderParent: head.id }, archived: false, movePast: false },
  });
  const key = await accepted({ teamId: bare });
  for (const day of ["02-12", "02-15", "02-20", "02-24", "03-07"]) await climbLadder(job(at(day)));
  const { items } = await listRungs(as(owner), { key });
  expect(items.slice(2).map(({ rung, to, byPolicy }) => `${rung} ${to?.name} ${byPolicy}`)).toEqual([
    "manager Stan true",
    "tpm Tess false",
    "parent_manager Hedda true",
  ]);
  await expect(
    savePolicy(as(lead), {
      ...{ id: policy.id, version: policy.version, name: "Unmanaged", archived: false, movePast: false },
      scope: { serviceIds: [], teamIds: [bare], severities: [], priorities: [] },
      values: { ladderParent: uuidv7() },
    }),
  ).rejects.toMatchObject({ details: { fields: [{ field: "ladderParent" }] } });
});

it("doesn't count the days of a block until a date", async () => {
  const key = await accepted();
  await climbLadder(job(at("02-15")));
  const { version } = await getActionItem(as(owner), { key });
  await updateActionItem(as(owner, at("02-15")), {
    key,
    version,
    blockedReason: "Waits for disks",
    blockedUntil: "2017-02-27",
  });
  const { id } = await database.prisma.actionItem.findFirstOrThrow({ where: { number: Number(key.slice(4)) } });
  // The database dates it with its own clock.
  expect(await database.prisma.actionItemBlock.count({ where: { actionItemId: id, endedAt: null } })).toBe(1);
  await database.prisma.actionItemBlock.updateMany({
    where: { actionItemId: id },
    data: { fromAt: new Date(at("02-16")) },
  });
  for (const day of ["02-20", "02-26", "02-28", "03-01"]) await climbLadder(job(at(day)));
  expect((await rungsOf(key)).map((one) => one.slice(0, 15))).toEqual([
    "02-15 owner_bef",
    "02-15 owner_due",
    "03-01 manager t",
  ]);
  const next = await updateActionItem(as(owner, at("03-01")), { key, version: version + 1, blockedReason: null });
  expect(next.blockedUntil).toBeNull();
  expect(await database.prisma.actionItemBlock.count({ where: { actionItemId: id, endedAt: null } })).toBe(0);
});

it("notifies no one of rungs that were past when it was accepted, or is only proposed", async () => {
  const late = await accepted({ now: at("02-21") });
  await climbLadder(job(at("02-21")));
  expect(await rungsOf(late)).toEqual([
    "02-21 owner_before before_start",
    "02-21 owner_due before_start",
    "02-21 manager before_start",
  ]);
  expect((await listRungs(as(owner, at("02-21")), { key: late })).next).toEqual({
    rung: "tpm",
    day: "2017-02-24",
    to: { id: lead.id, name: "Tess" },
  });
});

it.each([
  ["restored", { archived: true }, { archived: false }, "02-27", "03-07", "digest"],
  ["raised to P0", { description: "It grows" }, { priority: "P0" as const }, "02-18", "02-19", "mail"],
])("notifies only the next one, on their own day, of an action that was %s", async (_, first, then, day, next, way) => {
  const key = await accepted();
  const { version } = await updateActionItem(as(lead, at("02-10")), { key, version: 2, ...first });
  await updateActionItem(as(lead, at(day)), { key, version, ...then });
  await climbLadder(job(at(day)));
  const past = ["owner_before", "owner_due", "manager", "tpm"].map((rung) => `${day} ${rung} before_start`);
  expect(await rungsOf(key)).toEqual(past);
  await climbLadder(job(at(next)));
  expect((await rungsOf(key)).slice(4)).toEqual([`${next} parent_manager told ${way} Dan`]);
});

it("notifies the next one at once when the date moves for the third time", async () => {
  const key = await accepted({ dueDate: "2017-06-01" });
  for (const [index, dueDate] of ["2017-06-08", "2017-06-15", "2017-06-22"].entries()) {
    const { version } = await getActionItem(as(lead), { key });
    await updateActionItem(as(lead, at(`02-0${index + 1}`)), { key, version, dueDate, dueReason: "Waits for parts" });
    await climbLadder(job(at(`02-0${index + 1}`)));
  }
  await climbLadder(job(at("02-04")));
  expect(await rungsOf(key)).toEqual(["02-03 manager told mail Mark"]);
  expect((await inbox(manager, key)).map(({ subject }) => subject)).toEqual([
    `Due date moved again: ${key} Restore every backup`,
  ]);
});

it("notifies the next one of a third move again after one that was undone", async () => {
  const key = await accepted({ dueDate: "2017-06-01" });
  const move = async (day: string, dueDate: string, undoesDueMove?: true) => {
    const { version } = await getActionItem(as(lead), { key });
    const more = undoesDueMove ? { undoesDueMove } : { dueReason: "Waits for parts" };
    await updateActionItem(as(lead, at(day)), { key, version, dueDate, ...more });
    await climbLadder(job(at(day)));
  };
  await move("02-01", "2017-06-08");
  await move("02-02", "2017-06-15");
  await move("02-03", "2017-06-22");
  await move("02-03", "2017-06-15", true);
  expect(await rungsOf(key)).toEqual(["02-03 manager told mail Mark"]);
  await move("02-06", "2017-06-29");
  await move("02-07", "2017-07-06");
  expect(await rungsOf(key)).toEqual(["02-03 manager told mail Mark", "02-06 manager told mail Mark"]);
});

it("continues with the other actions after one whose days can't be counted", async () => {
  const broken = uuidv7();
  const { prisma } = database;
  await prisma.team.create({ data: { id: broken, name: "Broken" } });
  const calendar = { teamId: broken, timeZone: "UTC", workingDays: [1], closedDays: "none" };
  const { id } = await prisma.businessCalendar.create({ data: { id: uuidv7(), ...calendar } });
  const [bad, good] = [await accepted({ teamId: broken }), await accepted()];
  await climbLadder(job(at("02-15")));
  expect((await listRungs(job(at("02-15")), { key: bad })).next).toBeNull();
  expect(await rungsOf(good)).toHaveLength(2);
  const asked = await listAskedNext(as(owner, at("02-15")), { from: "2017-02-15", days: 7 });
  const keys = asked.map(({ key }) => key);
  expect([keys.includes(good), keys.includes(bad)]).toEqual([true, false]);
  await prisma.businessCalendar.delete({ where: { id } });
});

it("keeps a reminder for the next digest that is recorded while one is written", async () => {
  const early = await accepted({ dueDate: "2017-05-02" });
  await climbLadder(job(at("05-05")));
  const client = await database.pool.connect();
  await client.query("BEGIN");
  await client.query("LOCK TABLE notification IN EXCLUSIVE MODE");
  const writing = writeDigests(job(at("05-05")));
  await until("the digest waits", async () => {
    const waits = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    return (await client.query(waits)).rowCount === 1;
  });
  const late = await accepted({ dueDate: "2017-05-02" });
  await climbLadder(job(at("05-05")));
  await client.query("COMMIT");
  client.release();
  await writing;
  const about = async (key: string) => (await digests(manager)).filter((body) => body.includes(key)).length;
  expect([await about(early), await about(late)]).toEqual([1, 0]);
  await writeDigests(job(at("05-06")));
  expect(await about(late)).toBe(1);
});

it("leaves out actions of which everyone was notified, until their date moves", async () => {
  const key = await accepted();
  await climbLadder(job(at("03-07")));
  expect(await rungsOf(key)).toHaveLength(5);
  const numbers = async () => (await climbingActions(job(at("03-08")), { take: 200 })).map(({ number }) => number);
  expect(await numbers()).not.toContain(Number(key.slice(4)));
  const { version } = await getActionItem(as(lead), { key });
  await updateActionItem(as(lead, at("03-08")), { key, version, dueDate: "2017-03-10", dueReason: "Parts are late" });
  expect(await numbers()).toContain(Number(key.slice(4)));
});

it("takes an archived team for none", async () => {
  const { prisma } = database;
  const id = uuidv7();
  await prisma.team.create({ data: { id, name: "Closed", managerId: manager.id } });
  const calendar = { teamId: id, timeZone: "UTC", workingDays: [6], closedDays: [] };
  await prisma.businessCalendar.create({ data: { id: uuidv7(), ...calendar } });
  const key = await accepted({ teamId: id });
  await prisma.team.update({ where: { id }, data: { archivedAt: new Date(START) } });
  for (const day of ["02-12", "02-15", "02-20"]) await climbLadder(job(at(day)));
  expect((await rungsOf(key)).slice(2)).toEqual(["02-20 manager missing"]);
});

it("lists for a week every reminder that reaches someone", async () => {
  const key = await accepted();
  const own = uuidv7();
  await database.prisma.team.create({ data: { id: own, name: "Managed by the owner", managerId: owner.id } });
  const owned = await accepted({ teamId: own });
  const asked = await listAskedNext(as(owner, at("02-12")), { from: "2017-02-12", days: 9 });
  const of = (wanted: string) =>
    asked.flatMap(({ key: at, day, rung, to }) => (at === wanted ? [`${day.slice(5)} ${rung} ${to?.name}`] : []));
  expect(of(key)).toEqual(["02-12 owner_before Olga", "02-15 owner_due Olga", "02-20 manager Mark"]);
  expect(of(owned)).toEqual(["02-12 owner_before Olga", "02-15 owner_due Olga"]);
});

describe("a restricted action", () => {
  it("notifies only people who can read it, and shows nothing in a subject or a digest", async () => {
    const creator = await makeUser(database.prisma, "facilitator", "Cora");
    const { key: incidentKey, version } = await createIncident(as(creator), {
      ...{ title: "Leaked keys", severity: 2, kind: "incident", serviceIds: [], resolvedAt: null },
      ...{ timeZone: "UTC", impactText: "", restricted: false },
    });
    const key = await accepted({ priority: "P0", incidentKey });
    const quiet = await accepted({ incidentKey });
    await restrictIncident(as(creator), { key: incidentKey, version, restricted: true, userIds: [], teamIds: [] });
    for (const day of ["02-12", "02-15", "02-16", "02-20"]) await climbLadder(job(at(day)));
    expect((await rungsOf(key))[2]).toBe("02-16 manager may_not_read mail Cora");
    expect(await inbox(manager, key)).toEqual([]);
    const [message] = await inbox(creator, key);
    expect(`${message?.subject} ${message?.body}`).not.toMatch(/Restore|Leaked|ACT-/);
    await writeDigests(job(at("02-20")));
    const named = (await digests(creator)).filter((body) => body.includes(quiet));
    expect(named).toEqual([expect.stringContaining(`${quiet} Restricted item`)]);
    expect((await digests(manager)).filter((body) => body.includes(quiet))).toEqual([]);
    await expect(listRungs(as(director), { key })).rejects.toMatchObject({ code: "not_found" });
  });
});
