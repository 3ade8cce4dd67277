import { z } from "zod";
import { DEADLINE_STATES } from "#lib/people/policy/deadlines.ts";
import { DEADLINE_MOMENTS } from "#lib/people/policy/reminders.ts";
import { DEADLINE_EVENTS } from "#lib/people/policy/values.ts";
import { incidentKey, instant, personRef, route } from "./base.ts";
import { deadlineKey } from "./policy.ts";

export const IncidentDeadline = z.strictObject({
  key: deadlineKey,
  name: z.string(),
  dueAt: instant.nullable().describe("null until what it counts from is known"),
  waitsFor: z
    .union([z.strictObject({ event: z.enum(DEADLINE_EVENTS) }), z.strictObject({ sent: deadlineKey })])
    .nullable()
    .describe("what it counts from and isn't known yet"),
  state: z.enum(DEADLINE_STATES).describe("due: within a day"),
  isLate: z.boolean(),
  sentAt: instant.nullable(),
  sentBy: personRef.nullable(),
  next: z
    .strictObject({ at: instant, to: personRef.nullable() })
    .nullable()
    .describe("when someone is reminded next, and who, if nothing changes. Null: no reminder is left"),
  reminded: z
    .array(z.strictObject({ moment: z.enum(DEADLINE_MOMENTS), at: instant, to: personRef.nullable() }))
    .describe("reminders sent. Without a person: no one could be reminded"),
});
export type IncidentDeadline = z.infer<typeof IncidentDeadline>;

const Deadlines = z.strictObject({
  events: z.array(z.strictObject({ event: z.enum(DEADLINE_EVENTS), at: instant })),
  items: z.array(IncidentDeadline),
});
export type Deadlines = z.infer<typeof Deadlines>;

const TAG = "Policies";
const one = { key: incidentKey, deadline: deadlineKey };
export const deadlineContract = {
  list: route("GET", "/incidents/{key}/deadlines", "Deadlines of an incident by its policy, with their states", TAG)
    .input(z.strictObject({ key: incidentKey }))
    .output(Deadlines),
  send: route("PUT", "/incidents/{key}/deadlines/{deadline}/sent", "Mark what a deadline asks for as sent", TAG)
    .input(z.strictObject({ ...one, at: instant.optional().describe("when it was sent. Now without it") }))
    .output(Deadlines),
  unsend: route("DELETE", "/incidents/{key}/deadlines/{deadline}/sent", "Undo marking as sent", TAG)
    .input(z.strictObject(one))
    .output(Deadlines),
};
