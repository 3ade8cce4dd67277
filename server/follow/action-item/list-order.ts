import { z } from "zod";
import type { Prisma } from "#generated/prisma/client.ts";
import { ACTION_PRIORITIES } from "#lib/base/vocabulary/action-item.ts";
import type { actionItemContract } from "#lib/contract/action-item.ts";
import { localDate } from "#lib/contract/base.ts";
import { cursorNumber, decodeCursor } from "#server/base/kernel/cursor.ts";
import { fromLocalDate, toLocalDate } from "#server/base/kernel/dates.ts";
import type { InputOf } from "#server/base/kernel/input.ts";

export type ListInput = InputOf<typeof actionItemContract.list>;
type Where = Prisma.ActionItemWhereInput;

const PLACE = z.tuple([cursorNumber, localDate.nullable(), cursorNumber]);

/** A stretch of the list that one index range answers in order; the list is its stretches one after the other. */
export interface Stretch {
  where: Where;
  orderBy: Prisma.ActionItemOrderByWithRelationInput[];
}

const DATED: Stretch = { where: { dueDate: { not: null } }, orderBy: [{ dueDate: "asc" }, { number: "asc" }] };
const UNDATED: Stretch = { where: { dueDate: null }, orderBy: [{ number: "asc" }] };
const NEWEST: Stretch = { where: {}, orderBy: [{ number: "desc" }] };

/** Most late first, undated last; by priority the same within each; or newest first. */
export function stretchesOf({ sort, priority, dueBefore, dueAfter }: ListInput): Stretch[] {
  if (sort === "newest") return [NEWEST];
  const byDate = dueBefore === undefined && dueAfter === undefined ? [DATED, UNDATED] : [DATED];
  if (sort === "due") return byDate;
  return ACTION_PRIORITIES.filter((one) => priority === undefined || priority.includes(one)).flatMap((one) =>
    byDate.map((stretch) => ({ ...stretch, where: { AND: [stretch.where, { priority: one }] } })),
  );
}

/** Where a page continues: the stretch and the place in it behind the last row of the page before. */
export interface Place {
  stretch: number;
  after: Where;
}

export const FIRST_PLACE: Place = { stretch: 0, after: {} };

export function placeOf(cursor: string, { sort }: ListInput): Place {
  const [stretch, due, number] = decodeCursor(cursor, PLACE);
  if (sort === "newest") return { stretch, after: { number: { lt: number } } };
  if (due === null) return { stretch, after: { number: { gt: number } } };
  // The lower bound is separate, so the index starts there and not at the head of the list.
  const date = fromLocalDate(due);
  return { stretch, after: { dueDate: { gte: date }, OR: [{ dueDate: { gt: date } }, { number: { gt: number } }] } };
}

export const cursorOf = (stretch: number, row: { dueDate: Date | null; number: number }) =>
  [stretch, toLocalDate(row.dueDate), row.number] as const;
