import type { TimelineEvent } from "#lib/contract/timeline.ts";
import type { Moves } from "#lib/incidents/timeline/story/place-below.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import { presentEvent } from "#server/incidents/timeline/index.ts";
import { loadEvents } from "./take-events.ts";

/**
 * Writes new places in the story, one statement per place, and returns the moved events in the order of their numbers.
 */
export async function writeMoves(tx: TxCtx, incidentId: string, moves: Moves): Promise<TimelineEvent[]> {
  const byPlace = Map.groupBy(moves, ([, { leadId, relation }]) => `${leadId} ${relation}`);
  for (const same of byPlace.values()) {
    const [first] = same;
    if (!first) continue;
    await tx.db.timelineEvent.updateMany({
      where: { incidentId, id: { in: same.map(([id]) => id) } },
      data: { ...first[1], version: { increment: 1 } },
    });
  }
  return presentAll(tx, incidentId, [...moves.keys()]);
}

/** Returns current events in the order of their numbers. */
export async function presentAll(tx: TxCtx, incidentId: string, ids: readonly string[]): Promise<TimelineEvent[]> {
  const rows = await loadEvents(tx, incidentId, ids);
  return rows.sort((a, b) => a.number - b.number).map(presentEvent);
}
