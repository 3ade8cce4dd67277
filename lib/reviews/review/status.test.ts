import { expect, it } from "vitest";
import { REVIEW_STATUSES } from "#lib/base/vocabulary/review.ts";
import { moveReview, nextReviewStatus, reviewMoves } from "./status.ts";

it.each([
  ["draft", "in_review"],
  ["in_review", "reviewed"],
  ["reviewed", "published"],
  ["published", "closed"],
  ["closed", null],
  ["cancelled", null],
] as const)("after %s comes %s", (status, next) => expect(nextReviewStatus(status)).toBe(next));

it.each(REVIEW_STATUSES.flatMap((from) => REVIEW_STATUSES.map((to) => [from, to] as const)))(
  "%s to %s is allowed exactly when listed",
  (from, to) => {
    const move = moveReview(from, to, "because");
    expect(move.ok).toBe(reviewMoves(from).includes(to));
    if (!move.ok) expect(move.rule).toBe("review_status_order");
  },
);

it.each([
  ["draft", "cancelled", "reason_needed"],
  ["closed", "published", undefined],
  ["published", "closed", undefined],
  ["in_review", "draft", undefined],
] as const)("%s to %s without a reason: %s", (from, to, rule) => {
  const move = moveReview(from, to, " ");
  expect(move.ok ? undefined : move.rule).toBe(rule);
});
