import { refuse } from "#lib/base/errors.ts";
import type { ImportRecord } from "#lib/contract/import.ts";
import { audit } from "#server/base/kernel/audit.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { emit } from "#server/base/kernel/outbox.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { setFindingsUndone } from "#server/incidents/finding/index.ts";
import { settleSpan } from "#server/incidents/incident/index.ts";
import { authorizeCurating } from "#server/incidents/timeline/index.ts";
import { loadImport } from "./load.ts";
import { presentImport } from "./present.ts";
import { putBack, takeAway } from "./take-away.ts";

interface One {
  key: string;
  id: string;
}

// An event that a person took out keeps its own moment: undo and redo pass it by.
function setUndone(ctx: Ctx, input: One, undo: boolean): Promise<ImportRecord> {
  return transact(ctx, async (tx) => {
    const incident = await authorizeCurating(tx, input.key);
    const before = await loadImport(tx, incident.id, input.id);
    if ((before.undoneAt !== null) === undo) {
      throw undo
        ? refuse("already_undone", "This import is undone already")
        : refuse("not_undone", "This import is in place already");
    }
    const undoneAt = undo ? tx.now() : null;
    const importIds = [before.id, ...before.parts.map((part) => part.id)];
    await tx.db.import.updateMany({ where: { id: { in: importIds } }, data: { undoneAt } });
    await tx.db.timelineEvent.updateMany({
      where: { importId: { in: importIds }, removedAt: before.undoneAt },
      data: { removedAt: undoneAt, version: { increment: 1 } },
    });
    await setFindingsUndone(tx, importIds, { from: before.undoneAt, to: undoneAt });
    const brought = { incidentId: incident.id, importId: before.id };
    if (before.undoneAt === null) await takeAway(tx, brought);
    else await putBack(tx, brought);
    await settleSpan(tx, incident.id);
    await audit(tx, {
      action: undo ? "import.undone" : "import.redone",
      noun: "import",
      nounId: input.id,
      incidentId: incident.id,
    });
    for (const noun of ["timeline", "impact", "finding"])
      await emit(tx, "record.changed", { noun, id: incident.id, incidentId: incident.id });
    return presentImport(await loadImport(tx, incident.id, input.id));
  });
}

/** Takes all events of an import out of the timeline, as one, and with them what else it brought and nobody changed since. */
export const undoImport = (ctx: Ctx, input: One): Promise<ImportRecord> => setUndone(ctx, input, true);

/** Puts what an undone import brought back. */
export const redoImport = (ctx: Ctx, input: One): Promise<ImportRecord> => setUndone(ctx, input, false);
