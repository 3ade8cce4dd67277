import type { Precision } from "#lib/base/time/precision.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { IncidentKind } from "#lib/base/vocabulary/incident.ts";
import { MILESTONE_WORDS, type MilestoneName } from "./milestone-names.ts";

/** A milestone's instant (ISO 8601), from its event. */
export interface MilestoneTime {
  at: string;
  precision: Precision;
  eventId?: string;
}
export type MilestoneTimes = Partial<Record<MilestoneName, MilestoneTime>>;

/** Each metric as [from, to]: seconds from the first milestone to the second. */
export const METRIC_ENDS = {
  timeToDetect: ["impact_started", "detected"],
  timeToAcknowledge: ["detected", "acknowledged"],
  timeToDeclare: ["detected", "declared"],
  timeToCommander: ["declared", "commander_assigned"],
  timeToMitigate: ["impact_started", "mitigated"],
  responseTime: ["detected", "mitigated"],
  timeToResolve: ["impact_started", "resolved"],
  recoveryTail: ["mitigated", "resolved"],
  timeToFirstPublicUpdate: ["impact_started", "first_public_update"],
  publicUpdateLag: ["declared", "first_public_update"],
  changeToImpact: ["trigger_change", "impact_started"],
  mitigationExecution: ["mitigation_started", "mitigated"],
  decisionLag: ["declared", "mitigation_started"],
} as const satisfies Record<string, readonly [MilestoneName, MilestoneName]>;

export type MetricName = keyof typeof METRIC_ENDS;
export const METRIC_NAMES = Object.keys(METRIC_ENDS) as readonly MetricName[];

export const METRIC_WORDS: Record<MetricName, string> = {
  timeToDetect: "Time to detect",
  timeToAcknowledge: "Time to acknowledge",
  timeToDeclare: "Time to declare",
  timeToCommander: "Time to commander",
  timeToMitigate: "Time to mitigate",
  responseTime: "Response time",
  timeToResolve: "Time to resolve",
  recoveryTail: "Recovery tail",
  timeToFirstPublicUpdate: "Time to first public update",
  publicUpdateLag: "Public update lag",
  changeToImpact: "Change to impact",
  mitigationExecution: "Mitigation execution",
  decisionLag: "Decision lag",
};

/** Target of a rollback, measured on mitigationExecution. */
export const ROLL_BACK_TARGET_SECONDS = 300;

export interface Metric {
  name: MetricName;
  from: MilestoneName;
  to: MilestoneName;
  /** Null is unknown, never a guess. */
  seconds: number | null;
  /** Seconds by which the detection came before the start of impact. */
  leadSeconds: number | null;
  /** One end is known only approximately, to the hour or to the day. Shown with "~". */
  approximate: boolean;
}

/** `order`: `earlier` happened first although it belongs after `later`. `lead`: a detection before impact. */
export interface MetricWarning {
  kind: "order" | "lead";
  earlier: MilestoneName;
  later: MilestoneName;
  seconds: number;
}

export interface DerivedMetrics {
  metrics: Record<MetricName, Metric>;
  missing: MilestoneName[];
  warnings: MetricWarning[];
  /**
   * Whether a customer was first. Null while the first detection is unknown, or is neither a report nor our own signal.
   */
  customerDetected: boolean | null;
}

export interface MetricsInput {
  kind: IncidentKind;
  milestones: MilestoneTimes;
  /** Kind of the event of the `detected` milestone. */
  detectedBy?: EventKind | null;
}

/** Kinds that are our own signals. Other kinds don't show who was first: a page can follow a customer's call. */
const OWN_SIGNALS: readonly EventKind[] = ["alert_fired", "metric_shift", "error_observed", "automated_action"];

function whoSaw(kind: EventKind): boolean | null {
  if (kind === "customer_report") return true;
  return OWN_SIGNALS.includes(kind) ? false : null;
}

const COARSE: readonly Precision[] = ["approx", "hour", "day"];

const known = (time: MilestoneTime | undefined) => (time && time.precision !== "unknown" ? time : undefined);

/** Seconds between two times, rounded to minutes if one of them is known only to the minute. */
function inWholes(seconds: number, start: MilestoneTime, end: MilestoneTime): number {
  const isExact = start.precision === "exact" && end.precision === "exact";
  return isExact ? seconds : Math.round(seconds / 60) * 60;
}

const isCoarse = (start: MilestoneTime, end: MilestoneTime) =>
  COARSE.includes(start.precision) || COARSE.includes(end.precision);

/** Returns both ends as text, second minus first: "mitigated minus impact started". */
export function endsInWords(name: MetricName): string {
  const [from, to] = METRIC_ENDS[name];
  return `${MILESTONE_WORDS[to]} minus ${MILESTONE_WORDS[from]}`.toLowerCase();
}

/** Returns metrics in seconds, derived from milestones alone. A missing milestone is never replaced by another. */
export function deriveMetrics({ kind, milestones, detectedBy = null }: MetricsInput): DerivedMetrics {
  const missing = new Set<MilestoneName>();
  const warnings: MetricWarning[] = [];

  const derive = (name: MetricName): Metric => {
    const [from, to] = METRIC_ENDS[name];
    const start = known(milestones[from]);
    const end = known(milestones[to]);
    if (!start) missing.add(from);
    if (!end) missing.add(to);
    if (!start || !end) return { name, from, to, seconds: null, leadSeconds: null, approximate: false };

    const exactSeconds = (Date.parse(end.at) - Date.parse(start.at)) / 1000;
    if (exactSeconds < 0) {
      const isLead = from === "impact_started" && to === "detected";
      warnings.push({ kind: isLead ? "lead" : "order", earlier: to, later: from, seconds: -exactSeconds });
      const ends = { name, from, to, seconds: null };
      return isLead
        ? { ...ends, leadSeconds: inWholes(-exactSeconds, start, end), approximate: isCoarse(start, end) }
        : { ...ends, leadSeconds: null, approximate: false };
    }
    const seconds = inWholes(exactSeconds, start, end);
    return { name, from, to, seconds, leadSeconds: null, approximate: isCoarse(start, end) };
  };

  const metrics = Object.fromEntries(METRIC_NAMES.map((name) => [name, derive(name)])) as Record<MetricName, Metric>;
  if (kind === "near_miss") missing.delete("impact_started");
  const isDetected = known(milestones.detected) !== undefined && detectedBy !== null;
  return {
    metrics,
    missing: [...missing],
    warnings,
    customerDetected: isDetected ? whoSaw(detectedBy) : null,
  };
}
