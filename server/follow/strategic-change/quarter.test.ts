import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { sponsorAsked } from "#lib/follow/strategic-change/health.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import {
  addMilestone,
  changeMilestone,
  createStrategicChange,
  getStrategicChange,
  reportHealth,
  tellSlips,
  transitionStrategicChange,
  updateStrategicChange,
} from "./index.ts";

let database: TestDatabase;
let owner: UserActor;
let sponsor: UserActor;

const as = (actor: UserActor, day = "2026-10-01") =>
  makeContext(database.prisma, actor, () => new Date(`${day}T10:00:00Z`));
const rule = (name: string, field?: string) => ({
  code: "rule",
  details: { rule: name, ...(field ? { fields: [{ field }] } : {}) },
});
const MEASURE = { metric: "Restores", unit: "", baseline: 0, target: 4, by: "2027-03-31" };
const propose = async (targetQuarter: string | null) => {
  const { key } = await createStrategicChange(as(owner), {
    ...{ title: "Prove every backup restores", problem: "", expectedEffect: "", targetQuarter, ownerId: owner.id },
    ...{ sponsorId: sponsor.id, teamId: null, factorIds: [], actionKeys: [] },
  });
  await updateStrategicChange(as(owner), { key, version: 1, measure: MEASURE });
  return key;
};
const at = async (key: string) => ({ key, version: (await getStrategicChange(as(owner), { key })).version });
const toldOf = async (key: string) =>
  (
    await database.prisma.notification.findMany({
      where: { userId: sponsor.id, href: `/strategy/${key}` },
      orderBy: { createdAt: "asc" },
    })
  ).map(({ subject, body }) => [subject, body]);

beforeAll(async () => {
  database = await testDatabase();
  owner = await makeUser(database.prisma, "member", "owner");
  sponsor = await makeUser(database.prisma, "member", "sponsor");
});
afterAll(() => database.close());

describe("the target quarter", () => {
  it("moves with a reason that the sponsor receives, once the change is funded", async () => {
    const key = await propose(null);
    const move = async (targetQuarter: string | null, more: { reason?: string } = {}) =>
      updateStrategicChange(as(owner), { ...(await at(key)), targetQuarter, ...more });
    await move("2027-Q2");
    await move("2027-Q1");
    await transitionStrategicChange(as(owner), { ...(await at(key)), to: "funded" });
    await move("2027-Q1");
    await expect(move("2027-Q3")).rejects.toMatchObject(rule("reason_needed", "reason"));
    await expect(move(null)).rejects.toMatchObject(rule("reason_needed", "reason"));
    expect(await toldOf(key)).toEqual([]);
    expect(await move("2027-Q3", { reason: "The vendor is late" })).toMatchObject({ targetQuarter: "2027-Q3" });
    expect(await toldOf(key)).toEqual([[`Moved to Q3 2027: ${key} Prove every backup restores`, "The vendor is late"]]);
    const [audit] = await database.prisma.auditEntry.findMany({
      where: { action: "strategic_change.updated" },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      take: 1,
    });
    expect(audit).toMatchObject({ after: { targetQuarter: "2027-Q3", reason: "The vendor is late" } });
  });

  it("of a decision isn't over, but an earlier one stays, and one can be left open", async () => {
    const fund = async (key: string, more: object = {}) =>
      transitionStrategicChange(as(owner), { ...(await at(key)), to: "funded", ...more });
    const key = await propose(null);
    await expect(fund(key, { targetQuarter: "2020-Q1" })).rejects.toMatchObject(rule("quarter_over", "targetQuarter"));
    expect(await fund(key, { targetQuarter: "2026-Q4" })).toMatchObject({ status: "funded", targetQuarter: "2026-Q4" });
    expect(await fund(await propose("2026-Q3"))).toMatchObject({ status: "funded", targetQuarter: "2026-Q3" });
    const open = await fund(await propose(null), { reason: "It waits for a vendor" });
    expect(open).toMatchObject({ status: "funded", targetQuarter: null, statusReason: "It waits for a vendor" });
  });
});

describe("a milestone that slips without an update", () => {
  const started = async () => {
    const key = await propose("2026-Q4");
    await transitionStrategicChange(as(owner), { ...(await at(key)), to: "funded" });
    await transitionStrategicChange(as(owner), { ...(await at(key)), to: "in_progress" });
    return key;
  };
  const milestone = async (key: string, title: string) => {
    const { milestones } = await addMilestone(as(owner), {
      ...{ ...(await at(key)), title, plannedOn: "2026-12-15", ownerId: null, blocks: true },
    });
    return milestones.find((one) => one.title === title)?.id ?? "";
  };
  const later = async (key: string, milestoneId: string, dueOn: string) =>
    changeMilestone(as(owner), { ...(await at(key)), milestoneId, dueOn });
  const report = async (key: string, health: "on_track" | "at_risk", because?: string) =>
    reportHealth(as(owner, because ? "2026-10-05" : "2026-10-01"), {
      ...{ ...(await at(key)), health, body: "Half done", plans: "", problems: "", help: "" },
      ...(because ? { because } : {}),
    });
  const run = (day: string) =>
    tellSlips(makeContext(database.prisma, { kind: "system", label: "job" }, () => new Date(`${day}T12:00:00Z`)));
  const subjects = async (key: string) => (await toldOf(key)).map(([subject]) => subject?.split(":")[0]);

  it("tells the sponsor once that the change is off track, and again of the next one", async () => {
    const key = await started();
    const [first] = [await milestone(key, "Mail"), await milestone(key, "Files")];
    await report(key, "on_track");
    await run("2026-12-15");
    expect(await subjects(key)).toEqual([]);
    await later(key, first, "2026-12-01");
    expect(await run("2026-12-02")).toBe(1);
    const asked = sponsorAsked(await getStrategicChange(as(owner, "2026-12-03"), { key }));
    expect(asked).toEqual({ by: "slip", at: "2026-12-02T12:00:00.000Z" });
    await run("2026-12-03");
    expect(await toldOf(key)).toEqual([
      [`Off track: ${key} Prove every backup restores`, "Since the last update, a milestone slipped: “Mail”."],
    ]);
    expect(await run("2026-12-16")).toBe(1);
    expect(await subjects(key)).toEqual(["Off track", "Off track"]);
  });

  it("tells them of the second one that is at risk, not of the first, and not if an update explained it", async () => {
    const key = await started();
    const [first, second] = [await milestone(key, "Mail"), await milestone(key, "Files")];
    await report(key, "on_track");
    await later(key, first, "2026-12-20");
    await run("2026-10-02");
    expect(await subjects(key)).toEqual([]);
    await later(key, second, "2026-12-21");
    await run("2026-10-03");
    await run("2026-10-04");
    expect(await subjects(key)).toEqual(["At risk"]);
    await report(key, "on_track", "Both are optional by now");
    await run("2027-01-10");
    expect(await subjects(key)).toEqual(["At risk"]);
  });
});
