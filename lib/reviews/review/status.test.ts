import { expect, it } from "vitest";
import { REVIEW_STATUSES } from "#lib/base/vocabulary/review.ts";
import { isAhead, moveReview, nextReviewStatus, reviewMoves } from "./status.ts";

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

it.each([
  ["draft", "closed", "x", "Draft cannot become Closed. From here: In review, Cancelled."],
  ["closed", "draft", "x", "Closed cannot become Draft. From here: Published."],
  ["draft", "cancelled", "", "Explain why this review becomes Cancelled"],
] as const)("says why %s can't become %s", (from, to, reason, message) => {
  expect(moveReview(from, to, reason)).toMatchObject({ ok: false, message });
});

it.each(REVIEW_STATUSES.flatMap((from) => reviewMoves(from).map((to) => [from, to] as const)))(
  "knows whether %s to %s goes forward",
  (from, to) => expect(moveReview(from, to, "because")).toEqual({ ok: true, isForward: nextReviewStatus(from) === to }),
);

it("asks for a reason to cancel also where none was sent", () => {
  expect(moveReview("draft", "cancelled")).toMatchObject({ ok: false, rule: "reason_needed" });
  expect(moveReview("draft", "in_review")).toEqual({ ok: true, isForward: true });
});

it.each([
  ["draft", "published", true],
  ["reviewed", "published", true],
  ["published", "published", false],
  ["closed", "published", false],
  ["published", "draft", false],
  ["cancelled", "draft", false],
  ["cancelled", "published", false],
] as const)("of a review that is %s, %s is ahead: %s", (status, to, expected) => {
  expect(isAhead(status, to)).toBe(expected);
});
