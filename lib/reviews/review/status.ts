import { REVIEW_STATUS_WORDS, type ReviewStatus } from "#lib/base/vocabulary/review.ts";

/** Where each status can go. The first is the way forward, the others go back or out. */
const MOVES: Record<ReviewStatus, readonly ReviewStatus[]> = {
  draft: ["in_review", "cancelled"],
  in_review: ["reviewed", "draft", "cancelled"],
  reviewed: ["published", "in_review", "cancelled"],
  published: ["closed"],
  closed: ["published"],
  cancelled: ["draft"],
};
const FORWARD: readonly ReviewStatus[] = ["draft", "in_review", "reviewed", "published", "closed"];

export type ReviewMove = { ok: true; isForward: boolean } | { ok: false; rule: string; message: string };

/** Returns the next status on the way to closed. Null at the end and for a cancelled review. */
export function nextReviewStatus(status: ReviewStatus): ReviewStatus | null {
  const place = FORWARD.indexOf(status);
  return place < 0 ? null : (FORWARD[place + 1] ?? null);
}

/** Returns whether a review still has to reach a status. False for a cancelled review. */
export const isAhead = (status: ReviewStatus, to: ReviewStatus): boolean =>
  FORWARD.includes(status) && FORWARD.indexOf(to) > FORWARD.indexOf(status);

export const reviewMoves = (status: ReviewStatus): readonly ReviewStatus[] => MOVES[status];

/** Returns whether a review can go from one status to another. Gates are checked separately (checkGates). */
export function moveReview(from: ReviewStatus, to: ReviewStatus, reason?: string): ReviewMove {
  const refuse = (rule: string, message: string): ReviewMove => ({ ok: false, rule, message });
  if (!MOVES[from].includes(to)) {
    const ways = MOVES[from].map((one) => REVIEW_STATUS_WORDS[one]).join(", ");
    const words = `${REVIEW_STATUS_WORDS[from]} cannot become ${REVIEW_STATUS_WORDS[to]}`;
    return refuse("review_status_order", `${words}. From here: ${ways}.`);
  }
  const isForward = nextReviewStatus(from) === to;
  if (to === "cancelled" && !reason?.trim()) {
    return refuse("reason_needed", `Explain why this review becomes ${REVIEW_STATUS_WORDS[to]}`);
  }
  return { ok: true, isForward };
}
