import { itemOf } from "#lib/across/notification/item-of.ts";
import { HOUR_MS } from "#lib/base/time/spans.ts";
import { codesOf, messageKindOf } from "#lib/base/vocabulary/message-kind.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { rulesOfAll } from "./settings.ts";

/** A digest is due each day, so nothing is left out. Older messages were there before there were digests of them. */
const NEWS_HOURS = 36;

/** Returns the new messages of these people that are mailed with the digest instead of at once, and not muted. */
export async function newsFor(ctx: Ctx, userIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await ctx.db.notification.findMany({
    where: {
      ...{ userId: { in: [...userIds] }, digestId: null, readAt: null, doneAt: null },
      ...{ kind: { notIn: [...codesOf("digest").codes] } },
      createdAt: { gte: new Date(ctx.now().getTime() - NEWS_HOURS * HOUR_MS) },
      shownAt: { lte: ctx.now() },
    },
    select: { id: true, userId: true, kind: true, href: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const people = [...new Set(rows.map((row) => row.userId))];
  const muted = await ctx.db.mutedItem.findMany({ where: { userId: { in: people } } });
  const rulesOf = await rulesOfAll(ctx, people);
  const news = new Map<string, string[]>();
  for (const userId of people) {
    const mine = rows.filter((row) => row.userId === userId);
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
