import { addDays, type LocalDate } from "#lib/base/time/local-date.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import type { ActionPriority, ActionStatus } from "#lib/base/vocabulary/action-item.ts";
import { LADDER_RUNGS, type LadderRung, type RungWay } from "#lib/base/vocabulary/ladder.ts";
import { type BusinessCalendar, isBusinessDay } from "#lib/people/calendar/business-days.ts";
import type { LadderTimes } from "#lib/people/policy/values.ts";

/** Days on which nothing is counted and no one is notified, both ends included. */
export interface Pause {
  from: LocalDate;
  through: LocalDate;
}

/** When an action was waived or blocked. */
export interface HeldTime {
  from: Date;
  /** The day from which it was to count again. */
  until: LocalDate;
  /** When that ended, if it ended early. */
  endedAt: Date | null;
}

/** Returns the days in a time zone on which nothing counts. The day on which a hold ended early counts again. */
export function pausesOf(held: readonly HeldTime[], zone: string): Pause[] {
  return held
    .map(({ from, until, endedAt }) => {
      const ends = [until, ...(endedAt ? [todayIn(zone, endedAt)] : [])].sort();
      return { from: todayIn(zone, from), through: addDays(ends[0] ?? until, -1) };
    })
    .filter(({ from, through }) => from <= through);
}

/** Facts about an action that decide its reminders. Days are those of its team's calendar. */
export interface LadderFacts {
  priority: ActionPriority;
  dueDate: LocalDate;
  /** By the policy that it was promised under. */
  times: LadderTimes;
  /** Its due date moved at least three times, the last time since it climbs. */
  isMovedOften: boolean;
  /** The first day on which it climbs: earlier rungs are past, and no one is notified of them. */
  startedOn: LocalDate;
  pauses: readonly Pause[];
}

/** A rung that was recorded. */
export interface TakenRung {
  rung: LadderRung;
  dueDate: LocalDate;
  isTold: boolean;
  isThirdMove: boolean;
}

/** A rung that is due. */
export interface DueRung {
  rung: LadderRung;
  /** The day from which it is due. */
  day: LocalDate;
  /** It was past before the action started to climb. */
  isBeforeStart: boolean;
  isThirdMove: boolean;
}

/** An accepted action climbs until it is verified. A proposed one isn't a promise yet, and a waived one waits. */
export const CLIMBING_STATUSES: readonly ActionStatus[] = ["accepted", "in_progress", "implemented"];

const TIME_OF = { manager: "manager", tpm: "tpm", parent_manager: "parentManager" } as const;

/** Facts that the day of a rung depends on. */
type Counted = Pick<LadderFacts, "dueDate" | "times" | "pauses">;

const pauseOn = ({ pauses }: Counted, day: LocalDate) =>
  pauses.find(({ from, through }) => from <= day && day <= through);

/** The last day that can be counted. Days after it have another format, so they can't be compared. */
const LAST_DAY: LocalDate = "9999-12-31";
const dayAfter = (day: LocalDate): LocalDate | null => (day < LAST_DAY ? addDays(day, 1) : null);

function firstFreeDay(facts: Counted, from: LocalDate | null): LocalDate | null {
  const pause = from === null ? undefined : pauseOn(facts, from);
  return pause ? firstFreeDay(facts, dayAfter(pause.through)) : from;
}

/** More days than a rung is from its due date, without pauses. */
const LONGEST_COUNT = 800;

/**
 * Returns the day on which a rung is due. Reminders of the owner are counted in calendar days, and the others after the
 * due date in days of the policy's unit. Paused days aren't counted. Null if it never comes: after the year 9999, or
 * because people never work.
 */
export function rungDay(facts: Counted, calendar: BusinessCalendar, rung: LadderRung): LocalDate | null {
  if (rung === "owner_before") return firstFreeDay(facts, addDays(facts.dueDate, -facts.times.before));
  if (rung === "owner_due") return firstFreeDay(facts, facts.dueDate);
  const everyDay = facts.times.unit === "calendar";
  let [day, left]: [LocalDate | null, number] = [facts.dueDate, facts.times[TIME_OF[rung]]];
  for (let counted = 0; day !== null && left > 0; counted += 1) {
    if (counted > LONGEST_COUNT) return null;
    day = firstFreeDay(facts, dayAfter(day));
    if (day !== null && (everyDay || isBusinessDay(calendar, day))) left -= 1;
  }
  return day;
}

/**
 * Returns the rungs that are due on a day and aren't recorded yet, in order. None while the action is paused, apart
 * from those that were past before it started. A third move of the due date makes the next rung due at once.
 */
export function dueRungs(
  facts: LadderFacts,
  calendar: BusinessCalendar,
  taken: readonly TakenRung[],
  today: LocalDate,
): DueRung[] {
  const left = rungsLeft(facts, calendar, taken);
  const past = left.filter(({ isBeforeStart }) => isBeforeStart);
  if (pauseOn(facts, today)) return past;
  const due = left.filter(({ day, isBeforeStart }) => !isBeforeStart && day <= today);
  const next = pushedRung(facts, taken, left);
  if (!next) return [...past, ...due];
  const day = next.day < today ? next.day : today;
  return [...past, ...due.filter((one) => one !== next), { ...next, day, isThirdMove: true }];
}

const REMINDERS: readonly LadderRung[] = ["owner_before", "owner_due"];
/** Returns whether a rung is for the owner. */
export const isReminder = (rung: LadderRung): boolean => REMINDERS.includes(rung);

/** Returns the rung that is due at once because the date moved again. */
function pushedRung({ isMovedOften }: LadderFacts, taken: readonly TakenRung[], left: readonly DueRung[]) {
  if (!isMovedOften || taken.some(({ isThirdMove }) => isThirdMove)) return undefined;
  const told = new Set(taken.filter(({ isTold }) => isTold).map(({ rung }) => rung));
  return left.find(({ rung, isBeforeStart }) => !isBeforeStart && !isReminder(rung) && !told.has(rung));
}

/** Returns the rungs that aren't recorded for the present due date. */
function rungsLeft(facts: LadderFacts, calendar: BusinessCalendar, taken: readonly TakenRung[]): DueRung[] {
  const recorded = new Set(taken.filter(({ dueDate }) => dueDate === facts.dueDate).map(({ rung }) => rung));
  return LADDER_RUNGS.filter((rung) => !recorded.has(rung)).flatMap((rung) => {
    const day = rungDay(facts, calendar, rung);
    return day === null ? [] : [{ rung, day, isBeforeStart: day < facts.startedOn, isThirdMove: false }];
  });
}

/** Returns the rungs that will be due from today through a day, each with that day, if nothing changes. */
export function rungsThrough(
  facts: LadderFacts,
  calendar: BusinessCalendar,
  taken: readonly TakenRung[],
  { today, through }: { today: LocalDate; through: LocalDate },
): DueRung[] {
  const left = rungsLeft(facts, calendar, taken);
  const pushed = pushedRung(facts, taken, left);
  const found = left.flatMap((one) => {
    const isThirdMove = one === pushed;
    const day = firstFreeDay(facts, isThirdMove || one.day < today ? today : one.day);
    return one.isBeforeStart || day === null || day > through ? [] : [{ ...one, day, isThirdMove }];
  });
  return found.sort((one, other) => one.day.localeCompare(other.day));
}

/**
 * Returns the next rung of an action and its day, if nothing changes. Null once all are recorded, or if it never comes.
 */
export function nextRung(
  facts: LadderFacts,
  calendar: BusinessCalendar,
  taken: readonly TakenRung[],
  today: LocalDate,
): { rung: LadderRung; day: LocalDate } | null {
  const [next] = rungsThrough(facts, calendar, taken, { today, through: LAST_DAY });
  return next ? { rung: next.rung, day: next.day } : null;
}

/** Returns how to notify people: at once of a P0 and a third move, otherwise with the digest. */
export const wayOf = (
  { priority }: Pick<LadderFacts, "priority">,
  { isThirdMove }: Pick<DueRung, "isThirdMove">,
): RungWay => (priority === "P0" || isThirdMove ? "mail" : "digest");
