import type { ActionPriority } from "#lib/base/vocabulary/action-item.ts";
import type { ReviewStatus } from "#lib/base/vocabulary/review.ts";
import type { ViewScope } from "#lib/base/vocabulary/saved-view.ts";

/** Facts about a record that `can` needs. Rows are loaded with these fields first. */
export interface IncidentFacts {
  restricted: boolean;
  createdById: string | null;
  grantUserIds: readonly string[];
  grantTeamIds: readonly string[];
}

export interface ReviewFacts {
  incident: IncidentFacts;
  status: ReviewStatus;
  archived: boolean;
  ownerId: string | null;
  facilitatorId: string | null;
  people: readonly { userId: string; role: "author" | "approver" | "reader" }[];
}

export interface FactorFacts {
  review: ReviewFacts;
}

/** A condition is read through the factors that share it. */
export interface CanonicalFactorFacts {
  factors: readonly FactorFacts[];
}

export interface ActionItemFacts {
  incident: IncidentFacts | null;
  review: ReviewFacts | null;
  ownerId: string | null;
  implementedById: string | null;
  createdById: string | null;
  /** The managers of its team. Without a team, of the teams of its owner. */
  managerIds: readonly string[];
  priority: ActionPriority;
}

export interface StrategicChangeFacts {
  ownerId: string | null;
  sponsorId: string | null;
  createdById: string | null;
  /** Who is asked for its effect. */
  effectById: string | null;
}

/** An event from an integration. Null while it waits and after it was dismissed. */
export interface IncomingEventFacts {
  incident: IncidentFacts | null;
}

export interface SavedViewFacts {
  scope: ViewScope;
  ownerId: string;
  teamId: string | null;
  /** The manager of its team. */
  managerId: string | null;
}

/** A comment, or a note about an event. Its record is authorized first. */
export interface WrittenFacts {
  authorId: string | null;
}

export interface FactsOf {
  savedView: SavedViewFacts;
  incident: IncidentFacts;
  review: ReviewFacts;
  factor: FactorFacts;
  canonicalFactor: CanonicalFactorFacts;
  actionItem: ActionItemFacts;
  strategicChange: StrategicChangeFacts;
  incomingEvent: IncomingEventFacts;
  comment: WrittenFacts;
  note: WrittenFacts;
}
