import { describe, expect, it } from "vitest";
import {
  changeSeveral,
  getActionItem,
  requestionIncident,
  requestionMoved,
  undoEffectOf,
  updateActionItem,
} from "#server/follow/action-item/index.ts";
import { listFixQuestions, updateFactor } from "#server/follow/factor/index.ts";
import { cancelIncident, getIncident, restoreIncident, updateIncident } from "#server/incidents/incident/index.ts";
import { addEvent } from "#server/incidents/timeline/index.ts";
import {
  createCanonicalFactor,
  getCanonicalFactor,
  mergeCanonicalFactor,
  splitCanonicalFactor,
  undoMergeCanonicalFactor,
} from "./index.ts";
import { dayIn, fixWorld, VERIFIED } from "./testing/fix-world.ts";

const { world, as, seen, at, step, verified, asked, effectOf, answer, link, unlink, versionOf } = fixWorld();
const later = { on: "2026-03-10" };
const condition = async (id: string) => {
  const { version } = await getCanonicalFactor(as("ada"), { id });
  return { id, version };
};
const merge = async (id: string, otherId: string) => {
  const other = await condition(otherId);
  return mergeCanonicalFactor(as("ada"), { ...(await condition(id)), otherId, otherVersion: other.version });
};

describe("a later incident with the same condition", () => {
  it("asks again in the same step, and withdraws the question when it leaves", async () => {
    const { key, id } = await verified();
    await answer("ben", key, "yes");
    const factor = await seen("Dumps failed again", later);
    expect((await effectOf(key))?.recurrences).toEqual([]);
    await link(id, factor);
    const shown = { incidentKey: factor.incidentKey, title: "Dumps failed again" };
    expect(await effectOf(key, "ada")).toMatchObject({
      dueOn: dayIn(0),
      answer: { answer: "yes" },
      recurrences: [shown],
    });
    expect(await asked(key)).toEqual([true, true]);
    expect((await getCanonicalFactor(as("ada"), { id })).fixes).toMatchObject([{ key, status: "verified" }]);
    await unlink(id, factor);
    expect(await effectOf(key, "ada")).toMatchObject({ dueOn: null, recurrences: [] });
    await link(id, factor);
    await answer("ben", key, "no");
    expect(await effectOf(key)).toMatchObject({ dueOn: null, answer: { answer: "no" } });
  });

  it("asks about an action that is linked to the condition afterwards, once, until the link ends", async () => {
    const { key, id } = await verified();
    await link(id, await seen("Dumps failed again", later));
    const linked = async (factorIds: string[]) => {
      await updateActionItem(as("ada"), { ...(await at(key)), factorIds });
      return (await effectOf(key))?.recurrences.map(({ title }) => title);
    };
    const { factors } = await getActionItem(as("ada"), { key });
    const own = factors.map((factor) => factor.id);
    expect(await linked([])).toEqual([]);
    expect(await linked(own)).toEqual(["Dumps failed again"]);
    expect(await linked(own)).toEqual(["Dumps failed again"]);
    expect(await world.prisma.actionRecurrence.count({ where: { actionItem: { number: Number(key.slice(4)) } } })).toBe(
      1,
    );
  });

  it("asks no more once the incident turns out to be earlier, and again once it is later after all", async () => {
    const { key, id } = await verified();
    await world.prisma.actionItem.updateMany({ data: { effectDueOn: new Date(dayIn(90)) } });
    const factor = await seen("Dumps failed again", later);
    await link(id, factor);
    const start = async (startedAt: string) => {
      const { version } = await getIncident(as("ada"), { key: factor.incidentKey });
      await updateIncident(as("ada"), { key: factor.incidentKey, version, startedAt }, requestionIncident);
      const effect = await effectOf(key);
      return [effect?.dueOn, effect?.recurrences.length];
    };
    expect(await start("2026-02-01T08:00:00Z")).toEqual([dayIn(90), 0]);
    expect(await start("2026-02-03T08:00:00Z")).toEqual([dayIn(0), 1]);
  });

  it("asks no more once a start that follows the timeline is earlier", async () => {
    const { key, id } = await verified();
    const factor = await seen("Dumps failed again", later);
    await link(id, factor);
    const start = { key: factor.incidentKey, title: "Dump had no end", kind: "error_observed", body: "" } as const;
    await world.prisma.incident.updateMany({ where: { title: "Dumps failed again" }, data: { startGiven: false } });
    expect((await effectOf(key))?.recurrences).toHaveLength(1);
    await addEvent(as("ada"), { ...start, at: "2026-02-01T08:00:00Z", precision: "exact" });
    const moved = await world.prisma.outboxEvent.findFirstOrThrow({ where: { topic: "incident.start_moved" } });
    const { incidentId } = moved.payload as { incidentId: string };
    await requestionMoved({ ...as("ada"), actor: { kind: "system", label: "job" } }, incidentId);
    expect((await effectOf(key))?.recurrences).toEqual([]);
  });

  it.each(["alone", "with others"])("asks about an archived action as soon as it is restored, %s", async (how) => {
    const { key, id } = await verified();
    await updateActionItem(as("ada"), { ...(await at(key)), archived: true });
    await link(id, await seen("Dumps failed again", later));
    expect((await effectOf(key))?.recurrences).toEqual([]);
    const restore = { ...(await at(key)), archived: false };
    if (how === "alone") await updateActionItem(as("ada"), restore);
    else await changeSeveral(as("ada"), { updates: [restore], transitions: [] });
    expect((await effectOf(key))?.recurrences).toHaveLength(1);
  });

  it("asks once a drill turns out to be an incident, and no more for a test or a cancelled incident", async () => {
    const { key, id } = await verified();
    const factor = await seen("Dumps failed again", later);
    const become = async (kind: "drill" | "incident" | "test") => {
      const { version } = await getIncident(as("ada"), { key: factor.incidentKey });
      await updateIncident(as("ada"), { key: factor.incidentKey, version, kind }, requestionIncident);
      return (await effectOf(key))?.recurrences.map(({ title }) => title);
    };
    await become("drill");
    await link(id, factor);
    expect((await effectOf(key))?.recurrences).toEqual([]);
    expect(await become("incident")).toEqual(["Dumps failed again"]);
    expect(await become("test")).toEqual([]);
    expect(await become("incident")).toEqual(["Dumps failed again"]);
    const incident = async () => getIncident(as("ada"), { key: factor.incidentKey });
    await cancelIncident(as("ada"), { ...(await incident()), reason: "It was another cluster" }, requestionIncident);
    expect((await effectOf(key))?.recurrences).toEqual([]);
    await restoreIncident(as("ada"), await incident(), requestionIncident);
    expect((await effectOf(key))?.recurrences).toHaveLength(1);
    expect(await world.prisma.actionRecurrence.count({ where: { factorId: factor.id } })).toBe(1);
  });

  it("shows the question at the factor in its review, with its answer", async () => {
    const { key, id } = await verified();
    const factor = await seen("Dumps failed again", later);
    const questions = async (name: "ada" | "ben" | "cleo" | "viewer" = "ben") =>
      (await listFixQuestions(as(name), { key: factor.reviewKey })).items;
    expect(await questions()).toEqual([]);
    await link(id, factor);
    const shown = { factorId: factor.id, key, title: "Alert on dumps", verifiedAt: VERIFIED.toISOString() };
    expect(await questions("cleo")).toEqual([{ ...shown, state: "asked", answer: null, answeredAt: null }]);
    expect(await questions("viewer")).toEqual([]);
    await answer("ben", key, "no");
    expect(await questions()).toMatchObject([{ ...shown, state: "answered", answer: "no" }]);
    await step("ben", key, { to: "in_progress", reason: "It doesn't page" });
    expect(await questions()).toMatchObject([{ ...shown, state: "reopened", answer: null }]);
    const { incidentId } = await world.prisma.actionItem.findFirstOrThrow({ where: { number: Number(key.slice(4)) } });
    await world.prisma.incident.update({ where: { id: incidentId ?? "" }, data: { restricted: true } });
    expect([await questions("ben"), await questions("cleo")]).toEqual([[], []]);
    expect(await questions("ada")).toHaveLength(1);
    await unlink(id, factor);
    expect(await questions("ada")).toEqual([]);
  });

  it("is asked on the page of its condition until someone answers, and again by the next incident", async () => {
    const { key, id } = await verified();
    const worked = async (name: "ada" | "cleo" = "cleo") =>
      (await getCanonicalFactor(as(name), { id })).fixes.map((fix) => fix.worked);
    await answer("ben", key, "yes");
    expect(await worked()).toEqual(["yes"]);
    await link(id, await seen("Dumps failed again", later));
    expect(await worked()).toEqual([null]);
    await answer("ben", key, "no");
    expect(await worked()).toEqual(["no"]);
    const secret = await seen("Dumps failed in secret", { on: "2026-04-10" });
    await link(id, secret);
    expect(await worked("ada")).toEqual([null]);
    const { incidentId } = await world.prisma.factor.findUniqueOrThrow({ where: { id: secret.id } });
    await world.prisma.incident.update({ where: { id: incidentId }, data: { restricted: true } });
    expect([await worked("ada"), await worked()]).toEqual([[null], ["no"]]);
    await step("ben", key, { to: "in_progress", reason: "It doesn't page" });
    expect(await worked("ada")).toEqual([null]);
  });

  it("asks on its own day once an earlier answer is withdrawn", async () => {
    const { key, id } = await verified();
    const due = new Date(dayIn(90));
    await world.prisma.actionItem.updateMany({ data: { effectDueOn: due } });
    await answer("ben", key, "yes");
    const factor = await seen("Dumps failed again", later);
    await link(id, factor);
    expect((await undoEffectOf(as("ben"), await at(key))).effect?.dueOn).toBe(dayIn(0));
    await unlink(id, factor);
    expect((await effectOf(key))?.dueOn).toBe(dayIn(90));
  });

  it("gives the day from before all of them back when several leave, in any order", async () => {
    const { key, id } = await verified();
    await world.prisma.actionItem.updateMany({ data: { effectDueOn: new Date(dayIn(90)) } });
    const [first, second] = [await seen("Dumps failed again", later), await seen("And once more", later)];
    await link(id, first);
    await link(id, second);
    await unlink(id, first);
    expect((await effectOf(key))?.dueOn).toBe(dayIn(0));
    await unlink(id, second);
    expect((await effectOf(key))?.dueOn).toBe(dayIn(90));
  });

  it("asks no more once its factor is removed", async () => {
    const { key, id } = await verified();
    await answer("ben", key, "yes");
    const factor = await seen("Dumps failed again", later);
    await link(id, factor);
    await updateFactor(as("ada"), { id: factor.id, version: await versionOf(factor), removed: true });
    expect(await effectOf(key, "ada")).toMatchObject({ dueOn: null, recurrences: [] });
    expect(await world.prisma.actionRecurrence.count({ where: { factorId: factor.id, withdrawnAt: null } })).toBe(0);
  });

  it("asks no more about what was answered once its factor is removed and restored", async () => {
    const { key, id } = await verified();
    const factor = await seen("Dumps failed again", later);
    await link(id, factor);
    const again = async () => {
      for (const removed of [true, false])
        await updateFactor(as("ada"), { id: factor.id, version: await versionOf(factor), removed });
      return effectOf(key, "ada");
    };
    const asked = await effectOf(key, "ada");
    expect(asked?.dueOn).not.toBeNull();
    expect(await again()).toMatchObject({ dueOn: asked?.dueOn, recurrences: [{ incidentKey: factor.incidentKey }] });
    await answer("ben", key, "no");
    expect(await again()).toMatchObject({ dueOn: null, recurrences: [{ incidentKey: factor.incidentKey }] });
  });

  it("is asked again once its factor is back, if it was answered only while the factor was away", async () => {
    const { key, id } = await verified();
    const factor = await seen("Dumps failed again", later);
    await link(id, factor);
    await unlink(id, factor);
    await answer("ben", key, "no");
    expect((await effectOf(key))?.dueOn).toBeNull();
    await link(id, factor);
    expect((await effectOf(key))?.dueOn).toBe(dayIn(0));
  });

  it("that a merge brought along leaves again when it is undone", async () => {
    const { key, id } = await verified();
    await answer("ben", key, "yes");
    const factor = await seen("Dumps failed again", later);
    const { id: otherId } = await createCanonicalFactor(as("ada"), {
      name: "Silent",
      factors: [{ id: factor.id, version: factor.version }],
    });
    await merge(otherId, id);
    expect((await effectOf(key))?.dueOn).toBe(dayIn(0));
    await undoMergeCanonicalFactor(as("ada"), { ...(await condition(otherId)), otherId: id });
    expect(await effectOf(key, "ada")).toMatchObject({ dueOn: null, recurrences: [] });
    expect(await world.prisma.actionRecurrence.count({ where: { factorId: factor.id, withdrawnAt: null } })).toBe(0);
  });

  it("isn't asked about again where its factor moves with that of the action", async () => {
    const { key, id } = await verified();
    const factor = await seen("Dumps failed again", later);
    await link(id, factor);
    await answer("ben", key, "yes");
    const kept = await seen("Nobody looked");
    const { id: otherId } = await createCanonicalFactor(as("ada"), {
      name: "Silent",
      factors: [{ id: kept.id, version: kept.version }],
    });
    await merge(otherId, id);
    await undoMergeCanonicalFactor(as("ada"), { ...(await condition(otherId)), otherId: id });
    expect((await effectOf(key))?.dueOn).toBeNull();
    await link(id, kept);
    const { factors } = await getCanonicalFactor(as("ada"), { id });
    const factorIds = factors.map((one) => one.id).filter((one) => one !== kept.id);
    const split = await splitCanonicalFactor(as("ada"), { ...(await condition(id)), name: "No page", factorIds });
    expect(split.factors).toHaveLength(2);
    expect((await effectOf(key))?.dueOn).toBeNull();
    expect((await effectOf(key, "ada"))?.recurrences).toHaveLength(1);
  });

  it.each([
    ["an earlier incident", { on: "2026-01-20" }],
    ["a drill", { on: "2026-03-10", kind: "drill" as const }],
  ])("isn't %s", async (_, when) => {
    const { key, id } = await verified();
    await answer("ben", key, "yes");
    await link(id, await seen("Dumps failed again", when));
    expect((await effectOf(key))?.dueOn).toBeNull();
  });

  it("isn't named to people who can't read it", async () => {
    const { key, id } = await verified();
    await answer("ben", key, "yes");
    const factor = await seen("The backup leaked", { ...later, restricted: true });
    await link(id, factor);
    expect((await effectOf(key, "ada"))?.recurrences).toMatchObject([{ incidentKey: factor.incidentKey }]);
    const item = await getActionItem(as("ben"), { key });
    expect(item.effect).toMatchObject({ dueOn: dayIn(0), recurrences: [] });
    const audited = await world.prisma.auditEntry.findMany({ where: { nounId: item.id } });
    expect(JSON.stringify([item, audited])).not.toMatch(new RegExp(`backup leaked|${factor.incidentKey}\\b`));
  });
});
