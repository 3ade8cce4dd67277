import { type ReviewToWrite, writeText } from "./write-review.ts";

/** Yields the bytes of the file. */
export function* writeReviewInWorker(given: ReviewToWrite): Generator<Uint8Array<ArrayBuffer>> {
  yield writeText(given);
}
