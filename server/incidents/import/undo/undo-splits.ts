import type { TxCtx } from "#server/base/kernel/context.ts";
import type { Change } from "#server/base/kernel/nouns.ts";

/**
 * Archives an incident that an undone import had created and that contains nothing else, or restores it when that
 * import is redone. Returns what to record. If someone added anything to it, it stays in the lists.
 */
export async function settleSplitIncident(
  tx: TxCtx,
  incidentId: string,
  { from, to }: { from: Date | null; to: Date | null },
): Promise<Change<"incident">[]> {
  const standing = { removedAt: null };
  const { count } = await tx.db.incident.updateMany({
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
  if (count === 0) return [];
  const action = to === null ? "incident.restored" : "incident.archived";
  return [{ action, id: incidentId, before: { archivedAt: from }, after: { archivedAt: to } }];
}
