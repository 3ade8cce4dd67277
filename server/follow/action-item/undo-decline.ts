import { z } from "zod";
import { RESTORED_STATUSES } from "#lib/follow/action-item/transition.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import type { Change } from "#server/base/kernel/nouns.ts";
import { blocksOf, LeftBlock, returnBlock } from "./left-block.ts";
import type { RuledAction } from "./select.ts";

/** The state before a decline: the status, the blocked flag, and the request for a waiver. */
export const Declined = LeftBlock.extend({ status: z.enum(RESTORED_STATUSES), waiverId: z.string().nullable() });
export type Declined = z.infer<typeof Declined>;

/** Returns what declines of these actions would end, by the id of the action. Those that no undo restores are left out. */
export async function endedByDecline(ctx: Ctx, rows: readonly RuledAction[]): Promise<ReadonlyMap<string, Declined>> {
  if (rows.length === 0) return new Map();
  const blocks = await blocksOf(ctx, rows);
  return new Map(
    rows.flatMap(({ id, status, waivers }): [string, Declined][] => {
      const waiverId = waivers.find((waiver) => waiver.status === "requested")?.id ?? null;
      const ended = Declined.safeParse({ ...blocks.get(id), status, waiverId });
      return ended.success ? [[id, ended.data]] : [];
    }),
  );
}

/** Returns what the last step of each of these actions ended, by the id of the action, for those that it declined. */
export async function lastDeclines(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, Declined>> {
  if (ids.length === 0) return new Map();
  const last = await ctx.db.actionItemTransition.findMany({
    where: { actionItemId: { in: [...ids] } },
    select: { actionItemId: true, declined: true },
    orderBy: [{ actionItemId: "asc" }, { at: "desc" }, { id: "desc" }],
    distinct: ["actionItemId"],
  });
  return new Map(
    last.flatMap(({ actionItemId, declined }): [string, Declined][] => {
      const ended = Declined.safeParse(declined);
      return ended.success ? [[actionItemId, ended.data]] : [];
    }),
  );
}

/**
 * Restores what declines ended besides the status. Returns the entries for the histories of the actions, and of those
 * that block them again.
 */
export async function undoDeclines(
  tx: TxCtx,
  steps: readonly { row: RuledAction; ended: Declined }[],
): Promise<Change<"action_item">[]> {
  const waiverIds = steps.flatMap(({ ended }) => ended.waiverId ?? []);
  if (waiverIds.length > 0)
    await tx.db.waiver.updateMany({
      where: { id: { in: waiverIds }, status: "ended", answeredAt: null },
      data: { status: "requested", endedById: null, endedAt: null },
    });
  const flagged: Change<"action_item">[] = [];
  for (const { row, ended } of steps) flagged.push(...(await returnBlock(tx, row, ended, ended.status)));
  return flagged;
}
