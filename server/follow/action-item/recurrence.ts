import { Prisma } from "#generated/prisma/client.ts";
import { utcDay } from "#lib/base/time/local-date.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { fromLocalDate } from "#server/base/kernel/dates.ts";
import { recordAll, unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { INCIDENT_FACTS, incidentFacts } from "#server/incidents/incident/index.ts";

/**
 * Asks whether verified actions worked, for each factor of a later incident in the condition that they address. Withdraws
 * questions of factors that left it, and repeats none that was answered. Part of the transaction that changes the
 * factors, or the actions that are linked to them. The entry doesn't name the incident, because not everyone can read it.
 */
export async function requestionFixes(
  tx: TxCtx,
  factorIds: readonly string[],
  actionIds: readonly string[] = [],
): Promise<void> {
  await withdrawQuestions(tx, factorIds, actionIds);
  await addQuestions(tx, factorIds);
}

/** Does so for the factors of an incident that starts or stops counting as a recurrence. */
export async function requestionIncident(tx: TxCtx, incidentId: string): Promise<void> {
  const factors = await tx.db.factor.findMany({ where: { incidentId }, select: { id: true } });
  if (factors.length === 0) return;
  await requestionFixes(
    tx,
    factors.map(({ id }) => id),
  );
}

/** Does so later for an incident whose start followed its timeline. */
export function requestionMoved(ctx: Ctx, incidentId: string): Promise<void> {
  return transact(ctx, async (tx) => {
    const incident = await tx.db.incident.findUniqueOrThrow({ where: { id: incidentId }, select: INCIDENT_FACTS });
    authorize(tx, "incident", "edit", incidentFacts(incident));
    await requestionIncident(tx, incidentId);
    return unrecorded("each question has its own entry");
  });
}

/** Does so for actions that people look after again: no question is asked about archived ones. */
export async function requestionActions(tx: TxCtx, actionIds: readonly string[]): Promise<void> {
  if (actionIds.length === 0) return;
  const links = await tx.db.actionItemFactor.findMany({ where: { actionItemId: { in: [...actionIds] } } });
  if (links.length === 0) return;
  await requestionFixes(
    tx,
    links.map(({ factorId }) => factorId),
  );
}

/** An incident `i` that counts as a recurrence. */
const COUNTS = Prisma.sql`i.status <> 'cancelled' AND i.kind IN ('incident', 'near_miss')`;

interface Found {
  actionItemId: string;
  factorId: string;
  incidentId: string | null;
  effectDueOn: Date | null;
  /** It was asked before and answered, and the factor is back. */
  isAnswered: boolean;
}

async function addQuestions(tx: TxCtx, factorIds: readonly string[]): Promise<void> {
  const found = await tx.db.$queryRaw<Found[]>`
    SELECT DISTINCT a.id AS "actionItemId", later.id AS "factorId", a.incident_id AS "incidentId",
      a.effect_due_on AS "effectDueOn",
      EXISTS (SELECT FROM action_effect_answer e WHERE e.action_item_id = a.id AND e.at > r.at
        AND e.at <= r.withdrawn_at) AS "isAnswered"
    FROM factor own
    JOIN action_item_factor l ON l.factor_id = own.id
    JOIN action_item a ON a.id = l.action_item_id AND a.status = 'verified' AND a.archived_at IS NULL
    JOIN factor later ON later.canonical_factor_id = own.canonical_factor_id AND later.removed_at IS NULL
    JOIN incident i ON i.id = later.incident_id AND i.started_at > a.verified_at
      AND ${COUNTS}
    LEFT JOIN action_recurrence r ON r.action_item_id = a.id AND r.factor_id = later.id
    WHERE own.canonical_factor_id IN (SELECT canonical_factor_id FROM factor WHERE id = ANY(${[...factorIds]}::uuid[]))
      AND own.removed_at IS NULL
      AND (r.factor_id IS NULL OR r.withdrawn_at IS NOT NULL)
    ORDER BY 1, 2`;
  for (const { actionItemId, factorId, effectDueOn, isAnswered } of found) {
    const asked = { withdrawnAt: null, ...(isAnswered ? {} : { at: tx.now(), dueBefore: effectDueOn }) };
    await tx.db.actionRecurrence.upsert({
      where: { actionItemId_factorId: { actionItemId, factorId } },
      create: { actionItemId, factorId, at: tx.now(), dueBefore: effectDueOn },
      update: asked,
    });
  }
  const today = fromLocalDate(utcDay(tx.now()));
  const asking = found.filter(({ isAnswered }) => !isAnswered);
  const actions = [...new Map(asking.map((one) => [one.actionItemId, one])).values()];
  for (const { actionItemId: id, effectDueOn } of actions) {
    const isDue = effectDueOn !== null && effectDueOn <= today;
    const data = { effectDueOn: isDue ? effectDueOn : today, version: { increment: 1 } };
    await tx.db.actionItem.update({ where: { id }, data });
  }
  if (actions.length === 0) return;
  await recordAll(
    tx,
    actions.map(({ actionItemId: id, incidentId }) => ({ action: "action_item.effect_questioned", id, incidentId })),
  );
}

interface Withdrawn {
  actionItemId: string;
  at: Date;
  dueBefore: Date | null;
}

/**
 * Withdraws questions whose factor shares no condition with a factor of the action, or whose incident doesn't count any
 * more or isn't later than the verification. What people found stays.
 */
async function withdrawQuestions(tx: TxCtx, factorIds: readonly string[], actionIds: readonly string[]): Promise<void> {
  const gone = await tx.db.$queryRaw<Withdrawn[]>`
    UPDATE action_recurrence r SET withdrawn_at = ${tx.now()}
    WHERE r.withdrawn_at IS NULL AND (r.factor_id = ANY(${[...factorIds]}::uuid[])
      OR r.action_item_id = ANY(${[...actionIds]}::uuid[]) OR r.action_item_id IN (
        SELECT action_item_id FROM action_item_factor WHERE factor_id = ANY(${[...factorIds]}::uuid[])))
      AND (EXISTS (
        SELECT FROM action_item a, factor f JOIN incident i ON i.id = f.incident_id
        WHERE a.id = r.action_item_id AND f.id = r.factor_id AND r.at >= a.verified_at AND i.started_at <= a.verified_at)
      OR NOT EXISTS (
        SELECT FROM factor later JOIN incident i ON i.id = later.incident_id AND ${COUNTS}
        JOIN factor own ON own.canonical_factor_id = later.canonical_factor_id AND own.removed_at IS NULL
        JOIN action_item_factor l ON l.factor_id = own.id AND l.action_item_id = r.action_item_id
        WHERE later.id = r.factor_id AND later.removed_at IS NULL))
    RETURNING r.action_item_id AS "actionItemId", r.at, r.due_before AS "dueBefore"`;
  if (gone.length === 0) return;
  const actions = await tx.db.actionItem.findMany({
    where: { id: { in: gone.map(({ actionItemId }) => actionItemId) } },
    select: {
      ...{ id: true, incidentId: true, verifiedAt: true, effectDueOn: true },
      effectAnswers: { select: { at: true } },
      recurrences: { where: { withdrawnAt: null }, orderBy: { at: "asc" } },
    },
    orderBy: { id: "asc" },
  });
  for (const { id, verifiedAt, effectDueOn, effectAnswers, recurrences } of actions) {
    const isOpen = ({ at }: { at: Date }) =>
      verifiedAt !== null && at >= verifiedAt && !effectAnswers.some((answer) => answer.at > at);
    const withdrawn = gone.filter(({ actionItemId }) => actionItemId === id).filter(isOpen);
    const [first] = withdrawn.toSorted((one, other) => one.at.getTime() - other.at.getTime());
    const left = recurrences.find(isOpen);
    // The first of several questions keeps the day from before all of them.
    if (first && left && first.at < left.at)
      await tx.db.actionRecurrence.updateMany({
        where: { actionItemId: id, at: left.at },
        data: { dueBefore: first.dueBefore },
      });
    const restored = first && !left && effectDueOn !== null ? { effectDueOn: first.dueBefore } : {};
    await tx.db.actionItem.update({ where: { id }, data: { ...restored, version: { increment: 1 } } });
  }
  await recordAll(
    tx,
    actions.map(({ id, incidentId }) => ({ action: "action_item.effect_unquestioned", id, incidentId })),
  );
}
