import type { IncidentKind, IncidentRole, IncidentStatus } from "#lib/incident/vocabulary.ts";
import type { EventKind } from "#lib/timeline/event-kinds.ts";
import type { DerivedMetrics, MilestoneTimes } from "#lib/timeline/metrics.ts";
import type { Precision } from "#lib/timeline/precision.ts";

export interface FactEvent {
  id: string;
  at: string | null;
  endAt?: string | null;
  precision: Precision;
  kind: EventKind;
  title: string;
  pinned: boolean;
  hidden: boolean;
}

/** All that a draft may know, in JSON-safe values. Events are in reading order (orderEvents). */
export interface ReviewFacts {
  incident: {
    key: string;
    title: string;
    severity: number;
    highestSeverity: number;
    kind: IncidentKind;
    status: IncidentStatus;
    startedAt: string | null;
    resolvedAt: string | null;
    timeZone: string;
    impactText: string;
  };
  services: { name: string; ownerTeam: string | null; description?: string }[];
  roles: { role: IncidentRole; name: string }[];
  events: FactEvent[];
  milestones: MilestoneTimes;
  metrics: DerivedMetrics;
  /** Everybody whose name may stand in an event, so that drafted prose says roles. */
  people: { name: string }[];
}
