import { isDeepStrictEqual } from "node:util";
import { rungDay } from "#lib/across/ladder/ladder.ts";
import { addDays, type LocalDate, utcDay } from "#lib/base/time/local-date.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import type { PolicyMove } from "#lib/contract/policy.ts";
import { WANTED_STATUSES } from "#lib/follow/action-item/still-wanted.ts";
import type { BusinessCalendar } from "#lib/people/calendar/business-days.ts";
import type { Applied } from "#lib/people/policy/applied.ts";
import { countFrom } from "#lib/people/policy/count.ts";
import { dueKey, ladderKey, type PolicyKey } from "#lib/people/policy/values.ts";
import { type DeadlineIncident, deadlinesOf, incidentsInWork } from "#server/across/deadline/index.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toLocalDate } from "#server/base/kernel/dates.ts";
import { actionKeyOf, incidentKeyOf, reviewKeyOf } from "#server/base/kernel/keys.ts";
import { teamCalendars } from "#server/people/calendar/index.ts";
import { actionFacts, reviewFacts } from "#server/people/policy/index.ts";
import type { Save } from "./onto.ts";
import { openActions, openReviews, type PromisedAction, type PromisedReview } from "./promises.ts";

/** A promise that another policy would change, with the line of the preview unless no day moves. */
export type Changed =
  | { kind: "action"; row: PromisedAction; due: LocalDate | null; line: PolicyMove | null }
  | { kind: "review"; row: PromisedReview; due: LocalDate | null; line: PolicyMove | null }
  | { kind: "incident"; row: DeadlineIncident; lines: PolicyMove[] };

type CalendarOf = Awaited<ReturnType<typeof teamCalendars>>;

/** Whether two editions differ in a value that something uses. */
const isOther = (one: Applied, other: Applied, keys: readonly PolicyKey[]) =>
  keys.some((key) => !isDeepStrictEqual(one.values[key], other.values[key]));

/** Returns the promises that a save changes, and the dates that would move with it. */
export async function changedPromises(ctx: Ctx, save: Save): Promise<Changed[]> {
  const calendarOf = await teamCalendars(ctx);
  const [actions, reviews, incidents] = await Promise.all([
    openActions(ctx),
    openReviews(ctx),
    incidentsInWork(ctx, { book: save.book, calendarOf }),
  ]);
  return [
    ...actions.flatMap((row) => changedAction(ctx, row, save, calendarOf) ?? []),
    ...reviews.flatMap((row) => changedReview(ctx, row, save, calendarOf) ?? []),
    ...incidents.flatMap((row) => changedIncident(ctx, row, save, calendarOf) ?? []),
  ];
}

function changedAction(ctx: Ctx, row: PromisedAction, save: Save, calendarOf: CalendarOf): Changed | null {
  const facts = actionFacts(row);
  const { made, next } = save.apply(facts, row.policyEdition);
  const calendar = calendarOf(facts.teamIds);
  const [now, from] = [toLocalDate(row.dueDate), toLocalDate(row.dueFrom)];
  const key = dueKey(row.priority);
  const asked = movedQuestion(row, calendar, { made, next });
  // The date of a proposal is counted once it is accepted, by the policies of then.
  if (row.status === "proposed" && asked === null) return null;
  const isCounted =
    row.status !== "proposed" && from !== null && row.dueBasis !== "person" && isOther(made, next, [key]);
  if (
    asked === null &&
    !isCounted &&
    !isOther(made, next, [
      ladderKey(row.priority),
      "ladderTpm",
      "ladderManager",
      "ladderParent",
      "waiverApprovers",
      "effectDays",
    ])
  )
    return null;
  const due = isCounted ? countFrom(calendar, from, next.values[key]) : now;
  const about = { key: actionKeyOf(row.number), title: row.title, what: null, owner: ownerOf(row) };
  if (due !== now) {
    const late = due !== null && due < todayIn(calendar.timeZone, ctx.now());
    return { kind: "action", row, due, line: { kind: "action", ...about, now, wouldBe: due, late } };
  }
  const rung = asked ?? (now && movedRung(calendar, { due: now, made, next, key: ladderKey(row.priority) }));
  return { kind: "action", row, due, line: rung ? { kind: "ladder", ...about, ...rung, late: false } : null };
}

/**
 * Returns when a proposal is to be answered, or people are asked about an old P3, if another edition moves that day.
 * Null: none moves.
 */
function movedQuestion(
  { priority, status, createdAt, updatedAt, wantedAskedAt, transitions }: PromisedAction,
  calendar: BusinessCalendar,
  { made, next }: { made: Applied; next: Applied },
): Pick<PolicyMove, "what" | "now" | "wouldBe"> | null {
  if (status === "proposed" && isOther(made, next, ["triage"])) {
    const since = utcDay(transitions[0]?.at ?? createdAt);
    const day = ({ values }: Applied) => countFrom(calendar, since, values.triage);
    if (day(made) !== day(next)) return { what: "proposal is to be answered", now: day(made), wouldBe: day(next) };
  }
  const isAsked = wantedAskedAt !== null && wantedAskedAt >= updatedAt;
  const canBeAsked = priority === "P3" && WANTED_STATUSES.some((one) => one === status) && !isAsked;
  if (!canBeAsked || !isOther(made, next, ["wantedDays"])) return null;
  const day = ({ values }: Applied) => addDays(utcDay(updatedAt), values.wantedDays);
  return { what: "people are asked whether it is still wanted", now: day(made), wouldBe: day(next) };
}

/** The rungs whose day a policy decides, the most telling first. */
const RUNGS = [
  { rung: "manager", what: null },
  { rung: "tpm", what: "TPM is notified" },
  { rung: "parent_manager", what: "manager of the parent team is notified" },
  { rung: "owner_before", what: "owner is reminded" },
] as const;

/** Returns the first rung of an action that another edition moves or gives to another TPM. Null: none. */
function movedRung(
  calendar: BusinessCalendar,
  { due, made, next, key }: { due: LocalDate; made: Applied; next: Applied; key: "ladder" | "ladderP0" },
): Pick<PolicyMove, "what" | "now" | "wouldBe"> | null {
  const dayOf = ({ values }: Applied, rung: (typeof RUNGS)[number]["rung"]) =>
    rungDay({ dueDate: due, times: values[key], pauses: [] }, calendar, rung);
  const days = RUNGS.map(({ rung, what }) => ({ what, now: dayOf(made, rung), wouldBe: dayOf(next, rung) }));
  const moved = days.find(({ now, wouldBe }) => now !== wouldBe);
  if (moved) return moved;
  const day = dayOf(next, "tpm");
  return isOther(made, next, ["ladderTpm"]) ? { what: "another TPM is notified", now: day, wouldBe: day } : null;
}

function changedReview(ctx: Ctx, row: PromisedReview, save: Save, calendarOf: CalendarOf): Changed | null {
  const facts = reviewFacts(row.incident);
  const { made, next } = save.apply(facts, row.policyEdition);
  const [now, from] = [toLocalDate(row.dueAt), toLocalDate(row.dueFrom)];
  if (from === null || !isOther(made, next, ["publish"])) return null;
  const due = countFrom(calendarOf(facts.teamIds), from, next.values.publish);
  if (due === now) return { kind: "review", row, due: now, line: null };
  const about = { key: reviewKeyOf(row.number), title: row.title, what: null, owner: row.owner };
  const late = due < todayIn(row.incident.timeZone, ctx.now());
  return { kind: "review", row, due, line: { kind: "review", ...about, now, wouldBe: due, late } };
}

const ownerOf = ({ owner }: PromisedAction) => owner && { id: owner.id, name: owner.name };

/** Returns an incident's deadlines that would move, or null. Those already sent don't move. */
function changedIncident(ctx: Ctx, row: DeadlineIncident, save: Save, calendarOf: CalendarOf): Changed | null {
  const facts = reviewFacts(row);
  const applied = save.apply(facts, row.policyEdition);
  if (!isOther(applied.made, applied.next, ["deadlines"])) return null;
  const by = (edition: number | null) => deadlinesOf(row, { book: save.book, edition, calendarOf, now: ctx.now() });
  const [made, next] = [by(row.policyEdition), by(save.next(row.policyEdition))];
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
