import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { RoadmapRow } from "#lib/contract/roadmap.ts";
import {
  addMilestone,
  changeMilestone,
  createStrategicChange,
  decideScope,
  getStrategicChange,
  reportHealth,
  transitionStrategicChange,
  updateStrategicChange,
} from "#server/follow/strategic-change/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { assessChange, getSchedule, listIntake, listRoadmap, listUpdates, scheduleChange, setWaits } from "./index.ts";

let database: TestDatabase;
let owner: UserActor;
let other: UserActor;
let sponsor: UserActor;
const as = (actor: UserActor, day = "2027-02-14") =>
  makeContext(database.prisma, actor, () => new Date(`${day}T10:00:00Z`));

beforeAll(async () => {
  database = await testDatabase();
  owner = await makeUser(database.prisma, "member", "owner");
  other = await makeUser(database.prisma, "member", "other");
  sponsor = await makeUser(database.prisma, "member", "sponsor");
});
afterAll(() => database.close());

const create = (title: string, targetQuarter: string | null = null) =>
  createStrategicChange(as(owner), {
    ...{ title, problem: "", expectedEffect: "", targetQuarter, ownerId: owner.id, sponsorId: sponsor.id },
    ...{ teamId: null, factorIds: [], actionKeys: [] },
  });
const milestone = async (key: string, version: number, plannedOn: string) => {
  const { milestones } = await addMilestone(as(owner), {
    ...{ key, version, plannedOn, title: `Due ${plannedOn}`, ownerId: null, blocks: true },
  });
  return milestones.find((one) => one.plannedOn === plannedOn)?.id ?? "";
};
const rule = (name: string) => ({ code: "rule", details: { rule: name } });
const days = (startsOn: string, endsOn: string) => ({ startsOn, endsOn, also: [] });

describe("the roadmap", () => {
  it("shows the quarter of a change until its days are set, and moves its milestones with it", async () => {
    const { key } = await create("Roll back anything", "2027-Q1");
    await milestone(key, 1, "2027-03-31");
    expect(await getSchedule(as(other), { key })).toMatchObject({
      ...{ startsOn: "2027-01-01", endsOn: "2027-03-31", dated: false, pace: null },
    });
    const { items } = await scheduleChange(as(owner), { key, version: 2, ...days("2027-01-01", "2027-03-24") });
    expect(items).toMatchObject([{ key, version: 3, dated: true, milestones: [{ dueOn: "2027-03-24" }] }]);
    const list = await listRoadmap(as(other), { limit: 100, mine: false });
    expect(list.items.map((row) => row.key)).toContain(key);
    const audit = await database.prisma.auditEntry.findFirst({ where: { action: "strategic_change.scheduled" } });
    expect(audit?.before).toEqual({ startsOn: null, endsOn: null, targetQuarter: "2027-Q1" });
  });

  it("asks why a change leaves its quarter, and notifies the sponsor", async () => {
    const { key } = await create("Preview every push", "2027-Q2");
    const to = { key, version: 1, ...days("2027-05-03", "2027-07-30") };
    await expect(scheduleChange(as(owner), to)).rejects.toMatchObject(rule("reason_needed"));
    await scheduleChange(as(owner), { ...to, reason: "Waits for the new queue" });
    expect(await getStrategicChange(as(owner), { key })).toMatchObject({ targetQuarter: "2027-Q3" });
    const told = await database.prisma.notification.findMany({ where: { href: `/strategy/${key}` } });
    expect(told).toMatchObject([
      { userId: sponsor.id, kind: "strategic_change.rescheduled", body: expect.stringContaining("Waits for the new") },
    ]);
    await updateStrategicChange(as(owner), { key, version: 2, targetQuarter: "2027-Q4", reason: "The vendor is late" });
    expect(await getSchedule(as(owner), { key })).toMatchObject({ startsOn: "2027-10-01", dated: false });
  });

  it("moves several changes or none", async () => {
    const [one, two] = [await create("One", "2027-Q2"), await create("Two", "2027-Q2")];
    const also = [{ key: two.key, version: 9, startsOn: "2027-05-01", endsOn: "2027-06-01" }];
    const both = { key: one.key, version: 1, ...days("2027-04-05", "2027-06-25"), also };
    await expect(scheduleChange(as(owner), both)).rejects.toMatchObject({
      code: "conflict",
      details: { current: { key: two.key, version: 1 } },
    });
    expect(await getSchedule(as(owner), one)).toMatchObject({ version: 1, dated: false });
    const twice = scheduleChange(as(owner), {
      ...both,
      also: [{ key: one.key, version: 1, startsOn: "2027-04-05", endsOn: "2027-06-25" }],
    });
    await expect(twice).rejects.toMatchObject({ code: "invalid" });
    const late = scheduleChange(as(owner), { key: one.key, version: 1, ...days("2027-06-25", "2027-04-05") });
    await expect(late).rejects.toMatchObject({ code: "invalid", details: { fields: [{ field: "endsOn" }] } });
    await expect(scheduleChange(as(other), both)).rejects.toMatchObject({ code: "forbidden" });
    await scheduleChange(as(owner), { ...both, also: also.map((move) => ({ ...move, version: 1 })) });
    const { id: nounId } = await getStrategicChange(as(owner), { key: two.key });
    const audit = await database.prisma.auditEntry.findFirst({
      where: { action: "strategic_change.scheduled", nounId },
    });
    expect(audit?.after).toMatchObject({ key: two.key, startsOn: "2027-05-01", endsOn: "2027-06-01" });
  });

  it("moves back to what it was: days of the quarter, and the milestones that had moved with it", async () => {
    const { key } = await create("Undone", "2027-Q2");
    const [last, after] = [await milestone(key, 1, "2027-06-30"), await milestone(key, 2, "2027-07-14")];
    const moved = { key, version: 3, ...days("2027-04-01", "2027-07-14"), reason: "Two people are away" };
    await scheduleChange(as(owner), moved);
    const back = {
      key,
      version: 4,
      startsOn: null,
      endsOn: null,
      targetQuarter: "2027-Q2",
      also: [],
      reason: "Undone",
    };
    const milestones = [{ id: last, dueOn: "2027-06-30" }];
    const { items } = await scheduleChange(as(owner), { ...back, milestones });
    expect(items).toMatchObject([{ dated: false, endsOn: "2027-06-30", targetQuarter: "2027-Q2" }]);
    expect(items[0]?.milestones.map(({ id, dueOn }) => [id, dueOn])).toEqual([
      [last, "2027-06-30"],
      [after, "2027-07-14"],
    ]);
    const half = scheduleChange(as(owner), { ...back, version: 5, endsOn: "2027-06-30" });
    await expect(half).rejects.toMatchObject({ code: "invalid", details: { fields: [{ field: "startsOn" }] } });
    const foreign = { ...back, version: 5, milestones: [{ id: owner.id, dueOn: "2027-06-30" }] };
    await expect(scheduleChange(as(owner), foreign)).rejects.toMatchObject({ code: "invalid" });
  });

  it("lets no change wait for itself, through others either", async () => {
    const [one, two] = [await create("First"), await create("Second")];
    const [ofOne, ofTwo] = [await milestone(one.key, 1, "2027-05-01"), await milestone(two.key, 1, "2027-06-01")];
    const waits = await setWaits(as(owner), { key: two.key, version: 2, milestoneIds: [ofOne] });
    expect(waits.waitsFor).toMatchObject([{ milestoneId: ofOne, dueOn: "2027-05-01", change: { key: one.key } }]);
    const awaited = await getSchedule(as(other), { key: one.key });
    expect(RoadmapRow.parse(awaited)).toEqual(awaited);
    expect(awaited.awaitedBy).toMatchObject([
      { milestoneId: ofOne, status: "proposed", change: { key: two.key, title: two.title } },
    ]);
    for (const milestoneIds of [[ofTwo], [ofOne]])
      await expect(setWaits(as(owner), { key: one.key, version: 2, milestoneIds })).rejects.toMatchObject(
        rule("waits_for_itself"),
      );
    const gone = { key: one.key, milestoneId: ofOne, version: 2, removed: true };
    await changeMilestone(as(owner), gone);
    const meanwhile = setWaits(as(owner), { key: one.key, version: 3, milestoneIds: [ofTwo] });
    await expect(meanwhile).rejects.toMatchObject(rule("waits_for_itself"));
    await changeMilestone(as(owner), { ...gone, version: 3, removed: false });
    const stale = setWaits(as(owner), { key: two.key, version: 2, milestoneIds: [] });
    await expect(stale).rejects.toMatchObject({ code: "conflict", details: { current: { version: 3 } } });
    expect((await setWaits(as(owner), { key: two.key, version: 3, milestoneIds: [] })).waitsFor).toEqual([]);
  });
});

it("lists the latest update of each change in progress, those without a recent one first", async () => {
  const rows = [
    await create("Silent"),
    await create("Told long ago"),
    await create("Told lately"),
    await create("Not yet started"),
  ];
  const inProgress = { status: "in_progress" as const, statusAt: new Date("2027-01-01T10:00:00Z") };
  for (const { id } of rows.slice(0, 3))
    await database.prisma.strategicChange.update({ where: { id }, data: inProgress });
  const report = (row: { key: string } | undefined, day: string, body: string, version: number) =>
    reportHealth(as(owner, day), {
      ...{ key: row?.key ?? "", version, health: "on_track", body, plans: "", problems: "", help: "" },
    });
  await report(rows[1], "2027-01-20", "Half done", 1);
  await report(rows[2], "2027-01-22", "Started", 1);
  await report(rows[2], "2027-02-10", "A third", 2);
  const { items } = await listUpdates(as(other));
  expect(items.map(({ title, stale, update }) => [title, stale, update?.body ?? null, update?.by ?? null])).toEqual([
    ["Silent", true, null, null],
    ["Told long ago", true, "Half done", "owner"],
    ["Told lately", false, "A third", "owner"],
  ]);
});

describe("the intake", () => {
  const waiting = async (day: string) =>
    (await listIntake(as(other, day))).waiting
      .filter(({ title }) => title === "One alert name")
      .map((row) => row.returned?.from ?? null);

  it("has a proposal until it is decided on, and again on the day that was set", async () => {
    const { key } = await create("One alert name");
    expect(await waiting("2027-02-14")).toEqual([null]);
    const asked = { key, version: 1, until: "2027-02-21", ownerId: other.id, note: "Ask the on-call teams" };
    await expect(assessChange(as(owner), { ...asked, until: "2027-02-14" })).rejects.toMatchObject({ code: "invalid" });
    expect(await assessChange(as(owner), asked)).toMatchObject({ owner: { id: other.id }, status: "proposed" });
    expect([await waiting("2027-02-20"), await waiting("2027-02-21")]).toEqual([[], ["assessment"]]);
    const deferred = {
      to: "deferred",
      reason: "After the new queue",
      until: "2027-07-05",
      riskById: other.id,
    } as const;
    await transitionStrategicChange(as(owner), { key, version: 2, ...deferred });
    expect([await waiting("2027-07-04"), await waiting("2027-07-05")]).toEqual([[], ["deferral"]]);
    const { decided } = await listIntake(as(other));
    expect(decided.filter(({ change }) => change.key === key)).toMatchObject([
      { to: "deferred", until: "2027-07-05", by: "owner" },
      { from: "proposed", kind: "assessed", until: "2027-02-21", reason: "Ask the on-call teams" },
    ]);
    const declined = { ...deferred, to: "declined", until: "2027-09-01" } as const;
    await transitionStrategicChange(as(owner), { key, version: 3, ...declined });
    expect([await waiting("2027-08-31"), await waiting("2027-09-01")]).toEqual([[], ["decline"]]);
    // A change that is over has no scope to decide on.
    const scope = { key, kind: "narrowed", reason: "Web only", riskById: other.id } as const;
    await expect(decideScope(as(owner), { ...scope, version: 4 })).rejects.toMatchObject(rule("change_over"));
    const again = await assessChange(as(owner), { ...asked, version: 4, until: "2027-03-01" });
    expect(again).toMatchObject({ status: "proposed", version: 5 });
    const measure = { measureMetric: "names", measureTarget: 1, measureBy: new Date("2027-12-31") };
    await database.prisma.strategicChange.update({ where: { id: again.id }, data: { ...measure, status: "funded" } });
    await expect(assessChange(as(owner), { ...asked, version: 5 })).rejects.toMatchObject(rule("proposed_only"));
  });

  it("keeps the day of a deferral after a decision about the scope", async () => {
    const { key } = await create("One alert name");
    const put = { to: "deferred", reason: "Later", until: "2027-07-05", riskById: other.id } as const;
    await transitionStrategicChange(as(owner), { key, version: 1, ...put });
    await decideScope(as(owner), { key, version: 2, kind: "narrowed", reason: "Web only", riskById: other.id });
    expect([await waiting("2027-07-04"), await waiting("2027-07-05")]).toEqual([[], ["deferral"]]);
    expect(await getSchedule(as(owner), { key })).toMatchObject({ deferredUntil: "2027-07-05" });
  });

  it("commits to a quarter only with a measure", async () => {
    const { key } = await create("Certificates that renew themselves");
    const commit = { key, version: 1, to: "funded", targetQuarter: "2027-Q3" } as const;
    await expect(transitionStrategicChange(as(owner), commit)).rejects.toMatchObject(rule("measure_needed"));
    const measure = { metric: "expired certificates", unit: "", baseline: 3, target: 0, by: "2027-12-31" };
    await updateStrategicChange(as(owner), { key, version: 1, measure });
    const funded = await transitionStrategicChange(as(owner), { ...commit, version: 2 });
    expect(funded).toMatchObject({ status: "funded", targetQuarter: "2027-Q3" });
  });
});
