import { daysBetween, type LocalDate, wordsOfDate } from "#lib/base/time/local-date.ts";

/** The dates of an action and its outcome. */
export interface DueDates {
  /** The dates that moved away, the first one first. */
  former: readonly LocalDate[];
  /** The present date. Null: it was removed. */
  due: LocalDate | null;
  today: LocalDate;
  /** The day on which it was verified, where it isn't measured to today. */
  verifiedOn: LocalDate | null;
  /** Whether a waiver is in force: no day of it counts as late. */
  isPaused: boolean;
}

export interface DueTick {
  /** Its place among them, because a date can be moved back and forth. */
  id: string;
  date: LocalDate;
  kind: "first" | "former" | "present";
  /** From 0 to 100. */
  at: number;
  /** Where its label is, or null for one without room. */
  label: Align | null;
}

/** A label starts at its place, ends there, or has it in its middle. */
type Align = "start" | "middle" | "end";

export interface DueLine {
  ticks: readonly DueTick[];
  /** Each move of the date, from one tick to the next. */
  moves: readonly { id: string; from: number; to: number }[];
  /** The days past the present date, in steps of age. */
  late: readonly { from: number; to: number; age: 1 | 2 | 3 | 4 }[];
  end: { at: number; label: Align };
  daysLate: number;
}

const AGES = [
  { age: 1, fromDay: 0, toDay: 7 },
  { age: 2, fromDay: 7, toDay: 30 },
  { age: 3, fromDay: 30, toDay: 90 },
  { age: 4, fromDay: 90, toDay: Number.POSITIVE_INFINITY },
] as const;

/** The width of a label in a narrow panel. */
const LABEL_WIDTH = 28;

const alignAt = (at: number): Align => (at < LABEL_WIDTH / 2 ? "start" : at > 100 - LABEL_WIDTH / 2 ? "end" : "middle");

function spanOf(at: number): [from: number, to: number] {
  const align = alignAt(at);
  if (align === "start") return [at, at + LABEL_WIDTH];
  return align === "end" ? [at - LABEL_WIDTH, at] : [at - LABEL_WIDTH / 2, at + LABEL_WIDTH / 2];
}

const KEPT_FIRST: Record<DueTick["kind"], number> = { present: 0, first: 1, former: 2 };

/** Returns the labels that have room, by index: the present date first, then the first one. */
function labelled(ticks: readonly Omit<DueTick, "label">[]): ReadonlySet<number> {
  const order = ticks
    .map((tick, at) => ({ tick, at }))
    .sort((a, b) => KEPT_FIRST[a.tick.kind] - KEPT_FIRST[b.tick.kind]);
  const kept: { at: number; span: [number, number] }[] = [];
  for (const { tick, at } of order) {
    const span = spanOf(tick.at);
    if (kept.every((other) => span[1] <= other.span[0] || other.span[1] <= span[0])) kept.push({ at, span });
  }
  return new Set(kept.map(({ at }) => at));
}

/** Returns where each date is on a line from the earliest to the latest. Null for an action that never had a date. */
export function dueLine({ former, due, today, verifiedOn, isPaused }: DueDates): DueLine | null {
  const dates = due === null ? [...former] : [...former, due];
  if (dates.length === 0) return null;
  const end = verifiedOn ?? today;
  const all = [...dates, end].sort();
  const first = all[0] ?? end;
  const days = daysBetween(first, all.at(-1) ?? end);
  const place = (date: LocalDate) => (days === 0 ? 0 : (daysBetween(first, date) / days) * 100);
  const ticks = dates.map((date, at) => {
    const isPresent = due !== null && at === dates.length - 1;
    return {
      id: `tick ${at}`,
      date,
      at: place(date),
      kind: isPresent ? ("present" as const) : at === 0 ? ("first" as const) : ("former" as const),
    };
  });
  const kept = labelled(ticks);
  const daysLate = due === null || isPaused ? 0 : Math.max(0, daysBetween(due, end));
  const ofDay = (day: number) => place(due ?? end) + (days === 0 ? 0 : (day / days) * 100);
  return {
    ticks: ticks.map((tick, at) => ({ ...tick, label: kept.has(at) ? alignAt(tick.at) : null })),
    moves: ticks.slice(1).map(({ id, at }, before) => ({ id, from: ticks[before]?.at ?? at, to: at })),
    late: AGES.filter(({ fromDay }) => daysLate > fromDay).map(({ age, fromDay, toDay }) => ({
      ...{ age, from: ofDay(fromDay), to: ofDay(Math.min(toDay, daysLate)) },
    })),
    end: { at: place(end), label: alignAt(place(end)) },
    daysLate,
  };
}

/** Returns everything that the line shows, in words. */
export function dueLineWords({ former, due, today, verifiedOn, isPaused }: DueDates): string {
  const day = (date: LocalDate) => wordsOfDate(date, today);
  const [first, ...later] = former;
  const moved = [...later, ...(first !== undefined && due !== null ? [due] : [])];
  const dates =
    first === undefined
      ? `Due ${due === null ? "on no day" : day(due)}`
      : `First due ${day(first)}${moved.length > 0 ? `, moved to ${moved.map(day).join(", then to ")}` : ""}`;
  const removed = due === null && first !== undefined ? ", then removed" : "";
  const end = verifiedOn ?? today;
  const late = due === null ? 0 : daysBetween(due, end);
  const count = Math.abs(late) === 1 ? "1 day" : `${Math.abs(late)} days`;
  const distance =
    due === null || (isPaused && late > 0)
      ? ""
      : late === 0
        ? ", on the day"
        : late > 0
          ? `, ${count} late`
          : `, ${count} before`;
  return `${dates}${removed}. ${verifiedOn === null ? `Today, ${day(today)}` : `Verified ${day(verifiedOn)}`}${distance}.`;
}
