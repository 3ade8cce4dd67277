import type { UserActor } from "#lib/base/access/actor.ts";
import { onOneLine } from "#lib/base/text/one-line.ts";
import type { WorkItem } from "#lib/contract/me.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { actionKeyOf, changeKeyOf, incidentKeyOf, reviewKeyOf } from "#server/base/kernel/keys.ts";
import { readsThread, THREAD_REVIEW } from "#server/reviews/comment/index.ts";
import { reviewVisibleTo } from "#server/reviews/review/index.ts";
import { actionItemVisibleTo } from "../action-item/index.ts";
import { strategicChangeVisibleTo } from "../strategic-change/index.ts";

const MOST = 50;
const MOST_LETTERS = 120;

const shortened = (text: string) => (text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS - 1)}…` : text);

/** Returns open threads that are assigned to me, oldest first, without those that I can no longer read. */
export const commentsToAnswer = async (ctx: Ctx, me: UserActor): Promise<WorkItem[]> => [
  ...(await onReviews(ctx, me)),
  ...(await onActionsAndChanges(ctx, me)),
];

const FIRST = { where: { deletedAt: null }, select: { body: true }, orderBy: { createdAt: "asc" }, take: 1 } as const;

async function onActionsAndChanges(ctx: Ctx, me: UserActor): Promise<WorkItem[]> {
  const subject = { select: { number: true, title: true } } as const;
  const rows = await ctx.db.commentThread.findMany({
    where: {
      ...{ assigneeId: me.id, resolvedAt: null, doneAt: null },
      OR: [
        { actionItem: { AND: [actionItemVisibleTo(me), { archivedAt: null }] } },
        { change: { AND: [strategicChangeVisibleTo(me), { archivedAt: null }] } },
      ],
    },
    select: { id: true, actionItem: subject, change: subject, comments: FIRST },
    orderBy: { createdAt: "asc" },
    take: MOST,
  });
  return rows.map(({ id, actionItem, change, comments }) => {
    const [key, path] = actionItem
      ? [actionKeyOf(actionItem.number), "/actions"]
      : [changeKeyOf(change?.number ?? 0), "/strategy"];
    const title = actionItem?.title ?? change?.title ?? "";
    const about = { key, href: `${path}/${key}?thread=${id}`, severity: null, incidentKey: null };
    return { ...about, ...toAnswer(comments[0]?.body ?? "", title) };
  });
}

const toAnswer = (text: string, title: string) => ({
  ...{ kind: "comment_to_answer" as const, title: shortened(onOneLine(text)) },
  step: `In “${title}”. Reply and resolve it, or tick it off.`,
  ...{ dueDate: null, originalDueDate: null, status: "open", priority: null, owner: null },
  ...{ blockedReason: null, blockedUntil: null, band: null, sections: [] },
});

async function onReviews(ctx: Ctx, me: UserActor): Promise<WorkItem[]> {
  const rows = await ctx.db.commentThread.findMany({
    where: {
      ...{ assigneeId: me.id, resolvedAt: null, doneAt: null },
      review: { AND: [reviewVisibleTo(me), { archivedAt: null, status: { not: "cancelled" } }] },
    },
    select: {
      id: true,
      quote: true,
      onVersion: true,
      comments: FIRST,
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
  return rows.flatMap((row) => {
    const { id, quote, comments, review } = row;
    if (!review || !readsThread(me, review, row)) return [];
    const key = reviewKeyOf(review.number);
    const { severity, number } = review.incident;
    const about = { key, href: `/reviews/${key}?thread=${id}`, severity, incidentKey: incidentKeyOf(number) };
    return [{ ...about, ...toAnswer(comments[0]?.body ?? quote, review.title) }];
  });
}
