import type { Prisma } from "#generated/prisma/client.ts";
import type { Actor } from "#lib/base/access/actor.ts";
import { UNPUBLISHED_STATUSES } from "#lib/base/vocabulary/review.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { actionItemVisibleTo } from "#server/follow/action-item/index.ts";
import { POLICY_INCIDENT, POLICY_OWNER } from "#server/people/policy/index.ts";
import { reviewVisibleTo } from "#server/reviews/review/index.ts";

const MANAGED = { select: { manager: { select: { disabledAt: true } } } } as const;
const { memberships } = POLICY_OWNER;

const ACTION = {
  ...{ id: true, number: true, title: true, priority: true, teamId: true, policyEdition: true, incidentId: true },
  ...{ dueDate: true, dueFrom: true, dueBasis: true, ownerId: true, version: true, status: true },
  ...{ createdAt: true, updatedAt: true, wantedAskedAt: true },
  transitions: { where: { toStatus: "proposed" }, select: { at: true }, orderBy: { at: "desc" }, take: 1 },
  team: MANAGED,
  owner: {
    select: { id: true, name: true, memberships: { ...memberships, select: { ...memberships.select, team: MANAGED } } },
  },
  incident: { select: POLICY_INCIDENT },
  waivers: {
    where: { status: { in: ["requested", "approved"] } },
    select: { until: true },
    orderBy: { until: "asc" },
    take: 1,
  },
} satisfies Prisma.ActionItemSelect;
export type PromisedAction = Prisma.ActionItemGetPayload<{ select: typeof ACTION }>;

/** The actions that were proposed or promised under an edition and aren't settled, as far as an actor can read them. */
export const isOpenAction = (actor: Actor): Prisma.ActionItemWhereInput => ({
  AND: [
    { status: { in: ["proposed", "accepted", "in_progress", "implemented", "waived"] }, archivedAt: null },
    { policyEdition: { not: null } },
    actionItemVisibleTo(actor),
  ],
});

/** Returns them by number. */
export const openActions = (ctx: Ctx): Promise<PromisedAction[]> =>
  ctx.db.actionItem.findMany({ where: isOpenAction(ctx.actor), select: ACTION, orderBy: { number: "asc" } });

const REVIEW = {
  ...{ id: true, number: true, title: true, dueAt: true, dueFrom: true, policyEdition: true, incidentId: true },
  ...{ version: true, status: true, meetingOn: true },
  owner: { select: { id: true, name: true } },
  incident: { select: { ...POLICY_INCIDENT, timeZone: true, resolvedAt: true } },
} satisfies Prisma.ReviewSelect;
export type PromisedReview = Prisma.ReviewGetPayload<{ select: typeof REVIEW }>;

/** The reviews that have to be published by a date that a policy gave, as far as an actor can read them. */
export const isOpenReview = (actor: Actor): Prisma.ReviewWhereInput => ({
  AND: [
    { status: { in: [...UNPUBLISHED_STATUSES] }, publishedAt: null, archivedAt: null },
    { policyEdition: { not: null }, dueAt: { not: null }, dueFrom: { not: null } },
    reviewVisibleTo(actor),
  ],
});

/** Returns them by number. */
export const openReviews = (ctx: Ctx): Promise<PromisedReview[]> =>
  ctx.db.review.findMany({ where: isOpenReview(ctx.actor), select: REVIEW, orderBy: { number: "asc" } });
