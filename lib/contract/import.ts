import { z } from "zod";
import { PRECISIONS } from "#lib/base/time/precision.ts";
import { EVENT_KINDS, EVENT_SHAPES } from "#lib/base/vocabulary/event-kinds.ts";
import { FACTOR_ROLES } from "#lib/base/vocabulary/factor.ts";
import { COLUMN_ROLES } from "#lib/incidents/import/column-roles.ts";
import { id, incidentKey, instant, line, localDate, route } from "./base.ts";

/** Ways to import events that may belong to another incident. */
export const APART_ANSWERS = ["keep", "incident_day", "leave_out", "new_incident"] as const;
export type ApartAnswer = (typeof APART_ANSWERS)[number];
export const SECTION_ANSWERS = ["keep", "leave_out", "new_incident"] as const;
export type SectionAnswer = (typeof SECTION_ANSWERS)[number];

const MOST_LEFT_OUT = 5000;
const MOST_TIMES = 1000;
const MOST_PAIRS = 2000;
const sourceRow = z.int().min(1);
const timePrecision = z.enum(["exact", "minute", "approx", "hour", "day"]).default("minute");

const GivenTime = z.union([
  z.strictObject({ row: sourceRow, at: instant, precision: timePrecision }),
  z.strictObject({ reject: sourceRow, at: instant, precision: timePrecision }),
]);
export type GivenTime = z.infer<typeof GivenTime>;

const source = {
  key: incidentKey,
  filename: z.string().trim().max(260).default("pasted.txt"),
  content: z.string().optional().describe("text, or base64 with encoding"),
  encoding: z.enum(["base64"]).optional(),
  file: z.file().optional().describe("the same as a multipart part"),
  zone: line(64).optional().describe("IANA time zone or offset for times without one"),
  date: localDate.optional().describe("day for times without one"),
  format: line(40).optional().describe("use this format instead of the detected one"),
  mapping: z.record(z.string().max(300), z.enum(COLUMN_ROLES)).optional().describe("CSV: field for each header"),
  outside: z
    .array(z.strictObject({ date: localDate, answer: z.enum(APART_ANSWERS) }))
    .max(100)
    .optional()
    .describe(
      "what to do with events on days outside the incident: keep them (default), move them to the incident's day, leave them out, or create a new incident",
    ),
  sections: z
    .array(z.strictObject({ section: z.int().min(1), answer: z.enum(SECTION_ANSWERS) }))
    .max(100)
    .optional()
    .describe(
      "what to do with the sections of a source about several incidents. Without an answer, they stay in this incident",
    ),
  leaveOut: z.array(sourceRow).max(MOST_LEFT_OUT).optional().describe("numbers of preview rows that aren't imported"),
  times: z
    .array(GivenTime)
    .max(MOST_TIMES)
    .optional()
    .describe("the times of single rows. A rejected row with a time becomes an event"),
  pairs: z
    .array(
      z.strictObject({
        row: sourceRow,
        other: z.union([z.strictObject({ row: sourceRow }), z.strictObject({ event: z.int().min(1) })]),
        same: z.boolean(),
      }),
    )
    .max(MOST_PAIRS)
    .optional()
    .describe(
      "which pairs are the same event and which aren't: an event of this source with another one, or with an event of the timeline by its number. Without an answer both stay",
    ),
};
const readingId = id.describe("an id of your choice for asking about progress");
const input = z
  .strictObject({ ...source, readingId: readingId.optional() })
  .refine((value) => (value.content === undefined) !== (value.file === undefined), {
    error: "send either content or a file",
    path: ["content"],
  });

export const Counts = z.strictObject({
  created: z.int(),
  known: z.int(),
  ambiguous: z.int(),
  rejected: z.int(),
  context: z.int(),
  leftOut: z.int().describe("new events that an answer leaves out"),
});

export const PreviewRow = z.strictObject({
  row: z.int().describe("number of the event in the source, for `leaveOut`"),
  goes: z.enum(["here", "left_out", "new_incident"]).describe("result of the answers"),
  section: z.int().nullable().describe("the source's incident that contains it, as in `sections`"),
  actor: z.string().nullable().describe("who said or did it, as the source names them"),
  state: z.enum(["new", "known", "ambiguous"]),
  at: instant.nullable(),
  endAt: instant.nullable(),
  precision: z.enum(PRECISIONS),
  statedText: z.string().nullable(),
  kind: z.enum(EVENT_KINDS),
  shape: z.enum(EVENT_SHAPES),
  title: z.string(),
  line: z.int(),
  note: z.string().nullable().describe("why it is known or ambiguous"),
  knownEventNumber: z.int().nullable(),
  timeGiven: z.boolean().describe("an answer in `times` gives it this time"),
  choices: z
    .array(z.strictObject({ label: z.string(), at: instant }))
    .describe("possible meanings of an ambiguous time"),
});
export type PreviewRow = z.infer<typeof PreviewRow>;

export const Reject = z.strictObject({ line: z.int(), reason: z.string(), text: z.string() });

export const PreviewReject = Reject.extend({
  reject: z.int().describe("its number among the rejected rows, for `times`"),
  event: z
    .strictObject({ title: z.string(), statedText: z.string().nullable() })
    .nullable()
    .describe("the event once it has a time. Null if it can't have one"),
  at: instant.nullable().describe("the time that an answer gives it"),
  precision: z.enum(PRECISIONS),
});
export type PreviewReject = z.infer<typeof PreviewReject>;

const pairSide = z.strictObject({
  row: z.int().nullable().describe("number in this source"),
  eventNumber: z.int().nullable().describe("number in the timeline"),
  at: instant,
  precision: z.enum(PRECISIONS),
  shape: z.enum(EVENT_SHAPES),
  title: z.string(),
  actor: z.string().nullable(),
  letter: z.string(),
  label: z.string(),
  line: z.int().nullable(),
});

export const EventPair = z.strictObject({
  one: pairSide.extend({ row: z.int() }),
  other: pairSide,
  certainty: z.number().min(0).max(1),
  reason: z.string().describe("one sentence, with the facts it rests on"),
});
export type EventPair = z.infer<typeof EventPair>;

const placeOfFound = {
  line: z.int(),
  file: z.string().optional().describe("path in a zip of several files"),
};

export const FoundAction = z.strictObject({
  ...placeOfFound,
  title: z.string(),
  owner: z.string().nullable().describe("as written, not matched to a person yet"),
  due: z.string().nullable().describe("as written"),
  status: z.enum(["done", "open"]).nullable(),
  ticket: z.string().nullable(),
  url: z.string().nullable(),
  type: z.string().nullable().describe("as written"),
  priority: z.string().nullable().describe("as written"),
  knownAs: z.string().nullable().describe("key of the action of this incident that has the same title"),
});
export type FoundAction = z.infer<typeof FoundAction>;

export const FoundFactor = z.strictObject({
  ...placeOfFound,
  statement: z.string(),
  role: z.enum(FACTOR_ROLES).describe("suggested by the title above it. A person decides"),
  asWritten: z.string(),
});
export type FoundFactor = z.infer<typeof FoundFactor>;

export const DayQuestion = z.strictObject({
  times: z.int().describe("number of times that need it"),
  proposed: localDate.describe("the day on which the incident started. Never used without an answer"),
  certain: z.boolean().describe("someone entered the start of the incident, or its timeline has it"),
  suggested: z
    .array(z.strictObject({ date: localDate, line: z.int().describe("0: the file's name"), text: z.string() }))
    .describe("days named elsewhere in the text"),
});
export type DayQuestion = z.infer<typeof DayQuestion>;

export const Preview = z.strictObject({
  filename: z.string(),
  format: z.string(),
  label: z.string(),
  letter: z.string(),
  certainty: z.number(),
  reason: z.string(),
  alternatives: z.array(z.strictObject({ format: z.string(), label: z.string(), certainty: z.number() })),
  counts: Counts,
  zoneNeeded: z.boolean(),
  dateNeeded: z.boolean().describe("some times have no day; `date` sets it for all of them"),
  dayQuestion: DayQuestion.nullable().describe("for times without a day, answered or not"),
  outside: z
    .array(
      z.strictObject({
        date: localDate,
        times: z.int(),
        days: z.int().describe("below zero: before"),
        answer: z.enum(APART_ANSWERS).nullable(),
      }),
    )
    .describe("days with times that lie more than a day before or after the incident, answered or not"),
  sections: z
    .array(
      z.strictObject({
        section: z.int(),
        name: z.string().describe("its heading"),
        events: z.int(),
        from: instant.nullable(),
        to: instant.nullable(),
        answer: z.enum(SECTION_ANSWERS).nullable(),
        incidentKey: z.string().nullable().describe("the incident that an import made of it before"),
      }),
    )
    .describe("the incidents in the source, if there are several"),
  newIncidents: z
    .array(z.strictObject({ title: z.string(), startedAt: instant.nullable(), events: z.int() }))
    .describe("incidents created from a part of the source by the answers"),
  rows: z.array(PreviewRow).describe("at most the first 500"),
  rowsLeftOff: z.int(),
  rejects: z.array(PreviewReject),
  pairs: z.array(EventPair).describe("events that seem to be the same: two of this source, or one of the timeline"),
  context: z.array(z.strictObject({ line: z.int(), text: z.string() })),
  columns: z
    .array(z.strictObject({ header: z.string(), samples: z.array(z.string()), role: z.enum(COLUMN_ROLES) }))
    .nullable(),
  mappingRemembered: z.boolean().describe("the columns are read as someone mapped the same headers before"),
  actions: z.array(FoundAction).describe("action items that a write-up lists, as proposals"),
  factors: z.array(FoundFactor).describe("causes and contributing factors that a write-up names, as proposals"),
  title: z.string().nullable().describe("title of a write-up, offered only"),
  summary: z.string().nullable().describe("summary of a write-up, offered only"),
  impact: z.string().nullable().describe("impact as a write-up states it, offered only"),
});
export type Preview = z.infer<typeof Preview>;

export const ImportRecord = Counts.extend({
  id,
  filename: z.string(),
  format: z.string(),
  label: z.string(),
  letter: z.string(),
  zone: z.string().nullable(),
  createdAt: instant,
  createdBy: z.string().nullable(),
  undoneAt: instant.nullable(),
  rejects: z.array(Reject),
  citedEvents: z.int().describe("events of this import that a factor cites or a milestone points at"),
  unanswered: z.int().describe("events that need a time zone"),
  undated: z.int().describe("events that need a day"),
  undatedZoneless: z.int().describe("of those: events that need a time zone too"),
  splits: z
    .array(z.strictObject({ key: z.string(), title: z.string(), events: z.int() }))
    .describe("incidents created from a part of this source. Undone and redone with it"),
  splitFrom: z.string().nullable().describe("key of the incident whose import created this one"),
  zoneAnswers: z
    .array(
      z.strictObject({
        id,
        zone: z.string().nullable(),
        date: localDate.nullable(),
        at: instant,
        by: z.string().nullable(),
      }),
    )
    .describe("current answers, newest first. Each can be undone"),
});
export type ImportRecord = z.infer<typeof ImportRecord>;

export const Reading = z.strictObject({
  state: z.enum(["sending", "waiting", "reading"]).describe("sending, even if the id is unknown or no longer known"),
  share: z.number().min(0).max(1).nullable().describe("read bytes. Null if they are read at once"),
  events: z.int(),
  files: z.strictObject({ read: z.int(), of: z.int() }).nullable().describe("files of a zip"),
});
export type Reading = z.infer<typeof Reading>;

export const importContract = {
  progress: route(
    "GET",
    "/incidents/{key}/imports/progress/{readingId}",
    "Progress of reading one of my files",
    "Imports",
  )
    .input(z.strictObject({ key: incidentKey, readingId }))
    .output(Reading),
  preview: route("POST", "/incidents/{key}/imports/preview", "Read a source and write nothing", "Imports")
    .input(input)
    .output(Preview),
  create: route("POST", "/incidents/{key}/imports", "Import a source. Importing it again adds nothing.", "Imports")
    .input(input)
    .output(ImportRecord),
  list: route("GET", "/incidents/{key}/imports", "Imports of an incident", "Imports")
    .input(z.strictObject({ key: incidentKey }))
    .output(z.strictObject({ items: z.array(ImportRecord) })),
  undo: route("POST", "/incidents/{key}/imports/{id}/undo", "Undo an import", "Imports")
    .input(z.strictObject({ key: incidentKey, id }))
    .output(ImportRecord),
  redo: route("POST", "/incidents/{key}/imports/{id}/redo", "Restore an undone import", "Imports")
    .input(z.strictObject({ key: incidentKey, id }))
    .output(ImportRecord),
};
