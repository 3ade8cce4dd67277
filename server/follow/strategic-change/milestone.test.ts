import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import {
  addMilestone,
  changeDecisions,
  changeMilestone,
  getStrategicChange,
  listStrategicChanges,
  transitionStrategicChange,
  updateStrategicChange,
} from "./index.ts";
import { changeDesk, PAGE } from "./testing/change-desk.ts";

const NOW = new Date("2026-10-01T10:00:00Z");
let database: TestDatabase;
let owner: UserActor;
let other: UserActor;
let sponsor: UserActor;

const as = (actor: UserActor, now = NOW) => makeContext(database.prisma, actor, () => now);
const { create, report, inProgress } = changeDesk(() => ({ database, owner, sponsor, as }));
const rule = (name: string) => ({ code: "rule", details: { rule: name } });

beforeAll(async () => {
  database = await testDatabase();
  owner = await makeUser(database.prisma, "member", "owner");
  other = await makeUser(database.prisma, "member", "other");
  sponsor = await makeUser(database.prisma, "member", "sponsor");
});
afterAll(() => database.close());

const MILESTONE = { title: "Checkout and Mail", plannedOn: "2026-12-15", ownerId: null, blocks: true };
const MILESTONE_ROW = { title: "Checkout and Mail" };

describe("a milestone", () => {
  it("keeps the day of its plan when it moves, is reached, removed and restored", async () => {
    const { key } = await create({ ownerId: owner.id });
    const [added] = (await addMilestone(as(owner), { ...MILESTONE, key, version: 1 })).milestones;
    expect(added).toMatchObject({ plannedOn: "2026-12-15", dueOn: "2026-12-15", health: "on_track", blocks: true });
    const milestoneId = added?.id ?? "";
    const moved = await changeMilestone(as(owner), { key, milestoneId, version: 2, dueOn: "2027-01-20" });
    expect(moved.milestones).toMatchObject([{ plannedOn: "2026-12-15", dueOn: "2027-01-20", health: "at_risk" }]);
    const early = changeMilestone(as(owner), { key, milestoneId, version: 3, reachedOn: "2026-10-02" });
    await expect(early).rejects.toMatchObject({ code: "invalid" });
    const reached = await changeMilestone(as(owner), { key, milestoneId, version: 3, reachedOn: "2026-10-01" });
    expect(reached).toMatchObject({ milestones: [{ health: "on_track" }], worstMilestone: null });
    const removed = await changeMilestone(as(owner), { key, milestoneId, version: 4, removed: true });
    expect(removed.milestones).toEqual([]);
    const back = await changeMilestone(as(owner), { key, milestoneId, version: 5, removed: false });
    expect(back.milestones).toMatchObject([{ id: milestoneId, reachedOn: "2026-10-01" }]);
  });

  it("conflicts with an edit of the same change, and isn't found in another", async () => {
    const { key } = await create();
    const { milestones } = await addMilestone(as(owner), { ...MILESTONE, key, version: 1 });
    const milestoneId = milestones[0]?.id ?? "";
    const stale = changeMilestone(as(owner), { key, milestoneId, version: 1, title: "Another" });
    await expect(stale).rejects.toMatchObject({
      code: "conflict",
      details: { current: { milestones: [MILESTONE_ROW] } },
    });
    const foreign = await create();
    const wrong = changeMilestone(as(owner), { key: foreign.key, milestoneId, version: 1, title: "Another" });
    await expect(wrong).rejects.toMatchObject({ code: "not_found" });
    await expect(addMilestone(as(sponsor), { ...MILESTONE, key, version: 2 })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it("that blocks stops the delivery, unless the sponsor says why", async () => {
    const { key } = await inProgress();
    const { version } = await addMilestone(as(owner), { ...MILESTONE, key, version: 3 });
    const deliver = { key, version, to: "delivered", reason: "Mail is switched off" } as const;
    await expect(transitionStrategicChange(as(owner), deliver)).rejects.toMatchObject(rule("milestones_open"));
    expect(await transitionStrategicChange(as(sponsor), deliver)).toMatchObject({ status: "delivered" });
    const { items } = await changeDecisions(as(owner), { key });
    expect(items[0]).toMatchObject({ to: "delivered", by: "sponsor", reason: deliver.reason });
  });

  it.each([
    ["blocks no more", { blocks: false }],
    ["is removed", { removed: true }],
  ])("that %s by its owner still needs the sponsor’s reason, unless a TPM took it out", async (_, out) => {
    const started = await inProgress();
    const { key } = started;
    const { milestones } = await addMilestone(as(owner), { ...MILESTONE, key, version: 3 });
    const milestoneId = milestones[0]?.id ?? "";
    const taken = await changeMilestone(as(owner), { key, milestoneId, version: 4, ...out });
    expect(taken.released).toEqual([MILESTONE.title]);
    // Neither is the owner the sponsor of this, now or after a change of hands.
    await updateStrategicChange(as(owner), { key, version: 5, sponsorId: owner.id });
    const deliver = { key, to: "delivered", reason: "Near enough" } as const;
    const early = (actor: UserActor, version: number) => transitionStrategicChange(as(actor), { ...deliver, version });
    await expect(early(owner, 6)).rejects.toMatchObject(rule("milestones_open"));
    await updateStrategicChange(as(owner), { key, version: 6, ownerId: other.id });
    await expect(early(owner, 7)).rejects.toMatchObject(rule("milestones_open"));
    const back = "removed" in out ? { removed: false } : { blocks: true };
    expect((await changeMilestone(as(other), { key, milestoneId, version: 7, ...back })).released).toEqual([]);
    const tpm = await makeUser(database.prisma, "tpm");
    expect((await changeMilestone(as(tpm), { key, milestoneId, version: 8, ...out })).released).toEqual([]);
    expect(await transitionStrategicChange(as(other), { key, version: 9, to: "delivered" })).toMatchObject({
      status: "delivered",
    });
  });

  it("isn’t passed over by a sponsor who owned the change before an earlier delivery, but who can check its effect", async () => {
    const { key } = await inProgress();
    const tpm = await makeUser(database.prisma, "tpm");
    await updateStrategicChange(as(tpm), { key, version: 3, ownerId: other.id, sponsorId: owner.id });
    const step = (actor: UserActor, version: number, to: "delivered" | "effect_checked" | "in_progress") => {
      const measured = to === "effect_checked" ? { measured: 10 } : {};
      return transitionStrategicChange(as(actor), { key, version, to, reason: "As agreed", ...measured });
    };
    await step(other, 4, "delivered");
    expect(await step(owner, 5, "effect_checked")).toMatchObject({ status: "effect_checked" });
    await step(tpm, 6, "in_progress");
    await addMilestone(as(tpm), { ...MILESTONE, key, version: 7 });
    await expect(step(owner, 8, "delivered")).rejects.toMatchObject(rule("milestones_open"));
  });

  it("of a proposal is its owner’s to remove", async () => {
    const { key } = await create({ ownerId: owner.id });
    const { milestones } = await addMilestone(as(owner), { ...MILESTONE, key, version: 1 });
    const out = { key, milestoneId: milestones[0]?.id ?? "", version: 2, removed: true };
    expect((await changeMilestone(as(owner), out)).released).toEqual([]);
  });
});

it("shows a change no healthier than a blocking milestone that slips later, unless its update said why", async () => {
  const { key } = await inProgress();
  const { version } = await addMilestone(as(owner), { ...MILESTONE, key, version: 3 });
  await report(as(owner), { key, version, health: "on_track", body: "Half done" });
  const later = new Date("2026-12-16T12:00:00Z");
  const listed = async (health: "on_track" | "off_track") =>
    (await listStrategicChanges(as(owner, later), { ...PAGE, health: [health] })).items.map((row) => row.key);
  expect(await getStrategicChange(as(owner), { key })).toMatchObject({ health: "on_track" });
  const shown = { health: "off_track", reportedHealth: "on_track", worstMilestone: "off_track" };
  expect(await getStrategicChange(as(owner, later), { key })).toMatchObject(shown);
  expect([await listed("on_track"), await listed("off_track")]).toMatchObject([
    expect.not.arrayContaining([key]),
    expect.arrayContaining([key]),
  ]);
  const because = "Mail moves to another change";
  await report(as(owner, later), { key, version: version + 1, health: "on_track", body: "Nearly done", because });
  expect(await getStrategicChange(as(owner, later), { key })).toMatchObject({ health: "on_track" });
  expect(await listed("on_track")).toContain(key);
});
