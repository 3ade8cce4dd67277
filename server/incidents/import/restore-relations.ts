import type { TxCtx } from "#server/base/kernel/transaction.ts";
import type { WrittenEvent } from "./written-event.ts";

/** Puts new events below their leads. Where the file leads in a circle, the events stand alone. */
export async function restoreRelations(
  tx: TxCtx,
  written: readonly WrittenEvent[],
  idOf: ReadonlyMap<number, string>,
): Promise<void> {
  const leadOf = new Map<number, number>();
  for (const { curated } of written) if (curated.lead !== null) leadOf.set(curated.number, curated.lead);
  const pairs = written.flatMap(({ id, curated: { number, lead, relation } }) => {
    const leadId = lead === null ? undefined : idOf.get(lead);
    return relation === null || leadId === undefined || isInCircle(number, leadOf)
      ? []
      : [{ id, lead_id: leadId, relation }];
  });
  if (pairs.length === 0) return;
  await tx.db.$executeRaw`
    UPDATE timeline_event AS event SET lead_id = pair.lead_id, relation = pair.relation
    FROM jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) AS pair(id uuid, lead_id uuid, relation event_relation)
    WHERE event.id = pair.id`;
}

function isInCircle(number: number, leadOf: ReadonlyMap<number, number>): boolean {
  const seen = new Set<number>();
  for (let at: number | undefined = number; at !== undefined; at = leadOf.get(at)) {
    if (seen.has(at)) return true;
    seen.add(at);
  }
  return false;
}
