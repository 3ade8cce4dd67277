import type { Prisma } from "#generated/prisma/client.ts";
import { actorId } from "#lib/base/access/actor.ts";
import type { LocalDate } from "#lib/base/time/local-date.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import type { ActionStatus } from "#lib/base/vocabulary/action-item.ts";
import type { ActionPatch, ActionState } from "#lib/follow/action-item/transition.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import { fromLocalDateOrNull } from "#server/base/kernel/dates.ts";
import { given } from "#server/base/kernel/given.ts";
import type { ActionRecord } from "./select.ts";

/** Returns what the rules of a step need to know about an action. */
export const stateOf = (row: ActionRecord): ActionState => ({
  ...row,
  isWaiverRequested: row.waivers.some(({ status }) => status === "requested"),
});

const UNBLOCKED = { blockedUntil: null, blockedByPersonId: null, blockedByTeamId: null, blockedByActionId: null };

/** Returns the day where an owner is, in UTC if there is none. What lasts until a day is over after that day there. */
export const dayOf = (owner: { timeZone: string } | null, now: Date): LocalDate =>
  todayIn(owner?.timeZone ?? null, now);

/** Returns the columns of a step's patch. */
export function columnsOf({ implementedAt, verifiedAt, waivedUntil, ...rest }: ActionPatch) {
  const instant = (at: string | null) => (at === null ? null : new Date(at));
  return {
    ...given(rest),
    ...(rest.blockedReason === null ? UNBLOCKED : {}),
    ...(implementedAt === undefined ? {} : { implementedAt: instant(implementedAt) }),
    ...(verifiedAt === undefined ? {} : { verifiedAt: instant(verifiedAt) }),
    ...(waivedUntil === undefined ? {} : { waivedUntil: fromLocalDateOrNull(waivedUntil) }),
  } satisfies Prisma.ActionItemUncheckedUpdateManyInput;
}

interface Step {
  to: ActionStatus;
  evidence?: string | undefined;
  reason?: string | undefined;
}

/** Records a step from one status to another, with why and by whom. */
export async function keepStep(tx: TxCtx, before: Pick<ActionRecord, "id" | "status">, step: Step): Promise<void> {
  await tx.db.actionItemTransition.create({
    data: {
      id: tx.newId(),
      actionItemId: before.id,
      fromStatus: before.status,
      toStatus: step.to,
      evidence: step.evidence ?? null,
      reason: step.reason ?? null,
      byId: actorId(tx.actor),
      at: tx.now(),
    },
  });
}
