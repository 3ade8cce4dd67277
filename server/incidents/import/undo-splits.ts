import type { TxCtx } from "#server/base/kernel/transaction.ts";

/**
 * Archives an incident that an undone import had made and that holds nothing else, or brings it back when that import is
 * redone. What anybody added to it keeps it in the lists.
 */
export async function settleSplitIncident(
  tx: TxCtx,
  incidentId: string,
  { from, to }: { from: Date | null; to: Date | null },
): Promise<void> {
  const standing = { removedAt: null };
  await tx.db.incident.updateMany({
    where: {
      id: incidentId,
      archivedAt: from,
      ...(to === null
        ? {}
        : {
            events: { none: standing },
            windows: { none: standing },
            attachments: { none: standing },
            factors: { none: standing },
            reviews: { none: {} },
            actions: { none: {} },
          }),
    },
    data: { archivedAt: to, version: { increment: 1 } },
  });
}
