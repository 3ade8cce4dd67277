import type { curateContract } from "#lib/contract/curate.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import type { Ctx } from "#server/kernel/context.ts";
import type { InputOf } from "#server/kernel/input.ts";
import { transact } from "#server/kernel/transaction.ts";
import { relateRows } from "./relate.ts";
import { suggestionsOf } from "./suggestions.ts";
import { holdEvents, loadEvents, takeIncident } from "./take-events.ts";
import { presentAll } from "./write-moves.ts";

/** Accepts every suggestion from a certainty up, as it is now: all or none. */
export async function acceptSuggestions(
  ctx: Ctx,
  input: InputOf<typeof curateContract.acceptSuggestions>,
): Promise<{ events: TimelineEvent[]; accepted: number }> {
  return transact(ctx, async (tx) => {
    const incident = await takeIncident(tx, input.key);
    const wanted = (await suggestionsOf(tx, incident.id)).filter(
      ({ certainty, relation }) => certainty >= input.atLeast && (input.relation ?? relation) === relation,
    );
    await holdEvents(tx, incident.id, [...new Set(wanted.flatMap(({ leadId, eventIds }) => [leadId, ...eventIds]))]);
    const changed = new Set<string>();
    for (const { relation, leadId, eventIds } of wanted) {
      const rows = new Map((await loadEvents(tx, incident.id, [leadId, ...eventIds])).map((row) => [row.id, row]));
      const lead = rows.get(leadId);
      const below = eventIds.flatMap((id) => rows.get(id) ?? []);
      if (!lead) continue;
      for (const { id } of await relateRows(tx, lead, below, relation)) changed.add(id);
    }
    return { events: await presentAll(tx, incident.id, [...changed]), accepted: wanted.length };
  });
}
