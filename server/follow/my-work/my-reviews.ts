import type { UserActor } from "#lib/base/access/actor.ts";
import { UNPUBLISHED_STATUSES } from "#lib/base/vocabulary/review.ts";
import type { WorkItem } from "#lib/contract/me.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { listReviews } from "#server/reviews/review/index.ts";

const MOST = 50;

/** Returns unpublished reviews that I own, write or facilitate, by deadline, each with its next step. */
export async function myReviews(ctx: Ctx, me: UserActor): Promise<WorkItem[]> {
  const { items } = await listReviews(ctx, {
    mine: true,
    status: [...UNPUBLISHED_STATUSES],
    archived: false,
    limit: MOST,
  });
  return items
    .map((review): WorkItem => {
      const isRunning = review.facilitator?.id === me.id;
      return {
        kind: isRunning ? "review_to_run" : "review_to_write",
        key: review.key,
        title: review.title,
        href: `/reviews/${review.key}`,
        step: review.nextStep,
        dueDate: review.dueAt,
        originalDueDate: null,
        status: review.status,
        priority: null,
        severity: review.incident.severity,
        incidentKey: review.incident.key,
        owner: review.owner && review.owner.id !== me.id ? review.owner.name : null,
        blockedReason: null,
        blockedUntil: null,
        band: review.incident.band,
        sections: review.sections,
      };
    })
    .sort((a, b) => (a.dueDate ?? "9").localeCompare(b.dueDate ?? "9"));
}
