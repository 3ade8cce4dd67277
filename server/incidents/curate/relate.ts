import { invalid } from "#lib/base/errors.ts";
import type { curateContract } from "#lib/contract/curate.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import type { EventRelation } from "#lib/incidents/timeline/story/event-relations.ts";
import { type Moves, type PlacedEvent, placeBelow } from "#lib/incidents/timeline/story/place-below.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import type { Change } from "#server/base/kernel/nouns.ts";
import { record, unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { settleSpan } from "#server/incidents/incident/index.ts";
import { authorizeCurating, type EventRecord, presentEvent } from "#server/incidents/timeline/index.ts";
import { eventsChanged } from "./events-changed.ts";
import { loadEvents, takeBelow, takeEvents } from "./take-events.ts";
import { writeMoves } from "./write-moves.ts";

const VERBS = { merged: "merged", bundled: "bundled", account: "set_beside" } as const satisfies Record<
  EventRelation,
  string
>;

const placed = (row: EventRecord): PlacedEvent => {
  const { id, leadId, relation } = presentEvent(row);
  return { id, leadId, relation };
};
export const wasPlaced = ({ id, leadId, relation }: PlacedEvent) => ({ id, leadId, relation });
const numbers = (rows: readonly { number: number }[]) => rows.map(({ number }) => `E${number}`);

/** Returns the events above `row`, nearest first. */
async function leadsAbove(tx: TxCtx, row: EventRecord): Promise<EventRecord[]> {
  const { leadId } = presentEvent(row);
  if (leadId === null) return [];
  const [lead] = await loadEvents(tx, row.incidentId, [leadId]);
  return lead ? [lead, ...(await leadsAbove(tx, lead))] : [];
}

/** Returns the moves that put locked events below a locked lead, with the rows they are based on. */
async function movesBelow(tx: TxCtx, lead: EventRecord, below: readonly EventRecord[], relation: EventRelation) {
  const belowIds = below.map(({ id }) => id);
  const rows = [lead, ...below, ...(await leadsAbove(tx, lead)), ...(await takeBelow(tx, lead.incidentId, belowIds))];
  const byId = new Map(rows.map((row) => [row.id, row]));
  const moves: Moves = placeBelow([...byId.values()].map(placed), lead.id, belowIds, relation);
  // A removed lead would pull this one, with everything below it, below itself when it is restored.
  const sleeps = lead.leadId !== null && presentEvent(lead).leadId === null;
  if (sleeps) moves.set(lead.id, { leadId: null, relation: null });
  return { moves, byId };
}

/** Puts events below a lead in an open transaction. The caller locks the rows, and records the returned change. */
export async function relateRows(
  tx: TxCtx,
  lead: EventRecord,
  below: readonly EventRecord[],
  relation: EventRelation,
): Promise<{ events: TimelineEvent[]; change: Change<"timeline_event"> }> {
  const { moves, byId } = await movesBelow(tx, lead, below, relation);
  const events = await writeMoves(tx, lead.incidentId, moves);
  const change = eventsChanged({
    verb: VERBS[relation],
    incidentId: lead.incidentId,
    eventId: lead.id,
    before: events.flatMap(({ id }) => byId.get(id) ?? []).map((row) => ({ ...wasPlaced(row), version: row.version })),
    after: { lead: `E${lead.number}`, events: numbers(below) },
  });
  return { events, change };
}

/**
 * Puts events below a lead as the same fact, as repeats, or as accounts next to it, all or none. Returns every event
 * that moved, including those that came with another.
 */
export async function relateEvents(
  ctx: Ctx,
  input: InputOf<typeof curateContract.relate>,
): Promise<{ events: TimelineEvent[] }> {
  if (input.below.some(({ id }) => id === input.lead.id))
    throw invalid("below", "The lead can't be below itself. Leave it out of the events below.");
  return transact(ctx, async (tx) => {
    const incident = await authorizeCurating(tx, input.key);
    const rows = await takeEvents(tx, incident.id, [input.lead, ...input.below]);
    const gone = [...rows.values()].find(({ removedAt }) => removedAt !== null);
    if (gone) throw invalid("below", `E${gone.number} was removed from the timeline. Restore it first.`);
    const lead = rows.get(input.lead.id);
    const below = input.below.flatMap(({ id }) => rows.get(id) ?? []);
    if (!lead) return unrecorded("nothing was named", () => ({ events: [] }));
    const { events, change } = await relateRows(tx, lead, below, input.relation);
    if (events.length === 0) return unrecorded("they were there already", () => ({ events }));
    await settleSpan(tx, incident.id);
    return record(tx, { ...change, answer: () => ({ events }) });
  });
}
