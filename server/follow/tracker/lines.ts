import type { Prisma } from "#generated/prisma/client.ts";
import { DAY_MS } from "#lib/base/time/spans.ts";
import type { SyncState, SyncWay } from "#lib/base/vocabulary/issue-tracker.ts";
import type { TrackerLogLine, trackerContract } from "#lib/contract/tracker.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { CURSORS, decodeCursor, pageFrom } from "#server/base/kernel/cursor.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { actionKeyOf } from "#server/base/kernel/keys.ts";
import { unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { actionItemVisibleTo } from "#server/follow/action-item/index.ts";
import { loadTracker } from "./load.ts";

export interface Line {
  way: SyncWay;
  what: string;
  state: SyncState;
}

const LONGEST = 300;
export const LOG_DAYS = 30;

/** Writes lines of the log, in the transaction of the change that they describe. */
export async function keepLines(
  tx: TxCtx,
  { trackerId, actionItemId }: { trackerId: string; actionItemId: string | null },
  lines: readonly Line[],
): Promise<void> {
  if (lines.length === 0) return;
  const at = tx.now();
  await tx.db.trackerLine.createMany({
    data: lines.map(({ way, what, state }) => ({
      ...{ id: tx.newId(), trackerId, actionItemId, at, way, state, what: what.slice(0, LONGEST) },
    })),
  });
}

/** Returns what was exchanged, newest first. A line about an action that the reader can't see says only that. */
export async function trackerLog(ctx: Ctx, { id, refused, limit, cursor }: InputOf<typeof trackerContract.log>) {
  authorizeGlobally(ctx, "settings.manage");
  await loadTracker(ctx, id);
  const where: Prisma.TrackerLineWhereInput[] = [{ trackerId: id }];
  if (refused) where.push({ state: "refused" });
  if (cursor) {
    const [at, lineId] = decodeCursor(cursor, CURSORS.instantAndId);
    where.push({ OR: [{ at: { lt: at } }, { at, id: { lt: lineId } }] });
  }
  const rows = await ctx.db.trackerLine.findMany({
    where: { AND: where },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: limit + 1,
    include: { actionItem: { select: { number: true } } },
  });
  const ids = rows.flatMap(({ actionItemId }) => actionItemId ?? []);
  const visible = await ctx.db.actionItem.findMany({
    where: { AND: [{ id: { in: ids } }, actionItemVisibleTo(ctx.actor)] },
    select: { id: true },
  });
  const shown = new Set(visible.map((one) => one.id));
  return pageFrom(
    rows,
    limit,
    ({ id: lineId, at, way, what, state, actionItem, actionItemId }): TrackerLogLine => {
      const isHidden = actionItemId !== null && !shown.has(actionItemId);
      return {
        ...{ id: lineId, at: at.toISOString(), way: way as SyncWay, state: state as SyncState },
        actionKey: actionItem && !isHidden ? actionKeyOf(actionItem.number) : null,
        what: isHidden ? "About an action that you can't read" : what,
      };
    },
    ({ at, id: lineId }) => [at.toISOString(), lineId],
  );
}

/** Deletes lines that are older than 30 days. Returns how many. */
export async function forgetTrackerLines(ctx: Ctx): Promise<number> {
  authorizeGlobally(ctx, "settings.manage");
  const before = new Date(ctx.now().getTime() - LOG_DAYS * DAY_MS);
  return transact(ctx, async (tx) => {
    const { count } = await tx.db.trackerLine.deleteMany({ where: { at: { lt: before } } });
    return unrecorded("the log is kept for 30 days", () => count);
  });
}
