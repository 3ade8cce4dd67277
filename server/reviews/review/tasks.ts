import type { Prisma } from "#generated/prisma/client.ts";
import { can, readsDraft } from "#lib/base/access/can.ts";
import { wordsOfDate } from "#lib/base/time/local-date.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import type { TaskAnchor, TaskRole } from "#lib/base/vocabulary/template.ts";
import type { ReviewTask } from "#lib/contract/review-task.ts";
import { dueDayOf, dueWords, isTaskLate, type TaskDates } from "#lib/reviews/template/due-tasks.ts";
import { type TaskChanges, taskChanges } from "#lib/reviews/template/task-changes.ts";
import type { TemplateTask } from "#lib/reviews/template/template.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { toLocalDate } from "#server/base/kernel/dates.ts";
import { reviewKeyOf } from "#server/base/kernel/keys.ts";
import { notifyAll } from "#server/base/kernel/notify.ts";
import { ACTOR_SELECT, userActor } from "#server/people/auth/user-actor.ts";
import { REVIEW_FACTS, reviewFacts } from "./facts.ts";
import { readersAmong } from "./tell.ts";

const PERSON = { select: { id: true, name: true } } as const;

/** The part of a review from which the people and days of its tasks are read. */
export const TASK_REVIEW = {
  ...REVIEW_FACTS,
  id: true,
  number: true,
  title: true,
  createdAt: true,
  publishedAt: true,
  meetingOn: true,
  owner: PERSON,
  facilitator: PERSON,
  people: { select: { userId: true, role: true, user: PERSON }, orderBy: { user: { name: "asc" } } },
  incident: {
    select: {
      ...REVIEW_FACTS.incident.select,
      id: true,
      number: true,
      severity: true,
      timeZone: true,
      resolvedAt: true,
      milestones: {
        where: { name: "detected", event: { removedAt: null } },
        select: { name: true, event: { select: { at: true } } },
      },
    },
  },
} satisfies Prisma.ReviewSelect;
export type TaskReview = Prisma.ReviewGetPayload<{ select: typeof TASK_REVIEW }>;

export const TASK_SELECT = {
  ...{ id: true, title: true, fromTemplate: true, role: true, ownerId: true, owner: PERSON, days: true, after: true },
  ...{ dueOn: true, doneAt: true, doneBy: PERSON, removedAt: true, lateTold: true, version: true },
} satisfies Prisma.ReviewTaskSelect;
export type TaskRecord = Prisma.ReviewTaskGetPayload<{ select: typeof TASK_SELECT }>;

/** Returns the tasks of a review in their order, for those who can read its draft. Others get none. */
export async function tasksOf(ctx: Ctx, row: TaskReview): Promise<ReviewTask[]> {
  if (!readsDraft(ctx.actor, reviewFacts(row))) return [];
  const tasks = await ctx.db.reviewTask.findMany({
    where: { reviewId: row.id, removedAt: null },
    select: TASK_SELECT,
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  return tasks.map((task) => presentTask(ctx, row, task));
}

/** Returns a task with the people and the day that its review gives it. */
export function presentTask(ctx: Ctx, row: TaskReview, task: TaskRecord): ReviewTask {
  const [role, after] = [task.role as TaskRole | null, task.after as TaskAnchor | null];
  const ownDay = toLocalDate(task.dueOn);
  const counted = after === null || task.days === null ? null : dueDayOf({ days: task.days, after }, datesOf(row));
  const dueOn = ownDay ?? counted;
  const isOver = row.archivedAt !== null || row.status === "closed" || row.status === "cancelled";
  const isDone = task.doneAt !== null;
  return {
    ...{ id: task.id, title: task.title, fromTemplate: task.fromTemplate, version: task.version },
    ...{ role, after, days: task.days, ownerId: task.ownerId, dueOn, isOwnDay: ownDay !== null },
    people: task.owner ? [task.owner] : role ? peopleOf(row, role) : [],
    done: task.doneAt ? { at: task.doneAt.toISOString(), by: task.doneBy } : null,
    late: !isOver && isTaskLate({ dueOn, isDone }, todayIn(row.incident.timeZone, ctx.now())),
  };
}

function peopleOf({ owner, facilitator, people }: TaskReview, role: TaskRole) {
  if (role === "owner") return owner ? [owner] : [];
  if (role === "facilitator") return facilitator ? [facilitator] : [];
  return people.filter((person) => person.role === role).map(({ user }) => user);
}

/** In the time zone of the incident, as the deadline of the review. */
function datesOf({ incident, createdAt, publishedAt, meetingOn }: TaskReview): TaskDates {
  const dayOf = (at: Date | null | undefined) => (at ? todayIn(incident.timeZone, at) : null);
  const detected = incident.milestones.find(({ name }) => name === "detected")?.event?.at;
  return {
    detected: dayOf(detected),
    resolved: dayOf(incident.resolvedAt),
    generated: dayOf(createdAt),
    meeting: toLocalDate(meetingOn),
    published: dayOf(publishedAt),
  };
}

/** Returns the columns of a task that follow its template. */
export const taskFields = ({ title, who, days, after }: TemplateTask) => ({
  ...{ title, days, after, fromTemplate: true },
  ...("role" in who ? { role: who.role } : { role: null, ownerId: who.userId }),
});

/** Gives a review tasks of its template, after those that it has. A person who no longer exists has none. */
export async function insertTasks(tx: TxCtx, reviewId: string, tasks: readonly TemplateTask[]): Promise<void> {
  const ids = tasks.flatMap(({ who }) => ("userId" in who ? who.userId : []));
  const known = new Set(
    (ids.length === 0 ? [] : await tx.db.user.findMany({ where: { id: { in: ids } }, select: { id: true } })).map(
      ({ id }) => id,
    ),
  );
  const from = await nextPosition(tx, reviewId);
  await tx.db.reviewTask.createMany({
    data: tasks.map((task, index) => {
      const { ownerId = null, ...fields } = { ownerId: null, ...taskFields(task) };
      const owner = ownerId !== null && known.has(ownerId) ? ownerId : null;
      return { id: tx.newId(), reviewId, position: from + index, ...fields, ownerId: owner, createdAt: tx.now() };
    }),
  });
}

/** Returns how the tasks of a template differ from those that a review took from it. */
export async function taskDifferences(
  ctx: Ctx,
  reviewId: string,
  tasks: readonly TemplateTask[],
): Promise<TaskChanges> {
  const taken = await ctx.db.reviewTask.findMany({
    where: { reviewId, fromTemplate: true },
    select: TASK_SELECT,
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  return taskChanges(
    taken.map(({ doneAt, removedAt, ...task }) => ({
      ...task,
      isDone: doneAt !== null,
      isRemoved: removedAt !== null,
    })),
    tasks,
  );
}

/** Applies the tasks of a newer version of the template. The days and people that others set stay. */
export async function takeUpTasks(tx: TxCtx, reviewId: string, tasks: readonly TemplateTask[]): Promise<void> {
  const { added, changed, gone } = await taskDifferences(tx, reviewId, tasks);
  for (const { id, task } of changed)
    await tx.db.reviewTask.update({ where: { id }, data: { ...taskFields(task), version: { increment: 1 } } });
  await tx.db.reviewTask.updateMany({
    where: { id: { in: gone.map(({ id }) => id) } },
    data: { removedAt: tx.now(), version: { increment: 1 } },
  });
  await insertTasks(tx, reviewId, added);
}

/** Returns the position after the last task of a review. */
export async function nextPosition(tx: TxCtx, reviewId: string): Promise<number> {
  const { _max } = await tx.db.reviewTask.aggregate({ where: { reviewId }, _max: { position: true } });
  return (_max.position ?? -1) + 1;
}

/**
 * Notifies those who got tasks of a review with a change, except who made it: one message for each person. `before` are
 * its tasks before the change.
 */
export async function tellTasks(
  tx: TxCtx,
  row: TaskReview,
  before: readonly Pick<ReviewTask, "id" | "people">[],
): Promise<void> {
  const had = new Map(before.map(({ id, people }) => [id, new Set(people.map((person) => person.id))]));
  const given = (await tasksOf(tx, row))
    .filter(({ done }) => done === null)
    .flatMap((task) => task.people.filter(({ id }) => !had.get(task.id)?.has(id)).map(({ id }) => ({ id, task })));
  if (given.length === 0) return;
  const readers = new Set(await readersAmong(tx, row, [...new Set(given.map(({ id }) => id))]));
  const key = reviewKeyOf(row.number);
  const byPerson = Map.groupBy(
    given.filter(({ id }) => readers.has(id)),
    ({ id }) => id,
  );
  await notifyAll(
    tx,
    [...byPerson].map(([userId, theirs]) => ({
      ...{ userId, kind: "review_task.assigned", incidentId: row.incident.id, href: `/reviews/${key}#tasks` },
      subject: `Your ${theirs.length === 1 ? "task" : "tasks"} in ${key} ${row.title}`,
      body: theirs.map(({ task }) => taskLine(tx, row, task)).join("\n"),
    })),
  );
}

function taskLine(ctx: Ctx, { incident }: TaskReview, { title, dueOn, days, after }: ReviewTask): string {
  if (dueOn !== null) return `${title}: due ${wordsOfDate(dueOn, todayIn(incident.timeZone, ctx.now()))}`;
  return days === null || after === null ? title : `${title}: ${dueWords({ days, after })}`;
}

/** Returns whether someone can be given a task: they can write in the review. */
export async function canHaveTask(ctx: Ctx, row: TaskReview, userId: string): Promise<boolean> {
  const user = await ctx.db.user.findUnique({ where: { id: userId }, select: ACTOR_SELECT });
  const actor = user ? userActor(user, null) : null;
  return actor !== null && can(actor, "review", "write", reviewFacts(row));
}
