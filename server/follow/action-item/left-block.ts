import { z } from "zod";
import type { TxCtx } from "#server/base/kernel/context.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";
import type { Change } from "#server/base/kernel/nouns.ts";
import { raiseFlag } from "./relation.ts";
import type { ActionRowRecord } from "./select.ts";

/** The blocked flag of an action before a step ended it. */
export const LeftBlock = z.object({
  blockedReason: z.string().nullable(),
  blockedUntil: z.string().nullable(),
  blockedByPersonId: z.string().nullable(),
  blockedByTeamId: z.string().nullable(),
  blockedByActionId: z.string().nullable(),
});
export type LeftBlock = z.infer<typeof LeftBlock>;

/** Returns the blocked flag of an action, with who or what blocks it. */
export async function blockOf(
  tx: TxCtx,
  { id, blockedReason, blockedUntil, blockedByPersonId, blockedByTeamId }: ActionRowRecord,
): Promise<LeftBlock> {
  const flag = await tx.db.actionRelation.findFirst({ where: { toId: id, isFlag: true }, select: { fromId: true } });
  return {
    ...{ blockedReason, blockedUntil: toInstantOrNull(blockedUntil), blockedByPersonId, blockedByTeamId },
    blockedByActionId: flag?.fromId ?? null,
  };
}

/**
 * Marks an action as blocked as it was before. A blocker that is gone is left out. Returns the entry for the history of
 * the action that blocks it again.
 */
export async function restoreBlock(tx: TxCtx, id: string, left: LeftBlock): Promise<Change<"action_item">[]> {
  const { blockedReason, blockedUntil, blockedByPersonId: personId, blockedByTeamId: teamId } = left;
  if (blockedReason === null) return [];
  const isPersonThere = personId !== null && (await tx.db.user.count({ where: { id: personId } })) > 0;
  const isTeamThere = teamId !== null && (await tx.db.team.count({ where: { id: teamId } })) > 0;
  await tx.db.actionItem.update({
    where: { id },
    data: {
      blockedReason,
      blockedUntil: blockedUntil === null ? null : new Date(blockedUntil),
      blockedByPersonId: isPersonThere ? personId : null,
      blockedByTeamId: isTeamThere ? teamId : null,
    },
  });
  const blocker = left.blockedByActionId;
  const isBlockerThere = blocker !== null && (await tx.db.actionItem.count({ where: { id: blocker } })) > 0;
  return isBlockerThere ? raiseFlag(tx, blocker, id) : [];
}
