import type { Prisma } from "#generated/prisma/client.ts";
import { actorId } from "#lib/base/access/actor.ts";
import type { LocalDate } from "#lib/base/time/local-date.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import type { ActionStatus } from "#lib/base/vocabulary/action-item.ts";
import type { KeptAnswer } from "#lib/follow/action-item/evidence.ts";
import type { ActionPatch, ActionState } from "#lib/follow/action-item/transition.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import { fromLocalDateOrNull, toLocalDate } from "#server/base/kernel/dates.ts";
import { given } from "#server/base/kernel/given.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import { actionKeyOf } from "#server/base/kernel/keys.ts";
import { getActionItem } from "./present.ts";
import type { ActionRecord, RuledAction } from "./select.ts";

/** Returns what the rules of a step need to know about an action. */
export const stateOf = (row: RuledAction): ActionState => ({
  ...row,
  hasEvidence: row.evidence.some(({ removedAt }) => removedAt === null),
  isWaiverRequested: row.waivers.some(({ status }) => status === "requested"),
  waivedUntil: toLocalDate(row.waivedUntil),
});

const UNBLOCKED = { blockedUntil: null, blockedByPersonId: null, blockedByTeamId: null };

/** Returns the day where an owner is, in UTC if there is none. A block until a day is over after that day there. */
export const dayOf = (owner: { timeZone: string } | null, now: Date): LocalDate =>
  todayIn(owner?.timeZone ?? null, now);

/** Returns the columns of a step's patch. */
export function columnsOf({ implementedAt, verifiedAt, waivedUntil, effectDueOn, ...rest }: ActionPatch) {
  const instant = (at: string | null) => (at === null ? null : new Date(at));
  return {
    ...given(rest),
    ...(rest.blockedReason === null ? UNBLOCKED : {}),
    ...(rest.askedVerifierId === null ? { askedVerifierAt: null } : {}),
    ...(implementedAt === undefined ? {} : { implementedAt: instant(implementedAt) }),
    ...(verifiedAt === undefined ? {} : { verifiedAt: instant(verifiedAt) }),
    ...(effectDueOn === undefined ? {} : { effectDueOn: fromLocalDateOrNull(effectDueOn) }),
    ...(waivedUntil === undefined ? {} : { waivedUntil: fromLocalDateOrNull(waivedUntil) }),
  } satisfies Prisma.ActionItemUncheckedUpdateManyInput;
}

interface Step {
  to: ActionStatus;
  at?: Date;
  evidence?: string | undefined;
  reason?: string | undefined;
  /** The verifier's answer to each condition. */
  answers?: readonly KeptAnswer[] | undefined;
  /** The state before a decline. */
  declined?: Prisma.InputJsonObject | undefined;
}

/** Records a step from one status to another, with why and by whom. */
export async function keepStep(tx: TxCtx, before: Left, step: Step): Promise<void> {
  const answers = { create: (step.answers ?? []).map((kept, position) => ({ ...kept, position })) };
  await tx.db.actionItemTransition.create({ data: { ...stepRow(tx, before, step), answers } });
}

/** The same for several actions. */
export async function keepSteps(tx: TxCtx, steps: readonly (Step & { before: Left })[]): Promise<void> {
  const at = tx.now();
  const kept = steps.map(({ before, answers = [], ...step }) => ({
    row: stepRow(tx, before, { at, ...step }),
    answers,
  }));
  if (kept.length > 0) await tx.db.actionItemTransition.createMany({ data: kept.map(({ row }) => row) });
  const answers = kept.flatMap(({ row, answers }) =>
    answers.map((one, position) => ({ ...one, position, transitionId: row.id })),
  );
  if (answers.length > 0) await tx.db.actionAnswer.createMany({ data: answers });
}

type Left = Pick<ActionRecord, "id" | "status">;

const stepRow = (tx: TxCtx, before: Left, step: Omit<Step, "answers">) => ({
  id: tx.newId(),
  actionItemId: before.id,
  fromStatus: before.status,
  toStatus: step.to,
  evidence: step.evidence ?? null,
  reason: step.reason ?? null,
  byId: actorId(tx.actor),
  at: step.at ?? tx.now(),
  ...given({ declined: step.declined }),
});

/** Counts a write of a part of an action. Throws `conflict` with the newer row for a stale version. */
export async function bumpVersion(tx: TxCtx, before: ActionRecord, version: number): Promise<void> {
  const where = { id: before.id, version };
  const changed = await tx.db.actionItem.updateMany({ where, data: { version: { increment: 1 } } });
  await guardVersion(changed, () => getActionItem(tx, { key: actionKeyOf(before.number) }));
}
