import { z } from "zod";
import { instant, pageInput, pageOf, personRef, reviewKey, route } from "./base.ts";
import { Band, severity } from "./incident.ts";
import { LENGTHS } from "./lengths.ts";

export const PublishedReview = z.strictObject({
  key: reviewKey,
  title: z.string(),
  summary: z.string().describe("start of the review's text"),
  incident: z.strictObject({
    key: z.string(),
    title: z.string(),
    severity,
    startedAt: instant,
    band: Band,
    services: z.array(z.string()),
  }),
  authors: z.array(personRef),
  publishedAt: instant,
  again: z
    .strictObject({ at: instant, note: z.string().describe("what changed") })
    .nullable()
    .describe("when it was last published again. Null if it never was"),
  learnings: z
    .array(z.strictObject({ kind: z.string().describe("in words"), statement: z.string() }))
    .describe("the first ones that the published version states"),
  factorCount: z.int(),
  actionCount: z.int(),
  actionsVerified: z.int(),
});
export type PublishedReview = z.infer<typeof PublishedReview>;

export const forumContract = {
  list: route("GET", "/forum", "Published reviews, newest first", "Forum")
    .input(z.strictObject({ ...pageInput, q: z.string().max(LENGTHS.search).optional() }))
    .output(pageOf(PublishedReview)),
};
