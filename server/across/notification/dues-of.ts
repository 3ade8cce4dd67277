import type { LocalDate } from "#lib/base/time/local-date.ts";
import { UNPUBLISHED_STATUSES } from "#lib/base/vocabulary/review.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toLocalDate } from "#server/base/kernel/dates.ts";
import { numberOfKey } from "#server/base/kernel/keys.ts";
import { actionItemVisibleTo } from "#server/follow/action-item/index.ts";
import { reviewVisibleTo } from "#server/reviews/review/index.ts";

const numbersIn = (items: readonly string[], folder: string) => ({
  in: items.filter((item) => item.startsWith(folder)).map((item) => numberOfKey(item.slice(folder.length))),
});

/**
 * Returns the days on which items are due, by their paths: open actions, and reviews that aren't published. Those that
 * the actor can't read are missing.
 */
export async function duesOf(ctx: Ctx, items: readonly string[]): Promise<ReadonlyMap<string, LocalDate>> {
  const [actions, reviews] = await Promise.all([
    ctx.db.actionItem.findMany({
      where: {
        AND: [{ number: numbersIn(items, "/actions/") }, actionItemVisibleTo(ctx.actor)],
        ...{ isUnsettled: true, archivedAt: null, dueDate: { not: null } },
      },
      select: { number: true, dueDate: true },
    }),
    ctx.db.review.findMany({
      where: {
        AND: [{ number: numbersIn(items, "/reviews/") }, reviewVisibleTo(ctx.actor)],
        ...{ status: { in: [...UNPUBLISHED_STATUSES] }, archivedAt: null, dueAt: { not: null } },
      },
      select: { number: true, dueAt: true },
    }),
  ]);
  return new Map([
    ...actions.map(({ number, dueDate }) => [`/actions/ACT-${number}`, toLocalDate(dueDate) ?? ""] as const),
    ...reviews.map(({ number, dueAt }) => [`/reviews/REV-${number}`, toLocalDate(dueAt) ?? ""] as const),
  ]);
}
