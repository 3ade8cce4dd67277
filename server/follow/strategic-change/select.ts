import type { Prisma } from "#generated/prisma/client.ts";
import type { Actor } from "#lib/base/access/actor.ts";
import { actionItemVisibleTo, LINKED_ACTION, readableFactors } from "#server/follow/action-item/index.ts";
import { INCIDENT_FACTS } from "#server/incidents/incident/index.ts";
import { STATED_FACTOR } from "#server/reviews/review/index.ts";

const person = { select: { id: true, name: true } } as const;
const incident = { select: { ...INCIDENT_FACTS, id: true, number: true, title: true, severity: true } } as const;

/** The linked actions that an actor can read. */
export const readableActions = (actor: Actor): Prisma.ActionItemWhereInput => ({
  AND: [{ archivedAt: null }, actionItemVisibleTo(actor)],
});

/** Columns of a row in a list, with linked records as far as the actor can read them. */
export const changeRowSelect = (actor: Actor) =>
  ({
    id: true,
    number: true,
    title: true,
    status: true,
    statusAt: true,
    health: true,
    healthAt: true,
    targetQuarter: true,
    endsOn: true,
    ownerId: true,
    pastOwnerIds: true,
    formerOwnerIds: true,
    sponsorId: true,
    createdById: true,
    effectById: true,
    effectDueOn: true,
    effectBy: person,
    owner: { select: { id: true, name: true, timeZone: true } },
    sponsor: person,
    team: { select: { id: true, name: true } },
    otherTeams: { select: { team: { select: { id: true, name: true } } }, orderBy: { team: { name: "asc" } } },
    milestones: {
      where: { removedAt: null, blocks: true, reachedOn: null },
      select: { plannedOn: true, dueOn: true, reachedOn: true, blocks: true },
    },
    updates: { select: { because: true }, orderBy: { at: "desc" }, take: 1 },
    theme: true,
    archivedAt: true,
    demo: true,
    version: true,
    factors: {
      where: { factor: readableFactors(actor) },
      select: {
        factor: { select: { id: true, number: true, statement: true, incident } },
      },
      orderBy: [{ factor: { reviewId: "asc" } }, { factor: { number: "asc" } }],
    },
    actions: {
      where: { actionItem: readableActions(actor) },
      select: {
        actionItem: {
          select: { ...LINKED_ACTION, incident },
        },
      },
      orderBy: [{ actionItem: { lateAfter: { sort: "asc", nulls: "last" } } }, { actionItem: { number: "asc" } }],
    },
  }) satisfies Prisma.StrategicChangeSelect;

export const changeSelect = (actor: Actor) =>
  ({
    ...changeRowSelect(actor),
    factors: {
      ...changeRowSelect(actor).factors,
      select: {
        factor: {
          select: { ...STATED_FACTOR, number: true, incident },
        },
      },
    },
    slipToldAt: true,
    problem: true,
    hypothesis: true,
    expectedEffect: true,
    measureMetric: true,
    measureUnit: true,
    measureBaseline: true,
    measureTarget: true,
    measureBy: true,
    createdAt: true,
    measured: true,
    measuredMetric: true,
    measuredUnit: true,
    measuredOn: true,
    exposedMinutes: true,
    reduction: true,
    confidence: true,
    effortWeeks: true,
    statusReason: true,
    milestones: {
      where: { OR: [{ removedAt: null }, { releasedAt: { not: null } }] },
      select: {
        ...{ id: true, title: true, owner: person, plannedOn: true, dueOn: true, reachedOn: true, blocks: true },
        ...{ removedAt: true, releasedAt: true },
      },
      orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    },
    decisions: { where: { kind: "status", toStatus: "funded" }, select: { id: true }, take: 1 },
    updates: { omit: { changeId: true }, orderBy: { at: "desc" } },
  }) satisfies Prisma.StrategicChangeSelect;

export type ChangeRowRecord = Prisma.StrategicChangeGetPayload<{ select: ReturnType<typeof changeRowSelect> }>;
export type ChangeRecord = Prisma.StrategicChangeGetPayload<{ select: ReturnType<typeof changeSelect> }>;
