import type { UserActor } from "#lib/base/access/actor.ts";
import { onOneLine } from "#lib/base/text/one-line.ts";
import type { WorkItem } from "#lib/contract/me.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { incidentKeyOf, reviewKeyOf } from "#server/base/kernel/keys.ts";
import { readsThread, THREAD_REVIEW } from "#server/reviews/comment/index.ts";
import { reviewVisibleTo } from "#server/reviews/review/index.ts";

const MOST = 50;
const MOST_LETTERS = 120;

const shortened = (text: string) => (text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS - 1)}…` : text);

/** Returns open threads that are assigned to me, oldest first, without those that I can no longer read. */
export async function commentsToAnswer(ctx: Ctx, me: UserActor): Promise<WorkItem[]> {
  const rows = await ctx.db.commentThread.findMany({
    where: {
      ...{ assigneeId: me.id, resolvedAt: null, doneAt: null },
      review: { AND: [reviewVisibleTo(me), { archivedAt: null, status: { not: "cancelled" } }] },
    },
    select: {
      id: true,
      quote: true,
      onVersion: true,
      comments: { where: { deletedAt: null }, select: { body: true }, orderBy: { createdAt: "asc" }, take: 1 },
      review: {
        select: {
          ...THREAD_REVIEW,
          incident: { select: { ...THREAD_REVIEW.incident.select, number: true, severity: true } },
        },
      },
    },
    orderBy: { createdAt: "asc" },
    take: MOST,
  });
  return rows
    .filter((row) => readsThread(me, row.review, row))
    .map(({ id, quote, comments, review }) => {
      const key = reviewKeyOf(review.number);
      return {
        kind: "comment_to_answer",
        key,
        title: shortened(onOneLine(comments[0]?.body ?? quote)),
        href: `/reviews/${key}?thread=${id}`,
        step: `In “${review.title}”. Reply and resolve it, or tick it off`,
        dueDate: null,
        status: "open",
        priority: null,
        severity: review.incident.severity,
        incidentKey: incidentKeyOf(review.incident.number),
        owner: null,
        blockedReason: null,
        blockedUntil: null,
        band: null,
        sections: [],
      };
    });
}
