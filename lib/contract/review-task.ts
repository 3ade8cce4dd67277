import { z } from "zod";
import { TASK_ANCHORS, TASK_ROLES } from "#lib/base/vocabulary/template.ts";
import { id, instant, line, localDate, personRef, reviewKey, route, version } from "./base.ts";
import { LENGTHS } from "./lengths.ts";

export const ReviewTask = z.strictObject({
  id,
  title: z.string(),
  fromTemplate: z.boolean().describe("false: a person added it"),
  role: z.enum(TASK_ROLES).nullable().describe("who does it in this review, unless it has an owner"),
  ownerId: id.nullable(),
  people: z.array(personRef).describe("its owner, otherwise those with the role. Empty while there is no one"),
  days: z.int().nullable().describe("days after the event, unless it has a day of its own. Negative: before it"),
  after: z.enum(TASK_ANCHORS).nullable(),
  dueOn: localDate.nullable().describe("null while the event has no date, or if no one gave it a day"),
  isOwnDay: z.boolean().describe("a person set the due date"),
  done: z.strictObject({ at: instant, by: personRef.nullable() }).nullable(),
  late: z.boolean().describe("on today's date where the incident was"),
  version,
});
export type ReviewTask = z.infer<typeof ReviewTask>;

const fields = {
  title: line(LENGTHS.template.taskTitle),
  ownerId: id.nullable().describe("someone who can write in the review. Null: those with the role, if it has one"),
  dueOn: localDate.nullable().describe("null: the day that the template gives it, if it has one"),
};
const byKey = z.strictObject({ key: reviewKey });

export const reviewTaskContract = {
  create: route("POST", "/reviews/{key}/tasks", "Add a task to a review", "Reviews")
    .input(
      byKey.extend({
        title: fields.title,
        ownerId: fields.ownerId.default(null),
        dueOn: fields.dueOn.default(null),
      }),
    )
    .output(ReviewTask),
  update: route("PATCH", "/reviews/{key}/tasks/{id}", "Tick off a task, change it, or give it to someone", "Reviews")
    .input(
      byKey.extend({
        id,
        version,
        title: fields.title.optional(),
        ownerId: fields.ownerId.optional(),
        dueOn: fields.dueOn.optional(),
        done: z.boolean().optional(),
      }),
    )
    .output(ReviewTask),
  remove: route("POST", "/reviews/{key}/tasks/{id}/remove", "Remove a task, or restore it", "Reviews")
    .input(byKey.extend({ id, version, removed: z.boolean().default(true) }))
    .output(ReviewTask),
};
