import { actorId } from "#lib/base/access/actor.ts";
import { notFound } from "#lib/base/errors.ts";
import type { curateContract, MergeSuggestion } from "#lib/contract/curate.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { authorizeCurating } from "#server/incidents/timeline/index.ts";
import { eventsChanged } from "./events-changed.ts";
import { suggestionsOf } from "./suggestions.ts";

/** Records that no two of these events are the same, or forgets it again. Returns the remaining suggestions. */
export async function keepApart(
  ctx: Ctx,
  input: InputOf<typeof curateContract.keepApart>,
): Promise<{ items: MergeSuggestion[] }> {
  return transact(ctx, async (tx) => {
    const incident = await authorizeCurating(tx, input.key);
    const ids = [...new Set(input.eventIds)].sort();
    const events = await tx.db.timelineEvent.findMany({
      where: { incidentId: incident.id, id: { in: ids } },
      select: { id: true, number: true },
      orderBy: { number: "asc" },
    });
    const [first] = events;
    if (events.length !== ids.length || !first) throw notFound();
    if (input.apart) await rememberApart(tx, incident.id, ids);
    else {
      await tx.db.keptApart.deleteMany({
        where: { incidentId: incident.id, firstId: { in: ids }, secondId: { in: ids } },
      });
    }
    const change = eventsChanged({
      verb: input.apart ? "kept_apart" : "apart_forgotten",
      incidentId: incident.id,
      eventId: first.id,
      before: events.map(({ id }) => ({ id })),
      after: { events: events.map(({ number }) => `E${number}`) },
    });
    return record(tx, { ...change, answer: async () => ({ items: await suggestionsOf(tx, incident.id) }) });
  });
}

/** Records that no two of these events are the same. */
export async function rememberApart(tx: TxCtx, incidentId: string, ids: readonly string[]): Promise<void> {
  await tx.db.$executeRaw`
    INSERT INTO kept_apart (incident_id, first_id, second_id, by_id, at)
    SELECT ${incidentId}::uuid, one, other, ${actorId(tx.actor)}::uuid, ${tx.now()}::timestamptz
    FROM unnest(${[...ids]}::uuid[]) AS one JOIN unnest(${[...ids]}::uuid[]) AS other ON one < other
    ON CONFLICT DO NOTHING`;
}
