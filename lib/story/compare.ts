import { formatDuration } from "#lib/base/time/duration.ts";
import type { Precision } from "#lib/base/time/precision.ts";
import { axisStepMs } from "#lib/base/time/spans.ts";
import type { Metrics, TimelineEvent } from "#lib/contract/timeline.ts";
import { MILESTONE_WORDS, MILESTONES, type MilestoneName } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import type { AxisTick } from "#lib/incidents/timeline/score/axis-ticks.ts";
import type { AxisPiece } from "#lib/incidents/timeline/score/score-axis.ts";

/** One of two incidents that are shown one above the other. Instants are ISO 8601 in UTC. */
export interface ComparedIncident {
  startedAt: string;
  events: readonly TimelineEvent[];
  metrics: Pick<Metrics, "milestones" | "metrics" | "phases" | "band">;
}

/** The moment that counts as 0, and what it is. */
export interface Origin {
  at: string;
  from: "impact_started" | "declared" | "first_event" | "started";
}

export const ORIGIN_WORDS: Record<Origin["from"], string> = {
  impact_started: "impact started",
  declared: "declared, because impact started is unknown",
  first_event: "the first event with a time, because impact started is unknown",
  started: "the recorded start, because no event has a time",
};

const isTimed = (precision: Precision | null) => precision !== null && precision !== "unknown" && precision !== "day";

/** Returns the origin: the start of impact, then the declaration, otherwise the first event with a time. */
export function originOf({ startedAt, events, metrics }: ComparedIncident): Origin {
  for (const from of ["impact_started", "declared"] as const) {
    const milestone = metrics.milestones.find((one) => one.name === from);
    if (milestone?.at && isTimed(milestone.precision)) return { at: milestone.at, from };
  }
  const times = events.flatMap(({ at, precision }) => (at !== null && isTimed(precision) ? [Date.parse(at)] : []));
  if (times.length === 0) return { at: startedAt, from: "started" };
  const first = times.reduce((least, ms) => Math.min(least, ms));
  return { at: new Date(first).toISOString(), from: "first_event" };
}

/** Returns the incident with its origin at 0 ms, so two incidents share one axis. */
export function shiftToOrigin<Compared extends ComparedIncident>(incident: Compared, origin: Origin): Compared {
  const zeroMs = Date.parse(origin.at);
  const shift = (at: string) => new Date(Date.parse(at) - zeroMs).toISOString();
  const shiftOrNull = (at: string | null) => (at === null ? null : shift(at));
  const { events, metrics } = incident;
  return {
    ...incident,
    events: events.map((event) => ({ ...event, at: shiftOrNull(event.at), endAt: shiftOrNull(event.endAt) })),
    metrics: {
      ...metrics,
      milestones: metrics.milestones.map((one) => ({ ...one, at: shiftOrNull(one.at) })),
      band: metrics.band.map((part) => ({ ...part, from: shift(part.from), to: shiftOrNull(part.to) })),
    },
  };
}

/** "+1 h 30 m", "−4 m", "0": the time before or after the origin. */
export function relativeWords(ms: number): string {
  if (Math.abs(ms) < 500) return "0";
  return `${ms < 0 ? "−" : "+"}${formatDuration(Math.abs(ms) / 1000)}`;
}

/** Returns round distances from the origin within a piece of the axis, at least `leastPx` apart. */
export function relativeTicks(piece: AxisPiece, leastPx = 72): AxisTick[] {
  const pxOfMs = (piece.x1 - piece.x0) / (piece.toMs - piece.fromMs);
  const stepMs = axisStepMs(pxOfMs, leastPx);
  const ticks: AxisTick[] = [];
  for (let ms = Math.ceil(piece.fromMs / stepMs) * stepMs; ms <= piece.toMs; ms += stepMs) {
    ticks.push({ ms, x: piece.x0 + (ms - piece.fromMs) * pxOfMs, label: relativeWords(ms) });
  }
  return ticks;
}

const COARSE: readonly Precision[] = ["approx", "hour", "day"];

/** One figure of both incidents. Null is unknown, and then there is no difference. */
export interface ComparedRow {
  key: string;
  label: string;
  one: ComparedValue;
  other: ComparedValue;
  /** Second minus first. */
  differenceSeconds: number | null;
}

export interface ComparedValue {
  seconds: number | null;
  isApproximate: boolean;
  isNotApplicable: boolean;
  /** Number of the milestone's event. */
  eventNumber: number | null;
}

const UNKNOWN: ComparedValue = { seconds: null, isApproximate: false, isNotApplicable: false, eventNumber: null };

function rowOf(key: string, label: string, one: ComparedValue, other: ComparedValue): ComparedRow {
  const isKnown = one.seconds !== null && other.seconds !== null;
  return { key, label, one, other, differenceSeconds: isKnown ? (other.seconds ?? 0) - (one.seconds ?? 0) : null };
}

function milestoneValue({ metrics }: ComparedIncident, origin: Origin, name: MilestoneName): ComparedValue {
  const milestone = metrics.milestones.find((one) => one.name === name);
  if (!milestone) return UNKNOWN;
  const { at, precision, notApplicable, eventNumber } = milestone;
  const isKnown = at !== null && precision !== "unknown";
  return {
    seconds: isKnown ? (Date.parse(at) - Date.parse(origin.at)) / 1000 : null,
    isApproximate: precision !== null && COARSE.includes(precision),
    isNotApplicable: notApplicable,
    eventNumber,
  };
}

/** Returns each milestone that one of the two has, in seconds from its own origin. */
export function compareMilestones(one: ComparedIncident, other: ComparedIncident): ComparedRow[] {
  const [from, to] = [originOf(one), originOf(other)];
  return MILESTONES.map((name) =>
    rowOf(name, MILESTONE_WORDS[name], milestoneValue(one, from, name), milestoneValue(other, to, name)),
  ).filter(hasSomething);
}

const hasSomething = ({ one, other }: ComparedRow) =>
  [one, other].some(({ seconds, isNotApplicable }) => seconds !== null || isNotApplicable);

/** Returns each duration that one of the two has. */
export function compareMeasures(one: ComparedIncident, other: ComparedIncident): ComparedRow[] {
  const measureOf = ({ metrics }: ComparedIncident, name: string): ComparedValue => {
    const metric = metrics.metrics.find((each) => each.name === name);
    return { ...UNKNOWN, seconds: metric?.seconds ?? null, isApproximate: metric?.approximate ?? false };
  };
  return one.metrics.metrics
    .map(({ name, label }) => rowOf(name, label, measureOf(one, name), measureOf(other, name)))
    .filter(hasSomething);
}

/** Returns each phase that has both ends in one of the two, in the order of a textbook incident. */
export function comparePhases(one: ComparedIncident, other: ComparedIncident): ComparedRow[] {
  const phaseOf = ({ metrics }: ComparedIncident, label: string): ComparedValue => {
    const phase = metrics.phases.find((each) => each.label === label && each.from !== null && each.to !== null);
    if (!phase?.from || !phase.to) return UNKNOWN;
    return { ...UNKNOWN, seconds: (Date.parse(phase.to) - Date.parse(phase.from)) / 1000, isApproximate: !phase.known };
  };
  const labels = [...new Set([...one.metrics.phases, ...other.metrics.phases].map((phase) => phase.label))];
  return labels.map((label) => rowOf(label, label, phaseOf(one, label), phaseOf(other, label))).filter(hasSomething);
}
