import { printReview } from "../printed/print-review.ts";
import { type ReviewToWrite, writeText } from "./write-review.ts";

/** Yields the bytes of the file. The libraries of a format are loaded when its first file is written. */
export async function* writeReviewInWorker(given: ReviewToWrite): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const { format, review, fontFolder } = given;
  if (format === "docx") {
    const { reviewWord } = await import("./word/word.ts");
    yield await reviewWord(printReview(review));
  } else if (format === "pdf") {
    const { reviewPdf } = await import("./pdf/pdf.ts");
    yield await reviewPdf(printReview(review), fontFolder);
  } else yield writeText(given);
}
