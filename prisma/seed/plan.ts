import type { ActionPriority, ActionStatus, ActionType, DeclineKind } from "#lib/base/vocabulary/action-item.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { FactorDomain, FactorRelation, FactorRole, FactorStatus } from "#lib/base/vocabulary/factor.ts";
import type { ImpactBasis } from "#lib/base/vocabulary/impact.ts";
import type { IncidentRole } from "#lib/base/vocabulary/incident.ts";
import type { LearningKind } from "#lib/base/vocabulary/learning.ts";
import type { GateCode } from "#lib/base/vocabulary/review.ts";
import type { MilestoneName } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import type { PersonName } from "./cast.ts";
import type { ServiceName, TeamName } from "./organisation.ts";

/** Who does something and when, in days from the first start. */
export interface Step {
  by: PersonName;
  on: number;
}

export interface SourcePlan extends Step {
  /** File in sources/; `{{0}}` in it is the day of the incident, `{{-9}}` nine days before. */
  file: string;
}

/** An event with a known order and an unknown time, added after another. */
export interface UntimedPlan {
  name: string;
  after: string;
  kind: EventKind;
  title: string;
  body?: string;
  url?: string;
}

export interface FactorPlan {
  name: string;
  statement: string;
  detail: string;
  role: FactorRole;
  domains: FactorDomain[];
  status: FactorStatus;
  evidence: readonly string[];
  /** Name of the condition that it shares with factors of other incidents. */
  condition?: string;
}

/** Texts by section: paragraphs separated by an empty line, with the marks of write-text.ts. */
export type Texts = Readonly<Record<string, string>>;

export interface ReviewPlan extends Step {
  /** Slug of a built-in template. */
  template: string;
  title: string;
  owner: PersonName;
  facilitator: PersonName;
  authors: readonly PersonName[];
  approvers: readonly PersonName[];
  dueIn: number;
  metOn: number | null;
  factors: readonly FactorPlan[];
  /** How its factors are related, by their names. */
  relations?: readonly { from: string; relation: FactorRelation; to: string }[];
  learnings?: readonly (Step & { kind: LearningKind; statement: string; evidence: readonly string[] })[];
  tasks?: readonly (Step & { title: string; owner?: PersonName; dueIn?: number; doneOn?: number })[];
  /** Who wrote which sections, in the order of writing. */
  texts: readonly (Step & { sections: Texts })[];
  /** A thread on a passage that a text marks with its name. */
  threads: readonly (Step & { name: string; body: string; replies: readonly (Step & { body: string })[] })[];
  waivers: readonly (Step & { gate: GateCode; reason: string })[];
  moves: readonly (Step & { to: "in_review" | "reviewed" | "published" })[];
}

export type ActionStep =
  | (Step & {
      to: ActionStatus;
      evidence?: string;
      reason?: string;
      declineKind?: DeclineKind;
      /** Name of the action or change that replaces it. */
      link?: string;
      untilIn?: number;
      /** Of a waiver: what limits the risk, and who approves it on the same day. */
      mitigation?: string;
      approvedBy?: PersonName;
    })
  | (Step & { moveDueTo: number; reason: string })
  | (Step & { blocked: string })
  /** Asks someone to verify it. */
  | (Step & { verifier: PersonName });

export interface ActionPlan extends Step {
  name: string;
  title: string;
  type: ActionType;
  priority: ActionPriority;
  owner: PersonName | null;
  team: TeamName;
  /** Days from the first start; null: no date. */
  dueIn: number | null;
  doneWhen: string;
  description?: string;
  /** Planned working days. */
  effort?: number;
  factors: readonly string[];
  steps: readonly ActionStep[];
}

/** Impact on a service from one event to another, by their names. */
export interface WindowPlan {
  service: ServiceName;
  from: string;
  to: string;
  weight: number;
  basis: ImpactBasis;
  reason: string;
}

export interface IncidentPlan {
  name: string;
  title: string;
  severity: 1 | 2 | 3 | 4;
  services: readonly ServiceName[];
  startedAt: Date;
  resolvedAt: Date;
  impact: string;
  entered: Step;
  raised?: { severity: 1 | 2 | 3; at: Date; reason: string };
  roles: readonly { role: IncidentRole; person: PersonName }[];
  sources: readonly SourcePlan[];
  /** Names for events that others refer to, by the first words of their title. */
  events: Readonly<Record<string, string>>;
  untimed: readonly UntimedPlan[];
  kinds: Readonly<Record<string, EventKind>>;
  pinned: readonly string[];
  hidden: readonly string[];
  milestones: Partial<Record<MilestoneName, string>>;
  windows: readonly WindowPlan[];
  review: ReviewPlan | null;
  actions: readonly ActionPlan[];
}
