import { expect, it } from "vitest";
import { ReviewFile } from "#lib/contract/review-file.ts";
import { plainText } from "#lib/document/text.ts";
import { emptyReview, hostileReview, PICTURE_ID } from "../testing/hostile-review.ts";
import { reviewJson } from "./json.ts";

it.each([
  ["hostile", hostileReview()],
  ["empty", emptyReview()],
])("a %s review is read back unchanged from its JSON", (_, review) => {
  const file = ReviewFile.parse(JSON.parse(reviewJson(review)));
  expect(file.text.document).toEqual(JSON.parse(JSON.stringify(review.json)));
  expect(plainText(file.text.document as typeof review.json)).toBe(plainText(review.json));
  expect(file.records).toEqual(review.blocks);
  expect(file.review).toMatchObject({ key: "REV-1", title: review.title, version: null });
  expect(file.comments?.map(({ comments }) => comments.length) ?? null).toEqual(
    review.threads?.map(({ comments }) => comments.length) ?? null,
  );
  const [picture] = review.pictures;
  const bytes = file.pictures.find(({ id }) => id === PICTURE_ID)?.base64;
  expect(bytes && Buffer.from(bytes, "base64").equals(picture?.bytes ?? Buffer.alloc(0))).toBe(
    picture ? true : undefined,
  );
});

it("rejects a file of another version", () => {
  const file = JSON.parse(reviewJson(emptyReview()));
  expect(ReviewFile.safeParse({ ...file, version: 2 }).success).toBe(false);
});
