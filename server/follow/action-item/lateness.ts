import { Prisma } from "#generated/prisma/client.ts";
import type { LocalDate } from "#lib/base/time/local-date.ts";
import { fromLocalDate } from "#server/base/kernel/dates.ts";

/** `isOpenOn` of lib/follow/action-item/lateness.ts as an SQL condition on rows of `action_item` that aren't archived. */
export const openOnSql = (day: LocalDate | undefined): Prisma.Sql =>
  Prisma.sql`action_item.is_unsettled AND ${notPausedSql(day)}`;

export const notPausedSql = (day: LocalDate | undefined): Prisma.Sql =>
  Prisma.sql`(action_item.paused_until IS NULL OR ${
    day === undefined ? Prisma.sql`false` : Prisma.sql`action_item.paused_until <= ${day}::date`
  })`;

/** The same as a condition of Prisma. */
export const openOn = (day: LocalDate): Prisma.ActionItemWhereInput => ({
  isUnsettled: true,
  OR: [{ pausedUntil: null }, { pausedUntil: { lte: fromLocalDate(day) } }],
});

/** The actions that are late on a day, by the same rule. */
export const lateOn = (day: LocalDate): Prisma.ActionItemWhereInput => ({
  ...openOn(day),
  lateAfter: { lt: fromLocalDate(day) },
});
