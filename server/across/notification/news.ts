import { longestGap } from "#lib/across/notification/digest.ts";
import { itemOf } from "#lib/across/notification/item-of.ts";
import { DAY_MS, HOUR_MS } from "#lib/base/time/spans.ts";
import { codesOf, messageKindOf } from "#lib/base/vocabulary/message-kind.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { rulesOfAll } from "./settings.ts";

/** Longer than from one digest to the next. Older messages were there before there were digests of them. */
const sinceOf = (days: readonly number[], now: Date) =>
  new Date(now.getTime() - longestGap(days) * DAY_MS - 12 * HOUR_MS);

/**
 * Returns the new messages of these people that are mailed with the digest instead of at once, and not muted. Each has
 * digests on weekdays of their own.
 */
export async function newsFor(
  ctx: Ctx,
  daysOf: ReadonlyMap<string, readonly number[]>,
): Promise<Map<string, string[]>> {
  const sinceBy = new Map([...daysOf].map(([id, days]) => [id, sinceOf(days, ctx.now())]));
  const earliest = [...sinceBy.values()].sort((one, other) => one.getTime() - other.getTime())[0];
  if (!earliest) return new Map();
  const rows = await ctx.db.notification.findMany({
    where: {
      ...{ userId: { in: [...daysOf.keys()] }, digestId: null, readAt: null, doneAt: null },
      ...{ kind: { notIn: [...codesOf("digest").codes] } },
      createdAt: { gte: earliest },
      shownAt: { lte: ctx.now() },
    },
    select: { id: true, userId: true, kind: true, href: true, createdAt: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const people = [...new Set(rows.map((row) => row.userId))];
  const muted = await ctx.db.mutedItem.findMany({ where: { userId: { in: people } } });
  const rulesOf = await rulesOfAll(ctx, people);
  const news = new Map<string, string[]>();
  for (const userId of people) {
    const since = sinceBy.get(userId) ?? earliest;
    const mine = rows.filter((row) => row.userId === userId && row.createdAt >= since);
    const rules = rulesOf(userId);
    const items = new Set(muted.filter((row) => row.userId === userId).map(({ item }) => item));
    const wanted = mine.filter(({ kind, href }) => {
      const { mail, digest } = rules[messageKindOf(kind)];
      return digest && !mail && !items.has(itemOf(href) ?? "");
    });
    if (wanted.length > 0)
      news.set(
        userId,
        wanted.map(({ id }) => id),
      );
  }
  return news;
}
