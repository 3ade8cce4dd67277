import { notFound } from "#lib/base/errors.ts";
import type { SourceClock } from "#lib/contract/curate.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { authorizeCurating, moveClocks } from "#server/incidents/timeline/index.ts";
import { clocksOf } from "./clocks.ts";
import { tellTimeline } from "./events-changed.ts";

/**
 * Resets the clock of a source: its events return to the recorded times, or to where the clock of the whole source
 * moves them.
 */
export async function clearClock(ctx: Ctx, input: { key: string; id: string }): Promise<{ items: SourceClock[] }> {
  return transact(ctx, async (tx) => {
    const incident = await authorizeCurating(tx, input.key);
    const before = await tx.db.sourceClock.findFirst({ where: { id: input.id, incidentId: incident.id } });
    if (!before) throw notFound();
    await tx.db.sourceClock.delete({ where: { id: before.id } });
    const moved = await moveClocks(tx, incident.id, before.sourceType);
    await tellTimeline(tx, incident.id);
    return record(tx, {
      action: "incident.clock_cleared",
      id: incident.id,
      before: { source: before.sourceType, offsetMs: before.offsetMs },
      after: { source: before.sourceType, movedEvents: moved },
      answer: async () => ({ items: await clocksOf(tx, incident.id) }),
    });
  });
}
