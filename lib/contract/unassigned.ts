import { z } from "zod";
import { EVENT_KINDS, EVENT_SHAPES } from "#lib/base/vocabulary/event-kinds.ts";
import { INCOMING_STATES } from "#lib/base/vocabulary/integration.ts";
import { id, incidentKey, instant, namedRef, pageInput, pageOf, personRef, route, version } from "./base.ts";

export const IncomingEvent = z.strictObject({
  id,
  at: instant.nullable(),
  endAt: instant.nullable(),
  receivedAt: instant,
  kind: z.enum(EVENT_KINDS),
  shape: z.enum(EVENT_SHAPES),
  title: z.string(),
  body: z.string(),
  url: z.string().nullable(),
  severity: z.string().nullable(),
  labels: z.record(z.string(), z.string()),
  service: namedRef.nullable(),
  integration: namedRef.extend({ label: z.string(), letter: z.string() }),
  state: z.enum(INCOMING_STATES),
  reason: z.string(),
  incidentKey: incidentKey.nullable(),
  eventNumber: z.int().nullable().describe("E-number in that incident"),
  settledBy: personRef.nullable(),
  settledAt: instant.nullable(),
  version,
});
export type IncomingEvent = z.infer<typeof IncomingEvent>;

const versioned = z.strictObject({ id, version });
const several = z.array(versioned).min(1).max(1000);

/** An incident to which an unassigned event or a whole lane can be attached with one key press. */
export const Candidate = z.strictObject({ key: incidentKey, title: z.string(), startedAt: instant, open: z.boolean() });
const candidate = Candidate.nullable().describe("the latest open incident of this service that you can read");

/** A row in the list of unassigned events. */
export const ListedIncoming = IncomingEvent.extend({
  candidate: candidate.describe("while it waits: the latest open incident of its service that you can read"),
});
export type ListedIncoming = z.infer<typeof ListedIncoming>;

export const UnassignedLane = z.strictObject({
  service: namedRef.nullable().describe("null: no service is known"),
  count: z.int(),
  marks: z
    .array(
      z.strictObject({
        at: instant,
        shape: z.enum(EVENT_SHAPES),
        kind: z.enum(EVENT_KINDS),
        title: z.string(),
        count: z.int(),
      }),
    )
    .describe("events of one kind and title within 30 minutes are one mark"),
  titles: z
    .array(
      z.strictObject({
        title: z.string(),
        kind: z.enum(EVENT_KINDS),
        count: z.int(),
        firstAt: instant,
        lastAt: instant,
      }),
    )
    .describe("the most frequent first, at most 5"),
  sources: z.array(z.string()).describe("names of the tools"),
  candidate,
  events: z.array(versioned).describe("all of the lane, oldest first, at most 1000, for attach or dismiss"),
});
export type UnassignedLane = z.infer<typeof UnassignedLane>;

const settled = z.strictObject({ events: z.array(IncomingEvent) });

export const incomingContract = {
  overview: route(
    "GET",
    "/incoming/overview",
    "Unassigned events by service, for the strip above the incidents",
    "Incoming",
  )
    .input(z.strictObject({ hours: z.int().min(1).max(720).default(24) }))
    .output(
      z.strictObject({
        from: instant,
        to: instant,
        total: z.int(),
        services: z.int(),
        older: z.int().describe("that wait from before `from`"),
        lanes: z.array(UnassignedLane).describe("the latest event first"),
        maySettle: z.boolean(),
      }),
    ),
  list: route("GET", "/incoming", "Events from integrations, newest first", "Incoming")
    .input(
      z.strictObject({
        ...pageInput,
        state: z.enum(INCOMING_STATES).default("waiting"),
        serviceId: id.optional(),
        withoutService: z.boolean().default(false),
        integrationId: id.optional(),
      }),
    )
    .output(pageOf(ListedIncoming)),
  attach: route("POST", "/incoming/attach", "Attach unassigned events to an incident", "Incoming")
    .input(z.strictObject({ key: incidentKey, events: several }))
    .output(settled),
  detach: route("POST", "/incoming/detach", "Undo attaching: return events to unassigned", "Incoming")
    .input(z.strictObject({ events: several }))
    .output(settled),
  dismiss: route("POST", "/incoming/dismiss", "Dismiss unassigned events", "Incoming")
    .input(z.strictObject({ events: several }))
    .output(settled),
  restore: route("POST", "/incoming/restore", "Undo dismissing", "Incoming")
    .input(z.strictObject({ events: several }))
    .output(settled),
};
