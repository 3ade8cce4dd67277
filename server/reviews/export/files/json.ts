import { REVIEW_FILE_VERSION, type ReviewFile } from "#lib/contract/review-file.ts";
import { SCHEMA_VERSION } from "#lib/document/schema-version.ts";
import type { StatedReview } from "../stated/stated-review.ts";

/** Returns the review as JSON from which its text can be read again, see ReviewFile. */
export function reviewJson(given: StatedReview): string {
  const { exportedAt, baseUrl, key, title, status, template, publishedAt, version, incident } = given;
  const file: ReviewFile = {
    format: "afterword-review",
    version: REVIEW_FILE_VERSION,
    exportedAt,
    address: baseUrl,
    review: { key, title, status, template, publishedAt, version },
    incident,
    text: { schemaVersion: SCHEMA_VERSION, document: given.json },
    labels: given.labels,
    events: given.events,
    records: given.blocks,
    comments:
      given.threads?.map(({ id, quote, blockId, isResolved, comments }) => ({
        ...{ id, quote, blockId, resolved: isResolved, comments },
      })) ?? null,
    suggestions: given.suggestions && Object.entries(given.suggestions).map(([id, one]) => ({ id, ...one })),
    tasks: given.tasks,
    pictures: given.pictures.map(({ id, mediaType, width, height, bytes }) => ({
      ...{ id, mediaType, width, height, base64: Buffer.from(bytes).toString("base64") },
    })),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
