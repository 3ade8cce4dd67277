import { UNAVAILABLE_FROM } from "#lib/base/vocabulary/impact.ts";
import type { Severity } from "#lib/base/vocabulary/incident.ts";
import type { MilestoneTimes } from "#lib/incidents/timeline/milestones/metrics.ts";
import type { MilestoneName } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import { unionOf } from "./union.ts";
import type { Window } from "./window.ts";

/** latent: customers are affected, and no one knows yet. */
export const IMPACT_SEGMENT_KINDS = ["latent", "degraded", "outage", "restored"] as const;
export type ImpactSegmentKind = (typeof IMPACT_SEGMENT_KINDS)[number];

export const IMPACT_SEGMENT_WORDS: Record<ImpactSegmentKind, string> = {
  latent: "Before anyone noticed",
  degraded: "Degraded",
  outage: "Unavailable",
  restored: "Restored",
};

export interface ImpactSegment {
  kind: ImpactSegmentKind;
  from: string;
  /** Null: it hasn't ended, or its end isn't known. */
  to: string | null;
  /** False: a milestone that would divide or end this stretch is missing. It is drawn dashed. */
  known: boolean;
}

/** A segment placed on an axis, with both ends as fractions from 0 to 1. */
export interface PlacedSegment extends ImpactSegment {
  start: number;
  end: number;
}

export interface Axis {
  from: string;
  to: string;
}

/**
 * Returns the customer impact from milestones alone: latent until detected, outage until mitigated, degraded until
 * resolved, then restored. Empty without a start of impact. SEV3 and SEV4 count as degraded throughout.
 */
export function impactSegments(milestones: MilestoneTimes, severity: Severity): ImpactSegment[] {
  const instant = (name: MilestoneName) => {
    const time = milestones[name];
    return time && time.precision !== "unknown" ? time.at : null;
  };
  const started = instant("impact_started");
  if (started === null) return [];
  const isSame = (one: string | null, other: string | null) =>
    one !== null && other !== null && Date.parse(one) === Date.parse(other);
  const isAfter = (at: string | null, other: string) => at !== null && Date.parse(at) >= Date.parse(other);

  const detected = instant("detected");
  const noticed = detected !== null && isAfter(detected, started) ? detected : started;
  const resolvedAt = instant("resolved");
  const resolved = isAfter(resolvedAt, noticed) ? resolvedAt : null;
  const mitigatedAt = instant("mitigated");
  const isMitigated = isAfter(mitigatedAt, noticed) && (resolved === null || !isAfter(mitigatedAt, resolved));
  const mitigated = isMitigated ? mitigatedAt : null;

  const segments: ImpactSegment[] = [
    { kind: "latent", from: started, to: noticed, known: true },
    {
      kind: severity <= 2 ? "outage" : "degraded",
      from: noticed,
      to: mitigated ?? resolved,
      // Mitigated after resolved is a contradiction, so neither end is known.
      known: detected !== null && (mitigated !== null || isSame(mitigatedAt, resolved)),
    },
  ];
  if (mitigated !== null) segments.push({ kind: "degraded", from: mitigated, to: resolved, known: resolved !== null });
  if (resolved !== null) segments.push({ kind: "restored", from: resolved, to: instant("closed"), known: true });
  return segments.filter(({ kind, from, to }) => kind === "restored" || from !== to);
}

/**
 * Returns the customer impact from impact windows. At each instant the strongest weight of all services counts:
 * unavailable from 0.5, degraded below. Latent until detected, restored after the last window. Empty without windows.
 */
export function windowSegments(windows: readonly Window[], milestones: MilestoneTimes, nowMs: number): ImpactSegment[] {
  const stretches = unionOf(windows, { nowMs });
  const [first] = stretches;
  const last = stretches.at(-1);
  if (!first || !last) return [];
  const msOf = (name: MilestoneName) => {
    const time = milestones[name];
    return time && time.precision !== "unknown" ? Date.parse(time.at) : null;
  };
  const noticedMs = Math.min(Math.max(msOf("detected") ?? first.fromMs, first.fromMs), last.toMs);
  const iso = (ms: number) => new Date(ms).toISOString();
  const segments: ImpactSegment[] = [{ kind: "latent", from: iso(first.fromMs), to: iso(noticedMs), known: true }];
  for (const { fromMs, toMs, weight } of stretches) {
    const kind = weight >= UNAVAILABLE_FROM ? "outage" : "degraded";
    const from = iso(Math.max(fromMs, noticedMs));
    const before = segments.at(-1);
    if (toMs <= noticedMs) continue;
    if (before?.kind === kind && before.to === from) before.to = iso(toMs);
    else segments.push({ kind, from, to: iso(toMs), known: true });
  }
  const end = segments.at(-1);
  if (end && windows.some((window) => window.toMs === null)) end.to = null;
  else {
    const closedMs = msOf("closed");
    const to = closedMs !== null && closedMs >= last.toMs ? iso(closedMs) : null;
    segments.push({ kind: "restored", from: iso(last.toMs), to, known: true });
  }
  return segments.filter(({ kind, from, to }) => kind === "restored" || from !== to);
}

/** Returns the band of an incident: from its impact windows, or from milestones if there are none. */
export function bandSegments({
  windows,
  milestones,
  severity,
  nowMs,
}: {
  windows: readonly Window[];
  milestones: MilestoneTimes;
  severity: Severity;
  nowMs: number;
}): ImpactSegment[] {
  const measured = windowSegments(windows, milestones, nowMs);
  return measured.length > 0 ? measured : impactSegments(milestones, severity);
}

/** Places segments on an axis and cuts them at its edges. An open end extends to the end of the axis. */
export function placeSegments(segments: readonly ImpactSegment[], axis: Axis): PlacedSegment[] {
  const origin = Date.parse(axis.from);
  const length = Date.parse(axis.to) - origin;
  const fraction = (at: string | null) =>
    at === null ? 1 : length <= 0 ? 0 : Math.min(1, Math.max(0, (Date.parse(at) - origin) / length));
  return segments.map((segment) => ({ ...segment, start: fraction(segment.from), end: fraction(segment.to) }));
}
