import { isDeepStrictEqual } from "node:util";
import { rungDay } from "#lib/across/ladder/ladder.ts";
import { addDays, type LocalDate, utcDay } from "#lib/base/time/local-date.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import type { PolicyMove } from "#lib/contract/policy.ts";
import { WANTED_STATUSES } from "#lib/follow/action-item/still-wanted.ts";
import type { BusinessCalendar } from "#lib/people/calendar/business-days.ts";
import type { Applied } from "#lib/people/policy/applied.ts";
import { countFrom } from "#lib/people/policy/count.ts";
import { momentAt } from "#lib/people/policy/reminders.ts";
import { dueKey, ladderKey, type PolicyKey } from "#lib/people/policy/values.ts";
import {
  type DeadlineIncident,
  deadlinesOf,
  incidentsInWork,
  meetingDay,
  startOf,
} from "#server/across/deadline/index.ts";
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
  | { kind: "review"; row: PromisedReview; due: LocalDate | null; lines: PolicyMove[] }
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
    !isOther(made, next, [ladderKey(row.priority), ...RUNG_PEOPLE, "waiverApprovers", "effectDays"])
  )
    return null;
  const due = isCounted ? countFrom(calendar, from, next.values[key]) : now;
  const about = { key: actionKeyOf(row.number), title: row.title, what: null, owner: ownerOf(row) };
  if (due !== now) {
    const late = due !== null && due < todayIn(calendar.timeZone, ctx.now());
    return { kind: "action", row, due, line: { kind: "action", ...about, now, wouldBe: due, late } };
  }
  const rung =
    asked ??
    (now && movedRung(calendar, { due: now, made, next, key: ladderKey(row.priority), hasManager: hasManager(row) })) ??
    movedAnswer(row, { made, next, today: todayIn(calendar.timeZone, ctx.now()) });
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

/**
 * Returns what else another edition changes of an action: who answers its waiver, or when people are asked whether it worked if
 * it is verified today. Null: nothing.
 */
function movedAnswer(
  { waivers: [waiver] }: PromisedAction,
  { made, next, today }: { made: Applied; next: Applied; today: LocalDate },
): Pick<PolicyMove, "what" | "now" | "wouldBe"> | null {
  if (waiver && isOther(made, next, ["waiverApprovers"])) {
    const until = utcDay(waiver.until);
    return { what: "others answer or end its waiver", now: until, wouldBe: until };
  }
  if (!isOther(made, next, ["effectDays"])) return null;
  const day = ({ values }: Applied) => addDays(today, values.effectDays);
  return { what: "effect is checked, if it is verified today", now: day(made), wouldBe: day(next) };
}

const hasManager = ({ teamId, team, owner }: PromisedAction): boolean =>
  (teamId === null ? (owner?.memberships ?? []).map((one) => one.team) : [team]).some(
    (one) => one?.manager?.disabledAt === null,
  );

/** The values that name people of a rung. */
const RUNG_PEOPLE = ["ladderTpm", "ladderManager", "ladderParent"] as const;

/** The rungs whose day a policy decides, the most telling first. */
const RUNGS = [
  { rung: "manager", what: null },
  { rung: "tpm", what: "TPM is notified" },
  { rung: "parent_manager", what: "manager of the parent team is notified" },
  { rung: "owner_before", what: "owner is reminded" },
] as const;

/** Returns the first rung of an action that another edition moves or gives to another person. Null: none. */
function movedRung(
  calendar: BusinessCalendar,
  {
    due,
    made,
    next,
    key,
    hasManager: isManaged,
  }: { due: LocalDate; made: Applied; next: Applied; key: "ladder" | "ladderP0"; hasManager: boolean },
): Pick<PolicyMove, "what" | "now" | "wouldBe"> | null {
  const dayOf = ({ values }: Applied, rung: (typeof RUNGS)[number]["rung"]) =>
    rungDay({ dueDate: due, times: values[key], pauses: [] }, calendar, rung);
  const days = RUNGS.map(({ rung, what }) => ({ what, now: dayOf(made, rung), wouldBe: dayOf(next, rung) }));
  const moved = days.find(({ now, wouldBe }) => now !== wouldBe);
  if (moved) return moved;
  const toOther = (rung: (typeof RUNGS)[number]["rung"], what: string) => {
    const day = dayOf(next, rung);
    return { what, now: day, wouldBe: day };
  };
  if (isOther(made, next, ["ladderTpm"])) return toOther("tpm", "another TPM is notified");
  if (!isManaged && isOther(made, next, ["ladderManager"]))
    return toOther("manager", "someone else is notified, without a manager of the team");
  return isOther(made, next, ["ladderParent"])
    ? toOther("parent_manager", "someone else is notified for the parent team")
    : null;
}

function changedReview(ctx: Ctx, row: PromisedReview, save: Save, calendarOf: CalendarOf): Changed | null {
  const facts = reviewFacts(row.incident);
  const { made, next } = save.apply(facts, row.policyEdition);
  const [now, from] = [toLocalDate(row.dueAt), toLocalDate(row.dueFrom)];
  if (now === null || from === null || !isOther(made, next, ["publish", "meet", "remindShare"])) return null;
  const calendar = calendarOf(facts.teamIds);
  const isCounted = isOther(made, next, ["publish"]);
  const due = isCounted ? countFrom(calendar, from, next.values.publish) : now;
  const { timeZone } = row.incident;
  // Reviews of drills and tests need no meeting.
  const meetOn = ({ values }: Applied) =>
    row.incident.kind === "incident" ? meetingDay(row.incident, row, { calendar, meet: values.meet }) : null;
  const remindAt = (day: LocalDate, { values: { remindShare: share } }: Applied) =>
    momentAt({ from: startOf(from, timeZone), dueAt: startOf(addDays(day, 1), timeZone), share }, "before");
  const days = [
    { what: null, now, wouldBe: due },
    { what: "meeting", now: meetOn(made), wouldBe: meetOn(next) },
    // A reminder that moves with its date is told by that.
    ...(due === now
      ? [{ what: "reminder of its publication", now: remindAt(now, made), wouldBe: remindAt(now, next) }]
      : []),
  ];
  const about = { kind: "review" as const, key: reviewKeyOf(row.number), title: row.title, owner: row.owner };
  const today = todayIn(timeZone, ctx.now());
  const lines = days
    .filter((one) => one.now !== one.wouldBe)
    .map((one) => ({ ...about, ...one, late: one.wouldBe !== null && one.wouldBe < today }));
  return { kind: "review", row, due, lines };
}

const ownerOf = ({ owner }: PromisedAction) => owner && { id: owner.id, name: owner.name };

/** Returns an incident's deadlines that would move, or null. Those already sent don't move. */
function changedIncident(ctx: Ctx, row: DeadlineIncident, save: Save, calendarOf: CalendarOf): Changed | null {
  const facts = reviewFacts(row);
  const applied = save.apply(facts, row.policyEdition);
  if (!isOther(applied.made, applied.next, ["deadlines", "remindShare"])) return null;
  const by = (edition: number | null) => deadlinesOf(row, { book: save.book, edition, calendarOf, now: ctx.now() });
  const [made, next] = [by(row.policyEdition), by(save.next(row.policyEdition))];
  const keys = [...new Set([...made, ...next].map(({ key }) => key))];
  const lines = keys.flatMap((key): PolicyMove[] => {
    const [old, wanted] = [made, next].map((all) => all.find((one) => one.key === key));
    if ((wanted ?? old)?.state === "sent") return [];
    if (old !== undefined && wanted !== undefined && old.dueAt === wanted.dueAt)
      return movedReminder(row, wanted, applied);
    const about = {
      key: incidentKeyOf(row.number),
      title: row.title,
      what: (wanted ?? old)?.name ?? null,
      owner: null,
    };
    const late = wanted?.state === "late";
    return [
      {
        kind: "deadline",
        ...about,
        now: old?.dueAt ?? null,
        wouldBe: wanted?.dueAt ?? null,
        late,
        ...(old && wanted ? {} : { deadline: old ? "removed" : "added" }),
      },
    ];
  });
  return { kind: "incident", row, lines };
}

/** Returns the line of a deadline whose reminder alone moves. */
function movedReminder(
  { number, title }: DeadlineIncident,
  { name, from, dueAt }: ReturnType<typeof deadlinesOf>[number],
  { made, next }: { made: Applied; next: Applied },
): PolicyMove[] {
  if (from === null || dueAt === null) return [];
  const at = ({ values: { remindShare: share } }: Applied) => momentAt({ from, dueAt, share }, "before");
  if (at(made) === at(next)) return [];
  const about = { key: incidentKeyOf(number), title, what: `Reminder of ${name}`, owner: null };
  return [{ kind: "deadline", ...about, now: at(made), wouldBe: at(next), late: false }];
}

/** Returns the lines of the preview. */
export const linesOf = (changed: Changed): PolicyMove[] =>
  changed.kind === "action" ? (changed.line ? [changed.line] : []) : changed.lines;
