import type { curateContract } from "#lib/contract/curate.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import type { EventRelation } from "#lib/incidents/timeline/story/event-relations.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import type { Change } from "#server/base/kernel/nouns.ts";
import { recordAll } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { settleSpan } from "#server/incidents/incident/index.ts";
import { authorizeCurating, type EventRecord, presentEvent } from "#server/incidents/timeline/index.ts";
import { relateRows } from "./relate.ts";
import { suggestionsOf } from "./suggestions.ts";
import { holdEvents, loadEvents } from "./take-events.ts";
import { presentAll } from "./write-moves.ts";

/** Thousands of suggestions are one transaction. */
const TIME = { timeoutMs: 300_000 };

const isPlaced = (row: EventRecord) => presentEvent(row).leadId !== null;

/**
 * Returns the lead and relation of an event after earlier suggestions were accepted: a fact that became one of several
 * repeats keeps its place there and takes in the others, and a bundle skips parts of another fact.
 */
export function chosen(rows: readonly EventRecord[], relation: EventRelation) {
  const [first, ...others] = rows;
  if (relation === "bundled") return { lead: first, below: others.filter((row) => !isPlaced(row)) };
  const lead = rows.find(isPlaced) ?? first;
  return { lead, below: rows.filter((row) => row !== lead) };
}

/** Accepts every current suggestion above a confidence, all or none. */
export async function acceptSuggestions(
  ctx: Ctx,
  input: InputOf<typeof curateContract.acceptSuggestions>,
): Promise<{ events: TimelineEvent[]; accepted: number }> {
  return transact(
    ctx,
    async (tx) => {
      const incident = await authorizeCurating(tx, input.key);
      const wanted = (await suggestionsOf(tx, incident.id)).filter(
        ({ certainty, relation }) => certainty >= input.atLeast && (input.relation ?? relation) === relation,
      );
      await holdEvents(tx, incident.id, [...new Set(wanted.flatMap(({ leadId, eventIds }) => [leadId, ...eventIds]))]);
      const changed = new Set<string>();
      const changes: Change[] = [];
      for (const { relation, leadId, eventIds } of wanted) {
        const rows = new Map((await loadEvents(tx, incident.id, [leadId, ...eventIds])).map((row) => [row.id, row]));
        const { lead, below } = chosen(
          [leadId, ...eventIds].flatMap((id) => rows.get(id) ?? []),
          relation,
        );
        if (!lead || below.length === 0) continue;
        const { events, change } = await relateRows(tx, lead, below, relation);
        if (events.length > 0) changes.push(change);
        for (const { id } of events) changed.add(id);
      }
      if (changed.size > 0) await settleSpan(tx, incident.id);
      return recordAll(tx, changes, async () => ({
        events: await presentAll(tx, incident.id, [...changed]),
        accepted: wanted.length,
      }));
    },
    TIME,
  );
}
