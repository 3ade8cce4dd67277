import { z } from "zod";
import { EFFECT_ANSWERS } from "#lib/base/vocabulary/action-item.ts";
import { instant, localDate, personRef } from "./base.ts";

export const issues = z
  .array(z.strictObject({ ref: z.string(), url: z.string() }))
  .describe("the same work in connected trackers");

/** Fields that the rows of a list have only if they were asked for. */
export const ActionDetails = z.strictObject({
  issues,
  changes: z.array(z.strictObject({ key: z.string(), title: z.string() })),
  evidence: z.strictObject({
    pieces: z.int(),
    points: z.int().describe("how many points doneWhen has"),
    shown: z.int().describe("how many of them have evidence"),
  }),
  trackerUrl: z.string().nullable(),
  implementedBy: personRef.nullable(),
  implementedAt: instant.nullable(),
  verifiedBy: personRef.nullable(),
  verifiedAt: instant.nullable(),
  effectDueOn: localDate.nullable().describe("the day from which people are asked whether it worked"),
  effectAnswer: z.enum(EFFECT_ANSWERS).nullable().describe("the last one since it was verified"),
  updatedAt: instant,
});
export type ActionDetails = z.infer<typeof ActionDetails>;
