import { z } from "zod";
import { INTERVIEW_THEMES } from "#lib/reviews/interview/questions.ts";
import { id, instant, personRef, reviewKey, route, version, words } from "./base.ts";
import { LENGTHS } from "./lengths.ts";

/** A person's recollection of an incident. Only its author can read it until they share it. */
export const Recollection = z.strictObject({
  id,
  reviewKey,
  author: personRef,
  theme: z.enum(INTERVIEW_THEMES),
  question: z.string(),
  body: z.string(),
  event: z.strictObject({ id, number: z.int(), title: z.string(), at: instant.nullable() }).nullable(),
  createdAt: instant,
  sharedAt: instant.nullable().describe("null while only its author reads it"),
  removed: z.boolean(),
  mine: z.boolean(),
  version,
});
export type Recollection = z.infer<typeof Recollection>;

const fields = {
  theme: z.enum(INTERVIEW_THEMES),
  question: z.string().max(LENGTHS.recollection.question),
  body: words(LENGTHS.recollection.body),
  eventId: id.nullable(),
};
const TAG = "Interviews";

export const interviewContract = {
  list: route("GET", "/reviews/{key}/recollections", "My recollections, and those that others shared", TAG)
    .input(z.strictObject({ key: reviewKey }))
    .output(z.strictObject({ items: z.array(Recollection) })),
  create: route("POST", "/reviews/{key}/recollections", "Write down what I remember, for myself", TAG)
    .input(
      z.strictObject({
        key: reviewKey,
        theme: fields.theme,
        question: fields.question.default(""),
        body: fields.body,
        eventId: fields.eventId.default(null),
      }),
    )
    .output(Recollection),
  update: route("PATCH", "/recollections/{id}", "Change, remove or restore my recollection", TAG)
    .input(
      z.strictObject({
        id,
        version,
        theme: fields.theme.optional(),
        question: fields.question.optional(),
        body: fields.body.optional(),
        eventId: fields.eventId.optional(),
        removed: z.boolean().optional(),
      }),
    )
    .output(Recollection),
  share: route("POST", "/recollections/{id}/share", "Share my recollection with the review, or stop", TAG)
    .input(z.strictObject({ id, version, shared: z.boolean() }))
    .output(Recollection),
};
