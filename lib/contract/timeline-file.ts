import { z } from "zod";
import { IMPACT_BASES, IMPACT_ORIGINS } from "#lib/impact/vocabulary.ts";
import { INCIDENT_KINDS, INCIDENT_STATUSES } from "#lib/incident/vocabulary.ts";
import { EVENT_KINDS } from "#lib/timeline/event-kinds.ts";
import { EVENT_RELATIONS, KNOWN_STATES } from "#lib/timeline/event-relations.ts";
import { MILESTONES } from "#lib/timeline/milestone-names.ts";
import { PRECISIONS } from "#lib/timeline/precision.ts";
import { instant } from "./base.ts";
import { ATTACHMENT_KINDS } from "./evidence.ts";

/** What the file calls itself; a reader refuses versions it does not know. */
export const TIMELINE_FILE_FORMAT = "afterword-timeline";
export const TIMELINE_FILE_VERSION = 1;

const WAITS_FOR = ["zone", "fold", "skipped", "half_day", "date", "partial"] as const;
const LONGEST = 1_000_000;
const words = z.string().max(LONGEST);
const short = z.string().max(2000);
const eventNumber = z.int().min(1).max(10_000_000);
const dayMs = 86_400_000;

const FileNote = z.strictObject({ body: words, author: short.nullable(), at: instant });

export const FileAttachment = z.strictObject({
  kind: z.enum(ATTACHMENT_KINDS),
  title: short,
  url: short.nullable(),
  text: words.nullable(),
  file: z
    .strictObject({
      name: short,
      mediaType: short,
      size: z.int(),
      sha256: short,
    })
    .nullable()
    .describe("named only; the bytes are read from the instance it comes from"),
});
export type FileAttachment = z.infer<typeof FileAttachment>;

export const FileEvent = z.strictObject({
  number: eventNumber.describe("E-number; the other parts of the file point at events by it"),
  at: instant.nullable(),
  endAt: instant.nullable(),
  precision: z.enum(PRECISIONS),
  uncertaintySeconds: z.int().min(0).max(2_147_483_647).nullable(),
  statedText: words.nullable(),
  zone: short.nullable(),
  ambiguity: z
    .strictObject({ reason: z.enum(WAITS_FOR), question: words, local: short.nullable() })
    .nullable()
    .describe("what has to be answered before the event has a time"),
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
    identity: z.string().min(1).max(1000).describe("what makes it the same event when its source is imported again"),
    line: z.int().min(-2_147_483_648).max(2_147_483_647).nullable(),
  }),
  pinned: z.boolean(),
  hidden: z.boolean(),
  clockOffsetMs: z.int().min(-dayMs).max(dayMs),
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
});

const FileClock = z.strictObject({
  sourceType: z.string().min(1).max(60),
  offsetMs: z.int().min(-dayMs).max(dayMs),
  pair: z.strictObject({ event: eventNumber, match: eventNumber }).nullable(),
});

/** What a timeline holds beside its events. */
const fileStory = {
  milestones: z.array(FileMilestone).max(MILESTONES.length),
  impactWindows: z.array(FileImpactWindow).max(10_000),
  clocks: z.array(FileClock).max(1000),
};
export const FileStory = z.strictObject(fileStory);
export type FileStory = z.infer<typeof FileStory>;

/** A whole timeline, lossless: importing it into an empty incident and exporting again gives the same file. */
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
  ...fileStory,
  events: z.array(FileEvent),
});
export type TimelineFile = z.infer<typeof TimelineFile>;
