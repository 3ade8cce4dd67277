import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import type { Review } from "#lib/contract/review.ts";
import { ReviewTask } from "#lib/contract/review-task.ts";
import { findingRecords } from "#server/follow/finding/index.ts";
import { getWork } from "#server/follow/my-work/index.ts";
import { createIncident } from "#server/incidents/incident/index.ts";
import { exportReview } from "#server/reviews/export/index.ts";
import {
  generateReview,
  getReview,
  reviewTemplate,
  takeUpTemplate,
  updateReview,
} from "#server/reviews/review/index.ts";
import { createTemplate, getTemplate, publishTemplate, updateTemplate } from "#server/reviews/template/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { createReviewTask, removeReviewTask, tellLateTasks, updateReviewTask } from "./index.ts";

const TODAY = "2026-03-02";
let database: TestDatabase;
let ada: UserActor;
let ben: UserActor;
let viewer: UserActor;
let tpm: UserActor;
let slug: string;
let count = 0;
let review: Review;
let now = new Date(`${TODAY}T12:00:00Z`);

const as = (actor: UserActor) => makeContext(database.prisma, actor, () => now);
const system = () => makeContext(database.prisma, { kind: "system", label: "job" }, () => now);
const tasksNow = async (actor = ada) => (await getReview(as(actor), { key: review.key })).tasks;
const messagesTo = async (actor: UserActor) =>
  (
    await database.prisma.notification.findMany({
      where: { userId: actor.id, href: `/reviews/${review.key}#tasks` },
      orderBy: { id: "asc" },
    })
  ).map(({ kind, subject, body }) => ({ kind, subject, body }));
const workOf = async (actor: UserActor) =>
  (await getWork(as(actor))).now.filter(({ kind, key }) => kind === "review_task" && key === review.key);

async function publishTasks(tasks: NonNullable<Awaited<ReturnType<typeof getTemplate>>["content"]>["tasks"]) {
  const { version, content, draft } = await getTemplate(as(tpm), { slug });
  const last = draft ?? content;
  if (!last) throw new Error("no content");
  const saved = await updateTemplate(as(tpm), { slug, version, draft: { ...last, tasks } });
  await publishTemplate(as(tpm), { slug, version: saved.version, note: "" });
}
const DRAFT = { title: "Write the draft", who: { role: "owner" as const }, days: 3, after: "generated" as const };
const NONE = { ownerId: null, dueOn: null };
const INVITE = { title: "Invite", who: { role: "facilitator" as const }, days: -2, after: "meeting" as const };

beforeAll(async () => {
  database = await testDatabase();
  [ada, ben, viewer, tpm] = [
    await makeUser(database.prisma, "member", "Ada"),
    await makeUser(database.prisma, "facilitator", "Ben"),
    await makeUser(database.prisma, "viewer", "Vera"),
    await makeUser(database.prisma, "tpm", "Tom"),
  ];
});
afterAll(() => database.close());

beforeEach(async () => {
  now = new Date(`${TODAY}T12:00:00Z`);
  count += 1;
  ({ slug } = await createTemplate(as(tpm), { name: `With tasks ${count}`, from: "quick" }));
  await publishTasks([DRAFT, INVITE]);
  const { key } = await createIncident(as(ada), {
    ...{ title: "Cards fail", severity: 3, kind: "incident", serviceIds: [], resolvedAt: null },
    ...{ timeZone: "UTC", impactText: "", restricted: false },
  });
  review = await generateReview(as(ada), { key, template: slug }, findingRecords);
});

describe("tasks of a review", () => {
  it("are ticked off, changed, removed and restored, each by the version that was read", async () => {
    const key = review.key;
    const [draft, invite] = review.tasks;
    if (!draft || !invite) throw new Error("no tasks");
    const done = await updateReviewTask(as(ben), { key, id: draft.id, version: 1, done: true });
    expect(ReviewTask.parse(done)).toMatchObject({ done: { at: now.toISOString(), by: { name: "Ben" } }, version: 2 });
    const stale = updateReviewTask(as(ada), { key, id: draft.id, version: 1, title: "x" });
    await expect(stale).rejects.toMatchObject({
      code: "conflict",
      details: { current: { done: { at: now.toISOString() } } },
    });
    await updateReviewTask(as(ada), { key, id: draft.id, version: 2, done: false });
    await removeReviewTask(as(ada), { key, id: invite.id, version: 1, removed: true });
    expect((await tasksNow()).map(({ title, done: at }) => [title, at])).toEqual([["Write the draft", null]]);
    await removeReviewTask(as(ada), { key, id: invite.id, version: 2, removed: false });
    expect((await tasksNow()).map(({ title }) => title)).toEqual(["Write the draft", "Invite"]);
    const trail = await database.prisma.auditEntry.findMany({
      where: { nounId: { in: [draft.id, invite.id] } },
      orderBy: { id: "asc" },
    });
    expect(trail.map(({ action }) => action)).toEqual([
      ...["review_task.done", "review_task.not_done", "review_task.removed", "review_task.restored"],
    ]);
  });

  it("follow the roles and days of the review, until a person gives them an owner and a day", async () => {
    const { key, version } = review;
    const [, invite] = review.tasks;
    if (!invite) throw new Error("no task");
    await updateReview(as(ada), { key, version, meetingOn: TODAY, facilitatorId: ben.id });
    expect((await tasksNow())[1]).toMatchObject({ people: [{ name: "Ben" }], dueOn: "2026-02-28", isOwnDay: false });
    expect(await messagesTo(ben)).toEqual([
      { kind: "review_task.assigned", subject: `Your task in ${key} Cards fail`, body: "Invite: due Sat 28 Feb" },
    ]);
    const own = { ownerId: tpm.id, dueOn: "2026-03-04" };
    await updateReviewTask(as(ada), { key, id: invite.id, version: 1, ...own });
    expect((await tasksNow())[1]).toMatchObject({ people: [{ name: "Tom" }], dueOn: "2026-03-04", isOwnDay: true });
    expect(await messagesTo(tpm)).toMatchObject([{ body: "Invite: due Wed 4 Mar" }]);
    await updateReviewTask(as(ada), { key, id: invite.id, version: 2, ownerId: null, dueOn: null });
    expect((await tasksNow())[1]).toMatchObject({ people: [{ name: "Ben" }], dueOn: "2026-02-28" });
    expect(await messagesTo(ben)).toHaveLength(2);
  });

  it("can be added, and given only to someone who can write in the review", async () => {
    const { key } = review;
    const added = await createReviewTask(as(ada), { ...NONE, key, title: "Call the bank", ownerId: ben.id });
    expect(added).toMatchObject({ fromTemplate: false, dueOn: null, people: [{ name: "Ben" }] });
    expect((await tasksNow()).at(-1)?.id).toBe(added.id);
    expect(await messagesTo(ben)).toMatchObject([{ body: "Call the bank" }]);
    for (const ownerId of [viewer.id, "0198c000-0000-7000-8000-000000000000"])
      await expect(createReviewTask(as(ada), { ...NONE, key, title: "x", ownerId })).rejects.toMatchObject({
        details: { fields: [{ field: "ownerId" }] },
      });
    const other = await createReviewTask(as(ada), { ...NONE, key, title: "Mine" });
    await expect(createReviewTask(as(viewer), { ...NONE, key, title: "x" })).rejects.toMatchObject({
      code: "forbidden",
    });
    const elsewhere = await generateReview(as(ada), { key: review.incident.key, template: "quick" }, findingRecords);
    const foreign = updateReviewTask(as(ada), { key: elsewhere.key, id: other.id, version: 1, done: true });
    await expect(foreign).rejects.toMatchObject({ code: "not_found" });
  });

  it("are in My work when they are due soon or were given by name, and a late one is told once", async () => {
    const { key } = review;
    const [draft] = review.tasks;
    if (!draft) throw new Error("no task");
    await createReviewTask(as(ada), { ...NONE, key, title: "Call the bank", ownerId: ben.id });
    await createReviewTask(as(ada), { ...NONE, key, title: "In April", ownerId: ben.id, dueOn: "2026-04-01" });
    expect((await workOf(ada)).map(({ title, dueDate }) => [title, dueDate])).toEqual([
      ["Write the draft", "2026-03-05"],
    ]);
    expect((await workOf(ben)).map(({ title }) => title)).toEqual(["Call the bank"]);
    await tellLateTasks(system());
    expect(await messagesTo(ada)).toEqual([]);
    now = new Date("2026-03-06T08:00:00Z");
    expect((await tasksNow())[0]).toMatchObject({ late: true });
    expect(await tellLateTasks(system())).toBeGreaterThan(0);
    expect(await tellLateTasks(system())).toBe(0);
    expect(await messagesTo(ada)).toEqual([
      {
        kind: "review_task.late",
        subject: "Late: Write the draft",
        body: `A task of ${key} Cards fail, due Thu 5 Mar.`,
      },
    ]);
    await updateReviewTask(as(ada), { key, id: draft.id, version: draft.version, done: true });
    expect(await workOf(ada)).toEqual([]);
    expect((await tasksNow())[0]).toMatchObject({ late: false });
  });

  it("aren't shown with a published review to those who can't write in it", async () => {
    await database.prisma.review.update({
      where: { id: review.id },
      data: { status: "published", publishedNumber: 1, publishedAt: now },
    });
    expect(await tasksNow(viewer)).toEqual([]);
    expect(await tasksNow(ada)).toHaveLength(2);
  });

  it("are in the exported JSON of the text as it is now", async () => {
    const file = await exportReview(as(ada), { key: review.key, format: "json", people: "roles" });
    expect(JSON.parse(await file.text()).tasks).toEqual([
      { title: "Write the draft", people: ["Review owner"], dueOn: "2026-03-05", doneAt: null },
      { title: "Invite", people: [], dueOn: null, doneAt: null },
    ]);
  });
});

it("takes up the tasks of a newer template without losing what was done or given to others", async () => {
  const { key } = review;
  const [draft, invite] = review.tasks;
  if (!draft || !invite) throw new Error("no tasks");
  await updateReviewTask(as(ada), { key, id: draft.id, version: 1, done: true });
  await updateReviewTask(as(ada), { key, id: invite.id, version: 1, ownerId: ben.id });
  const share = { title: "Share", who: { userId: tpm.id }, days: 0, after: "published" as const };
  await publishTasks([{ ...INVITE, days: -5 }, share]);
  const { newest, tasks } = await reviewTemplate(as(tpm), { key });
  expect(tasks).toEqual([
    { title: "Share", change: "added" },
    { title: "Invite", change: "changed" },
  ]);
  const { version } = await getReview(as(tpm), { key });
  const after = await takeUpTemplate(as(tpm), { key, version, number: newest, take: [], keep: [], tasks: "take" });
  expect(after.tasks).toEqual([]);
  expect(
    (await tasksNow()).map(({ title, days, people, done }) => [title, days, people[0]?.name, done !== null]),
  ).toEqual([
    ["Write the draft", 3, "Ada", true],
    ["Invite", -5, "Ben", false],
    ["Share", 0, "Tom", false],
  ]);
});
