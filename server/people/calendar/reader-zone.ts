import { Prisma } from "#generated/prisma/client.ts";
import { type Actor, actorId } from "#lib/base/access/actor.ts";
import type { LocalDate } from "#lib/base/time/local-date.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import type { Ctx } from "#server/base/kernel/context.ts";

/**
 * The time zone in which a reader's days start, as SQL: a person's own, otherwise the organisation's, as for a job.
 */
export const readerZoneSql = (actor: Actor): Prisma.Sql => Prisma.sql`COALESCE(
  (SELECT time_zone FROM "user" WHERE id = ${actorId(actor)}::uuid),
  (SELECT time_zone FROM business_calendar WHERE team_id IS NULL), 'UTC')`;

/** Returns that time zone. */
export async function readerZone({ actor, db }: Pick<Ctx, "actor" | "db">): Promise<string> {
  const [row] = await db.$queryRaw<{ zone: string }[]>`SELECT ${readerZoneSql(actor)} AS zone`;
  return row?.zone ?? "UTC";
}

/** Returns which day it is for a reader. */
export const readerDay = async (ctx: Ctx): Promise<LocalDate> => todayIn(await readerZone(ctx), ctx.now());
