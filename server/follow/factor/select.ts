import type { Prisma } from "#generated/prisma/client.ts";
import type { Actor } from "#lib/base/access/actor.ts";
import { actionItemVisibleTo } from "#server/follow/action-item/index.ts";
import { REVIEW_FACTS } from "#server/reviews/review/index.ts";

/**
 * A factor with what addresses it, as far as the actor can read it. An action can belong to another, restricted
 * incident.
 */
export const factorSelect = (actor: Actor) =>
  ({
    id: true,
    number: true,
    position: true,
    statement: true,
    detail: true,
    role: true,
    domains: true,
    explains: true,
    actedBy: true,
    status: true,
    acceptedReason: true,
    threadId: true,
    removedAt: true,
    canonicalFactor: { select: { id: true, name: true } },
    version: true,
    reviewId: true,
    incidentId: true,
    review: { select: { ...REVIEW_FACTS, number: true } },
    incident: { select: { number: true } },
    evidence: {
      where: { event: { removedAt: null } },
      select: { stance: true, event: { select: { id: true, number: true, title: true } } },
      orderBy: { event: { number: "asc" } },
    },
    actions: {
      where: { actionItem: { AND: [{ archivedAt: null }, actionItemVisibleTo(actor)] } },
      select: { actionItem: { select: { number: true, title: true, status: true, declineKind: true } } },
      orderBy: { actionItem: { number: "asc" } },
    },
    changes: {
      where: { change: { archivedAt: null } },
      select: { change: { select: { number: true, title: true, status: true } } },
      orderBy: { change: { number: "asc" } },
    },
  }) satisfies Prisma.FactorSelect;

export type FactorRecord = Prisma.FactorGetPayload<{ select: ReturnType<typeof factorSelect> }>;
