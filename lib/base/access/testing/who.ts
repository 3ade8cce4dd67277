import type { UserActor } from "../actor.ts";
import type { ActionItemFacts, IncidentFacts, ReviewFacts } from "../facts.ts";
import { ROLES, type Role } from "../roles.ts";

export const actor = (role: Role, more: Partial<UserActor> = {}): UserActor => ({
  kind: "user",
  id: "me",
  name: "Me",
  role,
  teamIds: [],
  scopes: null,
  ...more,
});
export const incident = (more: Partial<IncidentFacts> = {}): IncidentFacts => ({
  restricted: false,
  createdById: "maker",
  grantUserIds: [],
  grantTeamIds: [],
  ...more,
});
export const review = (more: Partial<ReviewFacts> = {}): ReviewFacts => ({
  incident: incident(),
  status: "draft",
  archived: false,
  ownerId: "owner",
  facilitatorId: null,
  people: [],
  ...more,
});
export const action = (more: Partial<ActionItemFacts> = {}): ActionItemFacts => ({
  incident: incident(),
  review: null,
  ownerId: "owner",
  implementedById: null,
  createdById: "maker",
  managerIds: [],
  priority: "P1",
  ...more,
});

/** The roles that can do an action, weakest first. */
export const rolesThat = (may: (role: Role) => boolean) => ROLES.filter(may);
