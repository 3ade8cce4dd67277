import { isDeepStrictEqual } from "node:util";
import { addDays, type LocalDate } from "#lib/base/time/local-date.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import type { PolicyMove } from "#lib/contract/policy.ts";
import { type BusinessCalendar, nthBusinessDay } from "#lib/people/calendar/business-days.ts";
import type { Applied } from "#lib/people/policy/applied.ts";
import { countFrom } from "#lib/people/policy/count.ts";
import { dueKey, type LadderTimes, ladderKey, POLICY_KEYS } from "#lib/people/policy/values.ts";
import { type DeadlineIncident, deadlinesOf, incidentsInWork } from "#server/across/deadline/index.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toLocalDate } from "#server/base/kernel/dates.ts";
import { actionKeyOf, incidentKeyOf, reviewKeyOf } from "#server/base/kernel/keys.ts";
import { teamCalendars } from "#server/people/calendar/index.ts";
import { actionFacts, type PolicyBook, reviewFacts } from "#server/people/policy/index.ts";
import { openActions, openReviews, type PromisedAction, type PromisedReview } from "./promises.ts";

/** A promise that another policy would change, with the line of the preview unless no day moves. */
export type Changed =
  | { kind: "action"; row: PromisedAction; due: LocalDate | null; line: PolicyMove | null }
  | { kind: "review"; row: PromisedReview; due: LocalDate | null; line: PolicyMove | null }
  | { kind: "incident"; row: DeadlineIncident; lines: PolicyMove[] };

type CalendarOf = Awaited<ReturnType<typeof teamCalendars>>;

const isOther = (one: Applied, other: Applied) =>
  POLICY_KEYS.some((key) => !isDeepStrictEqual(one.values[key], other.values[key]));

/** Returns the promises whose policy isn't that of the newest edition, and what would move under it. */
export async function changedPromises(ctx: Ctx, book: PolicyBook): Promise<Changed[]> {
  const [calendarOf, actions, reviews, incidents] = await Promise.all([
    teamCalendars(ctx),
    openActions(ctx),
    openReviews(ctx),
    incidentsInWork(ctx),
  ]);
  return [
    ...actions.flatMap((row) => changedAction(ctx, row, book, calendarOf) ?? []),
    ...reviews.flatMap((row) => changedReview(ctx, row, book, calendarOf) ?? []),
    ...incidents.flatMap((row) => changedIncident(ctx, row, book, calendarOf) ?? []),
  ];
}

function changedAction(ctx: Ctx, row: PromisedAction, book: PolicyBook, calendarOf: CalendarOf): Changed | null {
  const facts = actionFacts(row);
  const [made, next] = [book.apply(facts, row.policyEdition), book.apply(facts, null)];
  if (!isOther(made, next)) return null;
  const calendar = calendarOf(facts.teamIds);
  const [now, from] = [toLocalDate(row.dueDate), toLocalDate(row.dueFrom)];
  const key = dueKey(row.priority);
  const isCounted =
    from !== null && row.dueBasis !== "person" && !isDeepStrictEqual(made.values[key], next.values[key]);
  const due = isCounted ? countFrom(calendar, from, next.values[key]) : now;
  const about = { key: actionKeyOf(row.number), title: row.title, what: null, owner: ownerOf(row) };
  if (due !== now) {
    const late = due !== null && due < todayIn(calendar.timeZone, ctx.now());
    return { kind: "action", row, due, line: { kind: "action", ...about, now, wouldBe: due, late } };
  }
  const ladder = ladderKey(row.priority);
  const day = (times: LadderTimes) => now && managerDay(calendar, now, times);
  const [told, wouldBe] = [day(made.values[ladder]), day(next.values[ladder])];
  const line: PolicyMove | null =
    told === wouldBe ? null : { kind: "ladder", ...about, now: told, wouldBe, late: false };
  return { kind: "action", row, due, line };
}

const managerDay = (calendar: BusinessCalendar, due: LocalDate, { manager, unit }: LadderTimes) =>
  unit === "calendar" ? addDays(due, manager) : nthBusinessDay(calendar, due, manager);

function changedReview(ctx: Ctx, row: PromisedReview, book: PolicyBook, calendarOf: CalendarOf): Changed | null {
  const facts = reviewFacts(row.incident);
  const [made, next] = [book.apply(facts, row.policyEdition), book.apply(facts, null)];
  const [now, from] = [toLocalDate(row.dueAt), toLocalDate(row.dueFrom)];
  if (from === null || !isOther(made, next)) return null;
  const isCounted = !isDeepStrictEqual(made.values.publish, next.values.publish);
  const due = isCounted ? countFrom(calendarOf(facts.teamIds), from, next.values.publish) : now;
  if (due === now || due === null) return { kind: "review", row, due: now, line: null };
  const about = { key: reviewKeyOf(row.number), title: row.title, what: null, owner: row.owner };
  const late = due < todayIn(row.incident.timeZone, ctx.now());
  return { kind: "review", row, due, line: { kind: "review", ...about, now, wouldBe: due, late } };
}

const ownerOf = ({ owner }: PromisedAction) => owner && { id: owner.id, name: owner.name };

/** What is already sent doesn't move. */
function changedIncident(ctx: Ctx, row: DeadlineIncident, book: PolicyBook, calendarOf: CalendarOf): Changed | null {
  const facts = reviewFacts(row);
  if (!isOther(book.apply(facts, row.policyEdition), book.apply(facts, null))) return null;
  const by = (edition: number | null) => deadlinesOf(row, { book, edition, calendarOf, now: ctx.now() });
  const [made, next] = [by(row.policyEdition), by(null)];
  const keys = [...new Set([...made, ...next].map(({ key }) => key))];
  const lines = keys.flatMap((key): PolicyMove[] => {
    const [old, wanted] = [made, next].map((all) => all.find((one) => one.key === key));
    const isSame = old !== undefined && wanted !== undefined && old.dueAt === wanted.dueAt;
    if (isSame || (wanted ?? old)?.state === "sent") return [];
    const about = {
      key: incidentKeyOf(row.number),
      title: row.title,
      what: (wanted ?? old)?.name ?? null,
      owner: null,
    };
    const late = wanted?.state === "late";
    return [{ kind: "deadline", ...about, now: old?.dueAt ?? null, wouldBe: wanted?.dueAt ?? null, late }];
  });
  return { kind: "incident", row, lines };
}

/** Returns the lines of the preview. */
export const linesOf = (changed: Changed): PolicyMove[] =>
  changed.kind === "incident" ? changed.lines : changed.line ? [changed.line] : [];
