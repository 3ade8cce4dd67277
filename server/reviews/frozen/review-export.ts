import type { Precision } from "#lib/base/time/precision.ts";
import type { ActionPriority, ActionStatus } from "#lib/base/vocabulary/action-item.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { FactorActor, FactorExplains, FactorRole, FactorStatus } from "#lib/base/vocabulary/factor.ts";
import type { IncidentRole, Severity } from "#lib/base/vocabulary/incident.ts";
import type { LearningKind } from "#lib/base/vocabulary/learning.ts";
import type { ApprovalState, ReviewStatus } from "#lib/base/vocabulary/review.ts";
import type { ChangeStatus } from "#lib/base/vocabulary/strategic-change.ts";
import type { Impact } from "#lib/contract/impact.ts";
import type { Metrics } from "#lib/contract/timeline.ts";
import type { DocumentJson } from "#lib/document/document-json.ts";
import type { EventRelation } from "#lib/incidents/timeline/story/event-relations.ts";
import type { StoryLine } from "#lib/incidents/timeline/story/story-lines.ts";

/** An approver with their decision. */
export interface ExportApproval {
  name: string;
  /** Their role and teams: "TPM, Payments". Empty if neither says anything. */
  place: string;
  state: ApprovalState;
  /** The version that was decided about. */
  version: number | null;
  at: string | null;
}

export interface ExportEvent {
  id: string;
  number: number;
  at: string | null;
  endAt: string | null;
  precision: Precision;
  title: string;
  pinned: boolean;
  hidden: boolean;
  kind: EventKind;
  leadId: string | null;
  relation: EventRelation | null;
}

/** Everything in an export of a review, read at one moment. Live blocks are frozen from it. */
export interface ReviewExport {
  exportedAt: string;
  /** Origin of this instance for links back. Null if it isn't set. */
  baseUrl: string | null;
  key: string;
  title: string;
  status: ReviewStatus;
  /** Slug of its template. */
  template: string;
  templateName: string;
  owner: string | null;
  facilitator: string | null;
  authors: string[];
  approvals: ExportApproval[];
  meetingOn: string | null;
  publishedAt: string | null;
  incident: {
    key: string;
    title: string;
    severity: Severity;
    highestSeverity: Severity;
    /** Null: no one set it, and no event states it. */
    startedAt: string | null;
    resolvedAt: string | null;
    timeZone: string;
    impactText: string;
    impactUnknown: boolean;
    services: string[];
    roles: { role: IncidentRole; name: string }[];
  };
  json: DocumentJson;
  events: ExportEvent[];
  metrics: Metrics;
  impact: Pick<Impact, "windows" | "services">;
  factors: {
    id: string;
    number: number;
    statement: string;
    detail: string;
    role: FactorRole;
    status: FactorStatus;
    explains: FactorExplains[];
    actedBy: FactorActor | null;
    /** Ids of events. */
    evidence: string[];
    answers: string[];
    acceptedReason: string | null;
  }[];
  learnings: {
    id: string;
    kind: LearningKind;
    statement: string;
    detail: string;
    /** Ids of events. */
    evidence: string[];
  }[];
  actions: {
    key: string;
    title: string;
    priority: ActionPriority;
    status: ActionStatus;
    blockedReason: string | null;
    owner: string | null;
    dueDate: string | null;
    doneWhen: string;
  }[];
  changes: { key: string; title: string; status: ChangeStatus; targetQuarter: string | null; owner: string | null }[];
}

/** An export with its events as lines of the story. */
export interface FrozenReview extends ReviewExport {
  lines: StoryLine<ExportEvent>[];
  /** Ids of the lines that the text, a factor or a learning cites. */
  cited: ReadonlySet<string>;
  /** "E12" of the line for an event, null when it was removed. */
  eventLabel: (eventId: string) => string | null;
}
