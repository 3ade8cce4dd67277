import { z } from "zod";
import type { ActionStatus } from "#lib/base/vocabulary/action-item.ts";
import { isBlockable } from "#lib/follow/action-item/lateness.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";
import type { Change } from "#server/base/kernel/nouns.ts";
import { closesCircle, raiseFlag } from "./relation.ts";
import type { ActionRowRecord, RuledAction } from "./select.ts";

/** The blocked flag of an action before a step ended it. */
export const LeftBlock = z.object({
  blockedReason: z.string().nullable(),
  blockedUntil: z.string().nullable(),
  blockedByPersonId: z.string().nullable(),
  blockedByTeamId: z.string().nullable(),
  blockedByActionId: z.string().nullable(),
});
export type LeftBlock = z.infer<typeof LeftBlock>;

type Flagged = Pick<ActionRowRecord, "id" | "blockedReason" | "blockedUntil" | "blockedByPersonId" | "blockedByTeamId">;

/** Returns the blocked flags of actions by their id, each with who or what blocks it. */
export async function blocksOf(ctx: Ctx, rows: readonly Flagged[]): Promise<ReadonlyMap<string, LeftBlock>> {
  const flags = await ctx.db.actionRelation.findMany({
    where: { toId: { in: rows.map(({ id }) => id) }, isFlag: true },
    select: { fromId: true, toId: true },
  });
  const blockers = new Map(flags.map(({ fromId, toId }) => [toId, fromId]));
  return new Map(
    rows.map(({ id, blockedReason, blockedUntil, blockedByPersonId, blockedByTeamId }) => {
      const by = { blockedByPersonId, blockedByTeamId, blockedByActionId: blockers.get(id) ?? null };
      return [id, { blockedReason, blockedUntil: toInstantOrNull(blockedUntil), ...by }];
    }),
  );
}

/** Returns the blocked flag of an action, with who or what blocks it. */
export async function blockOf(tx: TxCtx, row: Flagged): Promise<LeftBlock> {
  return LeftBlock.parse((await blocksOf(tx, [row])).get(row.id));
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

/**
 * Marks an action as blocked as it was before a step, where its new status can be, and records it. An action that waits for
 * it by now doesn't block it.
 */
export async function returnBlock(
  tx: TxCtx,
  { id, incidentId }: Pick<RuledAction, "id" | "incidentId">,
  left: LeftBlock | undefined,
  to: ActionStatus,
): Promise<Change<"action_item">[]> {
  if (!left || !isBlockable(to)) return [];
  const { blockedByActionId: fromId } = left;
  const isCircle = fromId !== null && (await closesCircle(tx, { fromId, toId: id }));
  const flagged = await restoreBlock(tx, id, isCircle ? { ...left, blockedByActionId: null } : left);
  const { blockedReason } = left;
  if (blockedReason === null) return flagged;
  const change = { before: { blockedReason: null }, after: { blockedReason } };
  return [{ action: "action_item.updated", id, incidentId, ...change }, ...flagged];
}
