import type { Prisma } from "#generated/prisma/client.ts";
import { actorId } from "#lib/base/access/actor.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { isOpenStatus, OPEN_STATUSES } from "#lib/follow/action-item/lateness.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { encodeCursor } from "#server/base/kernel/cursor.ts";
import { fromLocalDate } from "#server/base/kernel/dates.ts";
import { numberOfKey } from "#server/base/kernel/keys.ts";
import { matchingIds } from "#server/base/kernel/words.ts";
import { cursorOf, FIRST_PLACE, type ListInput, placeOf, type Stretch, stretchesOf } from "./list-order.ts";
import { actionItemVisibleTo } from "./load.ts";
import { loadRefs } from "./load-refs.ts";
import { presentActionRow } from "./present-row.ts";
import { ACTION_ROW_SELECT, type ActionRowRecord } from "./select.ts";

type Where = Prisma.ActionItemWhereInput;

/** Open and archived as the indexed column says it, wherever the wanted statuses are all open or all settled. */
function stateOf({ archived, open, status }: ListInput): Where {
  const wanted = status?.filter((one) => !open || isOpenStatus(one)) ?? (open ? [...OPEN_STATUSES] : undefined);
  const named: Where = wanted && (status || archived) ? { status: { in: wanted } } : {};
  if (archived) return { archivedAt: { not: null }, ...named };
  if (wanted?.every(isOpenStatus)) return { isOpen: true, ...named };
  if (wanted?.every((one) => !isOpenStatus(one))) return { isOpen: false, archivedAt: null, ...named };
  return { archivedAt: null, ...named };
}

/** What a list asks for next to what the actor can see. */
function filtersOf(ctx: Ctx, input: ListInput): Where[] {
  const filters: Where[] = [stateOf(input)];
  if (input.mine) filters.push({ ownerId: actorId(ctx.actor) ?? { in: [] } });
  if (input.unowned) filters.push({ ownerId: null });
  if (input.ownerId) filters.push({ ownerId: { in: input.ownerId } });
  if (input.teamId) filters.push({ teamId: { in: input.teamId } });
  if (input.priority) filters.push({ priority: { in: input.priority } });
  if (input.type) filters.push({ type: { in: input.type } });
  if (input.dueBefore) filters.push({ dueDate: { lt: fromLocalDate(input.dueBefore) } });
  if (input.dueAfter) filters.push({ dueDate: { gt: fromLocalDate(input.dueAfter) } });
  if (input.incidentKey) filters.push({ incident: { number: numberOfKey(input.incidentKey) } });
  if (input.reviewKey) filters.push({ review: { number: numberOfKey(input.reviewKey) } });
  return filters;
}

/** Action items the actor can read, most late first, by cursor over (due date with none last, number). */
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

/** The rows of a stretch that hold what was typed; every row where nothing was. */
async function wordsOf(ctx: Ctx, { q }: ListInput, where: Where, { orderBy }: Stretch, wanted: number): Promise<Where> {
  if (!q?.trim()) return {};
  const page = (request: { skip: number; take: number }) =>
    ctx.db.actionItem.findMany({ where, select: { id: true }, orderBy, ...request });
  return { id: { in: await matchingIds(ctx, "actionItem", q, { wanted, page }) } };
}

/** Up to `limit + 1` rows: one statement, and another only where a stretch of the list ends within the page. */
async function readRows(ctx: Ctx, input: ListInput): Promise<{ stretch: number; row: ActionRowRecord }[]> {
  const filters = [actionItemVisibleTo(ctx.actor), ...filtersOf(ctx, input)];
  const place = input.cursor === undefined ? FIRST_PLACE : placeOf(input.cursor, input);
  const found: { stretch: number; row: ActionRowRecord }[] = [];
  for (const [at, stretch] of stretchesOf(input).entries()) {
    const take = input.limit + 1 - found.length;
    if (at < place.stretch || take === 0) continue;
    const where = { AND: [...filters, stretch.where, ...(at === place.stretch ? [place.after] : [])] };
    const rows = await ctx.db.actionItem.findMany({
      where: { AND: [where, await wordsOf(ctx, input, where, stretch, take)] },
      select: ACTION_ROW_SELECT,
      orderBy: stretch.orderBy,
      take,
    });
    found.push(...rows.map((row) => ({ stretch: at, row })));
  }
  return found;
}
