import { z } from "zod";
import { LEARNING_KINDS } from "#lib/base/vocabulary/learning.ts";
import { id, incidentKey, line, reviewKey, route, text, version } from "./base.ts";
import { LENGTHS } from "./lengths.ts";

export const Learning = z.strictObject({
  id,
  number: z.int(),
  reviewKey,
  incidentKey,
  kind: z.enum(LEARNING_KINDS),
  statement: z.string(),
  detail: z.string(),
  evidence: z.array(z.strictObject({ eventId: id, number: z.int(), title: z.string() })),
  condition: z.strictObject({ id, name: z.string() }).nullable().describe("the condition that it is about"),
  threadId: id.nullable().describe("the comment that it was made from"),
  removed: z.boolean(),
  version,
  abilities: z.strictObject({ edit: z.boolean() }),
});
export type Learning = z.infer<typeof Learning>;

const fields = {
  kind: z.enum(LEARNING_KINDS),
  statement: line(LENGTHS.factor.statement),
  detail: text(LENGTHS.factor.detail),
  eventIds: z.array(id).max(100),
  conditionId: id.nullable(),
};
const list = z.strictObject({ items: z.array(Learning) });

export const learningContract = {
  list: route("GET", "/reviews/{key}/learnings", "What people learned, as a review states it", "Learnings")
    .input(z.strictObject({ key: reviewKey }))
    .output(list),
  ofCondition: route("GET", "/canonical-factors/{id}/learnings", "Learnings about a condition", "Learnings")
    .input(z.strictObject({ id }))
    .output(list),
  create: route("POST", "/reviews/{key}/learnings", "Add a learning", "Learnings")
    .input(
      z.strictObject({
        key: reviewKey,
        kind: fields.kind,
        statement: fields.statement,
        detail: fields.detail.default(""),
        eventIds: fields.eventIds.default([]),
        conditionId: fields.conditionId.default(null),
        threadId: id.optional().describe("the comment that it is made from"),
      }),
    )
    .output(Learning),
  update: route("PATCH", "/learnings/{id}", "Change, remove or restore a learning", "Learnings")
    .input(
      z.strictObject({
        id,
        version,
        kind: fields.kind.optional(),
        statement: fields.statement.optional(),
        detail: fields.detail.optional(),
        eventIds: fields.eventIds.optional(),
        conditionId: fields.conditionId.optional(),
        removed: z.boolean().optional(),
      }),
    )
    .output(Learning),
};
