import { addDays, daysBetween, type LocalDate, utcDay } from "#lib/base/time/local-date.ts";
import { DAY_MS } from "#lib/base/time/spans.ts";
import { UNPUBLISHED_STATUSES } from "#lib/base/vocabulary/review.ts";
import { MONDAY_ROWS } from "#lib/contract/lengths.ts";
import type { Monday } from "#lib/contract/monday.ts";
import { listAskedNext } from "#server/across/ladder/index.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { fromLocalDate, toLocalDate } from "#server/base/kernel/dates.ts";
import { actionKeyOf, reviewKeyOf } from "#server/base/kernel/keys.ts";
import { listPromotions } from "#server/follow/promotion/index.ts";
import { readerDay } from "#server/people/calendar/index.ts";
import { reviewVisibleTo } from "#server/reviews/review/index.ts";
import { type Counted, keyed, readable, verifiedWithin, type Within } from "./actions.ts";
import { acceptancesUntil, changesInDoubt, effectsDue } from "./changes.ts";
import { lateByTeam } from "./late-by-team.ts";
import { weekBefore } from "./week-before.ts";

const WEEK_DAYS = 7;
const ENDING_DAYS = 14;

/**
 * Returns the week of the programme, as far as the actor can read it. `today` is the reader's day, also by default. For
 * another day, the week ends then at this time of day. What is open and its dates are always those of now.
 */
export async function monday(
  ctx: Ctx,
  input: { today?: LocalDate | undefined; rows?: number | undefined },
): Promise<Monday> {
  const { rows: most = MONDAY_ROWS } = input;
  const present = await readerDay(ctx);
  const today = input.today ?? present;
  const end = new Date(ctx.now().getTime() + daysBetween(present, today) * DAY_MS);
  const then: Ctx = { ...ctx, now: () => end };
  const since = new Date(end.getTime() - WEEK_DAYS * DAY_MS);
  const week = { gte: since, lte: end };
  const before = {
    today: addDays(today, -WEEK_DAYS),
    until: since,
    since: new Date(since.getTime() - WEEK_DAYS * DAY_MS),
  };
  const soon = addDays(today, ENDING_DAYS);
  const [teams, askedNext, moved, waivers, acceptances, verified] = await Promise.all([
    lateByTeam(ctx, today),
    listAskedNext(ctx, { from: today, days: WEEK_DAYS }),
    movedWithin(ctx, week, most),
    waiversUntil(ctx, soon),
    acceptancesUntil(ctx, { today, last: soon }),
    verifiedWithin(ctx, week, most),
  ]);
  const [blocked, changes, effects, reviews, proposals, earlier] = await Promise.all([
    blockedOn(ctx, today, most),
    changesInDoubt(then),
    effectsDue(ctx, today),
    lateReviews(ctx, today, most),
    waitingProposals(then),
    weekBefore(ctx, before),
  ]);
  return {
    ...{ teams, waivers, acceptances, changes, effects, proposals, before: earlier },
    ...{
      askedNext: askedNext.slice(0, most),
      moved: moved.rows,
      verified: verified.rows,
      blocked: blocked.rows,
      reviews: reviews.rows,
    },
    totals: {
      ...{ askedNext: askedNext.length, moved: moved.total },
      ...{ verified: verified.total, reviews: reviews.total, blocked: blocked.total },
    },
  };
}

/** Only moves by people: a date that was counted again isn't one. */
async function movedWithin(ctx: Ctx, week: Within, take: number): Promise<Counted<Monday["moved"][number]>> {
  const where = { movedAt: week, basis: null, actionItem: readable(ctx) };
  const rows = await ctx.db.actionItemDueMove.findMany({
    where,
    select: {
      ...{ fromDate: true, toDate: true, reason: true, movedAt: true },
      actionItem: { select: { number: true, title: true, dueMoves: true } },
    },
    orderBy: [{ movedAt: "desc" }, { id: "desc" }],
    take,
  });
  const moves = rows.map(({ actionItem, fromDate, toDate, reason, movedAt }) => ({
    ...keyed(actionItem),
    ...{ from: toLocalDate(fromDate), to: toLocalDate(toDate), reason },
    ...{ moves: actionItem.dueMoves, at: movedAt.toISOString() },
  }));
  return { rows: moves, total: await ctx.db.actionItemDueMove.count({ where }) };
}

async function waiversUntil(ctx: Ctx, last: LocalDate): Promise<Monday["waivers"]> {
  const rows = await ctx.db.waiver.findMany({
    where: { status: "approved", until: { lte: fromLocalDate(last) }, actionItem: readable(ctx) },
    select: { until: true, answeredById: true, actionItem: { select: { number: true, title: true } } },
    orderBy: [{ until: "asc" }, { id: "asc" }],
  });
  const ids = rows.flatMap(({ answeredById }) => answeredById ?? []);
  const people = await ctx.db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return rows.map(({ until, answeredById, actionItem }) => ({
    ...keyed(actionItem),
    until: utcDay(until),
    approvedBy: people.find(({ id }) => id === answeredById)?.name ?? null,
  }));
}

/** Open actions that are blocked until a later day, or without one. */
async function blockedOn(ctx: Ctx, today: LocalDate, take: number): Promise<Counted<Monday["blocked"][number]>> {
  const where = {
    AND: [readable(ctx), { OR: [{ blockedUntil: null }, { blockedUntil: { gt: fromLocalDate(today) } }] }],
    ...{ isUnsettled: true, blockedReason: { not: null } },
  };
  const name = { select: { name: true } } as const;
  const rows = await ctx.db.actionItem.findMany({
    where,
    select: {
      ...{ number: true, title: true, blockedReason: true, blockedUntil: true },
      ...{ blockedByPerson: name, blockedByTeam: name },
      relationsTo: { where: { isFlag: true, from: readable(ctx) }, select: { from: { select: { number: true } } } },
    },
    orderBy: [{ blockedUntil: { sort: "asc", nulls: "last" } }, { number: "asc" }],
    take,
  });
  const blocked = rows.map(({ blockedReason, blockedUntil, blockedByPerson, blockedByTeam, relationsTo, ...row }) => {
    const [action] = relationsTo.map(({ from }) => actionKeyOf(from.number));
    const by = action ?? blockedByPerson?.name ?? blockedByTeam?.name ?? null;
    return { ...keyed(row), reason: blockedReason ?? "", until: toLocalDate(blockedUntil), by };
  });
  return { rows: blocked, total: await ctx.db.actionItem.count({ where }) };
}

async function lateReviews(ctx: Ctx, today: LocalDate, take: number): Promise<Counted<Monday["reviews"][number]>> {
  const where = {
    AND: [reviewVisibleTo(ctx.actor)],
    ...{ archivedAt: null, status: { in: [...UNPUBLISHED_STATUSES] }, dueAt: { lt: fromLocalDate(today) } },
  };
  const rows = await ctx.db.review.findMany({
    where,
    select: { number: true, title: true, dueAt: true, owner: { select: { id: true, name: true } } },
    orderBy: [{ dueAt: "asc" }, { number: "asc" }],
    take,
  });
  const reviews = rows.flatMap(({ number, title, dueAt, owner }) =>
    dueAt ? [{ key: reviewKeyOf(number), title, dueAt: utcDay(dueAt), owner }] : [],
  );
  return { rows: reviews, total: await ctx.db.review.count({ where }) };
}

async function waitingProposals(ctx: Ctx): Promise<Monday["proposals"]> {
  const { items } = await listPromotions(ctx);
  return items.map(({ condition: { id, name }, incidents, minutesInYear: minutes }) => ({
    ...{ condition: { id, name }, incidents: incidents.length, minutes },
  }));
}
