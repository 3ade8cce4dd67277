import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { z } from "zod";
import type { UserActor } from "#lib/base/access/actor.ts";
import { HOUR_MS } from "#lib/base/time/spans.ts";
import { Walk, walkContract } from "#lib/contract/walk.ts";
import { climbLadder } from "#server/across/ladder/index.ts";
import {
  getActionItem,
  transitionActionItem,
  updateActionItem,
  withdrawWaiverOf,
} from "#server/follow/action-item/index.ts";
import { listPromotions, reopenPromotion, setPromotionAside } from "#server/follow/promotion/index.ts";
import { updateStrategicChange } from "#server/follow/strategic-change/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { closeWalks, decideWalk, endWalk, getWalk, listWalks, startWalk, undoWalk, wordsOfMinutes } from "./index.ts";

let database: TestDatabase;
let lead: UserActor;
let owner: UserActor;
let reader: UserActor;
let now = new Date("2017-02-13T10:00:00Z");
const TODAY = "2017-02-13";
const as = (actor: UserActor) => makeContext(database.prisma, actor, () => now);
type Given = Parameters<typeof decideWalk>[1]["given"];

beforeAll(async () => {
  database = await testDatabase();
  const { prisma } = database;
  lead = await makeUser(prisma, "tpm", "Tess");
  owner = await makeUser(prisma, "member", "Wen");
  reader = await makeUser(prisma, "viewer", "Vic");
});
afterAll(() => database.close());

async function late(fields: object = {}): Promise<string> {
  const { number } = await database.prisma.actionItem.create({
    data: {
      ...{ id: uuidv7(), title: "Expire old flags", type: "prevent", priority: "P2", status: "accepted" },
      ...{ ownerId: owner.id, dueDate: new Date("2017-01-20"), createdAt: new Date("2017-01-02T00:00:00Z") },
      ...fields,
    },
  });
  return `ACT-${number}`;
}
const item = (key: string) => getActionItem(as(lead), { key });
const start = () => startWalk(as(lead), { today: TODAY });

/** Decides in the meeting that runs, and returns the meeting and the new line. */
async function decide(given: Given) {
  const { id } = await start();
  const walk = await decideWalk(as(lead), { id, given });
  return { walk, line: walk.lines.at(-1), undo: () => undoWalk(as(lead), { id, lineId: walk.lines.at(-1)?.id ?? "" }) };
}

it("acts at once through the rules of the action, writes a line, and puts everything back on undo", async () => {
  const shown = (key: string) =>
    item(key).then(({ status, dueDate, dueMoves, blockedReason, blockedUntil, blockedBy }) => ({
      ...{ status, dueDate, dueMoves, blockedReason, blockedUntil, blockedBy },
    }));
  const of = async (key: string) => ({ key, version: (await item(key)).version });
  const help = { kind: "person" as const, id: reader.id };
  const cases: [string, (key: string) => Promise<Given>, object][] = [
    [
      "new date Fri 3 Mar 2017. Parts come late",
      async (key) => ({ outcome: "date", ...(await of(key)), date: "2017-03-03", reason: "Parts come late" }),
      { dueDate: "2017-03-03", dueMoves: 1 },
    ],
    [
      "help needed from Vic, by Fri 17 Feb 2017. A host",
      async (key) => ({ outcome: "help", ...(await of(key)), until: "2017-02-17", reason: "A host", from: help }),
      { blockedReason: "A host", blockedUntil: "2017-02-17" },
    ],
    [
      "declined. It fails over by hand",
      async (key) => ({ outcome: "decline", ...(await of(key)), reason: "It fails over by hand" }),
      { status: "declined" },
    ],
    [
      "waiver until Fri 17 Mar 2017 requested. Its team moves first. What limits the risk: An alert watches it.",
      async (key) => ({
        ...{
          outcome: "waive",
          ...(await of(key)),
          until: "2017-03-17",
          reason: "Its team moves first.",
          mitigation: "An alert watches it.",
        },
      }),
      { status: "accepted" },
    ],
  ];
  for (const [text, given, changed] of cases) {
    const key = await late();
    const before = await shown(key);
    const { line, undo } = await decide(await given(key));
    expect(line).toMatchObject({ text, about: { key }, undone: false, author: { name: "Tess" } });
    expect(await shown(key)).toMatchObject(changed);
    const after = await undo();
    expect(Walk.parse(after)).toEqual(after);
    expect(after.lines.at(-1)).toMatchObject({ undone: true });
    expect(await shown(key), text).toEqual(before);
    expect(await database.prisma.waiver.count({ where: { status: "requested" } })).toBe(0);
  }
});

it("restores what a decline ended: the block, even one whose day has passed since, and the waiver that was asked for", async () => {
  const key = await late();
  const at = async () => ({ key, version: (await item(key)).version });
  const flag = { blockedReason: "Waits for a host", blockedUntil: "2017-02-20", blockedBy: null };
  await updateActionItem(as(lead), { ...(await at()), ...flag, blockedBy: { kind: "person", id: reader.id } });
  const waiver = {
    to: "waived" as const,
    until: "2017-03-17",
    reason: "Its team moves first.",
    mitigation: "An alert watches it.",
  };
  await transitionActionItem(as(owner), { ...(await at()), ...waiver });
  const shown = async () => {
    const { status, blockedReason, blockedUntil, blockedBy, waiver: asked } = await item(key);
    return { status, blockedReason, blockedUntil, blockedBy, waiver: asked };
  };
  const before = await shown();
  expect(before).toMatchObject({ blockedReason: flag.blockedReason, waiver: { status: "requested" } });
  const { undo } = await decide({ outcome: "decline", ...(await at()), reason: "No" });
  expect(await shown()).toMatchObject({ status: "declined", blockedReason: null, waiver: null });
  await undo();
  expect(await shown()).toEqual(before);
  await database.prisma.actionItem.updateMany({
    where: { number: Number(key.slice(4)) },
    data: { blockedUntil: new Date("2017-02-13") },
  });
  const again = await decide({ outcome: "decline", ...(await at()), reason: "No" });
  await again.undo();
  expect(await shown()).toEqual({ ...before, blockedUntil: "2017-02-13" });
});

it("notifies the person whose help is wanted, and doesn't undo it over a later change", async () => {
  const key = await late();
  const at = async () => ({ key, version: (await item(key)).version });
  const from = { kind: "person" as const, id: reader.id };
  const help = { outcome: "help" as const, until: "2017-02-17", reason: "A host", from };
  const told = () => database.prisma.notification.findMany({ where: { href: `/actions/${key}`, userId: reader.id } });
  const first = await decide({ ...help, ...(await at()) });
  expect(await told()).toMatchObject([{ subject: `Help needed by Fri 17 Feb 2017: ${key} Expire old flags` }]);
  await first.undo();
  expect(await told()).toEqual([]);
  const second = await decide({ ...help, ...(await at()) });
  await updateActionItem(as(owner), { ...(await at()), blockedUntil: "2017-02-24" });
  await expect(second.undo()).rejects.toMatchObject({ details: { rule: "not_undone" } });
  expect(await item(key)).toMatchObject({ blockedUntil: "2017-02-24" });
  // Everyone reads the minutes, but not the title of each action.
  const { inputSchema } = (walkContract.decide as unknown as { "~orpc": { inputSchema: z.ZodType } })["~orpc"];
  const given = (kind: string) => ({
    id: uuidv7(),
    given: { ...help, key, version: 1, from: { kind, id: reader.id } },
  });
  expect([inputSchema.safeParse(given("person")).success, inputSchema.safeParse(given("action")).success]).toEqual([
    true,
    false,
  ]);
});

it("undoes no decision over what someone did since: an action restored, or a waiver asked for again", async () => {
  const key = await late();
  const at = async () => ({ key, version: (await item(key)).version });
  const refused = { details: { rule: "not_undone" } };
  const declined = await decide({ outcome: "decline", ...(await at()), reason: "No" });
  await transitionActionItem(as(owner), { ...(await at()), to: "proposed", reason: "It is needed" });
  await transitionActionItem(as(owner), { ...(await at()), to: "accepted" });
  await expect(declined.undo()).rejects.toMatchObject(refused);
  const asked = { until: "2017-03-17", reason: "Its team moves first.", mitigation: "An alert watches it." };
  const waived = await decide({ outcome: "waive", ...(await at()), ...asked });
  await withdrawWaiverOf(as(owner), await at());
  await transitionActionItem(as(owner), { ...(await at()), to: "waived", ...asked });
  await expect(waived.undo()).rejects.toMatchObject(refused);
  expect(await item(key)).toMatchObject({ status: "accepted", waiver: { status: "requested" } });
});

it("asks a person by a message, removes it on undo, and asks no one who can't read the action", async () => {
  const secret = await database.prisma.incident.create({
    data: {
      ...{ id: uuidv7(), title: "Leak", severity: 1, highestSeverity: 1, restricted: true, createdById: lead.id },
      startedAt: now,
    },
  });
  const [key, hidden] = [await late(), await late({ incidentId: secret.id, title: "Change the keys" })];
  const ask = { outcome: "ask" as const, personId: reader.id, by: "2017-02-15", reason: "Which jobs are left?" };
  const { line, undo } = await decide({ ...ask, key });
  expect(line?.text).toBe("Vic was asked to answer by Wed 15 Feb 2017. Which jobs are left?");
  const told = () => database.prisma.notification.findMany({ where: { subject: { startsWith: "Asked" } } });
  expect(await told()).toMatchObject([{ userId: reader.id, href: `/actions/${key}`, body: ask.reason }]);
  await undo();
  expect(await told()).toEqual([]);
  await expect(decide({ ...ask, key: hidden })).rejects.toMatchObject({ details: { fields: [{ field: "personId" }] } });
  await decide({ ...ask, key: hidden, personId: owner.id });
  expect(JSON.stringify((await told()).map(({ subject }) => subject))).not.toMatch(/Change the keys|ACT-/);
  const { id } = await start();
  const read = await getWalk(as(reader), { id });
  expect(read.lines.at(-1)).toMatchObject({ hidden: true, about: null, text: "" });
  expect(JSON.stringify(read)).not.toMatch(/Change the keys/);
});

const proposed = async () => {
  const { prisma } = database;
  const id = uuidv7();
  await prisma.canonicalFactor.create({ data: { id, name: "Old flags still work" } });
  for (const day of ["2017-01-02", "2017-02-06"]) {
    const [incidentId, reviewId] = [uuidv7(), uuidv7()];
    const incident = { title: "Retry storm", severity: 2, highestSeverity: 2, startedAt: new Date(day) };
    await prisma.incident.create({ data: { ...incident, id: incidentId } });
    const review = { id: reviewId, documentId: uuidv7(), template: "quick" as const, title: "Review", incidentId };
    await prisma.review.create({ data: review });
    const factor = { id: uuidv7(), number: 1, position: 1, statement: "A flag was on", reviewId, incidentId };
    await prisma.factor.create({ data: { ...factor, canonicalFactorId: id } });
  }
  return id;
};

it("accepts proposals and sets them aside, asks about strategic changes, and restores both on undo", async () => {
  const id = await proposed();
  const isProposed = async () => (await listPromotions(as(lead))).items.some(({ condition }) => condition.id === id);
  const { marks = [] } = (await listPromotions(as(lead))).items.find(({ condition }) => condition.id === id) ?? {};
  const aside = await decide({ outcome: "set_aside", conditionId: id, reason: "After the move", marks });
  expect(aside.line).toMatchObject({ about: { kind: "condition", key: id }, text: "set aside. After the move" });
  expect(await isProposed()).toBe(false);
  await aside.undo();
  const accepted = await decide({ outcome: "accept", conditionId: id });
  const changeKey = accepted.line?.text.replace("accepted as ", "") ?? "";
  const asked = await decide({
    ...{ outcome: "ask", key: changeKey, personId: reader.id, by: "2017-02-20", reason: "Who leads it?" },
  });
  expect(asked.line).toMatchObject({ about: { kind: "change", key: changeKey } });
  const told = () =>
    database.prisma.notification.count({ where: { href: `/strategy/${changeKey}`, userId: reader.id } });
  expect(await told()).toBe(1);
  await asked.undo();
  expect([await told(), await isProposed()]).toEqual([0, false]);
  await accepted.undo();
  expect(await isProposed()).toBe(true);
  const again = await decide({ outcome: "accept", conditionId: id });
  const key = again.line?.text.replace("accepted as ", "") ?? "";
  await updateStrategicChange(as(lead), { key, version: 1, title: "Flags that expire" });
  await expect(again.undo()).rejects.toMatchObject({ details: { rule: "not_undone" } });
});

it("doesn't undo a proposal that was set aside once someone else has answered it", async () => {
  const id = await proposed();
  const marks = async () =>
    (await listPromotions(as(lead))).items.find(({ condition }) => condition.id === id)?.marks ?? [];
  const aside = await decide({ outcome: "set_aside", conditionId: id, reason: "After the move", marks: await marks() });
  await reopenPromotion(as(lead), { id });
  await setPromotionAside(as(lead), { id, reason: "In March", marks: await marks() });
  await expect(aside.undo()).rejects.toMatchObject({ details: { rule: "not_undone" } });
  const answers = () => database.prisma.promotionAnswer.findMany({ where: { canonicalFactorId: id } });
  expect(await answers()).toMatchObject([{ reason: "In March" }]);
  await reopenPromotion(as(lead), { id });
  await expect(aside.undo()).rejects.toMatchObject({ details: { rule: "not_undone" } });
});

it("hides a note about a proposal from those who can't read its condition, and doesn't mail it", async () => {
  const { prisma } = database;
  const id = await proposed();
  await prisma.incident.updateMany({
    where: { factors: { some: { canonicalFactorId: id } } },
    data: { restricted: true, createdById: lead.id },
  });
  const { line, walk } = await decide({ outcome: "note", conditionId: id, reason: "The leak is why" });
  expect(line).toMatchObject({ about: { kind: "condition", key: id }, text: "The leak is why", hidden: false });
  const read = await getWalk(as(reader), { id: walk.id });
  expect(read.lines.at(-1)).toMatchObject({ hidden: true, about: null, text: "" });
  expect((await wordsOfMinutes(as(lead), `/programme/monday/walk?minutes=${walk.id}`)).body).not.toContain(
    "leak is why",
  );
  await expect(
    decideWalk(as(lead), { id: walk.id, given: { outcome: "note", conditionId: uuidv7(), reason: "Of nothing" } }),
  ).rejects.toMatchObject({ code: "not_found" });
});

it("mails its minutes to TPMs and to those who were there, with nothing of a restricted incident", async () => {
  const { id } = await start();
  const admin = await makeUser(database.prisma, "admin", "Ada");
  const secret = await database.prisma.incident.create({
    data: { ...{ id: uuidv7(), title: "Leak", severity: 1, highestSeverity: 1 }, restricted: true, startedAt: now },
  });
  const [key, hidden] = [
    await late(),
    await late({ incidentId: secret.id, ownerId: admin.id, title: "Change the keys" }),
  ];
  await decideWalk(as(lead), { id, given: { outcome: "note", key, reason: "It waits for parts" } });
  await decideWalk(as(admin), { id, given: { outcome: "note", key: hidden, reason: "The keys are old" } });
  await database.prisma.notification.deleteMany();
  await endWalk(as(lead), { id });
  const told = await database.prisma.notification.findMany({ where: { kind: "programme.minutes" } });
  expect(told.map(({ userId }) => userId).sort()).toEqual([admin.id, lead.id].sort());
  const words = await wordsOfMinutes(as(admin), told[0]?.href ?? "");
  expect(words.subject).toBe("Minutes of Mon 13 Feb 2017");
  expect(words.body).toContain(`${key}: It waits for parts`);
  expect(words.body).toContain("Restricted item");
  expect(JSON.stringify([told, words])).not.toMatch(/keys are old|Change the keys/);
});

it("runs one meeting for everyone, led by TPMs, whose minutes can't be changed after it", async () => {
  const { id } = await start();
  expect((await start()).id).toBe(id);
  const note = { outcome: "note" as const, reason: "Present: Wen, Tess" };
  for (const refused of [
    () => startWalk(as(owner), { today: TODAY }),
    () => decideWalk(as(owner), { id, given: note }),
    () => endWalk(as(reader), { id }),
  ])
    await expect(refused()).rejects.toMatchObject({ code: "forbidden" });
  await decideWalk(as(lead), { id, given: note });
  const key = await late();
  const stale = { outcome: "decline" as const, key, version: 7, reason: "No" };
  await expect(decideWalk(as(lead), { id, given: stale })).rejects.toMatchObject({ code: "conflict" });
  expect((await endWalk(as(lead), { id })).lines.at(-1)?.text).toBe(note.reason);
  await expect(decideWalk(as(lead), { id, given: note })).rejects.toMatchObject({ details: { rule: "walk_over" } });
  expect((await listWalks(as(reader))).items[0]).toMatchObject({ id, day: TODAY, running: false });
});

it("keeps reminders until it ends, and for at most three hours", async () => {
  const { prisma } = database;
  await prisma.ladderStart.updateMany({ data: { since: new Date("2017-01-01T00:00:00Z") } });
  const job = () => makeContext(prisma, { kind: "system", label: "job" }, () => now);
  await climbLadder(job());
  await late({ dueDate: new Date("2017-02-13"), createdAt: new Date("2017-02-01T00:00:00Z") });
  const { id } = await start();
  expect(await climbLadder(job())).toBe(0);
  now = new Date(now.getTime() + 3 * HOUR_MS - 1);
  expect(await climbLadder(job())).toBe(0);
  await endWalk(as(lead), { id });
  expect(await climbLadder(job())).toBeGreaterThan(0);
  await late({ dueDate: new Date("2017-02-13"), createdAt: new Date("2017-02-01T00:00:00Z") });
  const left = await decide({ outcome: "note", reason: "Present: Wen" });
  expect([await climbLadder(job()), await closeWalks(job())]).toEqual([0, 0]);
  now = new Date(now.getTime() + 3 * HOUR_MS);
  expect(await climbLadder(job())).toBeGreaterThan(0);
  await prisma.notification.deleteMany();
  expect([await closeWalks(job()), await closeWalks(job())]).toEqual([1, 0]);
  expect(await prisma.notification.count({ where: { kind: "programme.minutes", userId: lead.id } })).toBe(1);
  expect(await getWalk(as(lead), { id: left.walk.id })).toMatchObject({ running: false, endedAt: now.toISOString() });
});
