import { z } from "zod";
import { Prisma } from "#generated/prisma/client.ts";
import { ACTION_PRIORITIES } from "#lib/base/vocabulary/action-item.ts";
import type { actionItemContract } from "#lib/contract/action-item.ts";
import { localDate } from "#lib/contract/base.ts";
import { cursorNumber, decodeCursor } from "#server/base/kernel/cursor.ts";
import { toLocalDate } from "#server/base/kernel/dates.ts";
import { oneOf } from "#server/base/kernel/find-ids.ts";
import type { InputOf } from "#server/base/kernel/input.ts";

export type ListInput = InputOf<typeof actionItemContract.list>;

const PLACE = z.tuple([cursorNumber, localDate.nullable(), cursorNumber]);

/** A stretch of the list that one index range returns in order. The list is its stretches one after the other. */
export interface Stretch {
  where: Prisma.Sql;
  orderBy: Prisma.Sql;
}

const DATED: Stretch = {
  where: Prisma.sql`action_item.late_after IS NOT NULL`,
  orderBy: Prisma.sql`action_item.late_after, action_item.number`,
};
const UNDATED: Stretch = {
  where: Prisma.sql`action_item.late_after IS NULL`,
  orderBy: Prisma.sql`action_item.number`,
};
const NEWEST: Stretch = { where: Prisma.sql`true`, orderBy: Prisma.sql`action_item.number DESC` };

/** Latest first and undated last, by priority with the same order within each, or newest first. */
export function stretchesOf({ sort, priority, dueBefore, dueAfter }: ListInput): Stretch[] {
  if (sort === "newest") return [NEWEST];
  const byDate = dueBefore === undefined && dueAfter === undefined ? [DATED, UNDATED] : [DATED];
  if (sort === "due") return byDate;
  return ACTION_PRIORITIES.filter((one) => priority === undefined || priority.includes(one)).flatMap((one) =>
    byDate.map((stretch) => ({
      ...stretch,
      where: Prisma.sql`${stretch.where} AND ${oneOf("action_item.priority", "action_priority", [one])}`,
    })),
  );
}

/** Where a page continues: the stretch and the position in it after the last row of the page before. */
export interface Place {
  stretch: number;
  after: Prisma.Sql;
}

export const FIRST_PLACE: Place = { stretch: 0, after: Prisma.sql`true` };

/** Returns the condition for the rows after a cursor. Throws `invalid` for a malformed one. */
export function placeOf(cursor: string, { sort }: ListInput): Place {
  const [stretch, due, number] = decodeCursor(cursor, PLACE);
  if (sort === "newest") return { stretch, after: Prisma.sql`action_item.number < ${number}` };
  if (due === null) return { stretch, after: Prisma.sql`action_item.number > ${number}` };
  return { stretch, after: Prisma.sql`(action_item.late_after, action_item.number) > (${due}::date, ${number})` };
}

export const cursorOf = (stretch: number, row: { lateAfter: Date | null; number: number }) =>
  [stretch, toLocalDate(row.lateAfter), row.number] as const;
