import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { settledOf } from "./settled.ts";

const ASKED = new Date("2026-11-03T12:00:00Z");
const LATER = new Date("2026-11-03T12:00:01Z");

let database: TestDatabase;
let me: UserActor;
let other: UserActor;
let incidentId: string;

beforeAll(async () => {
  database = await testDatabase();
  me = await makeUser(database.prisma, "member", "Me");
  other = await makeUser(database.prisma, "member", "Other");
  incidentId = uuidv7();
  const data = { id: incidentId, title: "Disk full", severity: 2, highestSeverity: 2, startedAt: ASKED };
  await database.prisma.incident.create({ data });
});
afterAll(() => database.close());

const isSettled = async (kind: string, href: string): Promise<boolean> =>
  (await settledOf(makeContext(database.prisma, me), me, [{ id: "message", kind, href, createdAt: ASKED }])).size === 1;

const owned = () => ({ ownerId: me.id, incidentId });
async function action(data: object): Promise<{ id: string; href: string }> {
  const id = uuidv7();
  const row = { id, title: "Rotate", type: "repair" as const, priority: "P1" as const };
  const { number } = await database.prisma.actionItem.create({ data: { ...row, ...owned(), ...data } });
  return { id, href: `/actions/ACT-${number}` };
}

it.each([
  ["assigned", "of a proposed action of mine", {}, false],
  ["assigned", "of one that I accepted", { status: "accepted" }, true],
  ["assigned", "of one that is someone else's now", { ownerId: null }, true],
  ["to_verify", "of an implemented action", { status: "implemented" }, false],
  ["to_verify", "of one that was sent back", { status: "in_progress" }, true],
  ["to_verify", "before someone else was asked", { status: "implemented", askedVerifierAt: LATER }, true],
  ["to_verify", "with which I was asked", { status: "implemented", askedVerifierAt: ASKED }, false],
  ["asked", "about an open action", { status: "in_progress" }, false],
  ["asked", "about an archived one", { archivedAt: ASKED }, true],
  ["ask_withdrawn", "about an open action", {}, true],
  ["news", "of an archived action, which asks nothing", { archivedAt: ASKED }, false],
])("action_item.%s %s", async (kind, _, data, settled) => {
  expect(await isSettled(`action_item.${kind}`, (await action(data)).href)).toBe(settled);
});

it("counts a waiver that no one requests now", async () => {
  const { id, href } = await action({ status: "accepted" });
  expect(await isSettled("action_item.waiver_requested", href)).toBe(true);
  const waiver = { id: uuidv7(), actionItemId: id, reason: "Later", mitigation: "Alert", until: ASKED, askedAt: ASKED };
  await database.prisma.waiver.create({ data: { ...waiver, askedById: other.id } });
  expect(await isSettled("action_item.waiver_requested", href)).toBe(false);
});

it.each([
  ["assigned", { owner: true }, false],
  ["assigned", { owner: false }, true],
  ["effect_due", { status: "delivered" }, false],
  ["effect_due", { status: "effect_checked" }, true],
  ["needs_help", { status: "in_progress" }, false],
  ["needs_help", { status: "declined" }, true],
])("strategic_change.%s of %j", async (kind, { owner, ...data }: { owner?: boolean; status?: string }, settled) => {
  const row = { id: uuidv7(), title: "Two regions", ...(owner ? { ownerId: me.id } : {}), ...(data as object) };
  const { number } = await database.prisma.strategicChange.create({ data: row });
  expect(await isSettled(`strategic_change.${kind}`, `/strategy/SC-${number}`)).toBe(settled);
});

async function review(status: "reviewed" | "cancelled"): Promise<{ id: string; href: string }> {
  const id = uuidv7();
  const { number } = await database.prisma.review.create({
    data: { id, title: "Disk full", incidentId, documentId: uuidv7(), template: "standard", status },
  });
  return { id, href: `/reviews/REV-${number}` };
}

it("counts an approval that I gave since, not one that I gave before", async () => {
  const { id, href } = await review("reviewed");
  const decide = (at: Date) =>
    database.prisma.reviewApproval.upsert({
      where: { reviewId_userId: { reviewId: id, userId: me.id } },
      create: { reviewId: id, userId: me.id, decision: "approved", number: 1, seq: 1n, wordsHash: "", at },
      update: { at },
    });
  await decide(new Date("2026-11-02T12:00:00Z"));
  expect(await isSettled("review.to_approve", href)).toBe(false);
  await decide(new Date("2026-11-03T12:05:00Z"));
  expect(await isSettled("review.to_approve", href)).toBe(true);
  expect(await isSettled("review.changes_asked", href)).toBe(false);
  expect(await isSettled("review.changes_asked", (await review("cancelled")).href)).toBe(true);
});

it("counts a task that is done, and a comment that I no longer have", async () => {
  const { id, href } = await review("reviewed");
  const task = { id: uuidv7(), reviewId: id, title: "Ask support", position: 1, ownerId: me.id };
  await database.prisma.reviewTask.create({ data: task });
  expect(await isSettled("review_task.assigned", `${href}#tasks`)).toBe(false);
  await database.prisma.reviewTask.update({ where: { id: task.id }, data: { doneAt: ASKED } });
  expect(await isSettled("review_task.assigned", `${href}#tasks`)).toBe(true);

  const thread = { id: uuidv7(), reviewId: id, quote: "", assigneeId: me.id };
  await database.prisma.commentThread.create({ data: thread });
  expect(await isSettled("comment.assigned", `${href}?thread=${thread.id}`)).toBe(false);
  await database.prisma.commentThread.update({ where: { id: thread.id }, data: { assigneeId: other.id } });
  expect(await isSettled("comment.assigned", `${href}?thread=${thread.id}`)).toBe(true);
});
