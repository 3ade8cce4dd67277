import type { TxCtx } from "#server/base/kernel/context.ts";

/** Room for the events of one import, and how many such places there are. Small enough to halve a gap some fifteen times. */
const ROOM = 2 ** 20;
const PLACES = 2 ** 16;

/**
 * The hint before the first event of an import. It follows from what was imported and not from when, so the same
 * sources tell the same story in whatever order they came in. A place that is taken is passed by.
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
