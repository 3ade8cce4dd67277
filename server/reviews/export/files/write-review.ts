import type { ReviewFormat } from "#lib/base/vocabulary/review-export.ts";
import { descendants } from "#lib/document/document-json.ts";
import type { Task } from "#server/base/worker/index.ts";
import { printReview } from "../printed/print-review.ts";
import type { StatedReview } from "../stated/stated-review.ts";
import { reviewHtml } from "./html.ts";
import { reviewJson } from "./json.ts";

/** A review with the format to write. */
export interface ReviewToWrite {
  format: Exclude<ReviewFormat, "markdown">;
  review: StatedReview;
  /** A folder with more fonts for PDF. */
  fontFolder: string | null;
}

export const WRITE_REVIEW: Task<ReviewToWrite, Uint8Array<ArrayBuffer>, undefined> = { name: "write-review" };

/** A text with fewer parts and smaller pictures is written within 50 ms. */
const FEW_PARTS = 2000;
const SMALL_BYTES = 1_000_000;

/** Returns whether a file is written so fast that no worker is needed. */
export function isWrittenHere({ format, review }: ReviewToWrite): boolean {
  if (format === "pdf" || format === "docx") return false;
  const bytes = review.pictures.reduce((sum, picture) => sum + picture.bytes.length, 0);
  if (bytes > SMALL_BYTES) return false;
  let parts = Object.values(review.blocks ?? {}).reduce((sum, { rows }) => sum + rows.length, 0);
  for (const _ of descendants(review.json)) {
    parts += 1;
    if (parts > FEW_PARTS) return false;
  }
  return true;
}

/** Returns the bytes of a file that needs no library. */
export function writeText({ format, review }: ReviewToWrite): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(format === "json" ? reviewJson(review) : reviewHtml(printReview(review)));
}
