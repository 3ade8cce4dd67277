import type { TxCtx } from "#server/base/kernel/context.ts";

/**
 * Room for the events of one import, and the number of such places. Small enough to halve a gap about fifteen times.
 */
const ROOM = 2 ** 20;
const PLACES = 2 ** 16;

/**
 * Returns the hint before the first event of an import. It depends on what was imported and not on when, so the same
 * sources give the same story in any order. An occupied place is skipped.
 */
export async function hintBase(tx: TxCtx, { incidentId, importId }: { incidentId: string; importId: string | null }) {
  // Delivered events have a time and no neighbours, so they come before imported ones.
  if (importId === null) return 0;
  const { contentHash } = await tx.db.import.findUniqueOrThrow({
    where: { id: importId },
    select: { contentHash: true },
  });
  const wanted = Number.parseInt(contentHash.slice(0, 4), 16);
  for (let step = 0; step < PLACES; step++) {
    const base = (1 + ((wanted + step) % PLACES)) * ROOM;
    const orderHint = { gte: base, lt: base + ROOM };
    if ((await tx.db.timelineEvent.findFirst({ where: { incidentId, orderHint }, select: { id: true } })) === null)
      return base;
  }
  throw new Error("an incident has no place left for another import");
}
