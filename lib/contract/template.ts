import { z } from "zod";
import { LIVE_BLOCK_KINDS } from "#lib/base/vocabulary/review.ts";
import { SECTION_GATES, TASK_ANCHORS, TASK_ROLES, TEMPLATE_FACTS } from "#lib/base/vocabulary/template.ts";
import { MILESTONES } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import { id, line, route, version } from "./base.ts";
import { LENGTHS } from "./lengths.ts";

export const templateSlug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "a template such as quick")
  .max(LENGTHS.template.slug);
export const sectionKey = z
  .string()
  .regex(/^[a-z0-9]+(_[a-z0-9]+)*$/, "lower case letters, numbers and _")
  .max(LENGTHS.template.sectionKey);
export const templateNumber = z.int().min(1).max(2_147_483_647);

export const TemplateSection = z.strictObject({
  key: sectionKey.describe("stays the same when the title changes"),
  title: line(LENGTHS.template.sectionTitle),
  questions: z.array(line(LENGTHS.template.question)).max(20).describe("asked while the section has no text"),
  facts: z.array(z.enum(TEMPLATE_FACTS)).max(TEMPLATE_FACTS.length).describe("what its generated text states"),
  live: z.array(z.enum(LIVE_BLOCK_KINDS)).max(LIVE_BLOCK_KINDS.length).describe("live blocks at its start"),
  requiredAt: z
    .enum(SECTION_GATES)
    .nullable()
    .describe("the status that needs it to be written: the gate `section:<key>`; null: none"),
});

const TemplateTask = z.strictObject({
  title: line(LENGTHS.template.taskTitle),
  who: z.union([z.strictObject({ role: z.enum(TASK_ROLES) }), z.strictObject({ userId: id })]),
  days: z.int().min(-365).max(365).describe("days after the event; negative: before it"),
  after: z.enum(TASK_ANCHORS),
});

export const TemplateContent = z.strictObject({
  use: line(LENGTHS.template.use).describe("its purpose in one line"),
  sections: z.array(TemplateSection).min(1).max(60),
  milestonesNeeded: z.array(z.enum(MILESTONES)).max(MILESTONES.length).describe("key times before In review"),
  factorsNeeded: z.int().min(1).max(20).describe("contributing factors before Reviewed"),
  needsMeeting: z.boolean().describe("whether Reviewed needs a meeting"),
  tasks: z.array(TemplateTask).max(30),
});

export const TemplateRow = z.strictObject({
  id,
  slug: templateSlug,
  name: z.string(),
  builtIn: z.boolean().describe("it comes with Afterword: copy it to change it"),
  number: templateNumber.nullable().describe("the newest published version; null before the first"),
  content: TemplateContent.nullable().describe("of that version"),
  version,
});
export type TemplateRow = z.infer<typeof TemplateRow>;

export const templateContract = {
  list: route("GET", "/templates", "Templates of reviews", "Templates").output(
    z.strictObject({ items: z.array(TemplateRow) }),
  ),
};
