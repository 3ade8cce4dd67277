import type { Prisma } from "#generated/prisma/client.ts";
import type { ReviewFacts } from "#lib/base/access/facts.ts";
import { INCIDENT_FACTS, incidentFacts } from "#server/incidents/incident/index.ts";

/** What the access decision needs of a review; select it beside every row that hangs on one. */
export const REVIEW_FACTS = {
  ownerId: true,
  facilitatorId: true,
  people: { select: { userId: true, role: true } },
  incident: { select: INCIDENT_FACTS },
} satisfies Prisma.ReviewSelect;

type Row = Prisma.ReviewGetPayload<{ select: typeof REVIEW_FACTS }>;

export const reviewFacts = ({ ownerId, facilitatorId, people, incident }: Row): ReviewFacts => ({
  ownerId,
  facilitatorId,
  people,
  incident: incidentFacts(incident),
});
