import { Prisma } from "#generated/prisma/client.ts";
import { actorId } from "#lib/base/access/actor.ts";
import type { LocalDate } from "#lib/base/time/local-date.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { isUnsettledStatus, UNSETTLED_STATUSES } from "#lib/follow/action-item/lateness.ts";
import { isPlainSort } from "#lib/follow/action-item/query/fields.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { encodeCursor } from "#server/base/kernel/cursor.ts";
import { findRows, oneOf } from "#server/base/kernel/find-ids.ts";
import { numberOfKey } from "#server/base/kernel/keys.ts";
import { readerDay } from "#server/people/calendar/index.ts";
import { filterSql } from "./field-sql.ts";
import { notPausedSql, openOnSql } from "./lateness.ts";
import { cursorOf, FIRST_PLACE, type ListInput, placeOf, stretchesOf } from "./list-order.ts";
import { sortedList } from "./list-sort.ts";
import { loadRefs } from "./load-refs.ts";
import { presentActionRow } from "./present-row.ts";
import { ACTION_ROW_COLUMNS, type ActionRowRecord } from "./select.ts";
import { actionItemVisibleSql } from "./visible-to.ts";

/** Filters open and archived by the indexed column, if the wanted statuses are all unsettled or all settled. */
function stateOf({ archived, open, status }: ListInput, day: LocalDate): Prisma.Sql[] {
  const named = status ? [oneOf("action_item.status", "action_status", status)] : [];
  if (archived) return [Prisma.sql`action_item.archived_at IS NOT NULL`, ...named, ...(open ? openThough(day) : [])];
  if (open) return [openOnSql(day), ...named];
  if (status?.every(isUnsettledStatus)) return [Prisma.sql`action_item.is_unsettled`, ...named];
  const isKept = Prisma.sql`action_item.archived_at IS NULL`;
  if (status?.every((one) => !isUnsettledStatus(one)))
    return [Prisma.sql`NOT action_item.is_unsettled`, isKept, ...named];
  return [isKept, ...named];
}

/** The column `is_unsettled` excludes what is archived. */
const openThough = (day: LocalDate): Prisma.Sql[] => [
  oneOf("action_item.status", "action_status", UNSETTLED_STATUSES),
  notPausedSql(day),
];

/** The filters of a list in addition to what the actor can see. */
function filtersOf(ctx: Ctx, input: ListInput, day: LocalDate): Prisma.Sql[] {
  const filters = stateOf(input, day);
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
  if (input.filter) filters.push(filterSql(ctx, input.filter, day));
  return filters;
}

/** Returns the day that `today` is in a list, if it uses one. */
export async function dayOf(ctx: Ctx, { today, open, filter, group, sort }: ListInput): Promise<LocalDate> {
  if (today !== undefined) return today;
  return open || filter || group || !isPlainSort(sort) ? readerDay(ctx) : todayIn(null, ctx.now());
}

/** Every condition of a list, with what the actor can see. `day` is the day that its pauses and its filter count from. */
export const conditionsOf = (ctx: Ctx, input: ListInput, day: LocalDate, { isPage = false } = {}): Prisma.Sql[] => [
  actionItemVisibleSql(ctx.actor, { isPage }),
  ...filtersOf(ctx, input, day),
];

const ofRecord = (table: "incident" | "review", key: string): Prisma.Sql =>
  Prisma.sql`action_item.${Prisma.raw(table)}_id = (SELECT id FROM ${Prisma.raw(table)} WHERE number = ${numberOfKey(key)})`;

/**
 * Returns action items that the actor can read, by cursor. Throws `rule` for a filter or an order with an unknown field.
 */
export async function listActionItems(
  ctx: Ctx,
  input: ListInput,
): Promise<{ items: ActionItemRow[]; nextCursor: string | null }> {
  const { found, cursorAfter } = await findPage(ctx, input);
  const shown = found.slice(0, input.limit);
  const last = shown.at(-1);
  return {
    items: await presentRows(
      ctx,
      shown.map(({ row }) => row),
      input,
    ),
    nextCursor: last && found.length > input.limit ? encodeCursor(await cursorAfter(last)) : null,
  };
}

/** A row, with its heading in a list that is grouped. */
type Listed = ActionRowRecord & { heading?: string | null };

export async function presentRows(
  ctx: Ctx,
  rows: readonly Listed[],
  { details }: Pick<ListInput, "details">,
): Promise<ActionItemRow[]> {
  const refs = await loadRefs(ctx, rows, { isDetailed: details === true });
  return rows.map((row) => ({
    ...presentActionRow(ctx, row, refs),
    ...(row.heading === undefined ? {} : { heading: row.heading }),
  }));
}

type Cursor = readonly (string | number | null | readonly (string | null)[])[];

interface Found {
  row: Listed;
  stretch: number;
}

interface FoundPage {
  /** Up to `limit + 1` rows in order, each with its stretch of the list. */
  found: Found[];
  cursorAfter: (last: Found) => Cursor | Promise<Cursor>;
}

/** Finds the rows of a page, with one more statement only if a stretch of the list ends within the page. */
async function findPage(ctx: Ctx, input: ListInput): Promise<FoundPage> {
  const day = await dayOf(ctx, input);
  const filters = conditionsOf(ctx, input, day, { isPage: !input.q?.trim() });
  const sorted = isPlainSort(input.sort) && !input.group ? null : sortedList(ctx, input, day);
  const stretches = sorted ? [sorted] : stretchesOf(input);
  const { cursor } = input;
  const place = cursor === undefined ? FIRST_PLACE : (sorted?.placeOf(cursor) ?? placeOf(cursor, input));
  const found: Found[] = [];
  const columns = sorted?.heading
    ? Prisma.sql`${ACTION_ROW_COLUMNS}, ${sorted.heading} AS heading`
    : ACTION_ROW_COLUMNS;
  for (const [at, { where, orderBy }] of stretches.entries()) {
    const limit = input.limit + 1 - found.length;
    if (at < place.stretch || limit === 0) continue;
    const within = [...filters, where, ...(at === place.stretch ? [place.after] : [])];
    const part = { table: "action_item" as const, columns, orderBy, limit };
    const rows = await findRows<Listed>(ctx, { ...part, q: input.q, where: within, whole: filters });
    found.push(...rows.map((row) => ({ row, stretch: at })));
  }
  return {
    found,
    cursorAfter: ({ row, stretch }) => (sorted ? sorted.cursorAfter(row.id) : cursorOf(stretch, row)),
  };
}
