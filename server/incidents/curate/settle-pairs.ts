import type { TxCtx } from "#server/base/kernel/context.ts";
import { record } from "#server/base/kernel/record.ts";
import { chosen } from "./accept-suggestions.ts";
import { rememberApart } from "./keep-apart.ts";
import { relateRows } from "./relate.ts";
import { holdEvents, loadEvents } from "./take-events.ts";

/** A person's answer about two events, by their ids. */
export interface SettledPair {
  ids: readonly [string, string];
  same: boolean;
}

/**
 * Merges each pair that is the same, and records the others as different. The caller locks the incident and settles its
 * span.
 */
export async function settlePairs(tx: TxCtx, incidentId: string, pairs: readonly SettledPair[]): Promise<void> {
  await holdEvents(tx, incidentId, [...new Set(pairs.flatMap(({ ids }) => ids))]);
  for (const { ids, same } of pairs) {
    if (!same) {
      await rememberApart(tx, incidentId, [...ids].sort());
      continue;
    }
    const rows = await loadEvents(tx, incidentId, ids);
    const standing = rows.filter(({ removedAt }) => removedAt === null).sort((a, b) => a.number - b.number);
    const { lead, below } = chosen(standing, "merged");
    if (!lead || below.length === 0) continue;
    const { events, change } = await relateRows(tx, lead, below, "merged");
    if (events.length > 0) await record(tx, change);
  }
}
