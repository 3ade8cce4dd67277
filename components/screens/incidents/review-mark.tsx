import { REVIEW_STATUS_KINDS } from "#components/reviews/review/status-kinds.ts";
import { Status } from "#components/ui/status.tsx";
import { REVIEW_STATUS_WORDS, REVIEW_STATUSES } from "#lib/base/vocabulary/review.ts";
import type { IncidentRow } from "#lib/contract/incident.ts";

/** Where the review of an incident is; without one, whether it is time for it. */
export function ReviewMark({ incident }: { incident: Pick<IncidentRow, "review" | "status"> }) {
  const status = REVIEW_STATUSES.find((one) => one === incident.review?.status);
  if (status) return <Status kind={REVIEW_STATUS_KINDS[status]}>{REVIEW_STATUS_WORDS[status]}</Status>;
  const words = { open: "After it ends", resolved: "Not begun", cancelled: "Cancelled" };
  return <span className="muted">{words[incident.status]}</span>;
}

/** True while a review still has a date to keep. */
export function hasOpenReview(incident: Pick<IncidentRow, "review">): boolean {
  return ["draft", "in_review", "reviewed"].includes(incident.review?.status ?? "");
}
