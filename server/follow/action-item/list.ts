import { Prisma } from "#generated/prisma/client.ts";
import { actorId } from "#lib/base/access/actor.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { isUnsettledStatus, UNSETTLED_STATUSES } from "#lib/follow/action-item/lateness.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { encodeCursor } from "#server/base/kernel/cursor.ts";
import { findIds, inOrderOf, oneOf } from "#server/base/kernel/find-ids.ts";
import { numberOfKey } from "#server/base/kernel/keys.ts";
import { notPausedSql, openOnSql } from "./lateness.ts";
import { cursorOf, FIRST_PLACE, type ListInput, placeOf, stretchesOf } from "./list-order.ts";
import { loadRefs } from "./load-refs.ts";
import { presentActionRow } from "./present-row.ts";
import { ACTION_ROW_SELECT, type ActionRowRecord } from "./select.ts";
import { actionItemVisibleSql } from "./visible-to.ts";

/** Filters open and archived by the indexed column, if the wanted statuses are all unsettled or all settled. */
function stateOf({ archived, open, status, today }: ListInput): Prisma.Sql[] {
  const named = status ? [oneOf("action_item.status", "action_status", status)] : [];
  if (archived) return [Prisma.sql`action_item.archived_at IS NOT NULL`, ...named, ...(open ? openThough(today) : [])];
  if (open) return [openOnSql(today), ...named];
  if (status?.every(isUnsettledStatus)) return [Prisma.sql`action_item.is_unsettled`, ...named];
  const isKept = Prisma.sql`action_item.archived_at IS NULL`;
  if (status?.every((one) => !isUnsettledStatus(one)))
    return [Prisma.sql`NOT action_item.is_unsettled`, isKept, ...named];
  return [isKept, ...named];
}

/** The column `is_unsettled` excludes what is archived. */
const openThough = (today: string | undefined): Prisma.Sql[] => [
  oneOf("action_item.status", "action_status", UNSETTLED_STATUSES),
  notPausedSql(today),
];

/** The filters of a list in addition to what the actor can see. */
function filtersOf(ctx: Ctx, input: ListInput): Prisma.Sql[] {
  const filters = stateOf(input);
  if (input.mine) filters.push(Prisma.sql`action_item.owner_id = ${actorId(ctx.actor)}::uuid`);
  if (input.unowned) filters.push(Prisma.sql`action_item.owner_id IS NULL`);
  if (input.ownerId) filters.push(oneOf("action_item.owner_id", "uuid", input.ownerId));
  if (input.teamId) filters.push(oneOf("action_item.team_id", "uuid", input.teamId));
  if (input.priority) filters.push(oneOf("action_item.priority", "action_priority", input.priority));
  if (input.type) filters.push(oneOf("action_item.type", "action_type", input.type));
  if (input.dueBefore) filters.push(Prisma.sql`action_item.late_after < ${input.dueBefore}::date`);
  if (input.dueAfter) filters.push(Prisma.sql`action_item.late_after > ${input.dueAfter}::date`);
  if (input.incidentKey) filters.push(ofRecord("incident", input.incidentKey));
  if (input.reviewKey) filters.push(ofRecord("review", input.reviewKey));
  return filters;
}

const ofRecord = (table: "incident" | "review", key: string): Prisma.Sql =>
  Prisma.sql`action_item.${Prisma.raw(table)}_id = (SELECT id FROM ${Prisma.raw(table)} WHERE number = ${numberOfKey(key)})`;

/** Returns action items that the actor can read, the latest first, by cursor over (last day on time with none last, number). */
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

/** Returns up to `limit + 1` rows, with one more statement only if a stretch of the list ends within the page. */
async function readRows(ctx: Ctx, input: ListInput): Promise<{ stretch: number; row: ActionRowRecord }[]> {
  const filters = [actionItemVisibleSql(ctx.actor, { isPage: !input.q?.trim() }), ...filtersOf(ctx, input)];
  const place = input.cursor === undefined ? FIRST_PLACE : placeOf(input.cursor, input);
  const stretchOf = new Map<string, number>();
  for (const [at, { where, orderBy }] of stretchesOf(input).entries()) {
    const limit = input.limit + 1 - stretchOf.size;
    if (at < place.stretch || limit === 0) continue;
    const within = [...filters, where, ...(at === place.stretch ? [place.after] : [])];
    const ids = await findIds(ctx, { table: "action_item", q: input.q, where: within, orderBy, limit });
    for (const id of ids) stretchOf.set(id, at);
  }
  const ids = [...stretchOf.keys()];
  const rows = await ctx.db.actionItem.findMany({ where: { id: { in: ids } }, select: ACTION_ROW_SELECT });
  return inOrderOf(ids, rows).map((row) => ({ stretch: stretchOf.get(row.id) ?? 0, row }));
}
