import { printReview } from "../printed/print-review.ts";
import { type ReviewToWrite, writeText } from "./write-review.ts";

/** Yields the bytes of the file. The libraries of a format are loaded when its first file is written. */
export async function* writeReviewInWorker(given: ReviewToWrite): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  if (given.format === "docx") {
    const { reviewWord } = await import("./word/word.ts");
    yield await reviewWord(printReview(given.review));
  } else yield writeText(given);
}
