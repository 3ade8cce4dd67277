import type { Precision } from "#lib/base/time/precision.ts";
import type { ActionStatus } from "#lib/base/vocabulary/action-item.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { ImpactBasis } from "#lib/base/vocabulary/impact.ts";
import type { IncidentKind, IncidentRole, IncidentStatus } from "#lib/base/vocabulary/incident.ts";
import type { ChangeStatus } from "#lib/base/vocabulary/strategic-change.ts";
import type { DerivedMetrics, MilestoneTimes } from "#lib/incidents/timeline/milestones/metrics.ts";
import { MILESTONES } from "#lib/incidents/timeline/milestones/milestone-names.ts";

/** Facts whose absence a person can settle by one step. */
export const GAP_FACTS = ["impact_text", "impact_windows", ...MILESTONES] as const;
export type GapFact = (typeof GAP_FACTS)[number];

export interface FactEvent {
  id: string;
  at: string | null;
  endAt?: string | null;
  precision: Precision;
  kind: EventKind;
  title: string;
  pinned: boolean;
  hidden: boolean;
  /** How often it occurred, itself included. 1 if left out. */
  times?: number;
}

/** A window of impact on one service. */
export interface FactWindow {
  service: string;
  from: string;
  /** Null if it hasn't ended. */
  to: string | null;
  weight: number;
  basis: ImpactBasis;
}

/** An earlier incident that everyone can read, with what it has in common with this one. */
export interface EarlierIncident {
  key: string;
  title: string;
  startedAt: string;
  /** Names of conditions that factors of this review share with it. */
  conditions: string[];
  /** Common services, if the class of the trigger is the same too. */
  services: string[];
  trigger: string | null;
}

/** An action of an earlier incident on one of these conditions. */
export interface EarlierAction {
  key: string;
  title: string;
  condition: string;
  status: ActionStatus;
  dueDate: string | null;
  createdAt: string;
  verifiedAt: string | null;
  /** It was proposed and not done or declined when this incident started. */
  wasOpen: boolean;
}

/** Earlier incidents, as far as every reader of the review can read them. */
export interface EarlierFacts {
  /** Start of this incident. */
  startedAt: string;
  incidents: EarlierIncident[];
  actions: EarlierAction[];
  changes: { key: string; title: string; status: ChangeStatus; createdAt: string }[];
}

/** Everything a draft can use, in JSON-safe values. Events are in reading order (orderEvents). */
export interface ReviewFacts {
  incident: {
    key: string;
    title: string;
    severity: number;
    highestSeverity: number;
    kind: IncidentKind;
    status: IncidentStatus;
    /** True if a person set the state. If left out, it counts as set. */
    stateGiven?: boolean;
    startedAt: string | null;
    resolvedAt: string | null;
    timeZone: string;
    impactText: string;
  };
  services: { name: string; ownerTeam: string | null; description?: string }[];
  roles: { role: IncidentRole; name: string }[];
  events: FactEvent[];
  /** By service and time, without windows that add nothing. */
  windows: FactWindow[];
  milestones: MilestoneTimes;
  metrics: DerivedMetrics;
  /** Parts of imported files that a person accepted, in their original words. */
  found: { summary: string[]; impact: string[] };
  earlier: EarlierFacts;
  /** Everyone whose name an event can contain, so generated prose can name roles instead. */
  people: { name: string }[];
}
