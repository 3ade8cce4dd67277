import type { Prisma } from "#generated/prisma/client.ts";
import { UNPUBLISHED_STATUSES } from "#lib/base/vocabulary/review.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { actionItemVisibleTo } from "#server/follow/action-item/index.ts";
import { POLICY_INCIDENT, POLICY_OWNER } from "#server/people/policy/index.ts";
import { reviewVisibleTo } from "#server/reviews/review/index.ts";

const ACTION = {
  ...{ id: true, number: true, title: true, priority: true, teamId: true, policyEdition: true, incidentId: true },
  ...{ dueDate: true, dueFrom: true, dueBasis: true, ownerId: true, version: true },
  owner: { select: { id: true, name: true, ...POLICY_OWNER } },
  incident: { select: POLICY_INCIDENT },
} satisfies Prisma.ActionItemSelect;
export type PromisedAction = Prisma.ActionItemGetPayload<{ select: typeof ACTION }>;

/** Returns the actions that were promised and aren't settled, as far as the actor can read them, by number. */
export const openActions = (ctx: Ctx): Promise<PromisedAction[]> =>
  ctx.db.actionItem.findMany({
    where: {
      AND: [
        { status: { in: ["accepted", "in_progress", "implemented", "waived"] }, archivedAt: null },
        { policyEdition: { not: null } },
        actionItemVisibleTo(ctx.actor),
      ],
    },
    select: ACTION,
    orderBy: { number: "asc" },
  });

const REVIEW = {
  ...{ id: true, number: true, title: true, dueAt: true, dueFrom: true, policyEdition: true, incidentId: true },
  version: true,
  owner: { select: { id: true, name: true } },
  incident: { select: { ...POLICY_INCIDENT, timeZone: true } },
} satisfies Prisma.ReviewSelect;
export type PromisedReview = Prisma.ReviewGetPayload<{ select: typeof REVIEW }>;

/** Returns the reviews that have to be published by a date that a policy gave, by number. */
export const openReviews = (ctx: Ctx): Promise<PromisedReview[]> =>
  ctx.db.review.findMany({
    where: {
      AND: [
        { status: { in: [...UNPUBLISHED_STATUSES] }, publishedAt: null, archivedAt: null },
        { policyEdition: { not: null }, dueAt: { not: null }, dueFrom: { not: null } },
        reviewVisibleTo(ctx.actor),
      ],
    },
    select: REVIEW,
    orderBy: { number: "asc" },
  });
