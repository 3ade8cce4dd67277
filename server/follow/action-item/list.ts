import type { ActionItemRow } from "#lib/contract/action-item.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { encodeCursor } from "#server/base/kernel/cursor.ts";
import { filtersOf } from "./list-filters.ts";
import { cursorOf, FIRST_PLACE, type ListInput, placeOf, stretchesOf } from "./list-order.ts";
import { loadRefs } from "./load-refs.ts";
import { presentActionRow } from "./present-row.ts";
import { ACTION_ROW_SELECT, type ActionRowRecord } from "./select.ts";
import { actionItemVisibleTo } from "./visible-to.ts";

/** Action items the actor may read, most late first, by cursor over (due date with none last, number). */
export async function listActionItems(
  ctx: Ctx,
  input: ListInput,
): Promise<{ items: ActionItemRow[]; nextCursor: string | null }> {
  const found = await readRows(ctx, input);
  const shown = found.slice(0, input.limit);
  const last = shown.at(-1);
  const refs = await loadRefs(
    ctx,
    shown.map(({ row }) => row),
  );
  return {
    items: shown.map(({ row }) => presentActionRow(ctx, row, refs)),
    nextCursor: last && found.length > input.limit ? encodeCursor(cursorOf(last.stretch, last.row)) : null,
  };
}

/** Up to `limit + 1` rows: one statement, and another only where a stretch of the list ends within the page. */
async function readRows(ctx: Ctx, input: ListInput): Promise<{ stretch: number; row: ActionRowRecord }[]> {
  const filters = [actionItemVisibleTo(ctx.actor), ...(await filtersOf(ctx, input))];
  const place = input.cursor === undefined ? FIRST_PLACE : placeOf(input.cursor, input);
  const found: { stretch: number; row: ActionRowRecord }[] = [];
  for (const [at, stretch] of stretchesOf(input).entries()) {
    const take = input.limit + 1 - found.length;
    if (at < place.stretch || take === 0) continue;
    const rows = await ctx.db.actionItem.findMany({
      where: { AND: [...filters, stretch.where, ...(at === place.stretch ? [place.after] : [])] },
      select: ACTION_ROW_SELECT,
      orderBy: stretch.orderBy,
      take,
    });
    found.push(...rows.map((row) => ({ stretch: at, row })));
  }
  return found;
}
