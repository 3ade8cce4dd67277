import { z } from "zod";
import { PRECISIONS } from "#lib/base/time/precision.ts";
import { EVENT_KINDS } from "#lib/base/vocabulary/event-kinds.ts";
import { APPROVAL_STATES, LIVE_BLOCK_KINDS, REVIEW_STATUSES, VERSION_KINDS } from "#lib/base/vocabulary/review.ts";
import { BLOCK_CHANGES } from "#lib/reviews/version/changes.ts";
import { AUTHOR_KINDS } from "#lib/reviews/version/owners.ts";
import { id, instant, line, pageInput, pageOf, personRef, reviewKey, route } from "./base.ts";
import { Band, severity } from "./incident.ts";
import { LENGTHS } from "./lengths.ts";

const FrozenBlock = z.strictObject({
  columns: z.array(z.string()),
  rows: z.array(z.strictObject({ key: z.string(), cells: z.array(z.string()) })),
});
export const FrozenBlocks = z.partialRecord(z.enum(LIVE_BLOCK_KINDS), FrozenBlock);

export const FrozenFacts = z.strictObject({
  incident: z.strictObject({
    title: z.string().describe("empty where it wasn't kept"),
    startedAt: instant.nullable().describe("null where it wasn't known or kept"),
  }),
  severity: severity.nullable().describe("null where it wasn't kept"),
  highestSeverity: severity.nullable(),
  services: z.array(z.string()),
  authors: z.array(
    z.strictObject({ id: id.nullable().describe("null where only the name was kept"), name: z.string() }),
  ),
  band: Band.nullable().describe("null where it wasn't kept"),
  events: z.array(
    z.strictObject({
      id,
      number: z.int(),
      title: z.string(),
      at: instant.nullable(),
      precision: z.enum(PRECISIONS),
      kind: z.enum(EVENT_KINDS),
    }),
  ),
});

/** Who wrote each word of a stored version, see TextOwners. */
export const StoredOwners = z.strictObject({
  origins: z.array(z.strictObject({ author: z.string(), at: z.string().nullable() })),
  blocks: z.array(z.array(z.tuple([z.int(), z.int()]))),
});

const SectionChanges = z.strictObject({
  section: z.string().describe("title of the section. Empty before the first"),
  added: z.int(),
  removed: z.int(),
  changed: z.int(),
  moved: z.int(),
});
export const VersionChanges = z.strictObject({
  title: z
    .strictObject({ before: z.string(), after: z.string() })
    .nullable()
    .default(null)
    .describe("null where it stayed, and in versions from before it was kept"),
  wordsIn: z.int(),
  wordsOut: z.int(),
  sections: z.array(SectionChanges),
  records: z.array(z.enum(LIVE_BLOCK_KINDS)).describe("live blocks whose records changed"),
});

export const versionNumber = z.int().min(1).max(2_147_483_647);

export const Publishing = z.strictObject({
  at: instant,
  by: personRef.nullable().describe("null for a person who was removed"),
  note: z.string().describe("what changed since the version that was published before, empty for none"),
});

export const ReviewVersion = z.strictObject({
  number: versionNumber,
  kind: z.enum(VERSION_KINDS),
  name: z.string().nullable(),
  status: z.enum(REVIEW_STATUSES).nullable().describe("the status that the review reached with it"),
  createdAt: instant,
  createdBy: personRef.nullable().describe("null when Afterword kept it on its own"),
  published: Publishing.nullable().describe("when it was first published, and by whom. Null if never"),
  authors: z.array(personRef).describe("who wrote since the version before"),
  changes: VersionChanges.nullable().describe(
    "since the version before. Null for the first, and for readers who get only the published version",
  ),
});
export type ReviewVersion = z.infer<typeof ReviewVersion>;

const BlockDiff = z.strictObject({
  op: z.enum(BLOCK_CHANGES),
  /** The block's id, by which it is restored; null for one that has none. */
  block: z.string().nullable(),
  type: z.string(),
  picture: z.string().nullable().describe("the id of the picture that it is. Null for another block"),
  section: z.string(),
  moved: z.boolean().describe("also moved, for one that changed"),
  was: z.string().nullable().describe("its type before, when that changed"),
  runs: z.array(z.strictObject({ text: z.string(), change: z.enum(["same", "in", "out"]) })),
});

const RecordDiff = z.strictObject({
  kind: z.enum(LIVE_BLOCK_KINDS),
  rows: z.array(
    z.strictObject({
      key: z.string(),
      op: z.enum(["added", "removed", "changed", "moved"]),
      cells: z.array(z.strictObject({ column: z.string(), before: z.string(), after: z.string() })),
    }),
  ),
});

export const VersionDiff = z.strictObject({
  from: versionNumber,
  to: versionNumber.nullable().describe("null for the text as it is now"),
  changes: VersionChanges,
  blocks: z.array(BlockDiff),
  records: z.array(RecordDiff),
});
export type VersionDiff = z.infer<typeof VersionDiff>;

const TextAuthor = z.strictObject({
  kind: z.enum(AUTHOR_KINDS),
  person: personRef.nullable().describe("only for a person whose account exists"),
  at: instant.nullable().describe("when they wrote their last word of it"),
});
export type TextAuthor = z.infer<typeof TextAuthor>;

export const TextAuthors = z.strictObject({
  version: versionNumber.nullable().describe("null for the text as it is now"),
  authors: z.array(TextAuthor),
  blocks: z.array(
    z.strictObject({
      block: z.string().nullable().describe("the id of a block at the top level"),
      length: z.int().describe("of its text, as it is compared"),
      letters: z.int().describe("its letters, and its chips as one each"),
      sentences: z.array(
        z.strictObject({
          from: z.int(),
          to: z.int(),
          letters: z.tuple([z.int(), z.int()]),
          authors: z.array(z.int()).describe("places in the list of authors"),
        }),
      ),
    }),
  ),
});
export type TextAuthors = z.infer<typeof TextAuthors>;

/** A number of an address, which is text in a request that isn't a GET. */
const inPath = z.union([
  versionNumber,
  z
    .string()
    .regex(/^[1-9]\d{0,8}$/, "must be a number such as 23")
    .transform(Number),
]);
const byNumber = z.strictObject({ key: reviewKey, number: inPath });

export const versionContract = {
  list: route("GET", "/reviews/{key}/versions", "Versions of a review, the newest first", "Reviews")
    .input(z.strictObject({ key: reviewKey, ...pageInput }))
    .output(pageOf(ReviewVersion)),
  create: route("POST", "/reviews/{key}/versions", "Keep the text as it is now", "Reviews")
    .input(
      z.strictObject({
        key: reviewKey,
        name: line(LENGTHS.version.name)
          .optional()
          .describe("without one, the newest version when nothing has changed since"),
      }),
    )
    .output(ReviewVersion),
  get: route("GET", "/reviews/{key}/versions/{number}", "One version with its text and its records", "Reviews")
    .input(byNumber)
    .output(
      z.strictObject({
        version: ReviewVersion,
        json: z.record(z.string(), z.unknown()),
        blocks: FrozenBlocks.nullable().describe("null for a version from before records were kept"),
      }),
    ),
  diff: route("GET", "/reviews/{key}/diff", "What changed between two versions, or since one", "Reviews")
    .input(
      z.strictObject({
        key: reviewKey,
        from: versionNumber,
        to: versionNumber.optional().describe("the text as it is now when absent"),
      }),
    )
    .output(VersionDiff),
  authors: route("GET", "/reviews/{key}/authors", "Who wrote each sentence of the text, or of a version", "Reviews")
    .input(
      z.strictObject({
        key: reviewKey,
        version: versionNumber.optional().describe("Default: the text that the reader can see"),
      }),
    )
    .output(TextAuthors),
  restore: route(
    "POST",
    "/reviews/{key}/versions/{number}/restore",
    "Restore the text of a version, or some of its blocks, as an edit of the text",
    "Reviews",
  )
    .input(byNumber.extend({ blocks: z.array(id).min(1).max(500).optional().describe("all of it when absent") }))
    .output(
      z.strictObject({
        kept: versionNumber.describe("the version kept before: restoring it undoes this"),
        changed: z.boolean().describe("false when the text already was like that"),
      }),
    ),
};

export const ReviewApproval = z.strictObject({
  person: personRef,
  state: z.enum(APPROVAL_STATES).describe("stale: the words of the text changed after the approval"),
  reason: z.string().describe("of someone who asked for changes"),
  ...{
    version: versionNumber.nullable().describe("that was decided about. Null: not decided"),
    at: instant.nullable(),
  },
  staleSince: instant.nullable().describe("the first edit after a stale approval. Null: not stale, or not known"),
});
export type ReviewApproval = z.infer<typeof ReviewApproval>;
