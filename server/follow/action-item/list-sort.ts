import { z } from "zod";
import { Prisma } from "#generated/prisma/client.ts";
import { invalid, refuse } from "#lib/base/errors.ts";
import type { LocalDate } from "#lib/base/time/local-date.ts";
import {
  fieldRule,
  isHeadedGroup,
  isPlainSort,
  type QueryGroup,
  type SortKey,
} from "#lib/follow/action-item/query/fields.ts";
import { readSort, wrongSort } from "#lib/follow/action-item/query/query.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { cursorNumber, decodeCursor } from "#server/base/kernel/cursor.ts";
import { type FieldSql, fieldSql, headingSql } from "./field-sql.ts";
import { openOnSql } from "./lateness.ts";
import type { ListInput, Place, Stretch } from "./list-order.ts";

type Key = FieldSql & { descending: boolean };

/** The last day on time, by which the plain orders sort. */
const LATE_AFTER: Key = { value: Prisma.sql`action_item.late_after`, type: "date", descending: false };

/** The letters of a text that sort it: enough to distinguish it, and few enough for a cursor in any script. */
const SORTED = 40;

const sortable = ({ value, type }: FieldSql): FieldSql =>
  type === "text" ? { value: Prisma.sql`left(lower(${value}), ${SORTED}::int)`, type } : { value, type };

/** People and teams sort by name. There is no order by how many actions someone has. */
function sortKey(ctx: Ctx, { field, descending }: SortKey, today: LocalDate): Key {
  const { value, type } = fieldSql(ctx, field, today);
  if (type !== "uuid") return { ...sortable({ value, type }), descending };
  const table = Prisma.raw(field === "team" ? "team" : `"user"`);
  const name = Prisma.sql`(SELECT left(lower(n.name::text), ${SORTED}::int) FROM ${table} n WHERE n.id = ${value})`;
  return { value: name, type: "text", descending };
}

/** The key by which rows with the same heading come one after the other. */
function groupKey(ctx: Ctx, group: QueryGroup, today: LocalDate): Key {
  const { value, type } = sortKey(ctx, { field: group, descending: false }, today);
  if (group === "late") return { value: lateGroup(value, today), type: "int", descending: false };
  if (type === "date") return { value: Prisma.sql`date_trunc('month', ${value})::date`, type, descending: false };
  return { value, type, descending: fieldRule(group).kind === "flag" };
}

/** The place of a row among `LATENESS_GROUPS`. */
const lateGroup = (days: Prisma.Sql, today: LocalDate) => Prisma.sql`(CASE
  WHEN ${days} > 90 THEN 0 WHEN ${days} > 30 THEN 1 WHEN ${days} > 7 THEN 2 WHEN ${days} > 0 THEN 3
  WHEN ${days} IS NOT NULL THEN 4 WHEN ${openOnSql(today)} THEN 5 WHEN action_item.is_unsettled THEN 6 ELSE 7 END)`;

const CURSOR = z.tuple([
  z
    .array(
      z
        .string()
        .max(2 * SORTED)
        .nullable(),
    )
    .max(6),
  cursorNumber,
]);

/** A list in any order: by group, then by fields, then by number. Rows without a value are last. */
export interface SortedList extends Stretch {
  /** The heading of a row's group, if the row doesn't have it itself. */
  heading: Prisma.Sql | null;
  placeOf(cursor: string): Place;
  /** Returns the sort values after which the next page starts. */
  cursorAfter(id: string): Promise<readonly [(string | null)[], number]>;
}

/** Returns how a list is read in an order that has no index of its own. Throws `invalid` for an unknown field. */
export function sortedList(ctx: Ctx, { sort, group }: ListInput, today: LocalDate): SortedList {
  const fields = readSort(sort);
  if (fields === null) throw refuse("query_invalid", wrongSort(sort));
  const keys = [
    ...(group ? [groupKey(ctx, group, today)] : []),
    ...fields.filter(({ field }) => field !== "key" && sort !== "due").map((field) => sortKey(ctx, field, today)),
    ...(isPlainSort(sort) && sort !== "newest" ? [LATE_AFTER] : []),
  ];
  const isNewest = fields.some(({ field, descending }) => field === "key" && descending);
  const orders = keys.map(
    ({ value, descending }) => Prisma.sql`${value} ${Prisma.raw(descending ? "DESC" : "ASC")} NULLS LAST`,
  );
  const number = Prisma.raw(`action_item.number ${isNewest ? "DESC" : "ASC"}`);
  return {
    where: Prisma.sql`true`,
    orderBy: Prisma.join([...orders, number]),
    heading: group && isHeadedGroup(group) ? headingSql(ctx, group, today) : null,
    placeOf(cursor) {
      const [values, last] = decodeCursor(cursor, CURSOR);
      if (values.length !== keys.length) throw invalid("cursor", "Invalid cursor. Leave it out.");
      return { stretch: 0, after: after(keys, values, last, isNewest) };
    },
    async cursorAfter(id) {
      const texts = keys.map(({ value }) => Prisma.sql`${value}::text`);
      const [row] = await ctx.db.$queryRaw<{ values: (string | null)[]; number: number }[]>`
        SELECT ARRAY[${texts.length > 0 ? Prisma.join(texts) : Prisma.empty}]::text[] AS values, number
        FROM action_item WHERE id = ${id}::uuid`;
      return [row?.values ?? [], row?.number ?? 0];
    },
  };
}

/** Returns the condition for rows after one: later in the first key, or equal in it and later in the next. */
function after(keys: readonly Key[], values: readonly (string | null)[], last: number, isNewest: boolean): Prisma.Sql {
  const tie = Prisma.sql`action_item.number ${Prisma.raw(isNewest ? "<" : ">")} ${last}`;
  return keys.reduceRight((rest, { value, type, descending }, at) => {
    const given = values[at] ?? null;
    if (given === null) return Prisma.sql`(${value} IS NULL AND ${rest})`;
    const known = Prisma.sql`${given}::${Prisma.raw(type)}`;
    const behind = Prisma.sql`${value} ${Prisma.raw(descending ? "<" : ">")} ${known}`;
    return Prisma.sql`(${behind} OR ${value} IS NULL OR (${value} = ${known} AND ${rest}))`;
  }, tie);
}
