import type { Actor } from "#lib/base/access/actor.ts";
import type { ActionItemFacts, IncidentFacts, ReviewFacts } from "#lib/base/access/facts.ts";
import type { ActionRefs } from "./load-refs.ts";
import type { ActionRowRecord } from "./select.ts";

const OPEN_TO_ALL: IncidentFacts = { restricted: false, createdById: null, grantUserIds: [], grantTeamIds: [] };

/**
 * Returns the facts of the incident behind an action, for the actor whose refs were loaded. Null without an incident.
 */
export function incidentFactsOf(actor: Actor, row: ActionRowRecord, refs: ActionRefs): IncidentFacts | null {
  const incident = row.incidentId === null ? undefined : refs.incidents.get(row.incidentId);
  if (!incident) return null;
  const named = incident.granted && actor.kind === "user" ? [actor.id] : [];
  const { restricted, createdById } = incident;
  return { restricted, createdById, grantUserIds: named, grantTeamIds: [] };
}

/** Returns the facts of the review behind an action, which shares the incident of the action. */
export function reviewFactsOf(actor: Actor, row: ActionRowRecord, refs: ActionRefs): ReviewFacts | null {
  const review = row.reviewId === null ? undefined : refs.reviews.get(row.reviewId);
  if (!review) return null;
  const { status, archived, ownerId, facilitatorId, role } = review;
  const people = role !== null && actor.kind === "user" ? [{ userId: actor.id, role }] : [];
  const incident = incidentFactsOf(actor, row, refs) ?? OPEN_TO_ALL;
  return { incident, status, archived, ownerId, facilitatorId, people };
}

function isManager({ teamId, ownerId }: ActionRowRecord, { managed }: ActionRefs): boolean {
  return teamId === null ? ownerId !== null && managed.owners.has(ownerId) : managed.teams.has(teamId);
}

/** Returns what the access decision needs about an action item, for the actor whose refs were loaded. */
export const actionItemFacts = (actor: Actor, row: ActionRowRecord, refs: ActionRefs): ActionItemFacts => ({
  incident: incidentFactsOf(actor, row, refs),
  review: reviewFactsOf(actor, row, refs),
  ownerId: row.ownerId,
  implementedById: row.implementedById,
  createdById: row.createdById,
  managerIds: actor.kind === "user" && isManager(row, refs) ? [actor.id] : [],
  priority: row.priority,
});
