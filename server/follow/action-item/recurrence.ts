import type { TxCtx } from "#server/base/kernel/context.ts";
import { fromLocalDate } from "#server/base/kernel/dates.ts";
import { recordAll } from "#server/base/kernel/record.ts";

interface Found {
  actionItemId: string;
  factorId: string;
  incidentId: string | null;
  effectDueOn: Date | null;
}

/**
 * Asks again whether verified actions worked that address a condition, for each factor of a later incident in it. Part
 * of the transaction that links the factor. The incident isn't named in the entry: not everyone can read it.
 */
export async function questionFixes(tx: TxCtx, conditionId: string): Promise<void> {
  const found = await tx.db.$queryRaw<Found[]>`
    SELECT DISTINCT a.id AS "actionItemId", later.id AS "factorId", a.incident_id AS "incidentId",
      a.effect_due_on AS "effectDueOn"
    FROM factor own
    JOIN action_item_factor l ON l.factor_id = own.id
    JOIN action_item a ON a.id = l.action_item_id AND a.status = 'verified' AND a.archived_at IS NULL
    JOIN factor later ON later.canonical_factor_id = own.canonical_factor_id AND later.removed_at IS NULL
    JOIN incident i ON i.id = later.incident_id AND i.started_at > a.verified_at
      AND i.status <> 'cancelled' AND i.kind IN ('incident', 'near_miss')
    WHERE own.canonical_factor_id = ${conditionId}::uuid AND own.removed_at IS NULL
      AND NOT EXISTS (SELECT FROM action_recurrence r WHERE r.action_item_id = a.id AND r.factor_id = later.id)
    ORDER BY 1, 2`;
  if (found.length === 0) return;
  await tx.db.actionRecurrence.createMany({
    data: found.map(({ actionItemId, factorId, effectDueOn }) => {
      return { actionItemId, factorId, at: tx.now(), dueBefore: effectDueOn };
    }),
  });
  const today = fromLocalDate(tx.now().toISOString().slice(0, 10));
  const actions = [...new Map(found.map((one) => [one.actionItemId, one])).values()];
  for (const { actionItemId: id, effectDueOn } of actions) {
    const isDue = effectDueOn !== null && effectDueOn <= today;
    const data = { effectDueOn: isDue ? effectDueOn : today, version: { increment: 1 } };
    await tx.db.actionItem.update({ where: { id }, data });
  }
  await recordAll(
    tx,
    actions.map(({ actionItemId: id, incidentId }) => ({ action: "action_item.effect_questioned", id, incidentId })),
  );
}

/** Withdraws the questions of factors that leave their condition. What people found stays. */
export async function unquestionFixes(tx: TxCtx, factorIds: readonly string[]): Promise<void> {
  const where = { factorId: { in: [...factorIds] } };
  const asked = await tx.db.actionRecurrence.findMany({
    where,
    select: {
      ...{ actionItemId: true, at: true, dueBefore: true },
      actionItem: {
        select: {
          incidentId: true,
          effectDueOn: true,
          effectAnswers: { select: { at: true } },
          recurrences: { select: { factorId: true } },
        },
      },
    },
    orderBy: [{ actionItemId: "asc" }, { at: "desc" }],
  });
  if (asked.length === 0) return;
  await tx.db.actionRecurrence.deleteMany({ where });
  // The first question of several has the day from before all of them.
  const first = [...new Map(asked.map((one) => [one.actionItemId, one])).values()];
  for (const { actionItemId: id, at, dueBefore, actionItem } of first) {
    const { effectDueOn, effectAnswers, recurrences } = actionItem;
    const isOpen = effectDueOn !== null && !effectAnswers.some((answer) => answer.at > at);
    const isLast = recurrences.every(({ factorId }) => factorIds.includes(factorId));
    const restored = isOpen && isLast ? { effectDueOn: dueBefore } : {};
    await tx.db.actionItem.update({ where: { id }, data: { ...restored, version: { increment: 1 } } });
  }
  await recordAll(
    tx,
    first.map(({ actionItemId: id, actionItem: { incidentId } }) => {
      return { action: "action_item.effect_unquestioned" as const, id, incidentId };
    }),
  );
}
