import { isPublished } from "#lib/base/vocabulary/review.ts";
import type { GlobalAction, RecordAction, RecordNoun } from "./actions.ts";
import type { Actor, UserActor } from "./actor.ts";
import type {
  ActionItemFacts,
  CanonicalFactorFacts,
  FactorFacts,
  FactsOf,
  IncidentFacts,
  IncomingEventFacts,
  ReviewFacts,
  SavedViewFacts,
  StrategicChangeFacts,
  WrittenFacts,
} from "./facts.ts";
import { ROLES, type Role } from "./roles.ts";

type Rule<Facts> = (actor: UserActor, facts: Facts) => boolean;

const atLeast = (actor: Pick<UserActor, "role">, role: Role) => ROLES.indexOf(actor.role) >= ROLES.indexOf(role);

const readsIncident: Rule<IncidentFacts> = (actor, incident) =>
  !incident.restricted ||
  incident.createdById === actor.id ||
  incident.grantUserIds.includes(actor.id) ||
  incident.grantTeamIds.some((teamId) => actor.teamIds.includes(teamId));

const worksOnIncident: Rule<IncidentFacts> = (actor, incident) =>
  readsIncident(actor, incident) && atLeast(actor, "member");

const isNamed = (actor: UserActor, review: ReviewFacts) =>
  review.ownerId === actor.id ||
  review.facilitatorId === actor.id ||
  review.people.some((person) => person.userId === actor.id);

const readsReview: Rule<ReviewFacts> = (actor, review) =>
  readsIncident(actor, review.incident) || isNamed(actor, review);

/** Anyone who can read a review, except mere readers of a restricted one, who can only read. */
const worksWithReview: Rule<ReviewFacts> = (actor, review) =>
  readsIncident(actor, review.incident) || (isNamed(actor, review) && !isReaderOnly(actor, review));

const isReaderOnly = (actor: UserActor, review: ReviewFacts) =>
  review.ownerId !== actor.id &&
  review.facilitatorId !== actor.id &&
  review.people.every((person) => person.userId !== actor.id || person.role === "reader");

/** Owner, facilitator or author. */
const isOwnReview = (actor: UserActor, review: ReviewFacts) =>
  review.ownerId === actor.id ||
  review.facilitatorId === actor.id ||
  review.people.some((person) => person.userId === actor.id && person.role === "author");

const worksOnReview: Rule<ReviewFacts> = (actor, review) =>
  worksWithReview(actor, review) && (atLeast(actor, "member") || isOwnReview(actor, review));

const writesReview: Rule<ReviewFacts> = (actor, review) =>
  worksOnReview(actor, review) && review.status !== "cancelled" && !review.archived;

const movesReview: Rule<ReviewFacts> = (actor, review) =>
  worksWithReview(actor, review) &&
  (atLeast(actor, "facilitator") || (atLeast(actor, "member") && isOwnReview(actor, review)));

/** Only those responsible for a restricted review can add readers, not every author. */
const namesReaders: Rule<ReviewFacts> = (actor, review) =>
  movesReview(actor, review) &&
  (!review.incident.restricted ||
    atLeast(actor, "facilitator") ||
    [review.ownerId, review.facilitatorId, review.incident.createdById].includes(actor.id));

const readsAction: Rule<ActionItemFacts> = (actor, item) =>
  item.ownerId === actor.id ||
  item.incident === null ||
  readsIncident(actor, item.incident) ||
  (item.review !== null && isNamed(actor, item.review));

const worksOnAction: Rule<ActionItemFacts> = (actor, item) =>
  item.ownerId === actor.id ||
  item.incident === null ||
  readsIncident(actor, item.incident) ||
  (item.review !== null && worksWithReview(actor, item.review));

/** The people of a change report on it and decide about it, and so do TPMs and admins. */
const worksOnChange: Rule<StrategicChangeFacts> = (actor, { ownerId, sponsorId, createdById }) =>
  atLeast(actor, "tpm") || (atLeast(actor, "member") && [ownerId, sponsorId, createdById].includes(actor.id));

const editsAction: Rule<ActionItemFacts> = (actor, item) =>
  worksOnAction(actor, item) &&
  (atLeast(actor, "tpm") ||
    (atLeast(actor, "member") &&
      (item.ownerId === actor.id ||
        item.ownerId === null ||
        item.createdById === actor.id ||
        (item.review !== null && isOwnReview(actor, item.review)))));

// An unassigned event might belong to a restricted incident, so only those who can curate can see it.
const readsIncoming: Rule<IncomingEventFacts> = (actor, { incident }) =>
  atLeast(actor, "member") && (incident === null || readsIncident(actor, incident));

const readsView: Rule<SavedViewFacts> = (actor, { scope, ownerId, teamId, managerId }) => {
  if (scope === "everybody") return true;
  if (scope === "mine") return ownerId === actor.id;
  return managerId === actor.id || (teamId !== null && actor.teamIds.includes(teamId));
};

const editsView: Rule<SavedViewFacts> = (actor, view) => {
  if (!readsView(actor, view)) return false;
  if (view.scope === "mine" || roleAllows(actor.role, "view.share")) return true;
  const isOwn = view.ownerId === actor.id || view.managerId === actor.id;
  return view.scope === "team" && atLeast(actor, "member") && isOwn;
};

const isAuthor: Rule<WrittenFacts> = (actor, { authorId }) => authorId === actor.id;

const RECORD_RULES: { [Noun in RecordNoun]: Record<RecordAction<Noun>, Rule<FactsOf[Noun]>> } = {
  incident: {
    read: readsIncident,
    edit: worksOnIncident,
    curate: worksOnIncident,
    generate: worksOnIncident,
    cancel: (actor, incident) =>
      worksOnIncident(actor, incident) && (atLeast(actor, "facilitator") || incident.createdById === actor.id),
    restrict: (actor, incident) =>
      worksOnIncident(actor, incident) && (atLeast(actor, "facilitator") || incident.createdById === actor.id),
  },
  review: {
    read: readsReview,
    write: writesReview,
    comment: writesReview,
    move: movesReview,
    nameReaders: namesReaders,
    setReviewed: (actor, review) => worksWithReview(actor, review) && atLeast(actor, "facilitator"),
    publish: (actor, review) => writesReview(actor, review) && movesReview(actor, review),
    approve: (actor, review) =>
      writesReview(actor, review) &&
      review.status !== "draft" &&
      review.people.some(({ userId, role }) => userId === actor.id && role === "approver"),
    waive: (actor, review) => worksWithReview(actor, review) && atLeast(actor, "tpm"),
    takeUp: (actor, review) => writesReview(actor, review) && !isPublished(review.status) && atLeast(actor, "tpm"),
    cancel: movesReview,
    // Archived reviews are included, though no one can write in them.
    readVersions: worksOnReview,
  },
  factor: {
    read: (actor, factor: FactorFacts) => readsReview(actor, factor.review),
    edit: (actor, factor: FactorFacts) => writesReview(actor, factor.review),
  },
  canonicalFactor: {
    read: (actor, { factors }: CanonicalFactorFacts) => factors.some(({ review }) => readsReview(actor, review)),
    edit: (actor, { factors }: CanonicalFactorFacts) =>
      atLeast(actor, "member") && factors.some(({ review }) => worksWithReview(actor, review)),
  },
  actionItem: {
    read: readsAction,
    edit: editsAction,
    work: editsAction,
    purge: (actor, item) => worksOnAction(actor, item) && atLeast(actor, "admin"),
    comment: (actor, item) => worksOnAction(actor, item) && atLeast(actor, "member"),
    verify: (actor, item) => worksOnAction(actor, item) && atLeast(actor, "member"),
    moveDate: (actor, item) =>
      worksOnAction(actor, item) &&
      (atLeast(actor, "tpm") ||
        (atLeast(actor, "member") &&
          (item.ownerId === actor.id || item.ownerId === null || item.managerIds.includes(actor.id)))),
    approve: (actor, item) =>
      worksOnAction(actor, item) &&
      (roleAllows(actor.role, "waiver.answer") || (atLeast(actor, "member") && item.managerIds.includes(actor.id))),
  },
  strategicChange: {
    read: () => true,
    edit: (actor, change: StrategicChangeFacts) =>
      atLeast(actor, "tpm") ||
      (atLeast(actor, "member") && (change.ownerId === actor.id || change.createdById === actor.id)),
    comment: (actor) => atLeast(actor, "member"),
    report: worksOnChange,
    decide: worksOnChange,
    checkEffect: (actor, change: StrategicChangeFacts) =>
      worksOnChange(actor, change) || (atLeast(actor, "member") && change.effectById === actor.id),
  },
  savedView: { read: readsView, edit: editsView },
  incomingEvent: { read: readsIncoming, settle: readsIncoming },
  comment: {
    read: () => true,
    edit: isAuthor,
    remove: (actor, comment) => isAuthor(actor, comment) || atLeast(actor, "admin"),
  },
  note: {
    read: () => true,
    edit: isAuthor,
    // An imported note has no author here, so anyone who curates the incident can remove it.
    remove: (actor, note) => isAuthor(actor, note) || note.authorId === null || atLeast(actor, "tpm"),
  },
};

const GLOBAL_ROLE: Record<GlobalAction, Role> = {
  "incident.create": "member",
  "action.create": "member",
  "change.create": "member",
  "promotion.answer": "tpm",
  "people.manage": "admin",
  "service.propose": "member",
  "settings.manage": "admin",
  "template.manage": "tpm",
  "policy.manage": "tpm",
  "integration.manage": "admin",
  "audit.read": "admin",
  "demo.remove": "admin",
  // Be responsible for something, and be asked to do it.
  "work.own": "member",
  "waiver.answer": "tpm",
  "view.share": "tpm",
  "token.administer": "admin",
};

/** Returns whether a role allows an action that needs no record, for a person who isn't the actor. */
export const roleAllows = (role: Role, action: GlobalAction): boolean => atLeast({ role }, GLOBAL_ROLE[action]);

/** Returns whether the programme is someone's work. An admin can do as much, but isn't asked to. */
export const leadsProgramme = (role: Role): boolean => role === "tpm";

const hasScope = (actor: UserActor, action: string, adminOnly: boolean) => {
  if (actor.scopes === null || action === "read") return actor.scopes === null || actor.scopes.length > 0;
  return actor.scopes.includes(adminOnly ? "admin" : "write");
};

/** Returns whether an actor can do an action on a record. Every check of a permission ends here. */
export function can<Noun extends RecordNoun>(
  actor: Actor,
  noun: Noun,
  action: RecordAction<Noun>,
  facts: FactsOf[Noun],
): boolean {
  if (actor.kind === "system") return true;
  const rule: Rule<FactsOf[Noun]> = RECORD_RULES[noun][action];
  return hasScope(actor, action, false) && rule(actor, facts);
}

/**
 * Returns whether an actor can read the text and the factors of a review as they are now. Readers who can't write in it
 * see its published version only, and none of it before.
 */
export const readsDraft = (actor: Actor, review: ReviewFacts): boolean => can(actor, "review", "readVersions", review);

/** Returns whether an actor can do an action that needs no record. */
export function canGlobally(actor: Actor, action: GlobalAction): boolean {
  if (actor.kind === "system") return true;
  return hasScope(actor, action, GLOBAL_ROLE[action] === "admin") && roleAllows(actor.role, action);
}
