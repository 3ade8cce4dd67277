import { wordsOfDate } from "#lib/base/time/local-date.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { fromLocalDateOrNull, toLocalDate } from "#server/base/kernel/dates.ts";
import { reviewKeyOf } from "#server/base/kernel/keys.ts";
import { notifyAll } from "#server/base/kernel/notify.ts";
import { recordAll, unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { presentTask, readersAmong, TASK_REVIEW, TASK_SELECT } from "#server/reviews/review/index.ts";

const LATE = { ...TASK_SELECT, review: { select: TASK_REVIEW } } as const;

/** Sends the people of each late task a message, once for each due date. Returns about how many tasks. */
export async function tellLateTasks(ctx: Ctx): Promise<number> {
  return transact(ctx, async (tx) => {
    authorizeGlobally(tx, "people.manage");
    // Two processes never send about one task twice: the second waits here.
    await tx.db.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('tell-late-tasks'))::text`;
    const late = (await openTasks(tx)).filter(({ task, told }) => task.late && task.dueOn !== told);
    if (late.length === 0) return unrecorded("no task became late", () => 0);
    for (const { review, task } of late) {
      await tx.db.reviewTask.update({ where: { id: task.id }, data: { lateTold: fromLocalDateOrNull(task.dueOn) } });
      const key = reviewKeyOf(review.number);
      const due = wordsOfDate(task.dueOn ?? "", todayIn(review.incident.timeZone, tx.now()));
      const people = await readersAmong(
        tx,
        review,
        task.people.map(({ id }) => id),
      );
      await notifyAll(
        tx,
        people.map((userId) => ({
          ...{ userId, kind: "review_task.late", incidentId: review.incident.id, href: `/reviews/${key}#tasks` },
          ...{ subject: `Late: ${task.title}`, body: `A task of ${key} ${review.title}, due ${due}.` },
        })),
      );
    }
    return recordAll(
      tx,
      late.map(({ review, task }) => ({
        ...{ action: "review_task.late_told" as const, id: task.id },
        ...{ incidentId: review.incident.id, reviewId: review.id },
      })),
      () => late.length,
    );
  });
}

async function openTasks(tx: TxCtx) {
  const rows = await tx.db.reviewTask.findMany({
    where: {
      ...{ doneAt: null, removedAt: null },
      review: { archivedAt: null, status: { notIn: ["closed", "cancelled"] } },
    },
    select: LATE,
    orderBy: { id: "asc" },
  });
  return rows.map(({ review, ...row }) => ({
    review,
    task: presentTask(tx, review, row),
    told: toLocalDate(row.lateTold),
  }));
}
