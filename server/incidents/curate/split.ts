import type { curateContract } from "#lib/contract/curate.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { splitApart } from "#lib/incidents/timeline/story/place-below.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record, unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { settleSpan } from "#server/incidents/incident/index.ts";
import { authorizeCurating, presentEvent } from "#server/incidents/timeline/index.ts";
import { eventsChanged } from "./events-changed.ts";
import { takeBelow, takeEvents } from "./take-events.ts";
import { writeMoves } from "./write-moves.ts";

/**
 * Separates events again: one below a lead is released with its own sources, and a lead releases all below it. All or
 * none. Returns every event that moved.
 */
export async function splitEvents(
  ctx: Ctx,
  input: InputOf<typeof curateContract.split>,
): Promise<{ events: TimelineEvent[] }> {
  return transact(ctx, async (tx) => {
    const incident = await authorizeCurating(tx, input.key);
    const asked = await takeEvents(tx, incident.id, input.events);
    const below = await takeBelow(tx, incident.id, [...asked.keys()]);
    const rows = new Map([...asked, ...below.map((row) => [row.id, row] as const)]);
    const moves = splitApart([...rows.values()].map(presentEvent), [...asked.keys()]);
    const events = await writeMoves(tx, incident.id, moves);
    const [first] = events;
    if (!first) return unrecorded("they were separate", () => ({ events }));
    await settleSpan(tx, incident.id);
    const change = eventsChanged({
      verb: "split",
      incidentId: incident.id,
      eventId: first.id,
      before: events.flatMap(({ id }) => {
        const row = rows.get(id);
        return row ? { id, leadId: row.leadId, relation: row.relation, version: row.version } : [];
      }),
      after: { events: events.map(({ number }) => `E${number}`) },
    });
    return record(tx, { ...change, answer: () => ({ events }) });
  });
}
