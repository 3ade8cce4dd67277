import { z } from "zod";
import { APPROVAL_DECISIONS, GATE_CODES, REVIEW_STATUSES, STALE_KINDS } from "#lib/base/vocabulary/review.ts";
import { EXPORT_PEOPLE, REVIEW_FORMATS } from "#lib/base/vocabulary/review-export.ts";
import { SUGGESTION_READINGS } from "#lib/document/text-as.ts";
import { MILESTONES } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import { COMPLETENESS } from "#lib/reviews/review/completeness.ts";
import { GAP_FACTS } from "#lib/reviews/review/draft/facts.ts";
import {
  id,
  incidentKey,
  instant,
  line,
  localDate,
  pageInput,
  pageOf,
  personRef,
  reviewKey,
  route,
  some,
  version,
  webUrl,
  words,
} from "./base.ts";
import { Band, severity } from "./incident.ts";
import { LENGTHS } from "./lengths.ts";
import { ReviewTask } from "./review-task.ts";
import { ReviewTemplate, sectionKey, TemplateSection, templateNumber, templateSlug } from "./template.ts";
import { FrozenBlocks, FrozenFacts, Publishing, ReviewApproval, VersionChanges, versionNumber } from "./version.ts";

const gateCode = z
  .union([z.enum(GATE_CODES), z.templateLiteral(["section:", sectionKey])])
  .describe("a gate of the records, or `section:<key>` of a section that the template requires");

export const ReviewRow = z.strictObject({
  id,
  key: reviewKey,
  title: z.string(),
  template: templateSlug,
  status: z.enum(REVIEW_STATUSES),
  incident: z.strictObject({ key: incidentKey, title: z.string(), severity, startedAt: instant, band: Band }),
  owner: personRef.nullable(),
  facilitator: personRef.nullable(),
  authors: z.array(personRef),
  approvals: z
    .array(ReviewApproval)
    .describe("of the people named as approvers. Empty for those who can't read the draft"),
  dueAt: localDate.nullable(),
  meetingOn: localDate.nullable(),
  publishedAt: instant.nullable(),
  /** The number of gates that are open before the next status. */
  gatesOpen: z.int(),
  nextStep: z.string(),
  sections: z
    .array(z.enum(COMPLETENESS))
    .describe("progress of each section in order. Empty once the review is reviewed"),
  archived: z.boolean(),
  demo: z.boolean(),
  version,
});
export type ReviewRow = z.infer<typeof ReviewRow>;

export const Review = ReviewRow.extend({
  templateName: z.string(),
  templateNumber: templateNumber.describe("the version of the template that it was generated from"),
  templateSections: z
    .array(TemplateSection)
    .describe(
      "of that version, with the newer ones that were applied since and the questions that the records ask for. The text can have others. Readers of a published version get every question with its condition",
    ),
  tasks: z.array(ReviewTask).describe("for those who can read the draft. Others get none"),
  documentId: id,
  schemaVersion: z.int(),
  cancelReason: z.string().nullable(),
  approvers: z.array(personRef),
  readers: z.array(personRef),
  createdAt: instant,
  accepted: z
    .strictObject({ milestones: z.array(z.enum(MILESTONES)), findings: z.int(), resolved: z.boolean() })
    .nullable()
    .describe("what generating it set on the incident. Null if that can no longer be undone"),
  publication: Publishing.extend({
    version: versionNumber.describe("the version that readers see"),
    title: z.string().describe("its title, which those who write may have changed since"),
    isFirst: z.boolean(),
    changedSince: z
      .boolean()
      .nullable()
      .describe(
        "whether readers would get something else if it were published again. Null for those who can't read that",
      ),
    changes: VersionChanges.nullable().describe("what they would get. Null if nothing changed, and for readers"),
  })
    .nullable()
    .describe("null while the review isn't published"),
  abilities: z.strictObject({
    write: z.boolean(),
    comment: z.boolean(),
    move: z.boolean(),
    setReviewed: z.boolean(),
    publish: z.boolean(),
    approve: z.boolean(),
    waive: z.boolean(),
    takeUp: z.boolean().describe("apply sections of a newer version of the template"),
    cancel: z.boolean(),
    readVersions: z.boolean(),
    assist: z.boolean().describe("ask the AI assistant. False while it is off or the review is restricted"),
  }),
});
export type Review = z.infer<typeof Review>;

export const Gate = z.strictObject({
  code: gateCode,
  label: z.string(),
  ok: z.boolean(),
  detail: z.string(),
  leaveOut: z
    .boolean()
    .describe(
      "a section that those who write can leave out: they can waive this gate. For other sections, only a TPM can",
    ),
  waiver: z.strictObject({ reason: z.string(), by: z.string().nullable(), at: instant }).nullable(),
  abilities: z.strictObject({
    waive: z.boolean().describe("waive it, or withdraw its waiver. What someone else left out is for a TPM"),
  }),
});
export const Gates = z.strictObject({
  to: z.enum(REVIEW_STATUSES).nullable().describe("the next status, null when there is none"),
  gates: z.array(Gate),
  open: z.int(),
});
export type Gates = z.infer<typeof Gates>;

/** A section that today's facts would fill differently. */
export const StaleDraft = z.strictObject({
  key: z.string(),
  section: z.string(),
  kind: z
    .enum(STALE_KINDS)
    .describe(
      "outdated: no one edited it. missing: it has no text yet. edited: people wrote over it, and it changes only when its key is given",
    ),
  before: z.string().describe("as it was generated, empty when it never was"),
  after: z.string(),
  changes: z
    .array(
      z.strictObject({
        was: z.string().nullable(),
        now: z.string().nullable().describe("null when the records no longer contain it"),
        replaceable: z.boolean().describe("the section still has the old sentence word for word"),
        figures: z
          .strictObject({ was: z.array(z.string()), now: z.array(z.string()) })
          .describe("the words that differ, those with a digit if there are any"),
      }),
    )
    .describe("of an edited section, the sentences whose facts changed"),
});
export type StaleDraft = z.infer<typeof StaleDraft>;

/** A fact that the incident lacks and generated text would state. */
export const DraftGap = z.strictObject({
  fact: z.enum(GAP_FACTS),
  sections: z.array(z.strictObject({ key: z.string(), title: z.string() })),
});
export type DraftGap = z.infer<typeof DraftGap>;

const byKey = z.strictObject({ key: reviewKey });
const whichVersion = versionNumber
  .optional()
  .describe("when absent, the current text for those who can write in a published review, otherwise the published one");

export const SentText = z.strictObject({
  documentId: id,
  schemaVersion: z.int(),
  readOnly: z.boolean(),
  restricted: z.boolean(),
  state: z
    .base64()
    .nullable()
    .describe("an update of Yjs. Null if the text only comes over the socket: it is long or has an older schema"),
});
export type SentText = z.infer<typeof SentText>;

export const reviewContract = {
  list: route("GET", "/reviews", "Reviews", "Reviews")
    .input(
      z.strictObject({
        ...pageInput,
        q: z.string().max(LENGTHS.search).optional(),
        status: some(z.enum(REVIEW_STATUSES)).optional(),
        mine: z.boolean().default(false),
        incidentKey: incidentKey.optional(),
        archived: z.boolean().default(false),
      }),
    )
    .output(pageOf(ReviewRow)),
  generate: route("POST", "/incidents/{key}/reviews", "Generate a review from the curated timeline", "Reviews")
    .input(
      z.strictObject({
        key: incidentKey,
        template: templateSlug,
        title: line(LENGTHS.review.title).optional(),
        accept: z
          .strictObject({
            milestones: z
              .union([z.literal(true), z.array(z.enum(MILESTONES)).max(MILESTONES.length)])
              .optional()
              .describe("suggested milestones to set first. True: all without a contradiction"),
            findings: z
              .union([z.literal(true), z.array(id).max(1000)])
              .optional()
              .describe("findings to accept first. True: all that wait and have no contradiction"),
          })
          .optional()
          .describe("none when absent"),
      }),
    )
    .output(Review),
  undoGeneration: route(
    "POST",
    "/reviews/{key}/undo-generation",
    "Archive a draft, and undo the milestones and findings that generating it accepted",
    "Reviews",
  )
    .input(z.strictObject({ key: reviewKey, version }))
    .output(z.strictObject({ review: Review, stays: z.array(z.string()).describe("what someone changed since") })),
  get: route("GET", "/reviews/{key}", "One review", "Reviews").input(byKey).output(Review),
  update: route("PATCH", "/reviews/{key}", "Title, people and dates", "Reviews")
    .input(
      z.strictObject({
        key: reviewKey,
        version,
        title: line(LENGTHS.review.title).optional(),
        ownerId: id.nullable().optional(),
        facilitatorId: id.nullable().optional(),
        authorIds: z.array(id).max(100).optional(),
        approverIds: z.array(id).max(20).optional(),
        readerIds: z.array(id).max(200).optional(),
        dueAt: localDate.nullable().optional(),
        meetingOn: localDate.nullable().optional(),
      }),
    )
    .output(Review),
  transition: route("POST", "/reviews/{key}/transitions", "Change the status; 422 names the open gates", "Reviews")
    .input(
      z.strictObject({
        key: reviewKey,
        version,
        to: z.enum(REVIEW_STATUSES),
        reason: words(LENGTHS.review.reason).optional(),
      }),
    )
    .output(Review),
  publish: route("POST", "/reviews/{key}/publish", "Publish a version. 422 names the open gates", "Reviews")
    .input(
      z.strictObject({
        key: reviewKey,
        version: versionNumber.describe("number of the version, not of the row; 404 if the review has no such version"),
        note: words(LENGTHS.review.publishNote)
          .optional()
          .describe("what changed since the version that was published before"),
      }),
    )
    .output(Review),
  approve: route("PUT", "/reviews/{key}/approval", "Approve a review as its approver, or ask for changes", "Reviews")
    .input(
      z.strictObject({
        key: reviewKey,
        decision: z.enum(APPROVAL_DECISIONS),
        reason: words(LENGTHS.review.reason).optional().describe("needed to ask for changes"),
        seen: z
          .union([
            z.strictObject({
              words: z
                .string()
                .regex(/^[0-9a-f]{16}$/)
                .describe("the hash of the words on screen"),
            }),
            z.strictObject({ version: versionNumber }),
          ])
          .optional()
          .describe(
            "the text that was read, needed to approve. 409 with a version to compare if it has other words now",
          ),
      }),
    )
    .output(Review),
  unapprove: route("DELETE", "/reviews/{key}/approval", "Withdraw my decision as an approver", "Reviews")
    .input(byKey)
    .output(Review),
  askApprovers: route("POST", "/reviews/{key}/approvals/ask", "Ask the approvers who haven't approved", "Reviews")
    .input(byKey)
    .output(Review),
  restore: route("POST", "/reviews/{key}/restore", "Undo cancelling or archiving", "Reviews")
    .input(z.strictObject({ key: reviewKey, version }))
    .output(Review),
  archive: route("POST", "/reviews/{key}/archive", "Archive a review. Its actions stay.", "Reviews")
    .input(z.strictObject({ key: reviewKey, version }))
    .output(Review),
  gates: route("GET", "/reviews/{key}/gates", "Open gates before the next status", "Reviews")
    .input(byKey)
    .output(Gates),
  waive: route("POST", "/reviews/{key}/waivers", "Waive a gate, or leave a section out, with a reason", "Reviews")
    .input(z.strictObject({ key: reviewKey, gate: gateCode, reason: line(LENGTHS.review.waiverReason) }))
    .output(Gates),
  unwaive: route("DELETE", "/reviews/{key}/waivers/{gate}", "Withdraw a waiver", "Reviews")
    .input(z.strictObject({ key: reviewKey, gate: gateCode }))
    .output(Gates),
  template: route("GET", "/reviews/{key}/template", "Sections that a newer version of the template changes", "Reviews")
    .input(byKey)
    .output(ReviewTemplate),
  takeUpTemplate: route(
    "POST",
    "/reviews/{key}/template",
    "Apply sections and tasks of the newest version of the template. Text that people wrote stays.",
    "Reviews",
  )
    .input(
      z.strictObject({
        key: reviewKey,
        version,
        number: templateNumber.describe("the newest version, as it was read"),
        take: z.array(sectionKey).max(100).default([]),
        keep: z.array(sectionKey).max(100).default([]).describe("not asked again until the next version"),
        tasks: z.enum(["take", "keep"]).optional().describe("the same for its tasks, all at once"),
      }),
    )
    .output(ReviewTemplate),
  staleDrafts: route(
    "GET",
    "/reviews/{key}/stale-drafts",
    "Sections that the facts would fill differently, and facts that are missing",
    "Reviews",
  )
    .input(byKey)
    .output(z.strictObject({ items: z.array(StaleDraft), gaps: z.array(DraftGap) })),
  updateDrafts: route("POST", "/reviews/{key}/stale-drafts", "Update sections from the facts", "Reviews")
    .input(
      z.strictObject({
        key: reviewKey,
        keys: z.array(line(80)).max(100).optional().describe("when absent, all that no one edited"),
      }),
    )
    .output(z.strictObject({ updated: z.array(z.string()), decision: id.nullable() })),
  dismissDrafts: route("POST", "/reviews/{key}/stale-drafts/dismiss", "Leave sections as they are", "Reviews")
    .input(z.strictObject({ key: reviewKey, keys: z.array(line(80)).min(1).max(100) }))
    .output(z.strictObject({ dismissed: z.array(z.string()), decision: id.nullable() })),
  undoDrafts: route(
    "POST",
    "/reviews/{key}/stale-drafts/undo",
    "Undo an update of sections, or keeping them",
    "Reviews",
  )
    .input(z.strictObject({ key: reviewKey, decision: id }))
    .output(z.strictObject({ undone: z.array(z.string()) })),
  export: route(
    "GET",
    "/reviews/{key}/export",
    "The review as a file, with live blocks as they are now or were",
    "Reviews",
  )
    .input(
      z.strictObject({
        key: reviewKey,
        format: z.enum(REVIEW_FORMATS).default("markdown"),
        version: whichVersion,
        suggestions: z
          .enum(SUGGESTION_READINGS)
          .default("as_it_stands")
          .describe(
            "how suggestions are read in the current text. `both`: as tracked changes in Word, otherwise underlined and struck",
          ),
        comments: z.boolean().default(false).describe("whether the file has the comments that you can read"),
        people: z
          .enum(EXPORT_PEOPLE)
          .default("names")
          .describe("`roles`: what each person did, in place of their name"),
      }),
    )
    .output(z.file()),
  linkTitle: route("POST", "/reviews/{key}/link-titles", "Read the title of a page for a link card", "Reviews")
    .input(byKey.extend({ url: webUrl }))
    .output(z.strictObject({ title: z.string().nullable().describe("null if the page can't be read, or has none") })),
  text: route("GET", "/reviews/{key}/text", "The shared text, as its document socket sends it first", "Reviews")
    .input(byKey)
    .output(SentText),
  content: route("GET", "/reviews/{key}/content", "The document as JSON, for reading", "Reviews")
    .input(byKey.extend({ version: whichVersion }))
    .output(
      z.strictObject({
        json: z.record(z.string(), z.unknown()),
        seq: z.int(),
        version: versionNumber.nullable().describe("null for the text as it is now"),
        blocks: FrozenBlocks.nullable().describe("live blocks of the version. Null for the text as it is now"),
        facts: FrozenFacts.nullable().describe(
          "cited events and the head of its page as they were. Null for the text as it is now, and if they weren't kept",
        ),
      }),
    ),
};
