import { Prisma } from "#generated/prisma/client.ts";
import type { Actor } from "#lib/base/access/actor.ts";
import { INCIDENT_FACTS } from "#server/incidents/incident/index.ts";
import { reviewVisibleTo, STATED_FACTOR } from "#server/reviews/review/index.ts";

/** Columns of a row in a list. Linked records are loaded once for the whole page by `loadRefs`. */
export const ACTION_ROW_SELECT = {
  id: true,
  number: true,
  title: true,
  type: true,
  priority: true,
  status: true,
  blockedReason: true,
  blockedUntil: true,
  blockedByPersonId: true,
  blockedByTeamId: true,
  ownerId: true,
  teamId: true,
  incidentId: true,
  reviewId: true,
  threadId: true,
  implementedById: true,
  implementedOwnerId: true,
  askedVerifierId: true,
  createdById: true,
  dueDate: true,
  lateAfter: true,
  dueMoves: true,
  movedByPolicy: true,
  waivedUntil: true,
  effortDays: true,
  archivedAt: true,
  demo: true,
  createdAt: true,
  version: true,
} satisfies Prisma.ActionItemSelect;

/** Fields by which a record that it is linked to lists an action. */
export const LINKED_ACTION = {
  number: true,
  title: true,
  status: true,
  blockedReason: true,
  blockedUntil: true,
  dueDate: true,
  waivedUntil: true,
  owner: { select: { id: true, name: true } },
} satisfies Prisma.ActionItemSelect;

const inSql = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The same columns in a statement of SQL, which returns the same records. */
export const ACTION_ROW_COLUMNS = Prisma.raw(
  Object.keys(ACTION_ROW_SELECT)
    .map((field) => `action_item.${inSql(field)} AS "${field}"`)
    .join(", "),
);

/** Fields of an action that the rules of changes and steps need. */
export const RULED_SELECT = {
  ...ACTION_ROW_SELECT,
  doneWhen: true,
  dueBasis: true,
  owner: { select: { timeZone: true, disabledAt: true } },
  waivers: {
    where: { status: { in: ["requested", "approved"] } },
    select: { id: true, status: true, leftStatus: true, leftBlock: true },
  },
  evidence: { where: { removedAt: null, effectAnswerId: null }, select: { removedAt: true } },
} satisfies Prisma.ActionItemSelect;

/** The factors of an action that an actor can read. */
export const readableFactors = (actor: Actor): Prisma.FactorWhereInput => ({
  removedAt: null,
  review: reviewVisibleTo(actor),
});

const LATER_INCIDENT = { ...INCIDENT_FACTS, id: true, number: true, title: true, startedAt: true } as const;

const PIECES = {
  orderBy: [{ addedAt: "asc" }, { id: "asc" }],
  include: {
    event: { select: { id: true, number: true, title: true, removedAt: true, incidentId: true } },
    file: { select: { mediaType: true, size: true } },
  },
} satisfies Prisma.ActionItem$evidenceArgs;

/** Everything of one action item, except what the actor can't read. */
export const actionSelect = (actor: Actor) =>
  ({
    ...ACTION_ROW_SELECT,
    description: true,
    doneWhen: true,
    trackerUrl: true,
    owner: { select: { timeZone: true, disabledAt: true } },
    dueBasis: true,
    effectDueOn: true,
    effectAnswers: { include: { evidence: PIECES }, orderBy: [{ at: "asc" }, { id: "asc" }] },
    recurrences: {
      where: { withdrawnAt: null, factor: readableFactors(actor) },
      select: { at: true, factor: { select: { ...STATED_FACTOR, incident: { select: LATER_INCIDENT } } } },
      orderBy: [{ at: "asc" }, { factorId: "asc" }],
    },
    evidence: { ...PIECES, where: { effectAnswerId: null } },
    implementer: { select: { id: true, name: true } },
    implementedAt: true,
    askedVerifierAt: true,
    wantedAskedAt: true,
    verifier: { select: { id: true, name: true } },
    verifiedAt: true,
    updatedAt: true,
    issues: { where: { unlinkedAt: null }, select: { ref: true, url: true }, orderBy: { ref: "asc" } },
    declineKind: true,
    declineReason: true,
    declineLink: true,
    waivedReason: true,
    factors: {
      where: { factor: readableFactors(actor) },
      select: {
        factor: {
          select: { ...STATED_FACTOR, number: true },
        },
      },
      orderBy: [{ factor: { reviewId: "asc" } }, { factor: { number: "asc" } }],
    },
    changes: {
      where: { change: { archivedAt: null } },
      select: { change: { select: { number: true, title: true } } },
      orderBy: { change: { number: "asc" } },
    },
    watchers: {
      select: { user: { select: { id: true, name: true } } },
      orderBy: [{ since: "asc" }, { userId: "asc" }],
    },
    checks: { where: { removedAt: null }, orderBy: [{ position: "asc" }, { id: "asc" }] },
    waivers: { orderBy: [{ askedAt: "asc" }, { id: "asc" }] },
    dueHistory: { select: { movedAt: true, movedById: true, fromDate: true, toDate: true, reason: true, basis: true } },
    transitions: {
      select: {
        ...{ at: true, byId: true, fromStatus: true, toStatus: true, reason: true, evidence: true },
        answers: { select: { point: true, answer: true }, orderBy: { position: "asc" } },
      },
    },
  }) satisfies Prisma.ActionItemSelect;

export type ActionRowRecord = Prisma.ActionItemGetPayload<{ select: typeof ACTION_ROW_SELECT }>;
export type RuledAction = Prisma.ActionItemGetPayload<{ select: typeof RULED_SELECT }>;
export type ActionRecord = Prisma.ActionItemGetPayload<{ select: ReturnType<typeof actionSelect> }>;
