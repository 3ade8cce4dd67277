import { conflict, notFound } from "#lib/base/errors.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import { EVENT_SELECT, type EventRecord, presentEvent } from "#server/incidents/timeline/index.ts";

export interface Versioned {
  id: string;
  version: number;
}

/** Locks the rows in the order of their ids. Other edits of them wait. */
export async function holdEvents(tx: TxCtx, incidentId: string, ids: readonly string[]): Promise<void> {
  await tx.db.$queryRaw`
    SELECT id FROM timeline_event WHERE incident_id = ${incidentId}::uuid AND id = ANY(${[...ids]}::uuid[])
    ORDER BY id FOR NO KEY UPDATE`;
}

/** Returns the events of an incident with these ids, in no order. Unknown ids are left out. */
export async function loadEvents(tx: TxCtx, incidentId: string, ids: readonly string[]): Promise<EventRecord[]> {
  return tx.db.timelineEvent.findMany({ where: { incidentId, id: { in: [...ids] } }, select: EVENT_SELECT });
}

/**
 * Locks the events in the versions that a person has read, until the end of the transaction. Throws `not_found` if one
 * is missing, and `conflict` with the newer ones if any was changed in the meantime.
 */
export async function takeEvents(
  tx: TxCtx,
  incidentId: string,
  asRead: readonly Versioned[],
): Promise<Map<string, EventRecord>> {
  const ids = asRead.map(({ id }) => id);
  await holdEvents(tx, incidentId, ids);
  const rows = new Map((await loadEvents(tx, incidentId, ids)).map((row) => [row.id, row]));
  const newer: TimelineEvent[] = [];
  for (const { id, version } of asRead) {
    const row = rows.get(id);
    if (!row) throw notFound();
    if (row.version !== version) newer.push(presentEvent(row));
  }
  if (newer.length > 0) throw conflict(newer);
  return rows;
}

/** Returns and locks events below one of these that weren't removed. */
export async function takeBelow(tx: TxCtx, incidentId: string, leadIds: readonly string[]): Promise<EventRecord[]> {
  const where = { incidentId, leadId: { in: [...leadIds] } };
  const found = await tx.db.timelineEvent.findMany({ where, select: { id: true } });
  const ids = found.map(({ id }) => id);
  await holdEvents(tx, incidentId, ids);
  return loadEvents(tx, incidentId, ids);
}
