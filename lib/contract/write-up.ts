import { z } from "zod";
import { PRECISIONS } from "#lib/base/time/precision.ts";
import { FACTOR_ROLES } from "#lib/base/vocabulary/factor.ts";
import { id, incidentKey, instant, line, localDate, reviewKey, route, timeZone } from "./base.ts";
import { givenSeverity } from "./incident.ts";
import { LENGTHS } from "./lengths.ts";
import { templateSlug } from "./template.ts";

/** A form has texts only. */
const flag = z.union([z.boolean(), z.enum(["true", "false"]).transform((given) => given === "true")]);

const source = {
  file: z.file().optional().describe("Markdown, HTML, Word (.docx) or text, or a zip of them"),
  filename: z
    .string()
    .trim()
    .max(260)
    .default("write-up.md")
    .describe("of the content. Its ending says how it is read"),
  content: z.string().optional().describe("the same as text, or base64 with encoding"),
  encoding: z.enum(["base64"]).optional(),
  zone: line(64).optional().describe("IANA time zone or offset for times without one"),
  date: localDate.optional().describe("day for times without one"),
};

const isOne = (given: { file?: unknown; content?: unknown }) =>
  (given.content === undefined) !== (given.file === undefined);
const ONE = { error: "send either content or a file", path: ["content"] };

const MOST_CHOSEN = 5000;

export const WriteUpPreview = z.strictObject({
  title: z.string().nullable(),
  knownAs: reviewKey.nullable().describe("the review that this file became before"),
  sections: z.array(
    z.strictObject({
      heading: z.string(),
      section: z.string().nullable().describe("title of the section of a review. Null for one of its own"),
    }),
  ),
  events: z.array(
    z.strictObject({
      row: z.int().describe("number of the event in the source, for `leaveOut`"),
      at: instant.nullable(),
      precision: z.enum(PRECISIONS),
      statedText: z.string().nullable(),
      title: z.string(),
      question: z.string().nullable().describe("why its time isn't known. The event then waits for an answer"),
    }),
  ),
  zoneNeeded: z.boolean(),
  dateNeeded: z.boolean(),
  actions: z.array(z.strictObject({ title: z.string(), owner: z.string().nullable(), due: z.string().nullable() })),
  factors: z.array(z.strictObject({ statement: z.string(), role: z.enum(FACTOR_ROLES) })),
  pictures: z.strictObject({ embedded: z.int(), elsewhere: z.int().describe("left out, and named in the text") }),
});
export type WriteUpPreview = z.infer<typeof WriteUpPreview>;

export const WRITE_UP_STATES = ["waiting", "done", "known", "rejected"] as const;

export const WriteUpFile = z.strictObject({
  file: z.string(),
  state: z.enum(WRITE_UP_STATES).describe("known: its review exists already"),
  reason: z.string().nullable(),
  title: z.string().nullable(),
  incidentKey: incidentKey.nullable().describe("also null if you can't read it"),
  reviewKey: reviewKey.nullable(),
  events: z.int(),
  actions: z.int(),
  factors: z.int(),
  asked: z.int().describe("of the events: those that wait for a day or a time zone"),
  leftOut: z.array(z.string()).describe("pictures that weren't stored, each with its reason"),
});
export type WriteUpFile = z.infer<typeof WriteUpFile>;

export const WriteUpJob = z.strictObject({
  id,
  filename: z.string(),
  status: z.enum(["running", "done"]),
  total: z.int().describe("files of the upload"),
  done: z.int().describe("files that are settled"),
  createdAt: instant,
  finishedAt: instant.nullable(),
  archived: z.boolean().describe("whether it was undone, and all its reviews are still archived"),
  result: z
    .strictObject({
      incidents: z.int(),
      reviews: z.int(),
      events: z.int(),
      actions: z.int(),
      factors: z.int(),
      asked: z.int(),
      known: z.array(
        z.strictObject({ file: z.string(), incidentKey: incidentKey.nullable(), reviewKey: reviewKey.nullable() }),
      ),
      rejected: z.array(z.strictObject({ file: z.string(), reason: z.string() })),
    })
    .nullable()
    .describe("null until the job is done"),
  files: z.array(WriteUpFile),
});
export type WriteUpJob = z.infer<typeof WriteUpJob>;

export const writeUpContract = {
  preview: route("POST", "/write-ups/preview", "Read one write-up and write nothing", "Write-ups")
    .input(
      z
        .strictObject({ ...source, template: templateSlug.optional().describe("by severity when absent") })
        .refine(isOne, ONE),
    )
    .output(WriteUpPreview),
  create: route("POST", "/write-ups", "Import write-ups as incidents with reviews", "Write-ups", 202)
    .input(
      z
        .strictObject({
          ...source,
          incidentKey: incidentKey.optional().describe("the incident of a single write-up. A new one when absent"),
          title: line(LENGTHS.incident.title).optional().describe("of a single write-up. Its own when absent"),
          severity: givenSeverity.default(3).describe("of new incidents whose text states none"),
          timeZone: timeZone.default("UTC").describe("time zone of new incidents"),
          template: templateSlug.optional().describe("by severity when absent"),
          restricted: flag.default(false),
          choose: z
            .strictObject({
              leaveOut: z
                .array(z.int().min(1))
                .max(MOST_CHOSEN)
                .describe("rows of the preview that stay in the text only"),
              actions: z.array(z.string()).max(MOST_CHOSEN).describe("titles, as in the preview"),
              factors: z.array(z.string()).max(MOST_CHOSEN).describe("statements, as in the preview"),
            })
            .optional()
            .describe("chosen findings. When absent, all without a doubt"),
        })
        .refine(isOne, ONE),
    )
    .output(WriteUpJob),
  list: route("GET", "/write-ups", "My newest imports of write-ups", "Write-ups")
    .input(z.strictObject({}))
    .output(z.strictObject({ items: z.array(WriteUpJob.omit({ files: true })) })),
  get: route("GET", "/write-ups/{id}", "An import of write-ups, with its report", "Write-ups")
    .input(z.strictObject({ id }))
    .output(WriteUpJob),
  archive: route(
    "POST",
    "/write-ups/{id}/archive",
    "Archive the incidents, reviews and actions that an import created, or restore what this archived",
    "Write-ups",
  )
    .input(z.strictObject({ id, archived: z.boolean() }))
    .output(WriteUpJob),
};
