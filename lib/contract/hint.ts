import { z } from "zod";
import { HINT_IDS } from "#lib/reviews/hint/hints.ts";
import { id, reviewKey, route, text } from "./base.ts";
import { LENGTHS } from "./lengths.ts";

/** A wording hint that a review no longer shows. It says nothing about who dismissed it. */
export const HintDismissal = z.strictObject({
  id,
  pattern: z.string(),
  message: z.string().describe("what the hint says about the words"),
  sentence: z.string().nullable().describe("hash of the sentence. Null: everywhere in the review"),
  reason: z.string(),
});
export type HintDismissal = z.infer<typeof HintDismissal>;

const items = z.strictObject({ items: z.array(HintDismissal) });

export const hintContract = {
  list: route("GET", "/reviews/{key}/dismissed-hints", "Wording hints that the review no longer shows", "Reviews")
    .input(z.strictObject({ key: reviewKey }))
    .output(items),
  dismiss: route("POST", "/reviews/{key}/dismissed-hints", "Dismiss a wording hint", "Reviews")
    .input(
      z.strictObject({
        key: reviewKey,
        pattern: z.enum(HINT_IDS as [string, ...string[]]),
        sentence: z
          .string()
          .regex(/^[0-9a-f]{16}$/, "the hash of a sentence, 16 hexadecimal digits")
          .nullable(),
        reason: text(LENGTHS.hint.reason).default(""),
      }),
    )
    .output(items),
  restore: route("POST", "/reviews/{key}/dismissed-hints/{id}/restore", "Show a wording hint again", "Reviews")
    .input(z.strictObject({ key: reviewKey, id }))
    .output(items),
};
