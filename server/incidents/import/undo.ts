import { refuse } from "#lib/base/errors.ts";
import type { ImportRecord } from "#lib/contract/import.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { incidentKeyOf } from "#server/base/kernel/keys.ts";
import type { Change } from "#server/base/kernel/nouns.ts";
import { recordAll } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { setFindingsUndone } from "#server/incidents/finding/index.ts";
import { settleSpan } from "#server/incidents/incident/index.ts";
import { authorizeCurating } from "#server/incidents/timeline/index.ts";
import { loadImport } from "./load.ts";
import { presentImport } from "./present.ts";
import { putBack, takeAway } from "./undo/take-away.ts";

/**
 * Archives an incident that an undone import had created and that contains nothing else, or restores it when that
 * import is redone. Returns what to record. If someone added anything to it, it stays in the lists.
 */
async function settleSplitIncident(
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

interface One {
  key: string;
  id: string;
}

interface Undone {
  id: string;
  incidentId: string;
  undoneAt: Date | null;
  parts: readonly { id: string }[];
}

// An event that a person removed has its own time of removal, so undo and redo skip it.
async function setOne(tx: TxCtx, before: Undone, undoneAt: Date | null): Promise<Change<"import">> {
  const { incidentId } = before;
  const importIds = [before.id, ...before.parts.map((part) => part.id)];
  await tx.db.import.updateMany({ where: { id: { in: importIds } }, data: { undoneAt } });
  await tx.db.timelineEvent.updateMany({
    where: { importId: { in: importIds }, removedAt: before.undoneAt },
    data: { removedAt: undoneAt, version: { increment: 1 } },
  });
  await setFindingsUndone(tx, importIds, { from: before.undoneAt, to: undoneAt });
  const brought = { incidentId, importId: before.id };
  if (before.undoneAt === null) await takeAway(tx, brought);
  else await putBack(tx, brought);
  await settleSpan(tx, incidentId);
  return { action: before.undoneAt === null ? "import.undone" : "import.redone", id: before.id, incidentId };
}

/** The same for incidents from other parts of the source. One that was undone or redone separately stays so. */
async function setSplits(tx: TxCtx, { id, undoneAt: from }: Undone, to: Date | null): Promise<Change[]> {
  const splits = await tx.db.import.findMany({
    where: { splitFromId: id, undoneAt: from },
    select: {
      id: true,
      incidentId: true,
      undoneAt: true,
      incident: { select: { number: true } },
      parts: { select: { id: true } },
    },
  });
  const changes: Change[] = [];
  for (const { incident, ...split } of splits) {
    await authorizeCurating(tx, incidentKeyOf(incident.number));
    changes.push(await setOne(tx, split, to), ...(await settleSplitIncident(tx, split.incidentId, { from, to })));
  }
  return changes;
}

function setUndone(ctx: Ctx, input: One, undo: boolean): Promise<ImportRecord> {
  return transact(ctx, async (tx) => {
    const { id: incidentId } = await authorizeCurating(tx, input.key);
    const before = { ...(await loadImport(tx, incidentId, input.id)), incidentId };
    if ((before.undoneAt !== null) === undo) {
      throw undo
        ? refuse("already_undone", "This import is already undone")
        : refuse("not_undone", "This import isn't undone");
    }
    const undoneAt = undo ? tx.now() : null;
    const changes = [await setOne(tx, before, undoneAt), ...(await setSplits(tx, before, undoneAt))];
    return recordAll(tx, changes, async () => presentImport(await loadImport(tx, incidentId, input.id)));
  });
}

/**
 * Removes all events of an import from the timeline, as one, and everything else it added that no one changed since.
 */
export const undoImport = (ctx: Ctx, input: One): Promise<ImportRecord> => setUndone(ctx, input, true);

/** Restores what an undone import added. */
export const redoImport = (ctx: Ctx, input: One): Promise<ImportRecord> => setUndone(ctx, input, false);
