import type { Ctx } from "#server/kernel/context.ts";
import type { KnownEvent } from "./plan.ts";

const CHUNK = 5000;

/** Events of this incident and source that carry one of the identities. */
export async function storedEvents(
  ctx: Ctx,
  incidentId: string,
  sourceType: string,
  identities: readonly string[],
): Promise<Map<string, KnownEvent>> {
  const stored = new Map<string, KnownEvent>();
  const wanted = [...new Set(identities)];
  for (let start = 0; start < wanted.length; start += CHUNK) {
    const rows = await ctx.db.timelineEvent.findMany({
      where: { incidentId, sourceType, identity: { in: wanted.slice(start, start + CHUNK) } },
      select: {
        id: true,
        identity: true,
        number: true,
        endAt: true,
        ambiguity: true,
        removedAt: true,
        import: { select: { undoneAt: true } },
      },
    });
    for (const { removedAt, import: source, ambiguity, ...row } of rows) {
      const undone = removedAt !== null && source?.undoneAt?.getTime() === removedAt.getTime();
      stored.set(row.identity, { ...row, waits: ambiguity !== null, undone });
    }
  }
  return stored;
}
