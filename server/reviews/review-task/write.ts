import { actorId } from "#lib/base/access/actor.ts";
import { invalid, notFound } from "#lib/base/errors.ts";
import type { ReviewTask, reviewTaskContract } from "#lib/contract/review-task.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { fromLocalDateOrNull, toLocalDate } from "#server/base/kernel/dates.ts";
import { given } from "#server/base/kernel/given.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { fieldsOf, record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import {
  canHaveTask,
  loadReview,
  nextPosition,
  presentTask,
  reviewFacts,
  TASK_SELECT,
  type TaskRecord,
  type TaskReview,
  tasksOf,
  tellTasks,
} from "#server/reviews/review/index.ts";

/** Adds a task after the others of its review, and notifies whose it is. */
export async function createReviewTask(
  ctx: Ctx,
  { key, title, ownerId = null, dueOn = null }: InputOf<typeof reviewTaskContract.create>,
): Promise<ReviewTask> {
  return transact(ctx, async (tx) => {
    const review = await writableReview(tx, key);
    await checkOwner(tx, review, ownerId, null);
    await tx.db.$queryRaw`SELECT id FROM review WHERE id = ${review.id}::uuid FOR NO KEY UPDATE`;
    const before = await tasksOf(tx, review);
    const id = tx.newId();
    const position = await nextPosition(tx, review.id);
    if (position >= MOST) throw invalid("title", `A review can have ${MOST} tasks. Change one of them instead.`);
    await tx.db.reviewTask.create({
      data: {
        ...{ id, reviewId: review.id, title, position, ownerId, dueOn: fromLocalDateOrNull(dueOn) },
        createdAt: tx.now(),
      },
    });
    await tellTasks(tx, review, before);
    return record(tx, {
      ...{ action: "review_task.added", id, incidentId: review.incident.id, reviewId: review.id },
      after: { title, ownerId, dueOn },
      answer: () => readTask(tx, review, id),
    });
  });
}

/** Ticks off a task, or changes its title, owner or due date. A new owner is notified. */
export async function updateReviewTask(
  ctx: Ctx,
  { key, id, version, ...asked }: InputOf<typeof reviewTaskContract.update>,
): Promise<ReviewTask> {
  return transact(ctx, async (tx) => {
    const review = await writableReview(tx, key);
    const before = await loadTask(tx, review, id);
    const { title, ownerId, dueOn, done } = asked;
    await checkOwner(tx, review, ownerId ?? null, before.ownerId);
    const tasks = await tasksOf(tx, review);
    const read = () => readTask(tx, review, id);
    const changed = await tx.db.reviewTask.updateMany({
      where: { id, version, removedAt: null },
      data: {
        ...given({ title, ownerId }),
        ...(dueOn === undefined ? {} : { dueOn: fromLocalDateOrNull(dueOn), lateTold: null }),
        ...(done === undefined || done === (before.doneAt !== null) ? {} : doneFields(tx, done)),
        version: { increment: 1 },
      },
    });
    await guardVersion(changed, read);
    await tellTasks(tx, review, tasks);
    const isOnlyDone = Object.keys(given({ title, ownerId, dueOn })).length === 0 && done !== undefined;
    return record(tx, {
      action: isOnlyDone ? (done ? "review_task.done" : "review_task.not_done") : "review_task.updated",
      ...{ id, incidentId: review.incident.id, reviewId: review.id },
      before: fieldsOf(inWords(before), asked),
      after: asked,
      answer: read,
    });
  });
}

/** Removes a task from its review, or restores it. */
export async function removeReviewTask(
  ctx: Ctx,
  { key, id, version, removed = true }: InputOf<typeof reviewTaskContract.remove>,
): Promise<ReviewTask> {
  return transact(ctx, async (tx) => {
    const review = await writableReview(tx, key);
    const { title } = await loadTask(tx, review, id);
    const read = () => readTask(tx, review, id);
    const changed = await tx.db.reviewTask.updateMany({
      where: { id, version },
      data: { removedAt: removed ? tx.now() : null, version: { increment: 1 } },
    });
    await guardVersion(changed, read);
    return record(tx, {
      action: removed ? "review_task.removed" : "review_task.restored",
      ...{ id, incidentId: review.incident.id, reviewId: review.id },
      ...(removed ? { before: { title } } : { after: { title } }),
      answer: read,
    });
  });
}

const MOST = 200;

async function writableReview(tx: TxCtx, key: string) {
  const review = await loadReview(tx, key);
  authorize(tx, "review", "write", reviewFacts(review));
  return review;
}

/** Returns a task of this review, or throws `not_found`. */
async function loadTask(tx: TxCtx, review: TaskReview, id: string): Promise<TaskRecord> {
  const task = await tx.db.reviewTask.findFirst({ where: { id, reviewId: review.id }, select: TASK_SELECT });
  if (!task) throw notFound();
  return task;
}

const readTask = async (tx: TxCtx, review: TaskReview, id: string): Promise<ReviewTask> =>
  presentTask(tx, review, await loadTask(tx, review, id));

const doneFields = (tx: TxCtx, isDone: boolean) =>
  isDone ? { doneAt: tx.now(), doneById: actorId(tx.actor) } : { doneAt: null, doneById: null };

const inWords = ({ title, ownerId, dueOn, doneAt }: TaskRecord) => ({
  ...{ title, ownerId, dueOn: toLocalDate(dueOn), done: doneAt !== null },
});

/** The same sentence for someone unknown and someone without access, so it doesn't reveal who exists. */
async function checkOwner(tx: TxCtx, review: TaskReview, ownerId: string | null, before: string | null): Promise<void> {
  if (ownerId === null || ownerId === before || (await canHaveTask(tx, review, ownerId))) return;
  throw invalid("ownerId", "Choose someone who can write in this review");
}
