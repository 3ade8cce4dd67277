import { z } from "zod";
import { SUGGESTION_STATUSES } from "#lib/base/vocabulary/review.ts";
import { id, instant, personRef, reviewKey, route } from "./base.ts";
import { versionNumber } from "./version.ts";

const Proposal = z.strictObject({
  inserted: z.string().describe("proposed words; ¶ is a new line"),
  deleted: z.string().describe("words that it removes"),
  formatted: z.string().describe("words whose format it changes"),
  formats: z.array(z.strictObject({ format: z.string(), takes: z.boolean().describe("removes the format") })),
  blocks: z.array(
    z.strictObject({
      change: z.enum(["insert", "delete", "join", "type"]),
      type: z.string(),
      to: z.string().nullable().describe("the type that it would have"),
      text: z.string(),
    }),
  ),
  blockId: z.string().nullable().describe("the id of the first block that it is in"),
  sentences: z.string().describe("the sentences that it is in, as they are now, without anything proposed"),
});

export const Suggestion = z.strictObject({
  id,
  author: personRef.nullable().describe("null for a person who was removed"),
  assisted: z.boolean().describe("written by the AI assistant, which its author asked"),
  mine: z.boolean(),
  createdAt: instant,
  status: z.enum(SUGGESTION_STATUSES),
  resolvedAt: instant.nullable(),
  resolvedBy: personRef.nullable(),
  quote: z.string().describe("what it proposed, once it is decided. Empty while it is open"),
  proposal: Proposal.nullable().describe("null once it is decided"),
  changedFrom: z
    .string()
    .nullable()
    .describe(
      "`proposal.sentences` as they were when its author last changed it. Null if they're the same, or not known",
    ),
});
export type Suggestion = z.infer<typeof Suggestion>;

const one = z.strictObject({ key: reviewKey, id });

const shown = Proposal.pick({ inserted: true, deleted: true, blocks: true })
  .optional()
  .describe("what the person saw of it. If it would add or remove other words by now, that is a conflict");

const several = z.strictObject({
  key: reviewKey,
  ids: z.array(id).min(1).max(1000).optional().describe("every open one when absent"),
  authorId: id.optional().describe("only those that this person wrote themselves"),
});

const Decided = z.strictObject({
  ids: z.array(id).describe("those that were open"),
  kept: versionNumber
    .nullable()
    .describe("the version kept before: restoring it undoes this. Null where none was open"),
});

export const suggestionContract = {
  list: route("GET", "/reviews/{key}/suggestions", "Open suggestions in the text, and recent decisions", "Reviews")
    .input(z.strictObject({ key: reviewKey }))
    .output(z.strictObject({ items: z.array(Suggestion) })),
  accept: route("POST", "/reviews/{key}/suggestions/{id}/accept", "Accept a suggestion", "Reviews")
    .input(one.extend({ shown }))
    .output(Suggestion),
  reject: route("POST", "/reviews/{key}/suggestions/{id}/reject", "Reject a suggestion, or withdraw my own", "Reviews")
    .input(one)
    .output(Suggestion),
  acceptAll: route("POST", "/reviews/{key}/suggestions/accept", "Accept several suggestions", "Reviews")
    .input(several)
    .output(Decided),
  rejectAll: route("POST", "/reviews/{key}/suggestions/reject", "Reject several suggestions", "Reviews")
    .input(several)
    .output(Decided),
  reopen: route("POST", "/reviews/{key}/suggestions/reopen", "Undo my decisions about suggestions", "Reviews")
    .input(z.strictObject({ key: reviewKey, ids: z.array(id).min(1).max(1000) }))
    .output(z.strictObject({ ids: z.array(id).describe("those that are open again") })),
};
