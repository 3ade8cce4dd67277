import { actorId } from "#lib/base/access/actor.ts";
import type { ActionStatus } from "#lib/base/vocabulary/action-item.ts";
import { dueDateFrom } from "#lib/people/policy/days.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import { fromLocalDateOrNull, toLocalDate } from "#server/base/kernel/dates.ts";
import { awaitsPublication } from "./date-ability.ts";
import type { LoadedAction } from "./load.ts";
import { dayOf } from "./write-step.ts";

/**
 * Counts a provisional due date from the day on which the action is first accepted. It stays provisional while its
 * review can still be published. Not a move: the date wasn't a commitment before.
 */
export async function countFromAcceptance(tx: TxCtx, { row, refs }: LoadedAction, to: ActionStatus): Promise<void> {
  const isAccepted = row.status === "proposed" && (to === "accepted" || to === "in_progress");
  if (!isAccepted || row.dueBasis !== "provisional" || refs.promised.has(row.id)) return;
  const severity = row.incidentId === null ? null : await severityOf(tx, row.incidentId);
  const toDate = fromLocalDateOrNull(dueDateFrom(dayOf(row.owner, tx.now()), row.priority, severity));
  const basis = awaitsPublication(row, refs) ? "provisional" : "acceptance";
  await tx.db.actionItem.update({ where: { id: row.id }, data: { dueDate: toDate, dueBasis: basis } });
  if (toLocalDate(toDate) === toLocalDate(row.dueDate)) return;
  const by = { movedById: actorId(tx.actor), movedAt: tx.now() };
  const counted = { fromDate: row.dueDate, toDate, reason: "", basis } as const;
  await tx.db.actionItemDueMove.create({ data: { id: tx.newId(), actionItemId: row.id, ...counted, ...by } });
}

async function severityOf(tx: TxCtx, id: string): Promise<number | null> {
  const incident = await tx.db.incident.findUnique({ where: { id }, select: { highestSeverity: true } });
  return incident?.highestSeverity ?? null;
}
