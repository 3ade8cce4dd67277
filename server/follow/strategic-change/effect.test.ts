import { beforeAll, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { createCanonicalFactor, getCanonicalFactor } from "#server/follow/canonical-factor/index.ts";
import { conditionWorld } from "#server/follow/canonical-factor/testing/condition-world.ts";
import { getWork } from "#server/follow/my-work/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import {
  askForEffects,
  changeDecisions,
  changeEffect,
  createStrategicChange,
  getStrategicChange,
  postponeEffect,
  reportHealth,
  transitionStrategicChange,
  undoDecision,
  updateStrategicChange,
} from "./index.ts";

const world = conditionWorld();
let tpm: UserActor;
const on = (day: string) => makeContext(world.prisma, tpm, () => new Date(`${day}T12:00:00Z`));
beforeAll(async () => {
  tpm = await makeUser(world.prisma, "tpm", "Tess");
});

/** A change on a condition that was seen on some days, started in February and delivered in April. */
async function delivered(...days: { on: string; restricted?: boolean }[]) {
  const factors = [];
  for (const day of days) factors.push(await world.seen(`Seen on ${day.on}`, day));
  const rows = factors.map(({ id, version }) => ({ id, version }));
  const { id } = await createCanonicalFactor(world.as("ada"), { name: "Rollback by hand", factors: rows });
  const { key } = await createStrategicChange(on("2026-01-20"), {
    ...{ title: "Roll back anything", problem: "", expectedEffect: "", targetQuarter: "2026-Q2", ownerId: tpm.id },
    ...{ sponsorId: null, teamId: null, factorIds: [factors[0]?.id ?? ""], actionKeys: [] },
  });
  const measure = { metric: "rollbacks by hand", unit: "", baseline: null, target: 0, by: "2026-12-31" };
  await updateStrategicChange(on("2026-01-20"), { key, version: 1, measure });
  const steps = [
    ["2026-01-25", "funded"],
    ["2026-02-01", "in_progress"],
    ["2026-04-01", "delivered"],
  ] as const;
  for (const [at, [day, to]] of steps.entries()) await transitionStrategicChange(on(day), { key, version: at + 2, to });
  return { key, id };
}

it("tells the condition when a change on it was delivered, even after its effect is checked", async () => {
  const { key, id } = await delivered({ on: "2026-01-05" });
  const changes = async () => (await getCanonicalFactor(on("2026-07-01"), { id })).changes;
  const deliveredAt = "2026-04-01T12:00:00.000Z";
  expect(await changes()).toMatchObject([{ key, status: "delivered", deliveredAt }]);
  const where = { number: Number(key.slice(3)) };
  await world.prisma.strategicChange.updateMany({ where, data: { status: "effect_checked", effectDueOn: null } });
  expect(await changes()).toMatchObject([{ key, status: "effect_checked", deliveredAt }]);
  await world.prisma.strategicChange.updateMany({ where, data: { status: "in_progress" } });
  expect(await changes()).toMatchObject([{ key, status: "in_progress", deliveredAt: null }]);
});

it("tells the condition the days of a change, how far its work is, and its health", async () => {
  const { key, id } = await delivered({ on: "2026-01-05" });
  const { id: changeId } = await world.prisma.strategicChange.update({
    where: { number: Number(key.slice(3)) },
    data: { status: "in_progress", effectDueOn: null, health: "on_track" },
  });
  const day = new Date("2026-06-20T00:00:00Z");
  const data = { id: crypto.randomUUID(), changeId, title: "First", plannedOn: day, dueOn: day, blocks: true };
  await world.prisma.changeMilestone.create({ data });
  const shown = async () => (await getCanonicalFactor(on("2026-07-01"), { id })).changes;
  const quarter = { startsOn: "2026-04-01", endsOn: "2026-06-30", dated: false };
  expect(await shown()).toEqual([expect.objectContaining({ ...quarter, pace: -11, health: "off_track" })]);
  await world.prisma.changeMilestone.updateMany({ where: { changeId }, data: { removedAt: day } });
  expect(await shown()).toEqual([expect.objectContaining({ ...quarter, pace: null, health: "on_track" })]);
});

it("leaves the effect unknown before the delivery", async () => {
  const { key } = await createStrategicChange(on("2026-01-20"), {
    ...{ title: "Roll back anything", problem: "", expectedEffect: "", targetQuarter: null, ownerId: null },
    ...{ sponsorId: null, teamId: null, factorIds: [], actionKeys: [] },
  });
  expect(await changeEffect(on("2026-07-01"), { key })).toEqual({ effect: null });
});

it("counts the incidents of its conditions in equal spans, without the time of the work", async () => {
  const before = ["2025-12-01", "2026-01-05", "2026-01-10"].map((day) => ({ on: day }));
  const { key, id } = await delivered(...before, { on: "2026-03-01" }, { on: "2026-05-01" }, { on: "2025-09-01" });
  const { effect } = await changeEffect(on("2026-06-30"), { key });
  expect(effect).toMatchObject({ conditions: [{ id }], days: 90, verdict: "too_early", chance: 0.3125 });
  expect(effect?.before.incidents.map(({ title }) => title)).toEqual(before.map((day) => `Seen on ${day.on}`));
  expect(effect?.after).toMatchObject({ incidents: [{ title: "Seen on 2026-05-01" }], minutes: null });
});

it("finds fewer than chance explains, but nothing in the first 30 days", async () => {
  const days = ["2026-01-03", "2026-01-05", "2026-01-10", "2026-01-15", "2026-01-20"];
  const { key } = await delivered(...days.map((day) => ({ on: day })));
  expect((await changeEffect(on("2026-04-30"), { key })).effect?.verdict).toBe("too_early");
  expect((await changeEffect(on("2026-05-05"), { key })).effect?.verdict).toBe("fewer");
});

it("counts only incidents that the reader can read", async () => {
  const { key } = await delivered({ on: "2026-01-05" }, { on: "2026-01-20", restricted: true });
  const { effect } = await changeEffect({ ...world.as("ben"), now: on("2026-06-30").now }, { key });
  expect(effect?.before.incidents).toHaveLength(1);
});

it("keeps the value that an update measured, with the measure at that time", async () => {
  const { key } = await createStrategicChange(on("2026-01-20"), {
    ...{ title: "Roll back anything", problem: "", expectedEffect: "", targetQuarter: null, ownerId: tpm.id },
    ...{ sponsorId: null, teamId: null, factorIds: [], actionKeys: [] },
  });
  const told = { key, health: "on_track", body: "Drilled", plans: "", problems: "", help: "", measured: 28.5 } as const;
  await expect(reportHealth(on("2026-02-01"), { ...told, version: 1 })).rejects.toMatchObject({
    ...{ code: "invalid", details: { fields: [{ field: "measured" }] } },
  });
  const late = reportHealth(on("2026-02-01"), { ...told, version: 9 });
  await expect(late).rejects.toMatchObject({ code: "conflict", details: { current: { version: 1 } } });
  const measure = { metric: "Way back", unit: "min", baseline: 41, target: 5, by: "2026-12-31" };
  await updateStrategicChange(on("2026-02-01"), { key, version: 1, measure });
  await reportHealth(on("2026-02-02"), { ...told, version: 2 });
  const renamed = { ...measure, metric: "Way back, drilled" };
  await updateStrategicChange(on("2026-02-03"), { key, version: 3, measure: renamed });
  const { measured: _, ...silent } = told;
  await reportHealth(on("2026-02-04"), { ...silent, version: 4 });
  const { updates } = await getStrategicChange(on("2026-02-05"), { key });
  expect(updates.map(({ measured }) => measured)).toEqual([null, { value: 28.5, metric: "Way back", unit: "min" }]);
});

it("asks the sponsor again only for what was reported since the last decision", async () => {
  const sponsor = await makeUser(world.prisma, "member", "Sam");
  const { key } = await createStrategicChange(on("2026-01-20"), {
    ...{ title: "Move the mail", problem: "", expectedEffect: "", targetQuarter: "2026-Q2", ownerId: tpm.id },
    ...{ sponsorId: sponsor.id, teamId: null, factorIds: [], actionKeys: [] },
  });
  const measure = { metric: "Way back", unit: "min", baseline: 41, target: 5, by: "2026-12-31" };
  await updateStrategicChange(on("2026-01-20"), { key, version: 1, measure });
  let version = 2;
  const go = async (day: string, to: "funded" | "in_progress") =>
    transitionStrategicChange(on(day), { key, version: version++, to });
  const asked = async (day: string) => {
    const told = { body: "Slow", plans: "", problems: "", help: "" };
    await reportHealth(on(day), { ...told, key, version: version++, health: "at_risk" });
    return world.prisma.notification.count({ where: { userId: sponsor.id, href: `/strategy/${key}` } });
  };
  await go("2026-01-25", "funded");
  await go("2026-02-01", "in_progress");
  const before = await asked("2026-02-10");
  expect(await asked("2026-02-20")).toBe(before + 1);
  await go("2026-02-21", "funded");
  await go("2026-03-01", "in_progress");
  expect((await getStrategicChange(on("2026-03-02"), { key })).statusAt).toBe("2026-03-01T12:00:00.000Z");
  expect(await asked("2026-03-10")).toBe(before + 1);
  expect(await asked("2026-03-20")).toBe(before + 2);
});

it("shows the impact of those incidents that the reader can read", async () => {
  const { key } = await delivered({ on: "2026-01-05" });
  const { id: factorId } = await world.seen("Seen by few", { on: "2026-01-06", restricted: true });
  const { id: changeId } = await world.prisma.strategicChange.findFirstOrThrow({
    where: { number: Number(key.slice(3)) },
  });
  await world.prisma.strategicChangeFactor.create({ data: { changeId, factorId } });
  const seenBy = async (who: "ada" | "ben") => (await getStrategicChange(world.as(who), { key })).incidents;
  expect((await seenBy("ben")).map(({ title }) => title)).toEqual(["Seen on 2026-01-05"]);
  expect(await seenBy("ada")).toMatchObject([
    { title: "Seen by few" },
    { kind: "incident", startedAt: "2026-01-05T09:00:00.000Z", minutes: null, band: [] },
  ]);
});

it("asks someone other than the owner, from its day on and each week until the effect is recorded", async () => {
  const { prisma } = world;
  const [sponsor, member] = [await makeUser(prisma, "member", "Sam"), await makeUser(prisma, "member", "Mel")];
  const { key } = await delivered({ on: "2026-01-05" });
  const at = (actor: UserActor, day: string) => makeContext(prisma, actor, () => new Date(`${day}T12:00:00Z`));
  const ask = (day: string) =>
    askForEffects(makeContext(prisma, { kind: "system", label: "job" }, () => new Date(`${day}T12:00:00Z`)));
  const edit = (version: number, input: object) => updateStrategicChange(on("2026-04-02"), { key, version, ...input });
  const read = () => getStrategicChange(at(member, "2026-07-01"), { key });
  // Changes of other tests are due too.
  await prisma.strategicChange.updateMany({
    where: { number: { not: Number(key.slice(3)) } },
    data: { archivedAt: new Date() },
  });
  expect(await read()).toMatchObject({ effectDueOn: "2026-06-30", effectBy: null });
  // The owner is never asked, and there is no one else yet.
  expect(await ask("2026-06-30")).toBe(0);
  await expect(edit(5, { effectById: tpm.id })).rejects.toMatchObject({ code: "invalid" });
  await edit(5, { sponsorId: sponsor.id });
  const asked = async (who: UserActor, day: string) => {
    const { now } = await getWork(at(who, day));
    return now.filter(({ kind }) => kind === "change_effect_due").map((item) => [item.key, item.dueDate]);
  };
  expect([await asked(sponsor, "2026-06-29"), await asked(sponsor, "2026-06-30")]).toEqual([[], [[key, "2026-06-30"]]]);
  await edit(6, { effectById: member.id });
  expect([await asked(sponsor, "2026-06-30"), await asked(member, "2026-06-30")]).toEqual([[], [[key, "2026-06-30"]]]);
  expect([await ask("2026-06-29"), await ask("2026-06-30"), await ask("2026-07-06"), await ask("2026-07-07")]).toEqual([
    ...[0, 1, 0, 1],
  ]);
  const told = await prisma.notification.findMany({ where: { kind: "strategic_change.effect_due" } });
  expect(told.map(({ userId }) => userId)).toEqual([member.id, member.id]);
  const later = { key, version: 7, until: "2026-10-01", reason: "One incident so far" };
  await expect(postponeEffect(on("2026-07-07"), later)).rejects.toMatchObject({ details: { rule: "effect_by_other" } });
  const viewer = await makeUser(prisma, "viewer", "Vic");
  await expect(postponeEffect(at(viewer, "2026-07-07"), later)).rejects.toMatchObject({ code: "forbidden" });
  const now = at(member, "2026-07-07");
  await expect(postponeEffect(now, { ...later, until: "2026-07-07" })).rejects.toMatchObject({ code: "invalid" });
  expect(await postponeEffect(now, later)).toMatchObject({ effectDueOn: "2026-10-01", status: "delivered" });
  expect([await asked(member, "2026-09-30"), await ask("2026-09-30"), await ask("2026-10-01")]).toEqual([[], 0, 1]);
  const [last] = (await changeDecisions(now, { key })).items;
  expect(last).toMatchObject({ kind: "effect_later", until: "2026-10-01", reason: "One incident so far", by: "Mel" });
  const undone = await undoDecision(now, { key, version: 8, decisionId: last?.id ?? "" });
  expect(undone).toMatchObject({ effectDueOn: "2026-06-30" });
  const said = { key, version: 9, to: "effect_checked", reason: "None since", measured: 0 } as const;
  expect(await transitionStrategicChange(now, said)).toMatchObject({ status: "effect_checked", effectDueOn: null });
  expect(await ask("2026-12-01")).toBe(0);
  const early = postponeEffect(now, { ...later, version: 10 });
  await expect(early).rejects.toMatchObject({ details: { rule: "delivered_only" } });
  const recheck = { key, version: 10, to: "delivered", reason: "Counted wrongly" } as const;
  const again = await transitionStrategicChange(on("2026-07-08"), recheck);
  expect(again).toMatchObject({ effectDueOn: "2026-10-06" });
});
