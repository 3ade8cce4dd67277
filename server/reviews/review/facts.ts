import type { Prisma } from "#generated/prisma/client.ts";
import type { ReviewFacts } from "#lib/base/access/facts.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { INCIDENT_FACTS, incidentFacts } from "#server/incidents/incident/index.ts";

/** Facts that decide access to a review. Select them with every row that belongs to one. */
export const REVIEW_FACTS = {
  status: true,
  archivedAt: true,
  ownerId: true,
  facilitatorId: true,
  people: { select: { userId: true, role: true } },
  incident: { select: INCIDENT_FACTS },
} satisfies Prisma.ReviewSelect;

type Row = Prisma.ReviewGetPayload<{ select: typeof REVIEW_FACTS }>;

export const reviewFacts = ({ status, archivedAt, ownerId, facilitatorId, people, incident }: Row): ReviewFacts => ({
  status,
  archived: archivedAt !== null,
  ownerId,
  facilitatorId,
  people,
  incident: incidentFacts(incident),
});

/** Throws `not_found` or `forbidden` as `authorize` does, unless the actor can read the review as it is now. */
export function authorizeDraft(ctx: Ctx, facts: ReviewFacts): void {
  authorize(ctx, "review", "readVersions", facts);
}
