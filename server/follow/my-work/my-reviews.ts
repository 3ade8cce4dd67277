import type { UserActor } from "#lib/base/access/actor.ts";
import { type ApprovalState, UNPUBLISHED_STATUSES } from "#lib/base/vocabulary/review.ts";
import type { WorkItem } from "#lib/contract/me.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { listReviews } from "#server/reviews/review/index.ts";

const MOST = 50;

const APPROVE_STEPS: Record<ApprovalState, string> = {
  approved: "You approved it",
  waiting: "Approve it, or ask for changes",
  stale: "The text changed since you approved it. Approve it again, or ask for changes.",
  changes_asked: "You asked for changes. Approve it once they are made.",
};

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
      const mine = review.approvals.find(({ person }) => person.id === me.id);
      const toApprove = review.status === "reviewed" && mine !== undefined && mine.state !== "approved";
      return {
        kind: toApprove ? "review_to_approve" : isRunning ? "review_to_run" : "review_to_write",
        key: review.key,
        title: review.title,
        href: `/reviews/${review.key}`,
        step: toApprove ? APPROVE_STEPS[mine.state] : review.nextStep,
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
