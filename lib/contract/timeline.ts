import { z } from "zod";
import { PRECISIONS } from "#lib/base/time/precision.ts";
import { EVENT_KINDS, EVENT_SHAPES } from "#lib/base/vocabulary/event-kinds.ts";
import { IMPACT_SEGMENT_KINDS } from "#lib/incidents/impact/impact-band.ts";
import { MILESTONES } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import { EVENT_RELATIONS, KNOWN_STATES } from "#lib/incidents/timeline/story/event-relations.ts";
import { id, incidentKey, instant, line, pageOf, personRef, route, some, text, version, webUrl } from "./base.ts";
import { LENGTHS } from "./lengths.ts";
import { Ambiguity, zoneAnswerContract } from "./zone-answers.ts";

export const TimelineEvent = z.strictObject({
  id,
  number: z.int().describe("E-number within the incident"),
  at: instant.nullable(),
  endAt: instant.nullable(),
  precision: z.enum(PRECISIONS),
  uncertaintySeconds: z.int().nullable(),
  statedText: z.string().nullable(),
  zone: z.string().nullable(),
  ambiguity: Ambiguity.nullable(),
  kind: z.enum(EVENT_KINDS),
  shape: z.enum(EVENT_SHAPES),
  title: z.string(),
  body: z.string(),
  actor: z.string().nullable(),
  url: z.string().nullable(),
  services: z.array(z.string()),
  source: z.strictObject({
    type: z.string(),
    letter: z.string(),
    label: z.string(),
    importId: id.nullable(),
    line: z.int().nullable(),
  }),
  pinned: z.boolean(),
  hidden: z.boolean(),
  clockOffsetMs: z.int().describe("added to the source's times. At minus it is the recorded time"),
  leadId: id.nullable().describe("the event that this one is below"),
  relation: z.enum(EVENT_RELATIONS).nullable(),
  known: z.enum(KNOWN_STATES).nullable().describe("null: not set, treated as known at the time"),
  foundAt: instant.nullable(),
  foundBy: z.string().nullable(),
  verified: z.boolean().describe("a person compared it with its source, and it hasn't changed since"),
  verifiedAt: instant.nullable(),
  verifiedBy: z.string().nullable(),
  noteCount: z.int(),
  attachmentCount: z.int(),
  milestones: z.array(z.enum(MILESTONES)),
  /** Fields as the source stated them. Present once someone edited the event. */
  original: z
    .strictObject({
      title: z.string(),
      body: z.string(),
      at: instant.nullable(),
      endAt: instant.nullable(),
      kind: z.string(),
    })
    .nullable(),
  citedCount: z.int(),
  removed: z.boolean(),
  version,
});
export type TimelineEvent = z.infer<typeof TimelineEvent>;

const eventTime = {
  at: instant.nullable(),
  endAt: instant.nullable().optional(),
  precision: z.enum(PRECISIONS),
  uncertaintySeconds: z.int().min(0).max(86_400).nullable().optional(),
};

export const MilestoneState = z.strictObject({
  name: z.enum(MILESTONES),
  eventId: id.nullable(),
  eventNumber: z.int().nullable(),
  at: instant.nullable(),
  precision: z.enum(PRECISIONS).nullable(),
  notApplicable: z.boolean(),
  setBy: personRef.nullable(),
});
export type MilestoneState = z.infer<typeof MilestoneState>;

export const Metric = z.strictObject({
  name: z.string(),
  label: z.string(),
  from: z.enum(MILESTONES),
  to: z.enum(MILESTONES),
  seconds: z.number().nullable().describe("null is unknown, never a guess"),
  leadSeconds: z.number().nullable().describe("if it was detected before impact started: seconds in between"),
  approximate: z.boolean(),
});
export type Metric = z.infer<typeof Metric>;

export const Phase = z.strictObject({
  name: z.string(),
  label: z.string(),
  from: instant.nullable(),
  to: instant.nullable(),
  known: z.boolean().describe("false when one end is missing: drawn dashed"),
});

export const Metrics = z.strictObject({
  milestones: z.array(MilestoneState),
  metrics: z.array(Metric),
  missing: z.array(z.enum(MILESTONES)),
  warnings: z.array(
    z.strictObject({
      kind: z.enum(["order", "lead"]),
      earlier: z.enum(MILESTONES),
      later: z.enum(MILESTONES),
      seconds: z.number(),
      message: z.string(),
    }),
  ),
  customerDetected: z.boolean().nullable(),
  phases: z.array(Phase),
  gaps: z.array(z.strictObject({ from: instant, to: instant, seconds: z.number(), afterEventId: id })),
  suggestions: z.array(
    z.strictObject({
      name: z.enum(MILESTONES),
      eventId: id,
      title: z.string().describe("of the event"),
      at: instant,
      reason: z.string(),
      doubt: z.string().nullable().describe("why a person should check first, or null"),
    }),
  ),
  band: z.array(
    z.strictObject({
      kind: z.enum(IMPACT_SEGMENT_KINDS),
      from: instant,
      to: instant.nullable(),
      known: z.boolean().describe("false if a milestone that would end or divide this period is missing"),
    }),
  ),
});
export type Metrics = z.infer<typeof Metrics>;

export const timelineContract = {
  list: route("GET", "/incidents/{key}/timeline", "Events in order", "Timeline")
    .input(
      z.strictObject({
        key: incidentKey,
        cursor: z.string().max(400).optional(),
        limit: z.int().min(1).max(1000).default(50),
        q: z.string().max(LENGTHS.search).optional(),
        shape: some(z.enum(EVENT_SHAPES)).optional(),
        source: some(z.string().max(60)).optional(),
        pinned: z.boolean().optional(),
        includeHidden: z.boolean().default(true),
      }),
    )
    .output(pageOf(TimelineEvent).extend({ total: z.int() })),
  metrics: route("GET", "/incidents/{key}/metrics", "Milestones, key times, phases and gaps", "Timeline")
    .input(z.strictObject({ key: incidentKey }))
    .output(Metrics),
  add: route("POST", "/incidents/{key}/events", "Add an event by hand", "Timeline")
    .input(
      z.strictObject({
        key: incidentKey,
        ...eventTime,
        kind: z.enum(EVENT_KINDS).default("observation"),
        title: line(LENGTHS.event.title),
        body: text(LENGTHS.event.body).default(""),
        actor: line(LENGTHS.person.name).nullable().optional(),
        url: webUrl.nullable().optional(),
        afterEventId: id.optional().describe("position of an event without a time"),
      }),
    )
    .output(TimelineEvent),
  update: route("PATCH", "/incidents/{key}/events/{id}", "Edit an event. The original is kept.", "Timeline")
    .input(
      z.strictObject({
        key: incidentKey,
        id,
        version,
        at: instant.nullable().optional(),
        endAt: instant.nullable().optional(),
        precision: z.enum(PRECISIONS).optional(),
        uncertaintySeconds: z.int().min(0).max(86_400).nullable().optional(),
        kind: z.enum(EVENT_KINDS).optional(),
        title: line(LENGTHS.event.title).optional(),
        body: text(LENGTHS.event.body).optional(),
        actor: line(LENGTHS.person.name).nullable().optional(),
        url: webUrl.nullable().optional(),
        pinned: z.boolean().optional(),
        hidden: z.boolean().optional(),
        known: z.enum(KNOWN_STATES).nullable().optional(),
        foundAt: instant.nullable().optional().describe("when it was found, for found_later"),
        foundBy: line(LENGTHS.person.name).nullable().optional(),
        verified: z.boolean().optional().describe("true: you compared it with its source. False: undo that"),
        removed: z.boolean().optional(),
      }),
    )
    .output(TimelineEvent),
  revert: route("POST", "/incidents/{key}/events/{id}/revert", "Restore the source's version", "Timeline")
    .input(z.strictObject({ key: incidentKey, id, version }))
    .output(TimelineEvent),
  setMilestone: route(
    "PUT",
    "/incidents/{key}/milestones/{name}",
    "Point a milestone at an event, or mark it as not applicable",
    "Timeline",
  )
    .input(
      z.strictObject({
        key: incidentKey,
        name: z.enum(MILESTONES),
        eventId: id.nullable(),
        notApplicable: z.boolean().default(false),
      }),
    )
    .output(Metrics),
  clearMilestone: route("DELETE", "/incidents/{key}/milestones/{name}", "Clear a milestone", "Timeline")
    .input(z.strictObject({ key: incidentKey, name: z.enum(MILESTONES) }))
    .output(Metrics),
  refuseMilestone: route(
    "POST",
    "/incidents/{key}/milestones/{name}/refuse",
    "Dismiss a suggested event for this milestone. It isn't suggested again.",
    "Timeline",
  )
    .input(z.strictObject({ key: incidentKey, name: z.enum(MILESTONES), eventId: id }))
    .output(Metrics),
  allowMilestone: route(
    "POST",
    "/incidents/{key}/milestones/{name}/allow",
    "Undo a dismissal, so the event can be suggested again",
    "Timeline",
  )
    .input(z.strictObject({ key: incidentKey, name: z.enum(MILESTONES), eventId: id }))
    .output(Metrics),
  ...zoneAnswerContract,
};
