import type { Ctx } from "#server/base/kernel/context.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";

/**
 * Returns the facts that rules need about every event of an incident that wasn't removed. Times are ISO 8601 in UTC.
 */
export async function storyFacts(ctx: Ctx, incidentId: string) {
  const rows = await ctx.db.timelineEvent.findMany({
    where: { incidentId, removedAt: null },
    select: {
      id: true,
      number: true,
      at: true,
      precision: true,
      kind: true,
      title: true,
      body: true,
      url: true,
      services: true,
      hidden: true,
      orderHint: true,
      sourceType: true,
      leadId: true,
      attachments: { where: { removedAt: null }, select: { id: true } },
    },
  });
  return rows.map(({ at, attachments, ...row }) => ({
    ...row,
    at: toInstantOrNull(at),
    attachmentCount: attachments.length,
  }));
}

export type StoryFact = Awaited<ReturnType<typeof storyFacts>>[number];
