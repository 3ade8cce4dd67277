import { z } from "zod";
import { REVIEW_STATUSES } from "#lib/base/vocabulary/review.ts";
import { incidentKey, instant, localDate, reviewKey } from "./base.ts";
import { templateSlug } from "./template.ts";
import { FrozenBlocks, FrozenFacts, versionNumber } from "./version.ts";

/** The version of the format. A field that a reader can ignore doesn't raise it. */
export const REVIEW_FILE_VERSION = 1;

interface FileNode {
  type: string;
  attrs?: Record<string, unknown> | undefined;
  marks?: { type: string; attrs?: Record<string, unknown> | undefined }[] | undefined;
  text?: string | undefined;
  content?: FileNode[] | undefined;
}

const attrs = z.record(z.string(), z.unknown()).optional();
const FileNode: z.ZodType<FileNode> = z.lazy(() =>
  z.strictObject({
    type: z.string(),
    attrs,
    marks: z.array(z.strictObject({ type: z.string(), attrs })).optional(),
    text: z.string().optional(),
    content: z.array(FileNode).optional(),
  }),
);

const FileThread = z.strictObject({
  id: z.string().describe("the `threadId` of its mark in the text"),
  quote: z.string(),
  blockId: z.string().nullable().describe("the block that it is about, where it has no mark in the text"),
  resolved: z.boolean(),
  comments: z.array(z.strictObject({ author: z.string(), at: instant, body: z.string() })),
});

/** A review as JSON, complete: its text as the editor stores it, records, comments and pictures. */
export const ReviewFile = z.strictObject({
  format: z.literal("afterword-review"),
  version: z.literal(REVIEW_FILE_VERSION),
  exportedAt: instant,
  address: z.url().nullable().describe("of the server. Null if it has no public one"),
  review: z.strictObject({
    key: reviewKey,
    title: z.string(),
    status: z.enum(REVIEW_STATUSES),
    template: templateSlug,
    publishedAt: instant.nullable(),
    version: versionNumber.nullable().describe("null for the text as it was at the export"),
  }),
  incident: z.strictObject({ key: incidentKey, title: z.string() }),
  text: z.strictObject({
    schemaVersion: z.int().describe("of the nodes and marks in the document"),
    document: FileNode,
  }),
  labels: z.record(z.string(), z.string()).describe("what the text shows for a cited event or factor, by id"),
  events: FrozenFacts.shape.events.describe("events that the text cites"),
  records: FrozenBlocks.nullable().describe(
    "records of each live block as a table. Null for a version from before they were kept",
  ),
  comments: z.array(FileThread).nullable().describe("null unless the export includes comments"),
  suggestions: z
    .array(z.strictObject({ id: z.string(), author: z.string(), at: instant }))
    .nullable()
    .optional()
    .describe("open suggestions, whose `id` their marks in the text have. Null unless the export shows both"),
  tasks: z
    .array(
      z.strictObject({
        title: z.string(),
        people: z.array(z.string()),
        dueOn: localDate.nullable(),
        doneAt: instant.nullable(),
      }),
    )
    .nullable()
    .optional()
    .describe("tasks of the review as they are now. Null for a version"),
  pictures: z.array(
    z.strictObject({
      id: z.string().describe("the `pictureId` in the text"),
      mediaType: z.string(),
      width: z.int(),
      height: z.int(),
      base64: z.string(),
    }),
  ),
});
export type ReviewFile = z.infer<typeof ReviewFile>;
