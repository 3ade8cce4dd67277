import { uuidv7 } from "uuidv7";
import { expect, it } from "vitest";
import type { Prisma } from "#generated/prisma/client.ts";
import type { UserActor } from "#lib/base/access/actor.ts";
import { Monday } from "#lib/contract/monday.ts";
import { EMPTY_QUERY, listInputOf, type TrackerQuery } from "#lib/follow/action-item/query/query.ts";
import { fromLocalDate } from "#server/base/kernel/dates.ts";
import { listActionItems } from "#server/follow/action-item/index.ts";
import { listPromotions } from "#server/follow/promotion/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { monday, wordsOfMonday, writeMondays } from "./index.ts";
import { as, database, lead, NOW, openMonday, reader, TODAY, teamIds, week } from "./testing/monday-desk.ts";

openMonday();

async function rowsOf(actor: UserActor, query: Partial<TrackerQuery>): Promise<number> {
  const input = { ...listInputOf({ ...EMPTY_QUERY, ...query }, TODAY), limit: 200 };
  return (await listActionItems(as(actor), input)).items.length;
}

it("counts by team and days late the rows that the tracker shows for the same link", async () => {
  for (const actor of [lead, reader]) {
    const answer = await week(actor);
    expect(Monday.parse(answer)).toEqual(answer);
    expect(answer.teams.map(({ team }) => team?.name ?? null)).toEqual(["Team 0", "Team 1", null]);
    for (const { team, open, ...counts } of answer.teams) {
      const of = { team: [team?.id ?? "none"] };
      expect(await rowsOf(actor, of)).toBe(open);
      expect(await rowsOf(actor, { ...of, view: "late" })).toBe(counts.late);
      for (const band of ["d1to7", "d8to30", "d31to90", "over90"] as const)
        expect(await rowsOf(actor, { ...of, band }), `${team?.name} ${band}`).toBe(counts[band]);
    }
  }
});

it("lists 200 of each or as many as are asked for, and counts all", async () => {
  const verified = {
    status: "verified" as const,
    verifiedAt: NOW(),
    type: "prevent" as const,
    priority: "P2" as const,
  };
  const { prisma } = database;
  const before = (await week(lead)).totals.verified;
  const ids = Array.from({ length: 201 }, () => uuidv7());
  await prisma.actionItem.createMany({ data: ids.map((id) => ({ id, title: "Done", ...verified })) });
  const answer = await week(lead);
  expect(answer.verified).toHaveLength(200);
  expect(answer.totals.verified).toBe(before + 201);
  const more = await monday(as(lead), { today: TODAY, rows: 400 });
  expect(more.verified).toHaveLength(more.totals.verified);
  await prisma.actionItem.deleteMany({ where: { id: { in: ids } } });
});

it("leaves out restricted actions for people who can't read them", async () => {
  const restricted = await database.prisma.actionItem.findMany({ where: { incidentId: { not: null } } });
  const titles = restricted.map(({ title }) => title);
  const read = JSON.stringify(await week(reader));
  for (const title of titles) expect(read).not.toContain(title);
  const openIn = ({ teams }: Monday) => teams.reduce((sum, { open }) => sum + open, 0);
  expect(openIn(await week(lead))).toBeGreaterThan(openIn(await week(reader)));
});

it("lists moves by people, waivers that end, verified actions and who is notified within the week", async () => {
  const { prisma } = database;
  await prisma.ladderStart.updateMany({ data: { since: new Date("2017-01-01T00:00:00Z") } });
  const item = await prisma.actionItem.create({
    data: {
      ...{ id: uuidv7(), title: "Moved", type: "prevent", priority: "P1", status: "accepted", ownerId: lead.id },
      ...{ dueDate: fromLocalDate("2017-02-20"), dueMoves: 1, createdAt: new Date("2017-01-02T00:00:00Z") },
    },
  });
  const move = { actionItemId: item.id, reason: "Parts are late", toDate: fromLocalDate("2017-02-20") };
  await prisma.actionItemDueMove.createMany({
    data: [
      { ...move, id: uuidv7(), movedAt: new Date("2017-02-07T09:00:00Z") },
      { ...move, id: uuidv7(), movedAt: new Date("2017-02-06T08:00:00Z") },
      { ...move, id: uuidv7(), movedAt: new Date("2017-02-08T09:00:00Z"), basis: "publication" },
    ],
  });
  const waiver = { actionItemId: item.id, reason: "x", mitigation: "y", status: "approved" as const, askedAt: NOW() };
  await prisma.waiver.create({
    data: { ...waiver, id: uuidv7(), until: fromLocalDate("2017-02-27"), answeredById: lead.id },
  });
  const answer = await week(lead);
  const key = `ACT-${item.number}`;
  expect(answer.moved).toMatchObject([{ key, from: null, to: "2017-02-20", reason: "Parts are late", moves: 1 }]);
  expect(answer.waivers).toEqual([{ key, title: "Moved", until: "2017-02-27", approvedBy: "Tess" }]);
  expect(answer.askedNext.find((row) => row.key === key)).toMatchObject({ rung: "owner_before", day: "2017-02-17" });
  expect(answer.askedNext.every(({ day }) => day >= TODAY && day <= "2017-02-19")).toBe(true);
  const verified = await prisma.actionItem.count({ where: { status: "verified" } });
  expect(answer.verified).toHaveLength(verified);
});

it("shows the evidence of a verification, without that of whether it worked", async () => {
  const { prisma } = database;
  const id = uuidv7();
  const done = { status: "verified" as const, verifiedAt: NOW(), type: "prevent" as const, priority: "P2" as const };
  const { number } = await prisma.actionItem.create({ data: { id, title: "Drilled", ...done } });
  const answerId = uuidv7();
  await prisma.actionEffectAnswer.create({
    data: { id: answerId, actionItemId: id, answer: "no", text: "", at: NOW() },
  });
  const piece = { actionItemId: id, kind: "text" as const, addedAt: NOW(), method: "inspection" };
  await prisma.actionEvidence.createMany({
    data: [
      { ...piece, id: uuidv7(), text: "Restored in 4 min" },
      { ...piece, id: uuidv7(), text: "Left out", removedAt: NOW() },
      { ...piece, id: uuidv7(), text: "Nobody read the runbook", effectAnswerId: answerId },
    ],
  });
  const row = (await week(lead)).verified.find(({ key }) => key === `ACT-${number}`);
  expect(row).toMatchObject({ evidence: 1, shown: [{ words: "Restored in 4 min", method: "inspection" }] });
});

it("lists changes at risk, off track or stale, and reviews past their deadline", async () => {
  const { prisma } = database;
  const change = { status: "in_progress" as const, statusAt: new Date("2017-02-10T00:00:00Z") };
  const slipped = uuidv7();
  const changeOf = (title: string, more: object) => ({ id: uuidv7(), title, ...change, ...more });
  await prisma.strategicChange.createMany({
    data: [
      changeOf("Fine", { health: "on_track", healthAt: new Date("2017-02-10T00:00:00Z") }),
      changeOf("Risk", { health: "at_risk", healthAt: new Date("2017-02-10T00:00:00Z") }),
      changeOf("Stale", { health: "on_track", healthAt: new Date("2017-01-20T00:00:00Z") }),
      { ...changeOf("Slipped", { health: "on_track", healthAt: new Date("2017-02-10T00:00:00Z") }), id: slipped },
      changeOf("Delivered", { health: "off_track", status: "delivered" }),
    ],
  });
  const day = fromLocalDate("2017-02-12");
  await prisma.changeMilestone.create({
    data: { id: uuidv7(), changeId: slipped, title: "Mail", plannedOn: day, dueOn: day },
  });
  const update = {
    id: uuidv7(),
    health: "off_track" as const,
    body: "Mail is off",
    at: new Date("2017-02-11T00:00:00Z"),
  };
  await prisma.healthUpdate.create({ data: { ...update, changeId: slipped } });
  const incident = await prisma.incident.create({
    data: { id: uuidv7(), title: "Slow", severity: 2, highestSeverity: 2, startedAt: NOW() },
  });
  const review = { id: uuidv7(), documentId: uuidv7(), template: "standard", incidentId: incident.id };
  await prisma.review.create({ data: { ...review, title: "Late", dueAt: fromLocalDate("2017-02-10") } });
  const answer = await week(reader);
  expect(answer.changes.map(({ title, stale }) => [title, stale])).toEqual(
    expect.arrayContaining([
      ["Risk", false],
      ["Stale", true],
    ]),
  );
  expect(answer.changes).toHaveLength(3);
  // Its milestone is days late, whatever was reported. Without a sponsor, no one was asked.
  expect(answer.changes[0]).toMatchObject({ title: "Slipped", health: "off_track", sponsorAsked: false });
  expect(answer.reviews).toMatchObject([{ title: "Late", dueAt: "2017-02-10", owner: null }]);
});

it("lists accepted risks, effects to record, blocked actions and the evidence of verified ones", async () => {
  const { prisma } = database;
  const decision = { reason: "x", riskById: lead.id, at: NOW(), fromStatus: "proposed" as const };
  const changeOf = async (title: string, more: object, ...decisions: object[]) => {
    const row = await prisma.strategicChange.create({ data: { id: uuidv7(), title, ...more } });
    for (const own of decisions)
      await prisma.changeDecision.create({
        data: { ...decision, id: uuidv7(), changeId: row.id, toStatus: row.status, ...own },
      });
    return row;
  };
  const on = (day: string) => ({ until: fromLocalDate(day) });
  await changeOf("Soon", { status: "deferred" }, { ...on("2017-02-20") });
  await changeOf(
    "Later",
    { status: "deferred" },
    { ...on("2017-02-14") },
    { ...on("2017-03-20"), at: new Date("2017-02-13T10:00:00Z") },
  );
  await changeOf("Passed", { status: "declined" }, { ...on("2017-02-01") });
  await changeOf("Resumed", { status: "funded" }, { toStatus: "deferred", ...on("2017-02-20") });
  const scope = { kind: "left_out" as const, fromStatus: "funded" as const };
  await changeOf(
    ...(["Without the app", { status: "funded" }, { ...scope, ...on("2017-02-27") }] as const),
    { ...scope, ...on("2017-02-12") },
    { ...scope, ...on("2017-02-21"), undoneAt: NOW() },
  );
  const delivered = { status: "delivered", ownerId: lead.id, sponsorId: reader.id };
  await changeOf("Due", { ...delivered, effectDueOn: fromLocalDate(TODAY) });
  await changeOf("Not yet", { ...delivered, effectDueOn: fromLocalDate("2017-02-14") });
  const actionOf = (title: string, more: object) =>
    prisma.actionItem.create({ data: { id: uuidv7(), title, type: "prevent", priority: "P1", ...more } });
  await actionOf("Waits", {
    blockedReason: "No host",
    blockedUntil: fromLocalDate("2017-02-14"),
    blockedByTeamId: teamIds[0],
  });
  await actionOf("Waited", { blockedReason: "No host", blockedUntil: fromLocalDate(TODAY) });
  const seen = await actionOf("Seen", { status: "verified", verifiedAt: NOW(), verifiedById: lead.id });
  const piece = { actionItemId: seen.id, kind: "link" as const, url: "https://ci.example/1", addedAt: NOW() };
  for (const more of [
    { title: "Paged in 4 min", method: "drill" },
    { title: "Gone", removedAt: NOW() },
  ])
    await prisma.actionEvidence.create({ data: { ...piece, id: uuidv7(), ...more } });
  const answer = await week(reader);
  expect(Monday.parse(answer)).toEqual(answer);
  expect(answer.acceptances.map(({ title, kind, until, riskBy }) => [title, kind, until, riskBy])).toEqual([
    ["Passed", "declined", "2017-02-01", "Tess"],
    ["Soon", "deferred", "2017-02-20", "Tess"],
    ["Without the app", "left_out", "2017-02-27", "Tess"],
  ]);
  expect(answer.effects.map(({ title, to }) => [title, to?.name])).toEqual([["Due", "Vic"]]);
  expect(answer.blocked).toMatchObject([{ title: "Waits", until: "2017-02-14", by: "Team 0", reason: "No host" }]);
  expect(answer.verified.find(({ title }) => title === "Seen")).toMatchObject({
    ...{ by: "Tess", evidence: 1 },
    shown: [{ words: "Paged in 4 min", method: "drill", url: "https://ci.example/1" }],
  });
});

const DAYS = { 10: "2017-02-03", 3: "2017-02-10" } as const;
const ago = (days: keyof typeof DAYS) => new Date(`${DAYS[days]}T09:00:00Z`);
const due = (day: string) => ({ dueDate: fromLocalDate(day) });
const verified = (days: keyof typeof DAYS) => ({
  ...{ status: "verified", verifiedAt: ago(days), ...due("2017-02-01") },
  transitions: { create: [{ id: uuidv7(), fromStatus: "implemented", toStatus: "verified", at: ago(days) }] },
});
const moved = (days: keyof typeof DAYS, from: string, to: string) => ({
  ...due(to),
  dueHistory: {
    create: [
      { id: uuidv7(), fromDate: fromLocalDate(from), toDate: fromLocalDate(to), reason: "x", movedAt: ago(days) },
    ],
  },
});
const waived = (days: keyof typeof DAYS, more: object = {}) => ({
  ...{ status: "waived", waivedUntil: fromLocalDate("2017-02-20"), ...due("2017-02-01") },
  waivers: {
    create: [
      {
        ...{ id: uuidv7(), status: "approved", reason: "x", mitigation: "x", until: fromLocalDate("2017-02-20") },
        ...{ askedAt: ago(days), answeredAt: ago(days), ...more },
      },
    ],
  },
});
const ended = { status: "ended", endedAt: ago(3) };

it.each([
  ["open and due before", { status: "accepted", ...due("2017-02-05") }, 1],
  ["due on that day", { status: "accepted", ...due("2017-02-06") }, 0],
  ["verified since", verified(3), 1],
  ["verified before", verified(10), 0],
  ["moved since to a later day", moved(3, "2017-02-01", "2017-03-01"), 1],
  ["moved before to a later day", moved(10, "2017-02-01", "2017-02-07"), 0],
  ["moved since to an earlier day", moved(3, "2017-03-01", "2017-02-01"), 0],
  ["waived since", waived(3), 1],
  ["waived before", waived(10), 0],
  ["waived before, until a person ended it", { ...waived(10, ended), status: "accepted", waivedUntil: null }, 0],
  ["created since", { createdAt: ago(3), ...due("2017-02-01") }, 0],
  ["archived", { archivedAt: ago(3), ...due("2017-02-01") }, 0],
])("counts from history what was late a week ago: %s", async (_, more, count) => {
  const { before } = await week(lead);
  const row = {
    id: uuidv7(),
    title: "Then",
    type: "prevent",
    priority: "P1",
    createdAt: new Date("2017-01-02T09:00:00Z"),
  };
  await database.prisma.actionItem.create({ data: { ...row, ...more } as Prisma.ActionItemUncheckedCreateInput });
  expect((await week(lead)).before.late - before.late).toBe(count);
});

it("lists the proposals that wait, as far as the person can read the factors behind them", async () => {
  const { prisma } = database;
  const condition = { id: uuidv7(), name: "Keys by hand" };
  await prisma.canonicalFactor.create({ data: condition });
  for (const [at, restricted] of [false, false, true].entries()) {
    const incident = { id: uuidv7(), title: `Seen ${at}`, severity: 2, highestSeverity: 2, restricted };
    const startedAt = new Date(`2017-01-1${at}T09:00:00Z`);
    await prisma.incident.create({ data: { ...incident, startedAt, createdById: lead.id } });
    const review = { id: uuidv7(), documentId: uuidv7(), template: "quick", incidentId: incident.id, title: "Seen" };
    await prisma.review.create({ data: review });
    const factor = { id: uuidv7(), reviewId: review.id, incidentId: incident.id, number: 1, position: 1 };
    await prisma.factor.create({ data: { ...factor, statement: "By hand", canonicalFactorId: condition.id } });
  }
  expect((await week(lead)).proposals).toEqual([{ condition, incidents: 3, minutes: null }]);
  const colleague = await makeUser(prisma, "member");
  expect((await week(colleague)).proposals).toEqual([{ condition, incidents: 2, minutes: null }]);
  expect((await week(reader)).proposals).toEqual([]);
  expect((await wordsOfMonday(as(lead), TODAY)).body).toContain("1 proposal to accept or set aside");
  const answer = { canonicalFactorId: condition.id, reason: "Keys move in May", byId: lead.id, at: NOW() };
  await prisma.promotionAnswer.create({
    data: { ...answer, id: uuidv7(), seen: (await listPromotions(as(lead))).items[0]?.marks ?? [] },
  });
  expect((await week(lead)).proposals).toEqual([]);
});

it("emails TPMs once on Monday morning in their zone, with the figures of the page and nothing restricted", async () => {
  const { prisma } = database;
  const far = await makeUser(prisma, "tpm", "Aroha");
  await prisma.user.update({ where: { id: far.id }, data: { timeZone: "Pacific/Auckland" } });
  const at = (instant: string) => makeContext(prisma, { kind: "system", label: "job" }, () => new Date(instant));
  // Monday morning in Auckland, Sunday evening in UTC.
  expect(await writeMondays(at("2017-02-12T18:30:00Z"))).toBe(1);
  expect(await writeMondays(at("2017-02-13T06:59:00Z"))).toBe(0);
  expect(await writeMondays(at("2017-02-13T09:00:00Z"))).toBe(1);
  expect(await writeMondays(at("2017-02-13T10:00:00Z"))).toBe(0);
  expect(await writeMondays(at("2017-02-14T09:00:00Z"))).toBe(0);
  const told = await prisma.notification.findMany({ where: { kind: "programme.monday" }, orderBy: { id: "asc" } });
  expect(told.map(({ userId }) => userId)).toEqual([far.id, lead.id]);

  const incident = await prisma.incident.findFirstOrThrow({ where: { restricted: true } });
  const secret = await prisma.actionItem.create({
    data: {
      ...{ id: uuidv7(), title: "Change the keys", type: "prevent", priority: "P1", status: "accepted" },
      ...{ ownerId: lead.id, incidentId: incident.id, dueDate: fromLocalDate("2017-02-16") },
      createdAt: new Date("2017-01-02T00:00:00Z"),
    },
  });
  await prisma.incident.update({ where: { id: incident.id }, data: { createdById: lead.id } });
  const answer = await week(lead);
  const { subject, body } = await wordsOfMonday(as(lead), TODAY);
  const late = answer.teams.reduce((sum, team) => sum + team.late, 0);
  expect(answer.askedNext.map(({ title }) => title)).toContain("Change the keys");
  expect(subject).toContain(`${late} late`);
  for (const figure of [
    ...[`${late} late actions`, `${answer.totals.askedNext} reminders due this week`],
    ...[`${answer.totals.moved} date`, `${answer.totals.verified} actions verified`],
  ])
    expect(body).toContain(figure);
  expect(body).toContain("1 restricted item");
  expect(`${subject}${body}`).not.toMatch(new RegExp(`Change the keys|ACT-${secret.number}\\b`));
});
