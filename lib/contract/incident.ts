import { z } from "zod";
import { INCIDENT_KINDS, INCIDENT_ROLES, INCIDENT_STATUSES } from "#lib/base/vocabulary/incident.ts";
import { IMPACT_SEGMENT_KINDS } from "#lib/incidents/impact/impact-band.ts";
import {
  id,
  incidentKey,
  instant,
  line,
  lineOrNone,
  namedRef,
  pageInput,
  pageOf,
  personRef,
  route,
  some,
  text,
  timeZone,
  version,
  words,
} from "./base.ts";
import { LENGTHS } from "./lengths.ts";

export const severity = z.int().min(1, "1 (worst) to 4").max(4, "1 (worst) to 4");

/** A severity as people write it, 2 or "SEV2". Every input accepts both. */
export const givenSeverity = z.union([
  severity,
  z
    .string()
    .regex(/^\s*(?:sev[ -]?)?[1-4]\s*$/i, "1 (worst) to 4, or SEV1 to SEV4")
    .transform((written) => Number(written.trim().at(-1)))
    .describe("SEV2 or 2"),
]);

/** Impact band as fractions of the incident's span, from its windows, or from milestones if it has none. */
export const Band = z.array(
  z.strictObject({
    kind: z.enum(IMPACT_SEGMENT_KINDS),
    from: z.number(),
    to: z.number(),
    known: z.boolean().describe("false if a milestone that would end or divide this period is missing"),
  }),
);

export const RoleHolder = z.strictObject({
  role: z.enum(INCIDENT_ROLES),
  userId: id.nullable(),
  name: z.string().describe("name of the person, with or without an account"),
});
export type RoleHolder = z.infer<typeof RoleHolder>;

export const IncidentRow = z.strictObject({
  id,
  key: incidentKey,
  title: z.string(),
  kind: z.enum(INCIDENT_KINDS),
  status: z.enum(INCIDENT_STATUSES),
  severity,
  highestSeverity: severity,
  startedAt: instant,
  resolvedAt: instant.nullable(),
  services: z.array(namedRef),
  restricted: z.boolean(),
  archived: z.boolean(),
  demo: z.boolean(),
  eventCount: z.int(),
  windowCount: z.int().describe("impact windows"),
  openActions: z.int(),
  band: Band,
  review: z.strictObject({ key: z.string(), status: z.string(), dueAt: z.string().nullable() }).nullable(),
  version,
});
export type IncidentRow = z.infer<typeof IncidentRow>;

export const Incident = IncidentRow.extend({
  startKnown: z.boolean().describe("false: `startedAt` is only the moment of entry"),
  timeZone: z.string(),
  impactText: z.string(),
  impactUnknown: z.boolean(),
  cancelReason: z.string().nullable(),
  resolvedByTimeline: instant
    .nullable()
    .describe("resolution time from the timeline while the state is open. Null if they agree"),
  createdBy: personRef.nullable(),
  createdAt: instant,
  roles: z.array(RoleHolder),
  grants: z.array(
    z.strictObject({
      userId: id.nullable(),
      teamId: id.nullable(),
      name: z.string(),
      given: z.boolean().describe("someone gave them access"),
      named: z.boolean().describe("from a role in its review. Ends with that role"),
    }),
  ),
  severityHistory: z.array(z.strictObject({ severity, at: instant, by: z.string().nullable(), reason: z.string() })),
  reviews: z.array(z.strictObject({ key: z.string(), title: z.string(), status: z.string(), template: z.string() })),
  abilities: z.strictObject({ edit: z.boolean(), restrict: z.boolean(), cancel: z.boolean(), generate: z.boolean() }),
});
export type Incident = z.infer<typeof Incident>;

const byKey = z.strictObject({ key: incidentKey });

export const SimilarIncident = z.strictObject({
  key: incidentKey,
  title: z.string(),
  severity,
  startedAt: instant,
  minutes: z.number().nullable().describe("weighted minutes of impact. Null if none is known"),
  reasons: z.array(
    z.strictObject({
      kind: z.enum(["condition", "trigger", "statement"]),
      text: z.string(),
      conditionId: id.nullable(),
    }),
  ),
});
export type SimilarIncident = z.infer<typeof SimilarIncident>;

export const incidentContract = {
  list: route("GET", "/incidents", "Incidents, newest first", "Incidents")
    .input(
      z.strictObject({
        ...pageInput,
        q: z.string().max(LENGTHS.search).optional(),
        status: some(z.enum(INCIDENT_STATUSES)).optional(),
        severity: some(givenSeverity).optional(),
        kind: some(z.enum(INCIDENT_KINDS)).optional(),
        serviceId: some(id).optional(),
        review: z.enum(["none", "open", "published"]).optional(),
        archived: z.boolean().default(false),
      }),
    )
    .output(pageOf(IncidentRow)),
  create: route("POST", "/incidents", "Create an incident", "Incidents")
    .input(
      z.strictObject({
        title: line(LENGTHS.incident.title),
        severity: givenSeverity,
        kind: z.enum(INCIDENT_KINDS).default("incident"),
        serviceIds: z.array(id).max(50).default([]),
        startedAt: instant.optional().describe("now when absent"),
        resolvedAt: instant.nullable().default(null),
        timeZone: timeZone.default("UTC"),
        impactText: text(LENGTHS.incident.impactText).default(""),
        restricted: z.boolean().default(false),
      }),
    )
    .output(Incident),
  get: route("GET", "/incidents/{key}", "One incident", "Incidents").input(byKey).output(Incident),
  similar: route("GET", "/incidents/{key}/similar", "Similar incidents, each with the reason", "Incidents")
    .input(byKey)
    .output(z.strictObject({ items: z.array(SimilarIncident) })),
  update: route("PATCH", "/incidents/{key}", "Change an incident", "Incidents")
    .input(
      z.strictObject({
        key: incidentKey,
        version,
        title: line(LENGTHS.incident.title).optional(),
        kind: z.enum(INCIDENT_KINDS).optional(),
        startedAt: instant.optional(),
        resolvedAt: instant.nullable().optional(),
        status: z.enum(["open", "resolved"]).optional(),
        timeZone: timeZone.optional(),
        impactText: text(LENGTHS.incident.impactText).optional(),
        impactUnknown: z.boolean().optional(),
        serviceIds: z.array(id).max(50).optional(),
        roles: z
          .array(
            z.strictObject({
              role: z.enum(INCIDENT_ROLES),
              userId: id.nullable(),
              name: line(LENGTHS.person.name).nullable(),
            }),
          )
          .max(50)
          .optional(),
      }),
    )
    .output(Incident),
  changeSeverity: route("POST", "/incidents/{key}/severity", "Change the severity. The history is kept.", "Incidents")
    .input(
      z.strictObject({
        key: incidentKey,
        version,
        severity: givenSeverity,
        at: instant.optional(),
        reason: lineOrNone(LENGTHS.incident.severityReason).default(""),
      }),
    )
    .output(Incident),
  restrict: route(
    "PUT",
    "/incidents/{key}/restriction",
    "Restrict an incident to named people and teams, or open it",
    "Incidents",
  )
    .input(
      z.strictObject({
        key: incidentKey,
        version,
        restricted: z.boolean(),
        userIds: z.array(id).max(200),
        teamIds: z.array(id).max(100),
      }),
    )
    .output(Incident),
  cancel: route("POST", "/incidents/{key}/cancel", "Cancel an incident made by mistake. Its actions stay.", "Incidents")
    .input(z.strictObject({ key: incidentKey, version, reason: words(LENGTHS.incident.cancelReason) }))
    .output(Incident),
  archive: route("POST", "/incidents/{key}/archive", "Archive an incident. Its actions stay.", "Incidents")
    .input(z.strictObject({ key: incidentKey, version }))
    .output(Incident),
  restore: route("POST", "/incidents/{key}/restore", "Undo cancelling or archiving", "Incidents")
    .input(z.strictObject({ key: incidentKey, version }))
    .output(Incident),
};
