import type { InferContractRouterOutputs } from "@orpc/contract";
import { Prisma } from "#generated/prisma/client.ts";
import { actorId } from "#lib/base/access/actor.ts";
import { AppError } from "#lib/base/errors.ts";
import type { LocalDate } from "#lib/base/time/local-date.ts";
import type { actionItemContract } from "#lib/contract/action-item.ts";
import { namesPerson } from "#lib/follow/action-item/query/names-person.ts";
import { listInputOf, type TrackerQuery } from "#lib/follow/action-item/query/query.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { readerDay } from "#server/people/calendar/index.ts";
import { conditionsOf } from "./list.ts";

/** Returns the conditions of a query. Null for one that can't be run, so the other queries have their counts. */
function whereOf(ctx: Ctx, query: TrackerQuery, today: LocalDate): Prisma.Sql[] | null {
  try {
    return conditionsOf(ctx, listInputOf(query, today), today);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/**
 * Returns how many actions each query has for this actor, in one statement. Null with search words, which aren't counted,
 * for a query that names someone else, and for one that can't be run.
 */
export async function countQueries(
  ctx: Ctx,
  queries: readonly (TrackerQuery | null)[],
  today: LocalDate,
): Promise<(number | null)[]> {
  const me = actorId(ctx.actor);
  const counts = queries.map((query) => {
    if (query === null || query.q.trim() !== "" || namesPerson(query, me)) return null;
    const where = whereOf(ctx, query, today);
    return where && Prisma.sql`(SELECT count(*)::int FROM action_item WHERE ${Prisma.join(where, " AND ")})`;
  });
  const wanted = counts.filter((count) => count !== null);
  if (wanted.length === 0) return counts.map(() => null);
  const [row] = await ctx.db.$queryRaw<{ counts: number[] }[]>`SELECT ARRAY[${Prisma.join(wanted)}] AS counts`;
  const found = row?.counts.values();
  return counts.map((count) => (count === null ? null : (found?.next().value ?? null)));
}

type States = InferContractRouterOutputs<typeof actionItemContract>["states"];

/** Returns how many actions of a list are in each state. Null for one that names someone else. */
export async function countStates(ctx: Ctx, input: InputOf<typeof actionItemContract.states>): Promise<States> {
  const { ownerId = [], filter = "", today = await readerDay(ctx) } = input;
  // A filter that can't be read is rejected, as by a list.
  const where = conditionsOf(ctx, { ...input, limit: 1, sort: "due" }, today);
  if (namesPerson({ owner: [ownerId].flat(), filter }, actorId(ctx.actor))) return { items: null };
  const items = await ctx.db.$queryRaw<NonNullable<States["items"]>>`
    SELECT status, count(*)::int AS count FROM action_item WHERE ${Prisma.join(where, " AND ")}
    GROUP BY status ORDER BY status`;
  return { items };
}
