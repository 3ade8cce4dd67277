import { actorId } from "#lib/base/access/actor.ts";
import type { ActionStatus } from "#lib/base/vocabulary/action-item.ts";
import { dueKey } from "#lib/people/policy/values.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import { fromLocalDate, fromLocalDateOrNull, toLocalDate } from "#server/base/kernel/dates.ts";
import { dayAfter } from "#server/people/policy/index.ts";
import { awaitsPublication } from "./date-ability.ts";
import type { LoadedAction } from "./load.ts";
import { policyOf } from "./policy.ts";
import { dayOf } from "./write-step.ts";

/**
 * Keeps the policies under which an action is first accepted, and counts a provisional due date from that day. It stays
 * provisional while its review can still be published. Not a move: the date wasn't a commitment before.
 */
export async function countFromAcceptance(tx: TxCtx, { row, refs }: LoadedAction, to: ActionStatus): Promise<void> {
  const isAccepted = row.status === "proposed" && (to === "accepted" || to === "in_progress");
  if (!isAccepted || refs.promised.has(row.id)) return;
  const { facts, newest } = await policyOf(tx, row.id);
  const kept = { policyEdition: newest.edition };
  if (row.dueBasis !== "provisional") {
    await tx.db.actionItem.update({ where: { id: row.id }, data: kept });
    return;
  }
  const day = dayOf(row.owner, tx.now());
  const count = newest.applied.values[dueKey(row.priority)];
  const toDate = fromLocalDateOrNull(await dayAfter(tx, day, count, facts.teamIds));
  const basis = awaitsPublication(row, refs) ? "provisional" : "acceptance";
  const counted = { dueDate: toDate, dueBasis: basis, dueFrom: fromLocalDate(day) } as const;
  await tx.db.actionItem.update({ where: { id: row.id }, data: { ...counted, ...kept } });
  if (toLocalDate(toDate) === toLocalDate(row.dueDate)) return;
  const by = { movedById: actorId(tx.actor), movedAt: tx.now() };
  const move = { fromDate: row.dueDate, toDate, reason: "", basis } as const;
  await tx.db.actionItemDueMove.create({ data: { id: tx.newId(), actionItemId: row.id, ...move, ...by } });
}
