import { daysBetween } from "#lib/base/time/local-date.ts";
import { DAY_MS } from "#lib/base/time/spans.ts";
import { Temporal } from "#lib/base/time/temporal.ts";
import { type BusinessCalendar, nthBusinessDay } from "#lib/people/calendar/business-days.ts";
import type { DeadlineEvent, DeadlineLength, DeadlineRule } from "./values.ts";

/** Facts about an incident: when its events were, and which deadlines were marked as sent. Instants. */
export interface DeadlineFacts {
  events: Partial<Record<DeadlineEvent, string>>;
  sent: ReadonlyMap<string, string>;
}

export const DEADLINE_STATES = ["ahead", "due", "late", "sent"] as const;
export type DeadlineState = (typeof DEADLINE_STATES)[number];

export interface DatedDeadline {
  key: string;
  name: string;
  /** Null until what it counts from is known. */
  dueAt: string | null;
  /** The instant from which that time is counted. */
  from: string | null;
  /** The instant of its event, before which nothing can have been sent. Null: not known. */
  earliest: string | null;
  /** The unknown event, or the key of the deadline, that it counts from. */
  waitsFor: DeadlineRule["after"] | null;
  state: DeadlineState;
  /** It was or is being sent after its time. */
  isLate: boolean;
}

/**
 * Returns when something is due that is so long after an instant. Hours include nights and holidays. Days and
 * months keep the time of day of the calendar's zone, and a month ends on the last day of a shorter one.
 */
export function instantAfter(calendar: BusinessCalendar, from: string, { count, unit }: DeadlineLength): string {
  const instant = Temporal.Instant.from(from);
  if (unit === "hours") return iso(instant.add({ hours: count }));
  const local = instant.toZonedDateTimeISO(calendar.timeZone);
  if (unit !== "business_days") return iso(local.add({ [unit]: count }).toInstant());
  const day = local.toPlainDate().toString();
  return iso(local.add({ days: daysBetween(day, nthBusinessDay(calendar, day, count)) }).toInstant());
}

const iso = (instant: { epochMilliseconds: number }) => new Date(instant.epochMilliseconds).toISOString();

const DUE_WITHIN_MS = DAY_MS;

/** Returns the deadlines of an incident with their times and states at a moment, in the order of the policy. */
export function dateDeadlines(
  rules: readonly DeadlineRule[],
  { events, sent }: DeadlineFacts,
  calendar: BusinessCalendar,
  now: Date,
): DatedDeadline[] {
  return rules.map(({ key, name, after, length, atMost }) => {
    const from = "event" in after ? events[after.event] : sent.get(after.sent);
    const latest = atMost && events[atMost.event];
    const times = [
      ...(from ? [{ start: from, at: instantAfter(calendar, from, length) }] : []),
      ...(atMost && latest ? [{ start: latest, at: instantAfter(calendar, latest, atMost.length) }] : []),
    ];
    const first = times.toSorted((one, other) => one.at.localeCompare(other.at))[0];
    const dueAt = first?.at ?? null;
    const sentAt = sent.get(key) ?? null;
    const isLate = dueAt !== null && dueAt < (sentAt ?? now.toISOString());
    return {
      key,
      name,
      dueAt,
      from: first?.start ?? null,
      earliest: [from, latest].flatMap((one) => one || []).toSorted()[0] ?? null,
      waitsFor: from ? null : after,
      state: stateOf(dueAt, sentAt, now),
      isLate,
    };
  });
}

function stateOf(dueAt: string | null, sentAt: string | null, now: Date): DeadlineState {
  if (sentAt !== null) return "sent";
  if (dueAt === null) return "ahead";
  const left = Date.parse(dueAt) - now.getTime();
  return left < 0 ? "late" : left <= DUE_WITHIN_MS ? "due" : "ahead";
}

const hours = (count: number): DeadlineLength => ({ count, unit: "hours" });
const MONTH: DeadlineLength = { count: 1, unit: "months" };

interface DeadlineTemplate {
  /** Starts with what asks for it, such as DORA. */
  name: string;
  deadlines: readonly DeadlineRule[];
}

/** Ready deadlines. They are reminders: whether and when a law applies is for a lawyer to say. */
export const DEADLINE_TEMPLATES: readonly DeadlineTemplate[] = [
  {
    name: "DORA 4 h, 72 h, 1 month",
    deadlines: [
      {
        ...{ key: "dora-initial", name: "Initial notice", after: { event: "classified" }, length: hours(4) },
        atMost: { event: "detected", length: hours(24) },
      },
      {
        ...{ key: "dora-intermediate", name: "Intermediate report", after: { sent: "dora-initial" } },
        ...{ length: hours(72), atMost: null },
      },
      {
        ...{ key: "dora-final", name: "Final report", after: { sent: "dora-intermediate" } },
        ...{ length: MONTH, atMost: null },
      },
    ],
  },
  {
    name: "NIS2 24 h, 72 h, 1 month",
    deadlines: [
      { key: "nis2-warning", name: "Early warning", after: { event: "detected" }, length: hours(24), atMost: null },
      { key: "nis2-notification", name: "Notification", after: { event: "detected" }, length: hours(72), atMost: null },
      {
        ...{ key: "nis2-final", name: "Final report", after: { sent: "nis2-notification" } },
        ...{ length: MONTH, atMost: null },
      },
    ],
  },
  {
    name: "Preliminary review 72 h",
    deadlines: [
      {
        ...{ key: "preliminary-review", name: "Preliminary review", after: { event: "resolved" }, length: hours(72) },
        ...{ atMost: null, asks: "owner" },
      },
    ],
  },
];

/** Adds the deadlines of a template that a policy doesn't have yet. One whose name is taken says where it comes from. */
export const addTemplate = (rules: readonly DeadlineRule[], template: DeadlineTemplate): DeadlineRule[] => [
  ...rules,
  ...template.deadlines
    .filter(({ key }) => !rules.some((one) => one.key === key))
    .map((added) => {
      const isTaken = rules.some(({ name }) => name === added.name);
      return isTaken ? { ...added, name: `${added.name} (${template.name.split(" ", 1)[0]})` } : added;
    }),
];
