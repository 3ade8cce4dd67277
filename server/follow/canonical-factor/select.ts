import type { Prisma } from "#generated/prisma/client.ts";
import type { Actor } from "#lib/base/access/actor.ts";
import { DELIVERY } from "#lib/follow/strategic-change/transition.ts";
import { actionItemVisibleTo, LINKED_ACTION } from "#server/follow/action-item/index.ts";
import { factorVisibleTo } from "#server/follow/factor/index.ts";
import { BAND_SELECT, INCIDENT_FACTS } from "#server/incidents/incident/index.ts";
import { STATED_FACTOR } from "#server/reviews/review/index.ts";

const fix = (actor: Actor) =>
  ({
    ...LINKED_ACTION,
    verifiedAt: true,
    effectAnswers: { select: { answer: true, at: true }, orderBy: [{ at: "asc" }, { id: "asc" }] },
    recurrences: { where: { withdrawnAt: null, factor: factorVisibleTo(actor) }, select: { at: true } },
  }) satisfies Prisma.ActionItemSelect;

const change = {
  ...{ number: true, title: true, status: true, health: true },
  ...{ startsOn: true, endsOn: true, targetQuarter: true },
  owner: { select: { timeZone: true } },
  milestones: {
    where: { removedAt: null },
    select: { plannedOn: true, dueOn: true, reachedOn: true, blocks: true },
  },
  updates: { select: { because: true }, orderBy: { at: "desc" }, take: 1 },
  decisions: {
    where: { kind: "status", ...DELIVERY },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: 1,
    select: { at: true },
  },
} satisfies Prisma.StrategicChangeSelect;

export const SEEN_INCIDENT = {
  ...{ ...INCIDENT_FACTS, ...BAND_SELECT, id: true, number: true, title: true, kind: true, status: true },
} satisfies Prisma.IncidentSelect;

/** A condition with the factors, fixes and changes that the actor can read, the newest incident first. */
export const canonicalFactorSelect = (actor: Actor) =>
  ({
    ...{ id: true, name: true, version: true },
    factors: {
      where: { AND: [{ removedAt: null }, factorVisibleTo(actor)] },
      select: {
        ...{ ...STATED_FACTOR, number: true, version: true, role: true },
        incident: { select: SEEN_INCIDENT },
        actions: {
          where: { actionItem: { AND: [{ archivedAt: null }, actionItemVisibleTo(actor)] } },
          select: { actionItem: { select: fix(actor) } },
        },
        changes: {
          where: { change: { archivedAt: null } },
          select: { change: { select: change } },
        },
      },
      orderBy: [{ incident: { startedAt: "desc" } }, { id: "asc" }],
    },
    lastFactor: { select: STATED_FACTOR },
    merged: { select: { id: true, name: true, version: true, mergedFactorIds: true }, orderBy: { updatedAt: "desc" } },
  }) satisfies Prisma.CanonicalFactorSelect;

export type CanonicalFactorRecord = Prisma.CanonicalFactorGetPayload<{
  select: ReturnType<typeof canonicalFactorSelect>;
}>;
