import type { Prisma } from "#generated/prisma/client.ts";
import type { UserActor } from "#lib/base/access/actor.ts";
import type { WorkItem } from "#lib/contract/me.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { incidentKeyOf, reviewKeyOf } from "#server/base/kernel/keys.ts";
import { presentTask, reviewVisibleTo, TASK_REVIEW, TASK_SELECT } from "#server/reviews/review/index.ts";

const MOST = 100;

/** Tasks that are given to a person by name, or by the role that they have in the review. */
const isTaskOf = (me: UserActor): Prisma.ReviewTaskWhereInput[] => [
  { ownerId: me.id },
  { ownerId: null, role: "owner", review: { ownerId: me.id } },
  { ownerId: null, role: "facilitator", review: { facilitatorId: me.id } },
  ...(["author", "approver"] as const).map((role) => ({
    ...{ ownerId: null, role, review: { people: { some: { userId: me.id, role } } } },
  })),
];

/** Returns my open tasks in reviews that aren't closed. One without a date only if someone gave it to me. */
export async function myReviewTasks(ctx: Ctx, me: UserActor): Promise<WorkItem[]> {
  const rows = await ctx.db.reviewTask.findMany({
    where: {
      ...{ doneAt: null, removedAt: null },
      AND: [
        { OR: isTaskOf(me) },
        { review: { AND: [reviewVisibleTo(me), { archivedAt: null, status: { notIn: ["cancelled", "closed"] } }] } },
      ],
    },
    select: { ...TASK_SELECT, review: { select: TASK_REVIEW } },
    orderBy: [{ reviewId: "asc" }, { position: "asc" }, { id: "asc" }],
    take: MOST,
  });
  return rows.flatMap(({ review, ...row }) => {
    const task = presentTask(ctx, review, row);
    if (task.dueOn === null && (task.ownerId === null || task.after !== null)) return [];
    const key = reviewKeyOf(review.number);
    return {
      ...{ kind: "review_task" as const, key, title: task.title, href: `/reviews/${key}#tasks` },
      step: `In “${review.title}”. Tick it off there when it's done.`,
      ...{
        dueDate: task.dueOn,
        originalDueDate: null,
        status: "open",
        priority: null,
        owner: null,
        severity: review.incident.severity,
      },
      ...{ incidentKey: incidentKeyOf(review.incident.number), blockedReason: null, blockedUntil: null },
      ...{ band: null, sections: [] },
    };
  });
}
