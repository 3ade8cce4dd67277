import { z } from "zod";
import { PRECISIONS } from "#lib/base/time/precision.ts";
import { DAY_MS } from "#lib/base/time/spans.ts";
import { EVENT_KINDS } from "#lib/base/vocabulary/event-kinds.ts";
import { IMPACT_BASES, IMPACT_ORIGINS } from "#lib/base/vocabulary/impact.ts";
import { INCIDENT_KINDS, INCIDENT_STATUSES } from "#lib/base/vocabulary/incident.ts";
import { MILESTONES } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import { EVENT_RELATIONS, KNOWN_STATES } from "#lib/incidents/timeline/story/event-relations.ts";
import { instant } from "./base.ts";
import { ATTACHMENT_KINDS } from "./evidence.ts";
import { Dayless } from "./zone-answers.ts";

/** Identifies the format. A reader rejects versions that it doesn't know. */
export const TIMELINE_FILE_FORMAT = "afterword-timeline";
export const TIMELINE_FILE_VERSION = 2;
/** Version 1 is version 2 without files, series and sources. */
export const READABLE_VERSIONS: readonly unknown[] = [1, TIMELINE_FILE_VERSION];

const WAITS_FOR = ["zone", "fold", "skipped", "half_day", "date", "partial"] as const;
const LONGEST = 1_000_000;
const LONGEST_SERIES = 4_100_000;
const LONGEST_FILE = 14_000_000;
const words = z.string().max(LONGEST);
const short = z.string().max(2000);
const number = z.int().min(1).max(10_000_000);
const eventNumber = number;

const FileNote = z.strictObject({
  body: words,
  author: short.nullable(),
  authorEmail: short.nullable().default(null),
  at: instant,
});
export type FileNote = z.infer<typeof FileNote>;

export const FileAttachment = z.strictObject({
  kind: z.enum(ATTACHMENT_KINDS).exclude(["series"]),
  title: short,
  url: short.nullable(),
  text: words.nullable(),
  at: instant.nullable().default(null),
  file: z
    .strictObject({
      name: short,
      mediaType: short,
      size: z.int(),
      sha256: short,
      content: z
        .string()
        .max(LONGEST_FILE)
        .nullable()
        .default(null)
        .describe("the bytes in base64. Null: left out, filesLeftOut says why"),
    })
    .nullable(),
});
export type FileAttachment = z.infer<typeof FileAttachment>;

export const FileEvent = z.strictObject({
  number: eventNumber.describe("E-number, by which the other parts of the file refer to the event"),
  at: instant.nullable(),
  endAt: instant.nullable(),
  precision: z.enum(PRECISIONS),
  uncertaintySeconds: z.int().min(0).max(2_147_483_647).nullable(),
  statedText: words.nullable(),
  zone: short.nullable(),
  ambiguity: z
    .strictObject({
      reason: z.enum(WAITS_FOR),
      question: words,
      local: short.nullable(),
      localEnd: short.optional(),
      precision: z.enum(PRECISIONS).optional(),
      dayless: Dayless.optional(),
    })
    .nullable()
    .describe("the question to answer before the event has a time"),
  kind: z.enum(EVENT_KINDS),
  title: short,
  body: words,
  actor: short.nullable(),
  url: short.nullable(),
  services: z.array(short).max(1000),
  source: z.strictObject({
    type: z.string().min(1).max(60),
    letter: z.string().min(1).max(4),
    label: short,
    identity: z.string().min(1).max(1000).describe("identifies the event when its source is imported again"),
    line: z.int().min(-2_147_483_648).max(2_147_483_647).nullable(),
    import: number.nullable().default(null).describe("the import that added it. Null: none"),
  }),
  pinned: z.boolean(),
  hidden: z.boolean(),
  clockOffsetMs: z.int().min(-DAY_MS).max(DAY_MS),
  lead: eventNumber.nullable(),
  relation: z.enum(EVENT_RELATIONS).nullable(),
  known: z.enum(KNOWN_STATES).nullable(),
  foundAt: instant.nullable(),
  foundBy: short.nullable(),
  original: z
    .strictObject({
      title: words,
      body: words,
      at: instant.nullable(),
      endAt: instant.nullable(),
      kind: z.enum(EVENT_KINDS),
    })
    .nullable()
    .describe("fields as the source had them, once edited"),
  verified: z
    .strictObject({ at: instant, by: short.nullable(), says: short })
    .nullable()
    .default(null)
    .describe("who compared it with its source, and a hash of its content then"),
  ruledOut: z.boolean().default(false).describe("someone ruled it out as the trigger"),
  notes: z.array(FileNote).max(1000),
  attachments: z.array(FileAttachment).max(1000),
});
export type FileEvent = z.infer<typeof FileEvent>;

const FileMilestone = z.strictObject({
  name: z.enum(MILESTONES),
  event: eventNumber.nullable(),
  notApplicable: z.boolean(),
});

const FileImpactWindow = z.strictObject({
  service: short,
  from: instant,
  to: instant.nullable(),
  weight: z.number().min(0).max(1),
  basis: z.enum(IMPACT_BASES),
  reason: words,
  origin: z.enum(IMPACT_ORIGINS),
  series: number.nullable().default(null).describe("the series it was measured from"),
});

const FileClock = z.strictObject({
  sourceType: z.string().min(1).max(60),
  import: number
    .nullable()
    .default(null)
    .describe("whose events it moves. Null: all of the source without one of their own"),
  offsetMs: z.int().min(-DAY_MS).max(DAY_MS),
  pair: z.strictObject({ event: eventNumber, match: eventNumber }).nullable(),
});

/** An imported source. Events and clocks refer to it by its number. */
const FileImport = z.strictObject({
  number,
  filename: short,
  format: z.string().min(1).max(60),
  label: short,
  zone: short.nullable(),
});

const FileSeries = z.strictObject({ number, title: short, text: z.string().min(1).max(LONGEST_SERIES), at: instant });

/** The parts of a timeline other than its events. */
const fileStory = {
  imports: z.array(FileImport).max(10_000).default([]),
  milestones: z.array(FileMilestone).max(MILESTONES.length),
  impactWindows: z.array(FileImpactWindow).max(10_000),
  series: z.array(FileSeries).max(1000).default([]),
  clocks: z.array(FileClock).max(1000),
  keptApart: z
    .array(z.tuple([eventNumber, eventNumber]))
    .max(1_000_000)
    .default([])
    .describe("pairs that someone marked as different events, by number"),
};
export const FileStory = z.strictObject(fileStory);
export type FileStory = z.infer<typeof FileStory>;

/** A whole timeline without loss: importing it into an empty incident and exporting again gives the same file. */
export const TimelineFile = z.strictObject({
  format: z.literal(TIMELINE_FILE_FORMAT),
  version: z.literal(TIMELINE_FILE_VERSION),
  exportedAt: instant,
  zone: z.literal("UTC").describe("every instant is ISO 8601 in UTC"),
  incident: z.strictObject({
    key: short,
    title: short,
    kind: z.enum(INCIDENT_KINDS),
    status: z.enum(INCIDENT_STATUSES),
    severity: z.int(),
    highestSeverity: z.int(),
    startedAt: instant,
    resolvedAt: instant.nullable(),
    timeZone: short,
    impactText: words,
    impactUnknown: z.boolean(),
    services: z.array(short),
  }),
  filesLeftOut: z
    .strictObject({ files: z.int(), bytes: z.int(), reason: short })
    .nullable()
    .describe("files of evidence that are listed without their bytes, because together they are too large"),
  ...fileStory,
  events: z.array(FileEvent),
});
export type TimelineFile = z.infer<typeof TimelineFile>;
