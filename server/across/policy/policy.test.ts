import { uuidv7 } from "uuidv7";
import { beforeEach, expect, it } from "vitest";
import type { Prisma } from "#generated/prisma/client.ts";
import type { UserActor } from "#lib/base/access/actor.ts";
import { AppliedPolicies, Policy, PolicyPreview } from "#lib/contract/policy.ts";
import { DEADLINE_TEMPLATES } from "#lib/people/policy/deadlines.ts";
import { listRungs } from "#server/across/ladder/index.ts";
import {
  answerWaiverOf,
  createActionItem,
  getActionItem,
  listActionItems,
  transitionActionItem,
  updateActionItem,
} from "#server/follow/action-item/index.ts";
import { getWork } from "#server/follow/my-work/index.ts";
import { createIncident } from "#server/incidents/incident/index.ts";
import { until } from "#server/reviews/document/testing/test-client.ts";
import { makeUser } from "#server/testing/make-context.ts";
import type { TestDatabase } from "#server/testing/test-database.ts";
import { appliedPolicies, listPolicies, previewPolicy, savePolicy } from "./index.ts";
import { ALL, INCIDENT, NOW, policyDesk, policyOf } from "./testing/policy-desk.ts";

let database: TestDatabase;
let tpm: UserActor;
let owner: UserActor;
let teamId: string;

const { desk, as } = policyDesk();
beforeEach(() => {
  ({ database, tpm, owner, teamId } = desk);
});

/** Reminders that start five days before. */
const LATER = { before: 5, manager: 1, tpm: 12, parentManager: 20, unit: "calendar" as const };
const days = (count: number) => ({ days: count, unit: "calendar" as const });

async function accepted(more: { dueDate?: string; priority?: "P1" | "P2" } = {}): Promise<string> {
  const blank = { description: "", doneWhen: "", trackerUrl: null, factorIds: [], changeKeys: [] };
  const { key, version } = await createActionItem(as(owner), {
    ...{ ...blank, title: "Restore every backup", type: "prevent", priority: "P1", ownerId: owner.id, teamId },
    ...more,
  });
  await transitionActionItem(as(owner), { key, version, to: "accepted" });
  return key;
}
const dueOf = async (key: string) => (await getActionItem(as(tpm), { key })).dueDate;

it("gives new promises its values, and leaves past ones as they were", async () => {
  const before = await accepted();
  expect(await dueOf(before)).toBe("2017-03-17");
  const saved = await savePolicy(as(tpm), policyOf({ dueP1: days(15) }, { teamIds: [teamId] }));
  expect(Policy.parse(saved)).toEqual(saved);
  expect(await dueOf(before)).toBe("2017-03-17");
  expect(await dueOf(await accepted())).toBe("2017-03-02");
  const { items } = await listPolicies(as(owner), { archived: false });
  expect(items.map(({ id, openActions, version }) => [id, openActions, version])).toEqual([[saved.id, 1, 1]]);
});

it("shows what would move, and moves just that if past promises are to move too", async () => {
  const [late, moved, set, other] = [
    await accepted(),
    await accepted(),
    await accepted({ dueDate: "2017-03-01" }),
    await accepted({ priority: "P2" }),
  ];
  const input = policyOf({ dueP1: days(0) }, { teamIds: [teamId] });
  const now = as(tpm, "2017-02-20T10:00:00Z");
  const preview = await previewPolicy(now, input);
  expect(PolicyPreview.parse(preview)).toEqual(preview);
  const line = (key: string) => ({ kind: "action", key, now: "2017-03-17", wouldBe: "2017-02-15", late: true });
  expect(preview).toMatchObject({ counts: { action: 2, ladder: 0, review: 0, deadline: 0, change: 0 }, late: 2 });
  expect(preview.items).toMatchObject([line(late), line(moved)]);
  expect(await database.prisma.policy.count()).toBe(0);
  const saved = await savePolicy(now, { ...input, movePast: true });
  expect(await Promise.all([late, moved, set, other].map(dueOf))).toEqual([
    "2017-02-15",
    "2017-02-15",
    "2017-03-01",
    "2017-04-12",
  ]);
  const audit = await database.prisma.auditEntry.count({ where: { action: "action_item.due_moved" } });
  expect(audit).toBe(2);
  const { history } = await getActionItem(as(tpm), { key: late });
  expect(history.at(-1)).toMatchObject({ kind: "due_counted", to: "2017-02-15", reason: "By the policy “Payments”" });
  const told = (key: string) =>
    database.prisma.notification.findMany({
      where: { userId: owner.id, href: `/actions/${key}` },
      orderBy: { id: "asc" },
    });
  const subject = `${late} Restore every backup: Due Wed 15 Feb 2017`;
  const body = "It was due Fri 17 Mar 2017. By the policy “Payments”.";
  expect(await told(late)).toMatchObject([{ kind: "action_item.news", subject, body }]);
  // Not a move by its owner, so the ladder doesn't count it.
  expect((await getActionItem(as(tpm), { key: late })).dueMoves).toBe(0);
  // The first promise stays next to it, in lists too.
  const first = await getActionItem(as(tpm), { key: late });
  expect(first).toMatchObject({ dueDate: "2017-02-15", originalDueDate: "2017-03-17" });
  const listed = { mine: false, unowned: false, open: false, archived: false, sort: "due", limit: 50 } as const;
  const { items } = await listActionItems(as(tpm), { ...listed, filter: "original=2017-03-17", today: "2017-02-20" });
  expect(items.map(({ key, originalDueDate }) => [key, originalDueDate])).toEqual([
    [late, "2017-03-17"],
    [moved, "2017-03-17"],
  ]);
  const work = (await getWork(as(owner))).actions.find(({ key }) => key === late);
  expect(work).toMatchObject({ dueDate: "2017-02-15", originalDueDate: "2017-03-17" });
  const again = await previewPolicy(now, input);
  expect(again.items).toEqual([]);
  const { version } = await getActionItem(as(tpm), { key: moved });
  await updateActionItem(as(tpm), { key: moved, version, dueDate: "2017-02-27", dueReason: "Needs the vendor" });
  const undo = { ...input, id: saved.id, version: saved.version, archived: true, undoesMove: true };
  await savePolicy(now, undo);
  expect(await Promise.all([late, moved, set, other].map(dueOf))).toEqual([
    "2017-03-17",
    "2017-02-27",
    "2017-03-01",
    "2017-04-12",
  ]);
  expect(await getActionItem(as(tpm), { key: late })).toMatchObject({ dueMoves: 0, originalDueDate: "2017-03-17" });
  expect((await told(late)).at(-1)?.body).toBe(
    "It was due Wed 15 Feb 2017. The change of the policy “Payments” was undone.",
  );
  await expect(savePolicy(now, undo)).rejects.toMatchObject({ code: "conflict" });
});

it("moves back what is still open and readable, and counts what a person dated under the edition before", async () => {
  const { prisma } = database;
  const hidden = await createIncident(as(owner), { ...INCIDENT, title: "A leak" });
  const inWork = await createIncident(as(owner), { ...INCIDENT, title: "Payments stop" });
  const keys: string[] = [];
  while (keys.length < 5) keys.push(await accepted());
  const [, archived = "", settled = "", secret = "", dated = ""] = keys;
  const put = (key: string, data: Prisma.ActionItemUncheckedUpdateInput) =>
    prisma.actionItem.update({ where: { number: Number(key.split("-")[1]) }, data });
  const { policyEdition } = await prisma.actionItem.findFirstOrThrow();
  const dates = { dueFrom: NOW, dueAt: "2017-03-01T00:00:00Z", policyEdition };
  const reviewOf = async ({ id: incidentId }: { id: string }) => {
    const review = { id: uuidv7(), documentId: uuidv7(), template: "quick", title: "Review" };
    await prisma.review.create({ data: { ...review, ...dates, incidentId } });
    return review.id;
  };
  const reviews = [await reviewOf(inWork), await reviewOf(inWork), await reviewOf(inWork), await reviewOf(hidden)];
  const deadlines = DEADLINE_TEMPLATES[0]?.deadlines ?? [];
  const input = policyOf({ dueP1: days(15), publish: days(5), deadlines });
  const saved = await savePolicy(as(tpm), { ...input, movePast: true });
  const { number } = await prisma.policyEdition.findFirstOrThrow({ where: { policyId: saved.id } });
  const [moved, past] = ["2017-03-02", "2017-03-17"];
  await put(archived, { archivedAt: NOW });
  await put(settled, { status: "verified", verifiedById: tpm.id, verifiedAt: NOW });
  const { id: incidentId } = await prisma.incident.update({ where: { id: hidden.id }, data: { restricted: true } });
  await put(secret, { incidentId });
  const { version } = await getActionItem(as(tpm), { key: dated });
  await updateActionItem(as(tpm), { key: dated, version, dueDate: "2017-02-27", dueReason: "Needs the vendor" });
  await prisma.review.update({ where: { id: reviews[1] ?? "" }, data: { archivedAt: NOW } });
  await prisma.review.update({ where: { id: reviews[2] ?? "" }, data: { dueAt: "2017-02-27T00:00:00Z" } });
  await savePolicy(as(tpm), { ...input, id: saved.id, version: saved.version, archived: true, undoesMove: true });
  const rows = await prisma.actionItem.findMany({ orderBy: { number: "asc" } });
  const dueDates = rows.map(({ dueDate }) => dueDate?.toISOString().slice(0, 10));
  expect(dueDates).toEqual([past, moved, moved, moved, "2017-02-27"]);
  const isUndone = rows.map(({ policyEdition }) => policyEdition !== number);
  expect(isUndone).toEqual([true, false, false, false, true]);
  const promised = await prisma.review.findMany({ orderBy: { number: "asc" } });
  expect(promised.map((row) => [row.dueAt?.toISOString().slice(5, 10), row.policyEdition === number])).toEqual([
    ["03-01", false],
    ["02-20", true],
    ["02-27", false],
    ["02-20", true],
  ]);
  const incidents = await prisma.incident.findMany({ orderBy: { number: "asc" } });
  expect(incidents.map(({ id, policyEdition }) => [id, policyEdition === number])).toEqual([
    [hidden.id, true],
    [inWork.id, false],
  ]);
});

it("keeps the ladder of the edition that an action was promised under", async () => {
  const ladder = { before: 5, manager: 1, tpm: 2, parentManager: 3, unit: "calendar" as const };
  const [before] = [await accepted()];
  const saved = await savePolicy(as(tpm), policyOf({ ladder, ladderTpm: tpm.id }));
  const after = await accepted();
  const rungs = (key: string) => listRungs(as(tpm), { key });
  const next = async (key: string) => (await rungs(key)).next?.day;
  expect([await next(before), await next(after)]).toEqual(["2017-03-14", "2017-03-12"]);
  const { id, name } = saved;
  expect([(await rungs(before)).policy, (await rungs(after)).policy]).toEqual([
    null,
    { id, name, at: saved.changedAt },
  ]);
  const { counts, items } = await previewPolicy(
    as(tpm),
    policyOf({ ladder: { ...ladder, manager: 2, tpm: 3, parentManager: 4 } }, { teamIds: [teamId] }),
  );
  expect(counts).toEqual({ action: 0, ladder: 2, review: 0, deadline: 0, change: 0 });
  expect(items.map(({ now, wouldBe }) => [now, wouldBe])).toEqual([
    ["2017-03-22", "2017-03-19"],
    ["2017-03-18", "2017-03-19"],
  ]);
});

it("rejects a stale policy with the newer row, and one for an unknown service or TPM", async () => {
  const saved = await savePolicy(as(tpm), policyOf({ effectDays: 30 }));
  const change = { ...policyOf({ effectDays: 60 }), id: saved.id, version: 1 };
  expect(await savePolicy(as(tpm), change)).toMatchObject({ version: 2, values: { effectDays: 60 } });
  await expect(savePolicy(as(tpm), change)).rejects.toMatchObject({
    code: "conflict",
    details: { current: { version: 2 } },
  });
  await expect(savePolicy(as(tpm), policyOf({}, { serviceIds: [uuidv7()] }))).rejects.toMatchObject({
    details: { fields: [{ field: "scope" }] },
  });
  await expect(savePolicy(as(tpm), policyOf({ ladderTpm: owner.id }))).rejects.toMatchObject({
    details: { fields: [{ field: "ladderTpm" }] },
  });
  await expect(savePolicy(as(owner), policyOf({}))).rejects.toMatchObject({ code: "forbidden" });
});

it("says which policy gives each value, and stops counting an archived one", async () => {
  const team = await savePolicy(as(tpm), policyOf({ dueP1: { days: 5, unit: "business" } }, { teamIds: [teamId] }));
  const asked = { priority: "P1" as const, severity: null, serviceIds: [], teamIds: [teamId], from: "2017-02-15" };
  const applied = await appliedPolicies(as(owner), asked);
  expect(AppliedPolicies.parse(applied)).toEqual(applied);
  expect(applied).toMatchObject({ from: { dueP1: team.id, publish: null }, dates: { due: "2017-02-22" } });
  const { scope: _scope, ...more } = policyOf({});
  await savePolicy(as(tpm), { ...more, scope: { ...ALL, teamIds: [teamId] }, id: team.id, version: 1, archived: true });
  expect((await appliedPolicies(as(owner), asked)).dates.due).toBe("2017-03-17");
  expect((await listPolicies(as(tpm), { archived: false })).items).toEqual([]);
});

it("names the people of its values, and counts the teams of an owner if no team is given", async () => {
  await database.prisma.teamMember.create({ data: { teamId, userId: owner.id } });
  const saved = await savePolicy(as(tpm), policyOf({ ladderTpm: tpm.id, dueP1: days(5) }, { teamIds: [teamId] }));
  const asked = { priority: "P1" as const, severity: null, serviceIds: [], teamIds: [], from: "2017-02-15" };
  const { from, people } = await appliedPolicies(as(owner), { ...asked, ownerId: owner.id });
  const tess = { id: tpm.id, name: "Tess" };
  expect([from.dueP1, people, saved.people]).toEqual([saved.id, [tess], [tess]]);
  for (const other of [{}, { ownerId: tpm.id }, { ownerId: owner.id, teamIds: [uuidv7()] }])
    expect(await appliedPolicies(as(owner), { ...asked, ...other })).toMatchObject({
      from: { dueP1: null },
      people: [],
    });
});

it("moves only what uses a changed value", async () => {
  const [key, endless] = [await accepted(), await accepted({ dueDate: "9999-12-31" })];
  const versionOf = async (one: string) => (await getActionItem(as(tpm), { key: one })).version;
  const before = await versionOf(key);
  const ladder = { before: 3, manager: 3, tpm: 7, parentManager: 20, unit: "business" as const };
  const counts = { action: 0, ladder: 1, review: 0, deadline: 0, change: 0 };
  // Days after the year 9999 can't be counted.
  const preview = await previewPolicy(as(tpm), policyOf({ ladder }));
  expect(PolicyPreview.parse(preview)).toEqual(preview);
  expect(preview).toMatchObject({ counts, items: [{ key, what: "manager of the parent team is notified" }] });
  const named = await previewPolicy(as(tpm), policyOf({ ladderTpm: tpm.id }));
  expect(named.items.map((one) => [one.key, one.what])).toEqual([
    [key, "another TPM is notified"],
    [endless, "another TPM is notified"],
  ]);
  await savePolicy(as(tpm), { ...policyOf({ healthDays: 5, dueP0: days(1) }), movePast: true });
  await savePolicy(as(tpm), { ...policyOf({ effectDays: 5 }), movePast: true });
  expect(await versionOf(key)).toBe(before);
  const rows = await database.prisma.actionItem.findMany({ select: { policyEdition: true } });
  const { number } = await database.prisma.policyEdition.findFirstOrThrow({ orderBy: { number: "desc" } });
  expect(rows.map(({ policyEdition }) => policyEdition)).toEqual([number, number]);
});

it("leaves alone a date that someone sets while past promises move", async () => {
  const key = await accepted();
  const client = await database.pool.connect();
  await client.query("BEGIN");
  await client.query("UPDATE action_item SET due_date = '2017-06-01', due_basis = 'person', version = version + 1");
  const saving = savePolicy(as(tpm), { ...policyOf({ dueP1: days(1) }), movePast: true });
  await until("the move waits", async () => {
    const waits = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    return (await client.query(waits)).rowCount === 1;
  });
  await client.query("COMMIT");
  client.release();
  await saving;
  expect(await dueOf(key)).toBe("2017-06-01");
  expect(await database.prisma.actionItemDueMove.count({ where: { toDate: new Date("2017-02-16") } })).toBe(0);
});

it("notifies people at once about an action whose date a policy moved into the past", async () => {
  const key = await accepted();
  const now = as(tpm, "2017-03-01T10:00:00Z");
  await savePolicy(now, { ...policyOf({ dueP1: days(1) }), movePast: true });
  const { next } = await listRungs(now, { key });
  expect(next).toMatchObject({ rung: "owner_due", day: "2017-03-01" });
});

it("changes and archives a policy even though its TPM left", async () => {
  const gone = await makeUser(database.prisma, "tpm", "Tara");
  const saved = await savePolicy(as(tpm), policyOf({ ladderTpm: gone.id }));
  await database.prisma.user.update({ where: { id: gone.id }, data: { disabledAt: new Date(NOW) } });
  const input = { ...policyOf({ ladderTpm: gone.id, effectDays: 9 }), id: saved.id };
  expect((await savePolicy(as(tpm), { ...input, version: 1 })).values.effectDays).toBe(9);
  expect((await savePolicy(as(tpm), { ...input, version: 2, archived: true })).archived).toBe(true);
});

it("lets only those answer a waiver whom the policy of the promise names, and asks about the effect on its day", async () => {
  const manager = await makeUser(database.prisma, "member", "Mark");
  await database.prisma.team.update({ where: { id: teamId }, data: { managerId: manager.id } });
  await savePolicy(as(tpm), policyOf({ waiverApprovers: "tpm", effectDays: 10 }));
  const waive = async (key: string) => {
    const { version } = await getActionItem(as(owner), { key });
    const step = {
      key,
      version,
      to: "waived" as const,
      reason: "The disks come in March",
      mitigation: "Someone checks it weekly",
      until: "2017-03-01",
    };
    return (await transitionActionItem(as(owner), step)).version;
  };
  const key = await accepted();
  const version = await waive(key);
  const told = await database.prisma.notification.findMany({ where: { kind: "action_item.waiver_requested" } });
  expect(told.map(({ userId }) => userId)).toEqual([tpm.id]);
  const answer = { key, version, answer: "approved" as const };
  await expect(answerWaiverOf(as(manager), answer)).rejects.toMatchObject({ details: { rule: "waiver_approver" } });
  expect((await answerWaiverOf(as(tpm), answer)).status).toBe("waived");
  const done = await accepted();
  const ready = await getActionItem(as(owner), { key: done });
  const implemented = {
    key: done,
    version: ready.version,
    to: "implemented" as const,
    evidence: "Restored all of them",
  };
  const { version: next } = await transitionActionItem(as(owner), implemented);
  await transitionActionItem(as(tpm), { key: done, version: next, to: "verified" });
  const row = await database.prisma.actionItem.findFirstOrThrow({ where: { number: Number(done.slice(4)) } });
  expect(row.effectDueOn?.toISOString().slice(0, 10)).toBe("2017-02-25");
});

it("moves past promises only by what this save changes, after another policy was told to keep them", async () => {
  const [key, urgent] = [await accepted({ priority: "P2" }), await accepted()];
  const values = policyOf({ dueP2: days(10), ladder: { ...LATER, manager: 9 } }, { teamIds: [teamId] });
  await savePolicy(as(tpm), values);
  const other = uuidv7();
  await database.prisma.team.create({ data: { id: other, name: `Team ${other}` } });
  const elsewhere = policyOf({ dueP0: days(1) }, { teamIds: [other] });
  expect((await previewPolicy(as(tpm), elsewhere)).items).toEqual([]);
  await savePolicy(as(tpm), { ...elsewhere, movePast: true });
  expect(await dueOf(key)).toBe("2017-04-12");
  const input = policyOf({ dueP1: days(15) });
  expect((await previewPolicy(as(tpm), input)).items).toMatchObject([{ key: urgent, wouldBe: "2017-03-02" }]);
  const saved = await savePolicy(as(tpm), { ...input, movePast: true });
  expect(await Promise.all([key, urgent].map(dueOf))).toEqual(["2017-04-12", "2017-03-02"]);
  // Its own reminders, 3 days before, are still those of the day on which it was promised.
  const next = async (one: string) => (await listRungs(as(tpm), { key: one })).next?.day;
  expect([await next(key), await next(urgent)]).toEqual(["2017-04-09", "2017-02-27"]);
  // What is promised now follows all of them.
  expect([await dueOf(await accepted({ priority: "P2" })), await dueOf(await accepted())]).toEqual([
    ...["2017-02-25", "2017-03-02"],
  ]);
  const longer = { ...policyOf({ dueP1: days(20), dueP2: days(20) }), id: saved.id, version: 1, movePast: true };
  const { version } = await savePolicy(as(tpm), longer);
  // Today the team's own policy decides about a P2, so this save changes nothing about it.
  expect(await Promise.all([key, urgent].map(dueOf))).toEqual(["2017-04-12", "2017-03-07"]);
  const back = { ...input, id: saved.id, version, undoesMove: true };
  await savePolicy(as(tpm), back);
  expect(await Promise.all([key, urgent].map(dueOf))).toEqual(["2017-04-12", "2017-03-02"]);
});
