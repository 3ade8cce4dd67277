import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { DAY_MS } from "#lib/base/time/spans.ts";
import { StrategicChange } from "#lib/contract/strategic-change.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import {
  addMilestone,
  askForUpdates,
  changeDecisions,
  decideScope,
  getStrategicChange,
  listStrategicChanges,
  listThemes,
  transitionStrategicChange,
  undoDecision,
  updateStrategicChange,
} from "./index.ts";
import { changeDesk, PAGE } from "./testing/change-desk.ts";

const NOW = new Date("2026-10-01T10:00:00Z");
let database: TestDatabase;
let owner: UserActor;
let other: UserActor;
let sponsor: UserActor;
let viewer: UserActor;

const as = (actor: UserActor, now = NOW) => makeContext(database.prisma, actor, () => now);
const { create, report, inProgress } = changeDesk(() => ({ database, owner, sponsor, as }));
const wrong = (field: string) => ({ code: "invalid", details: { fields: [{ field }] } });
type Team = { id: string; name: string };
const rule = (name: string) => ({ code: "rule", details: { rule: name } });

beforeAll(async () => {
  database = await testDatabase();
  owner = await makeUser(database.prisma, "member", "owner");
  other = await makeUser(database.prisma, "member", "other");
  sponsor = await makeUser(database.prisma, "member", "sponsor");
  viewer = await makeUser(database.prisma, "viewer");
});
afterAll(() => database.close());

const MILESTONE = { title: "Checkout and Mail", plannedOn: "2026-12-15", ownerId: null, blocks: true };

describe("a change", () => {
  it("is proposed by any member, with links, and returns what its contract promises", async () => {
    const change = await create({ ownerId: other.id, targetQuarter: "2027-Q1" });
    expect(StrategicChange.parse(change)).toEqual(change);
    expect(change).toMatchObject({ status: "proposed", version: 1, stale: false, targetQuarter: "2027-Q1" });
    await expect(create({}, viewer)).rejects.toMatchObject({ code: "forbidden" });
    const told = await database.prisma.notification.findMany({ where: { href: `/strategy/${change.key}` } });
    expect(told).toMatchObject([{ userId: other.id, kind: "strategic_change.assigned" }]);
  });

  it("returns a stale version with the newer change", async () => {
    const { key } = await create();
    await updateStrategicChange(as(owner), { key, version: 1, title: "First" });
    await expect(updateStrategicChange(as(owner), { key, version: 1, title: "Second" })).rejects.toMatchObject({
      code: "conflict",
      details: { current: { title: "First", version: 2 } },
    });
  });

  it("is edited by its owner and creator only, below a TPM", async () => {
    const { key } = await create();
    const edit = { key, version: 1, title: "Another" };
    await expect(updateStrategicChange(as(other), edit)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("has a leading team and others, and is found by each", async () => {
    const { prisma } = database;
    const [mail, apps, old] = ["Mail", "Apps", "Old"].map((name) => ({ id: uuidv7(), name })) as [Team, Team, Team];
    await prisma.team.createMany({ data: [mail, apps, { ...old, archivedAt: NOW }] });
    const twice = create({ teamId: mail.id, otherTeamIds: [mail.id] });
    await expect(twice).rejects.toMatchObject(wrong("otherTeamIds"));
    await expect(create({ otherTeamIds: [old.id] })).rejects.toMatchObject(wrong("otherTeamIds"));
    const { key, ...made } = await create({ teamId: mail.id, otherTeamIds: [apps.id] });
    expect(made).toMatchObject({ team: mail, otherTeams: [apps] });
    const found = async (...team: string[]) => {
      const { items } = await listStrategicChanges(as(viewer), { ...PAGE, team });
      return items.map((row) => row.key);
    };
    expect([await found(mail.id), await found(apps.id), await found(old.id)]).toEqual([[key], [key], []]);
    expect(await found(apps.id, old.id)).toEqual([key]);
    const edit = (version: number, input: object) => updateStrategicChange(as(owner), { key, version, ...input });
    await expect(edit(1, { otherTeamIds: [mail.id] })).rejects.toMatchObject(wrong("otherTeamIds"));
    expect(await edit(1, { teamId: apps.id })).toMatchObject({ team: apps, otherTeams: [] });
    expect(await edit(2, { otherTeamIds: [mail.id, mail.id] })).toMatchObject({ team: apps, otherTeams: [mail] });
    // A team that was archived since can stay with the others.
    await prisma.team.update({ where: { id: mail.id }, data: { archivedAt: NOW } });
    expect(await edit(3, { teamId: null, otherTeamIds: [mail.id, apps.id] })).toMatchObject({
      ...{ team: null, otherTeams: [apps, mail] },
    });
    expect(await edit(4, { otherTeamIds: [] })).toMatchObject({ otherTeams: [] });
  });

  it("has a theme that others can have too, in any spelling, until it is archived", async () => {
    const { id, key, theme } = await create({ theme: "Recovery" });
    expect(theme).toBe("Recovery");
    const other = await create({ theme: "recovery" });
    await create({ theme: "Alerting" });
    await create();
    const themes = async () => (await listThemes(as(viewer))).items;
    expect(await themes()).toEqual(["Alerting", "Recovery"]);
    expect(await updateStrategicChange(as(owner), { key, version: 1, theme: null })).toMatchObject({ theme: null });
    expect(await themes()).toEqual(["Alerting", "recovery"]);
    await updateStrategicChange(as(owner), { key: other.key, version: 1, archived: true });
    expect(await themes()).toEqual(["Alerting"]);
    const [edited] = await database.prisma.auditEntry.findMany({
      where: { action: "strategic_change.updated", nounId: id },
    });
    expect(edited).toMatchObject({ before: { theme: "Recovery" }, after: { theme: null } });
  });

  it("moves by the rules, each time with its reason", async () => {
    const { key } = await create();
    const funded = transitionStrategicChange(as(owner), { key, version: 1, to: "funded" });
    await expect(funded).rejects.toMatchObject(rule("owner_needed"));
    const deferred = transitionStrategicChange(as(owner), { key, version: 1, to: "deferred" });
    await expect(deferred).rejects.toMatchObject(rule("reason_needed"));
    const change = await inProgress();
    expect(change).toMatchObject({ status: "in_progress" });
    const noOwner = updateStrategicChange(as(owner), { key: change.key, version: 3, ownerId: null });
    await expect(noOwner).rejects.toMatchObject(rule("owner_needed"));
    const checked = transitionStrategicChange(as(owner), { key: change.key, version: 3, to: "effect_checked" });
    await expect(checked).rejects.toMatchObject(rule("change_status_order"));
  });
});

describe("the decisions about a change", () => {
  it("keep each status with its reason and its person, the newest first, after the next step too", async () => {
    const { key } = await create();
    const later = (days: number) => as(owner, new Date(NOW.getTime() + days * DAY_MS));
    const reason = "After the move in March";
    const putOff = { reason, until: "2027-01-09", riskById: sponsor.id };
    await transitionStrategicChange(later(1), { key, version: 1, to: "deferred", ...putOff });
    const silent = transitionStrategicChange(later(2), { key, version: 2, to: "proposed" });
    await expect(silent).rejects.toMatchObject(rule("reason_needed"));
    const again = { key, version: 2, to: "proposed", reason: "The move is done" } as const;
    expect((await transitionStrategicChange(later(2), again)).statusReason).toBe(again.reason);
    const { items } = await changeDecisions(as(other), { key });
    expect(items.map(({ from, to, reason: why, by }) => [from, to, why, by])).toEqual([
      ["deferred", "proposed", again.reason, "owner"],
      ["proposed", "deferred", reason, "owner"],
      [null, "proposed", null, "owner"],
    ]);
  });

  it("name the day and the person who keeps the risk of a deferred change", async () => {
    const { key } = await create();
    const putOff = { key, version: 1, to: "deferred", reason: "Checkout is being reorganised" } as const;
    const nowhere = transitionStrategicChange(as(owner), { ...putOff, riskById: uuidv7() });
    await expect(nowhere).rejects.toMatchObject({ code: "invalid" });
    const risk = { riskById: sponsor.id };
    const past = transitionStrategicChange(as(owner), { ...putOff, ...risk, until: "2026-10-01" });
    await expect(past).rejects.toMatchObject(wrong("until"));
    const never = transitionStrategicChange(as(owner), { ...putOff, ...risk });
    await expect(never).rejects.toMatchObject(wrong("until"));
    for (const put of [
      { ...putOff, until: "2027-01-09" },
      { ...putOff, to: "declined" as const, until: "2027-01-09" },
    ])
      await expect(transitionStrategicChange(as(owner), put)).rejects.toMatchObject(wrong("riskById"));
    await transitionStrategicChange(as(owner), { ...putOff, until: "2027-01-09", riskById: sponsor.id });
    const { items } = await changeDecisions(as(viewer), { key });
    expect(items[0]).toMatchObject({ to: "deferred", until: "2027-01-09", riskBy: "sponsor", by: "owner" });
  });

  it("decline a change until a day too, and again for longer", async () => {
    const { key } = await create();
    const declined = { key, to: "declined", reason: "Small gain", riskById: sponsor.id } as const;
    const forever = transitionStrategicChange(as(owner), { ...declined, version: 1 });
    await expect(forever).rejects.toMatchObject(wrong("until"));
    await transitionStrategicChange(as(owner), { ...declined, version: 1, until: "2027-06-30" });
    await transitionStrategicChange(as(owner), { ...declined, version: 2, until: "2027-12-31" });
    const { items } = await changeDecisions(as(viewer), { key });
    expect(items.slice(0, 2).map(({ from, until }) => [from, until])).toEqual([
      ["declined", "2027-12-31"],
      ["proposed", "2027-06-30"],
    ]);
  });

  it("narrow a change without a new status, with who accepts it, and can be undone", async () => {
    const { key } = await create();
    const left = { key, kind: "left_out", reason: "The mobile app can't go back", riskById: sponsor.id } as const;
    await expect(decideScope(as(other), { ...left, version: 1 })).rejects.toMatchObject({ code: "forbidden" });
    const today = decideScope(as(owner), { ...left, version: 1, until: "2026-10-01" });
    await expect(today).rejects.toMatchObject(wrong("until"));
    const change = await decideScope(as(owner), { ...left, version: 1, until: "2027-06-30" });
    expect(change).toMatchObject({ status: "proposed", version: 2 });
    const kinds = async () => (await changeDecisions(as(viewer), { key })).items.map(({ kind }) => kind);
    const [last, first] = (await changeDecisions(as(viewer), { key })).items;
    expect(last).toMatchObject({
      ...{ kind: "left_out", from: "proposed", to: "proposed" },
      ...{ reason: left.reason, until: "2027-06-30", riskBy: "sponsor" },
    });
    const undo = { key, version: 2, decisionId: last?.id ?? "" };
    const proposal = undoDecision(as(owner), { ...undo, decisionId: first?.id ?? "" });
    await expect(proposal).rejects.toMatchObject({ code: "not_found" });
    await undoDecision(as(owner), undo);
    expect(await kinds()).toEqual(["status"]);
    await expect(undoDecision(as(owner), { ...undo, version: 3 })).rejects.toMatchObject({ code: "not_found" });
    const put = {
      key,
      version: 3,
      to: "declined",
      reason: "Small",
      riskById: sponsor.id,
      until: "2027-01-09",
    } as const;
    await transitionStrategicChange(as(owner), put);
    await expect(decideScope(as(owner), { ...left, version: 4 })).rejects.toMatchObject(rule("change_over"));
  });

  it("have no entry for a step that was rejected, or for a stale version", async () => {
    const { key } = await create();
    await expect(transitionStrategicChange(as(owner), { key, version: 1, to: "deferred" })).rejects.toThrow();
    const stale = transitionStrategicChange(as(owner), { key, version: 9, to: "deferred", reason: "Later" });
    await expect(stale).rejects.toMatchObject({ code: "conflict" });
    expect((await changeDecisions(as(owner), { key })).items).toHaveLength(1);
  });
});

describe("health", () => {
  it("is stale after 14 days in progress without an update", async () => {
    const { key } = await inProgress();
    const later = (days: number) => as(owner, new Date(NOW.getTime() + days * DAY_MS));
    expect((await getStrategicChange(later(14), { key })).stale).toBe(false);
    expect((await getStrategicChange(later(15), { key })).stale).toBe(true);
    await report(later(15), { key, version: 3, health: "on_track", body: "First restore took 2 h 10 m." });
    expect(await getStrategicChange(later(29), { key })).toMatchObject({ stale: false, health: "on_track" });
    expect((await getStrategicChange(later(30), { key })).stale).toBe(true);
  });

  it("keeps every update, newest first, and notifies the sponsor when it goes off track", async () => {
    const { key } = await inProgress();
    await report(as(owner), { key, version: 3, health: "at_risk", body: "The host is not ordered." });
    const told = () =>
      database.prisma.notification.findMany({ where: { href: `/strategy/${key}`, userId: sponsor.id } });
    expect(await told()).toEqual([]);
    const later = as(sponsor, new Date(NOW.getTime() + DAY_MS));
    const change = await report(later, { key, version: 4, health: "off_track", body: "It came without disks." });
    expect(change.updates.map(({ health, by }) => [health, by])).toEqual([
      ["off_track", "sponsor"],
      ["at_risk", "owner"],
    ]);
    await report(as(owner), { key, version: 5, health: "off_track", body: "Still." });
    expect(await told()).toMatchObject([{ kind: "strategic_change.needs_help", body: "Still." }]);
    const foreign = report(as(other), { key, version: 6, health: "on_track", body: "x" });
    await expect(foreign).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("an update", () => {
  const withMissed = async () => {
    const { key } = await inProgress();
    return addMilestone(as(owner), { ...MILESTONE, key, version: 3, plannedOn: "2026-09-30" });
  };

  it("can't be better than a blocking milestone without a reason, which is kept with it", async () => {
    const { key, version, worstMilestone } = await withMissed();
    expect(worstMilestone).toBe("off_track");
    const update = { key, version, health: "at_risk", body: "The script takes a version." } as const;
    await expect(report(as(owner), update)).rejects.toMatchObject(rule("reason_needed"));
    const lines = { plans: "Checkout next", problems: "One person", help: "Someone who knows the queue" };
    const change = await report(as(owner), { ...update, ...lines, because: "It needs a page of a runbook" });
    expect(change.updates[0]).toMatchObject({ ...lines, because: "It needs a page of a runbook", health: "at_risk" });
  });

  it("as bad as the milestone needs no reason, and keeps none", async () => {
    const { key, version } = await withMissed();
    const update = { key, version, health: "off_track", body: "It is missed.", because: "x" } as const;
    expect((await report(as(owner), update)).updates[0]?.because).toBeNull();
  });
});

it("asks an owner for each update once, shortly before it is due", async () => {
  const { key } = await inProgress();
  const later = (days: number) => new Date(NOW.getTime() + days * DAY_MS);
  const job = (days: number) => makeContext(database.prisma, { kind: "system", label: "job" }, () => later(days));
  const asked = async () => {
    const where = { kind: "strategic_change.update_due", href: `/strategy/${key}`, userId: owner.id };
    return (await database.prisma.notification.findMany({ where, orderBy: { createdAt: "asc" } })).map(
      ({ subject }) => subject,
    );
  };
  await askForUpdates(job(11));
  expect(await asked()).toEqual([]);
  await Promise.all([askForUpdates(job(12)), askForUpdates(job(12))]);
  expect(await askForUpdates(job(13))).toBe(0);
  expect(await asked()).toEqual([`Update due Thu 15 Oct: ${key} Prove every backup restores`]);
  await report(as(owner, later(13)), { key, version: 3, health: "on_track", body: "Half done" });
  await askForUpdates(job(24));
  expect(await asked()).toHaveLength(1);
  await askForUpdates(job(25));
  expect(await asked()).toHaveLength(2);
});

describe("the measure and the estimate", () => {
  const measure = { metric: "Time to roll back", unit: "min", baseline: 28, target: 5, by: "2027-07-28" };
  const estimate = { exposedMinutes: 620, reduction: 0.5, confidence: "medium", effortWeeks: 8 } as const;

  it("give the score with its working, and can be removed", async () => {
    const { key } = await create();
    const change = await updateStrategicChange(as(owner), { key, version: 1, measure, estimate });
    expect(change).toMatchObject({ measure, estimate, score: { score: 31, minutes: 620, isRough: false } });
    const none = { exposedMinutes: null, reduction: null, confidence: null, effortWeeks: null };
    const emptied = await updateStrategicChange(as(owner), { key, version: 2, measure: null, estimate: none });
    expect(emptied).toMatchObject({ measure: null, estimate: none, score: null });
  });

  it("ask someone other than the owner for the measured value, which is cleared when work resumes", async () => {
    const { key } = await inProgress();
    await updateStrategicChange(as(owner), { key, version: 3, measure });
    await transitionStrategicChange(as(owner), { key, version: 4, to: "delivered" });
    const check = { key, version: 5, to: "effect_checked", reason: "Drilled in May" } as const;
    const byOwner = transitionStrategicChange(as(owner), { ...check, measured: 4 });
    await expect(byOwner).rejects.toMatchObject(rule("effect_by_other"));
    await expect(transitionStrategicChange(as(sponsor), check)).rejects.toMatchObject(rule("measured_needed"));
    const checked = await transitionStrategicChange(as(sponsor), { ...check, measured: 4 });
    const kept = { value: 4, metric: "Time to roll back", unit: "min", on: "2026-10-01" };
    expect(checked.measured).toEqual(kept);
    const inHours = { ...measure, unit: "h", baseline: 0.5, target: 0.1 };
    const changed = await updateStrategicChange(as(owner), { key, version: 6, measure: inHours });
    expect(changed.measured).toEqual(kept);
    const reopened = { key, version: 7, to: "in_progress", reason: "Mail is missing" } as const;
    expect((await transitionStrategicChange(as(owner), reopened)).measured).toBeNull();
  });
});

it("lets no one check the effect who owned the change when it was delivered or since", async () => {
  const { key } = await inProgress({ sponsorId: owner.id });
  await transitionStrategicChange(as(owner), { key, version: 3, to: "delivered" });
  await updateStrategicChange(as(owner), { key, version: 4, ownerId: other.id });
  const check = { key, version: 5, to: "effect_checked", reason: "Drilled in May", measured: 4 } as const;
  for (const who of [owner, other])
    await expect(transitionStrategicChange(as(who), check)).rejects.toMatchObject(
      who === owner ? rule("effect_by_other") : { code: "rule" },
    );
  const named = updateStrategicChange(as(other), { key, version: 5, effectById: owner.id });
  await expect(named).rejects.toMatchObject(wrong("effectById"));
  const tpm = await makeUser(database.prisma, "tpm");
  expect(await transitionStrategicChange(as(tpm), check)).toMatchObject({ status: "effect_checked" });
});
