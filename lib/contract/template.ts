import { z } from "zod";
import { LIVE_BLOCK_KINDS } from "#lib/base/vocabulary/review.ts";
import {
  QUESTION_CONDITIONS,
  SECTION_GATES,
  TASK_ANCHORS,
  TASK_ROLES,
  TEMPLATE_FACTS,
} from "#lib/base/vocabulary/template.ts";
import { MILESTONES } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import { HEADER, mayBeAiDrafted } from "#lib/reviews/template/template.ts";
import { id, instant, line, lineOrNone, personRef, route, version } from "./base.ts";
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
  askedIf: z
    .array(z.strictObject({ question: line(LENGTHS.template.question), when: z.enum(QUESTION_CONDITIONS) }))
    .min(1)
    .max(20)
    .optional()
    .describe("questions that are asked only on a condition. Without it, all are always asked"),
  facts: z.array(z.enum(TEMPLATE_FACTS)).max(TEMPLATE_FACTS.length).describe("what its generated text states"),
  live: z.array(z.enum(LIVE_BLOCK_KINDS)).max(LIVE_BLOCK_KINDS.length).describe("live blocks at its start"),
  requiredAt: z
    .enum(SECTION_GATES)
    .nullable()
    .describe("the status that needs it to be written: the gate `section:<key>`. Null: none"),
  leaveOut: z
    .literal(true)
    .optional()
    .describe("those who write the review can leave it out with a reason, although it's required"),
  aiDraft: z
    .literal(true)
    .optional()
    .describe("the AI assistant may draft it as suggestions. Never the header, factors, luck, surprises and lessons"),
});

/** Returns whether a condition is the only one of a question that is asked. */
const isAskedOnce =
  (questions: readonly string[]) =>
  ({ question }: { question: string }, at: number, all: readonly { question: string }[]): boolean =>
    questions.includes(question) && all.findIndex((one) => one.question === question) === at;

const TemplateTask = z.strictObject({
  title: line(LENGTHS.template.taskTitle),
  who: z.union([z.strictObject({ role: z.enum(TASK_ROLES) }), z.strictObject({ userId: id })]),
  days: z.int().min(-365).max(365).describe("days after the event. Negative: before it"),
  after: z.enum(TASK_ANCHORS),
});

export const TemplateContent = z.strictObject({
  use: line(LENGTHS.template.use).describe("its purpose in one line"),
  sections: z
    .array(TemplateSection)
    .min(1, "must have a section")
    .max(60)
    .refine((sections) => new Set(sections.map(({ key }) => key)).size === sections.length, "has a key twice")
    .refine(
      (sections) => sections.every(({ key, requiredAt }) => key !== HEADER || requiredAt === null),
      "requires the header, which no one writes",
    )
    .refine(
      (sections) => sections.every(({ questions, askedIf }) => askedIf?.every(isAskedOnce(questions)) ?? true),
      "has a condition for a question that it doesn't ask, or two for one",
    )
    .refine(
      (sections) => sections.every(({ requiredAt, leaveOut }) => !leaveOut || requiredAt !== null),
      "lets people leave out a section that isn't required",
    )
    .refine(
      (sections) => sections.every((section) => !section.aiDraft || mayBeAiDrafted(section)),
      "lets the AI assistant draft a section that only people write",
    ),
  milestonesNeeded: z.array(z.enum(MILESTONES)).max(MILESTONES.length).describe("key times before In review"),
  factorsNeeded: z.int().min(1).max(20).describe("contributing factors before Reviewed"),
  needsMeeting: z.boolean().describe("whether Reviewed needs a meeting"),
  tasks: z.array(TemplateTask).max(30),
});

export const TemplateRow = z.strictObject({
  id,
  slug: templateSlug,
  name: z.string(),
  archived: z.boolean(),
  hasDraft: z.boolean(),
  builtIn: z.boolean().describe("it comes with Afterword: copy it to change it"),
  number: templateNumber.nullable().describe("the newest published version. Null before the first"),
  content: TemplateContent.nullable().describe("of that version"),
  version,
});
export type TemplateRow = z.infer<typeof TemplateRow>;

export const Template = TemplateRow.extend({
  draft: TemplateContent.nullable().describe("what the next version will contain. Null if no one is editing it"),
  versions: z
    .array(
      z.strictObject({
        number: templateNumber,
        note: z.string(),
        publishedAt: instant,
        publishedBy: personRef.nullable().describe("null for one that comes with Afterword"),
        reviews: z.int().describe("reviews generated from it that you can read"),
        inWriting: z.int().describe("those of them that aren't published yet"),
      }),
    )
    .describe("newest first"),
  abilities: z.strictObject({ manage: z.boolean() }),
});
export type Template = z.infer<typeof Template>;

const bySlug = z.strictObject({ slug: templateSlug });

export const TemplateDifference = z.strictObject({
  key: sectionKey,
  before: TemplateSection.nullable().describe("as the review has it. Null: it doesn't have the section"),
  after: TemplateSection.nullable().describe("as the newest version has it. Null: it no longer has the section"),
  hasText: z.boolean().describe("whether people wrote in the section. Their text always stays"),
  decided: z.boolean().describe("someone decided to keep it as it is, about this newest version"),
});
export const ReviewTemplate = z.strictObject({
  slug: templateSlug,
  name: z.string(),
  number: templateNumber.describe("the version that the review was generated from"),
  newest: templateNumber,
  note: z.string().describe("of the newest version"),
  items: z.array(TemplateDifference).describe("sections that differ from the newest version"),
  tasks: z
    .array(z.strictObject({ title: z.string(), change: z.enum(["added", "changed", "gone"]) }))
    .describe("tasks that differ from the newest version. Empty once they were applied or kept"),
});
export type ReviewTemplate = z.infer<typeof ReviewTemplate>;

export const templateContract = {
  list: route("GET", "/templates", "Review templates", "Templates")
    .input(z.strictObject({ includeArchived: z.boolean().default(false) }))
    .output(z.strictObject({ items: z.array(TemplateRow) })),
  get: route("GET", "/templates/{slug}", "One template with its draft and versions", "Templates")
    .input(bySlug)
    .output(Template),
  create: route("POST", "/templates", "Add a template as a copy of another, to be edited and published", "Templates")
    .input(
      z.strictObject({
        name: line(LENGTHS.template.name),
        from: templateSlug.default("standard").describe("the template to copy"),
      }),
    )
    .output(Template),
  update: route("PATCH", "/templates/{slug}", "Change the name or the draft, archive or restore", "Templates")
    .input(
      bySlug.extend({
        version,
        name: line(LENGTHS.template.name).optional(),
        draft: TemplateContent.nullable()
          .optional()
          .describe("what the next version will contain. Null discards it. Published versions stay as they are"),
        archived: z.boolean().optional().describe("true: no longer offered. Reviews keep it"),
      }),
    )
    .output(Template),
  publish: route("POST", "/templates/{slug}/publish", "Make the draft the version of new reviews", "Templates")
    .input(bySlug.extend({ version, note: lineOrNone(LENGTHS.template.note).default("") }))
    .output(Template),
};
