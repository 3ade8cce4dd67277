import type { Precision } from "#lib/base/time/precision.ts";
import { HOUR_MS, MINUTE_MS } from "#lib/base/time/spans.ts";
import { type EventGroup, type EventKind, groupOfKind } from "#lib/base/vocabulary/event-kinds.ts";
import { isPlainKind } from "../kinds/plain-kinds.ts";

/** The fields of an event that are compared to find events about the same fact. */
export interface Candidate {
  id: string;
  number: number;
  at: string | null;
  precision: Precision;
  kind: EventKind;
  title: string;
  body: string;
  url: string | null;
  /** Kind of source, and its name on screen. */
  sourceType: string;
  sourceLabel: string;
  hidden: boolean;
  leadId: string | null;
}

/** An event with a time that can be compared. */
export interface Timed extends Candidate {
  ms: number;
}

/** Returns visible events that aren't below another, with a time known to the hour or better, earliest first. */
export const timedOnes = (events: readonly Candidate[]): Timed[] =>
  events
    .flatMap((event): Timed[] => {
      const { at, precision, hidden, leadId } = event;
      if (at === null || hidden || leadId !== null || precision === "day" || precision === "unknown") return [];
      return [{ ...event, ms: Date.parse(at) }];
    })
    .sort((a, b) => a.ms - b.ms || a.number - b.number);

const SLACK_MS: Record<Precision, number> = {
  exact: 0,
  minute: MINUTE_MS,
  approx: 300_000,
  hour: HOUR_MS,
  day: 0,
  unknown: 0,
};

/** Returns the least distance between two times in ms, after subtracting their uncertainty. */
export const apartMs = (a: Timed, b: Timed): number =>
  Math.max(0, Math.abs(a.ms - b.ms) - Math.max(SLACK_MS[a.precision], SLACK_MS[b.precision]));

type Family = EventGroup | "alert" | "alert_end" | "end" | EventKind;

const FAMILIES: Partial<Record<EventKind, Family>> = {
  alert_fired: "alert",
  paged: "alert",
  error_observed: "alert",
  metric_shift: "alert",
  dependency_event: "alert",
  alert_resolved: "alert_end",
  monitoring: "end",
  mitigated: "end",
  resolved: "end",
  impact_ended: "end",
  closed: "end",
};

export const isPlain = ({ kind }: Candidate): boolean => isPlainKind(kind);

/**
 * Returns whether two events can be the same fact by their kinds: a start isn't an end, and an acknowledgement isn't an
 * alert.
 */
export function canBeOneFact(a: Candidate, b: Candidate): boolean {
  if (a.kind === b.kind || isPlain(a) || isPlain(b)) return true;
  const [one, other] = [FAMILIES[a.kind] ?? a.kind, FAMILIES[b.kind] ?? b.kind];
  if (one === other) return true;
  const isUpdate = (event: Candidate, family: Family) => event.kind === "public_update" || family === "end";
  return (isUpdate(a, one) && isUpdate(b, other)) || (isStep(a) && isStep(b) && groupOfKind(a.kind) === "impact");
}

const isStep = ({ kind }: Candidate) => kind === "impact_started" || kind === "impact_changed";
