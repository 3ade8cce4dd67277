import type { Prisma } from "#generated/prisma/client.ts";
import { refuse } from "#lib/base/errors.ts";
import type { Incident } from "#lib/contract/incident.ts";
import { archivedFields, archiving, restoring } from "#server/base/kernel/archived.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { getIncident } from "./get.ts";
import { type IncidentRecord, incidentFacts, loadIncident } from "./load.ts";
import type { Recount } from "./update.ts";

interface Versioned {
  key: string;
  version: number;
}

// Cancelling, archiving and their undo write one row in the same way. Its actions are never touched.
function changeState(
  ctx: Ctx,
  input: Versioned,
  action: "incident.cancelled" | "incident.archived" | "incident.restored",
  change: (before: IncidentRecord, now: Date) => Prisma.IncidentUncheckedUpdateManyInput,
  recount?: Recount,
): Promise<Incident> {
  return transact(ctx, async (tx) => {
    const before = await loadIncident(tx, input.key);
    authorize(tx, "incident", "cancel", incidentFacts(before));
    const columns = change(before, tx.now());
    const read = () => getIncident(tx, input);
    const changed = await tx.db.incident.updateMany({
      where: { id: before.id, version: input.version },
      data: { ...columns, version: { increment: 1 } },
    });
    await guardVersion(changed, read);
    if (columns.status !== undefined) await recount?.(tx, before.id);
    return record(tx, {
      action,
      id: before.id,
      ...archivedFields(before, columns),
      answer: read,
    });
  });
}

/** Cancels an incident created by mistake. Throws `rule` if it is already cancelled. */
export const cancelIncident = (
  ctx: Ctx,
  input: Versioned & { reason: string },
  recount?: Recount,
): Promise<Incident> => {
  const cancel = (before: IncidentRecord) => {
    if (before.status === "cancelled") throw refuse("already_cancelled", "This incident is already cancelled");
    return { status: "cancelled", statusBefore: before.status, cancelReason: input.reason } as const;
  };
  return changeState(ctx, input, "incident.cancelled", cancel, recount);
};

/** Archives an incident, which removes it from the lists. */
export const archiveIncident = (ctx: Ctx, input: Versioned): Promise<Incident> =>
  changeState(ctx, input, "incident.archived", archiving);

/** Undoes cancelling and archiving: the incident returns to its former state. */
export const restoreIncident = (ctx: Ctx, input: Versioned, recount?: Recount): Promise<Incident> =>
  changeState(ctx, input, "incident.restored", restoring<IncidentRecord["status"]>("open"), recount);
