import { addDays, type LocalDate } from "#lib/base/time/local-date.ts";
import { DAY_MS } from "#lib/base/time/spans.ts";
import { UNPUBLISHED_STATUSES } from "#lib/base/vocabulary/review.ts";
import { MONDAY_ROWS, type Monday } from "#lib/contract/monday.ts";
import { isHealthStale } from "#lib/follow/strategic-change/health.ts";
import { listAskedNext } from "#server/across/ladder/index.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { fromLocalDate, toInstantOrNull, toLocalDate } from "#server/base/kernel/dates.ts";
import { actionKeyOf, changeKeyOf, reviewKeyOf } from "#server/base/kernel/keys.ts";
import { actionItemVisibleTo } from "#server/follow/action-item/index.ts";
import { listPromotions } from "#server/follow/promotion/index.ts";
import { readerDay } from "#server/people/calendar/index.ts";
import { loadBook } from "#server/people/policy/index.ts";
import { reviewVisibleTo } from "#server/reviews/review/index.ts";
import { lateByTeam } from "./late-by-team.ts";

const WEEK_DAYS = 7;
const WAIVER_DAYS = 14;

/** Returns the week of the programme, as far as the actor can read it. `today` is the reader's day, also by default. */
export async function monday(ctx: Ctx, input: { today?: LocalDate | undefined }): Promise<Monday> {
  const today = input.today ?? (await readerDay(ctx));
  const since = new Date(ctx.now().getTime() - WEEK_DAYS * DAY_MS);
  const [teams, askedNext, moved, waivers, verified, changes, reviews, proposals] = await Promise.all([
    lateByTeam(ctx, today),
    listAskedNext(ctx, { from: today, days: WEEK_DAYS }),
    movedSince(ctx, since),
    waiversUntil(ctx, addDays(today, WAIVER_DAYS)),
    verifiedSince(ctx, since),
    changesInDoubt(ctx),
    lateReviews(ctx, today),
    waitingProposals(ctx),
  ]);
  return {
    ...{ teams, waivers, changes, proposals },
    ...{
      askedNext: askedNext.slice(0, MONDAY_ROWS),
      moved: moved.rows,
      verified: verified.rows,
      reviews: reviews.rows,
    },
    totals: {
      ...{ askedNext: askedNext.length, moved: moved.total },
      ...{ verified: verified.total, reviews: reviews.total },
    },
  };
}

/** The first rows of a list, and how many there are. */
interface Counted<Row> {
  rows: Row[];
  total: number;
}

const readable = (ctx: Ctx) => ({ AND: [{ archivedAt: null }, actionItemVisibleTo(ctx.actor)] });
const keyed = ({ number, title }: { number: number; title: string }) => ({ key: actionKeyOf(number), title });

/** Only moves by people: a date that was counted again isn't one. */
async function movedSince(ctx: Ctx, since: Date): Promise<Counted<Monday["moved"][number]>> {
  const where = { movedAt: { gte: since }, basis: null, actionItem: readable(ctx) };
  const rows = await ctx.db.actionItemDueMove.findMany({
    where,
    select: {
      ...{ fromDate: true, toDate: true, reason: true, movedAt: true },
      actionItem: { select: { number: true, title: true, dueMoves: true } },
    },
    orderBy: [{ movedAt: "desc" }, { id: "desc" }],
    take: MONDAY_ROWS,
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
    until: until.toISOString().slice(0, 10),
    approvedBy: people.find(({ id }) => id === answeredById)?.name ?? null,
  }));
}

async function verifiedSince(ctx: Ctx, since: Date): Promise<Counted<Monday["verified"][number]>> {
  const where = { ...readable(ctx), status: "verified" as const, verifiedAt: { gte: since } };
  const rows = await ctx.db.actionItem.findMany({
    where,
    select: {
      ...{ number: true, title: true, verifiedAt: true, verifier: { select: { name: true } } },
      evidence: { where: { removedAt: null }, select: { id: true } },
    },
    orderBy: [{ verifiedAt: "desc" }, { id: "desc" }],
    take: MONDAY_ROWS,
  });
  const actions = rows.flatMap(({ verifiedAt, verifier, evidence, ...row }) =>
    verifiedAt
      ? [{ ...keyed(row), at: verifiedAt.toISOString(), by: verifier?.name ?? null, evidence: evidence.length }]
      : [],
  );
  return { rows: actions, total: await ctx.db.actionItem.count({ where }) };
}

/** Everyone reads every strategic change. */
async function changesInDoubt(ctx: Ctx): Promise<Monday["changes"]> {
  const rows = await ctx.db.strategicChange.findMany({
    where: { archivedAt: null, status: "in_progress" },
    select: {
      ...{ number: true, title: true, status: true, statusAt: true, health: true, healthAt: true },
      ...{ teamId: true, owner: { select: { id: true, name: true } } },
    },
    orderBy: [{ health: { sort: "desc", nulls: "last" } }, { number: "asc" }],
  });
  const book = await loadBook(ctx);
  return rows.flatMap(({ number, title, status, statusAt, health, healthAt: reported, owner, teamId }) => {
    const healthAt = toInstantOrNull(reported);
    const reportedHealth = { status, healthAt, since: statusAt.toISOString(), healthDays: book.healthDays(teamId) };
    const stale = isHealthStale(reportedHealth, ctx.now().toISOString());
    const isDoubted = stale || health === "at_risk" || health === "off_track";
    return isDoubted ? [{ key: changeKeyOf(number), title, health, stale, healthAt, owner }] : [];
  });
}

async function lateReviews(ctx: Ctx, today: LocalDate): Promise<Counted<Monday["reviews"][number]>> {
  const where = {
    AND: [reviewVisibleTo(ctx.actor)],
    ...{ archivedAt: null, status: { in: [...UNPUBLISHED_STATUSES] }, dueAt: { lt: fromLocalDate(today) } },
  };
  const rows = await ctx.db.review.findMany({
    where,
    select: { number: true, title: true, dueAt: true, owner: { select: { id: true, name: true } } },
    orderBy: [{ dueAt: "asc" }, { number: "asc" }],
    take: MONDAY_ROWS,
  });
  const reviews = rows.flatMap(({ number, title, dueAt, owner }) =>
    dueAt ? [{ key: reviewKeyOf(number), title, dueAt: dueAt.toISOString().slice(0, 10), owner }] : [],
  );
  return { rows: reviews, total: await ctx.db.review.count({ where }) };
}

async function waitingProposals(ctx: Ctx): Promise<Monday["proposals"]> {
  const { items } = await listPromotions(ctx);
  return items.map(({ condition: { id, name }, incidents, minutesInYear: minutes }) => ({
    ...{ condition: { id, name }, incidents: incidents.length, minutes },
  }));
}
