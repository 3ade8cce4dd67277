import type { StatusKind } from "#components/ui/labels/status-glyph.tsx";
import type { ReviewStatus } from "#lib/base/vocabulary/review.ts";

/** The glyph of each status of a review. */
export const REVIEW_STATUS_KINDS: Record<ReviewStatus, StatusKind> = {
  draft: "open",
  in_review: "progress",
  reviewed: "verify",
  published: "done",
  closed: "done",
  cancelled: "cancelled",
};
