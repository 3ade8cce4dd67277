import type { Prisma } from "#generated/prisma/client.ts";
import { can } from "#lib/base/access/can.ts";
import type { ReviewFacts } from "#lib/base/access/facts.ts";
import { refuse } from "#lib/base/errors.ts";
import { REVIEW_STATUS_WORDS } from "#lib/base/vocabulary/review.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { INCIDENT_FACTS, incidentFacts } from "#server/incidents/incident/index.ts";

/** What the access decision needs about a review. Select it with every row that belongs to one. */
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

/**
 * Throws `not_found` or `forbidden` as `authorize` does, and `rule` with what to do if only the status forbids writing.
 */
export function authorizeWriting(ctx: Ctx, facts: ReviewFacts): void {
  const isPublished = facts.status === "published" || facts.status === "closed";
  if (isPublished && can(ctx.actor, "review", "write", { ...facts, status: "reviewed" })) {
    const status = REVIEW_STATUS_WORDS[facts.status].toLowerCase();
    throw refuse(
      "review_read_only",
      `This review is ${status} and read-only. A facilitator, TPM or admin can reopen it.`,
    );
  }
  authorize(ctx, "review", "write", facts);
}
