import { z } from "zod";
import { IMPACT_BASES, IMPACT_ORIGINS } from "#lib/base/vocabulary/impact.ts";
import { MEASURES } from "#lib/incidents/timeline/milestones/response-measures.ts";
import { id, incidentKey, instant, line, lineOrNone, namedRef, personRef, route, version, words } from "./base.ts";
import { LENGTHS } from "./lengths.ts";
import { availabilityTarget } from "./service.ts";

const weight = z
  .number()
  .min(0, "0 to 1")
  .max(1, "0 to 1")
  .describe("share of the service that its users lost, 0 to 1");

export const ImpactWindow = z.strictObject({
  id,
  service: namedRef,
  from: instant,
  to: instant.nullable().describe("null: not ended yet"),
  weight,
  basis: z.enum(IMPACT_BASES),
  reason: z.string(),
  origin: z.enum(IMPACT_ORIGINS),
  seriesId: id.nullable(),
  weightedSeconds: z.number().describe("what it adds to the union of its service"),
  covered: z.boolean().describe("stronger windows cover all its time, so it adds nothing"),
  createdBy: personRef.nullable(),
  createdAt: instant,
  removed: z.boolean(),
  version,
});
export type ImpactWindow = z.infer<typeof ImpactWindow>;

export const ServiceImpact = z.strictObject({
  service: namedRef.extend({ availabilityTarget }),
  weightedSeconds: z.number().describe("union of the windows with the highest weight at each instant, never a sum"),
  impactSeconds: z.number(),
  degradedOnlySeconds: z.number(),
  budget: z.strictObject({
    days: z.int(),
    seconds: z.number(),
    spentPercent: z.number().nullable().describe("of the budget, by this incident alone"),
    leftPercent: z.number().nullable().describe("when its impact ended, after all incidents that you can read"),
  }),
});
export type ServiceImpact = z.infer<typeof ServiceImpact>;

export const ImpactProposal = z.strictObject({
  key: z.string(),
  origin: z.enum(["milestones", "statuspage"]),
  service: namedRef,
  from: instant,
  to: instant.nullable(),
  weight,
  basis: z.enum(IMPACT_BASES),
  reason: z.string(),
});
export type ImpactProposal = z.infer<typeof ImpactProposal>;

export const ImpactSeries = z.strictObject({
  id,
  title: z.string(),
  text: z.string().describe("as it was pasted"),
  createdBy: personRef.nullable(),
  createdAt: instant,
  removed: z.boolean(),
  version,
});
export type ImpactSeries = z.infer<typeof ImpactSeries>;

export const Impact = z.strictObject({
  windows: z.array(ImpactWindow),
  services: z.array(ServiceImpact),
  proposals: z.array(ImpactProposal),
  series: z.array(ImpactSeries),
  mayEdit: z.boolean(),
});
export type Impact = z.infer<typeof Impact>;

const MeasureEnd = z.strictObject({
  words: z.string(),
  at: instant.nullable(),
  eventId: id.nullable(),
  milestone: z.string().nullable(),
});

export const ResponseMeasure = z.strictObject({
  name: z.enum(MEASURES),
  label: z.string(),
  from: MeasureEnd,
  to: MeasureEnd,
  seconds: z.number().nullable().describe("to minus from. Null is unknown, never a guess"),
  approximate: z.boolean(),
  targetSeconds: z.int().nullable(),
  note: z.string(),
});

export const Suspect = z.strictObject({
  eventId: id,
  eventNumber: z.int(),
  title: z.string(),
  at: instant,
  secondsBefore: z.number(),
  points: z.number(),
  reason: z.string(),
  isTrigger: z.boolean(),
  ruledOut: z.strictObject({ by: personRef.nullable(), at: instant }).nullable(),
});
export type Suspect = z.infer<typeof Suspect>;

export const Response = z.strictObject({
  measures: z.array(ResponseMeasure),
  customerDetected: z.boolean().nullable(),
  evidence: z.strictObject({ entries: z.int(), withEvidence: z.int(), withoutEvidence: z.int() }),
  impactStartedAt: instant.nullable(),
  suspects: z.array(Suspect).describe("the most likely first, ruled out ones last"),
});
export type Response = z.infer<typeof Response>;

const byKey = z.strictObject({ key: incidentKey });
const windowFields = { serviceId: id, from: instant, to: instant.nullable(), weight, basis: z.enum(IMPACT_BASES) };
const seriesRule = {
  thresholdPercent: z.number().min(0).max(100).default(5).describe("impact is above this share of failures"),
  atLeastSeconds: z.int().min(0).max(86_400).default(60),
};

export const impactContract = {
  get: route("GET", "/incidents/{key}/impact", "Impact windows, totals, budget and proposals", "Impact")
    .input(byKey)
    .output(Impact),
  response: route("GET", "/incidents/{key}/response", "Response measures with both ends, and suspects", "Impact")
    .input(byKey)
    .output(Response),
  add: route("POST", "/incidents/{key}/impact/windows", "Add an impact window", "Impact")
    .input(
      z.strictObject({
        key: incidentKey,
        ...windowFields,
        reason: lineOrNone(LENGTHS.impactWindow.reason).default(""),
      }),
    )
    .output(ImpactWindow),
  change: route("PATCH", "/incidents/{key}/impact/windows/{id}", "Change, remove or restore a window", "Impact")
    .input(
      z.strictObject({
        key: incidentKey,
        id,
        version,
        serviceId: id.optional(),
        from: instant.optional(),
        to: instant.nullable().optional(),
        weight: weight.optional(),
        basis: z.enum(IMPACT_BASES).optional(),
        reason: lineOrNone(LENGTHS.impactWindow.reason).optional(),
        removed: z.boolean().optional(),
      }),
    )
    .output(ImpactWindow),
  accept: route(
    "POST",
    "/incidents/{key}/impact/proposals/accept",
    "Accept proposals as windows, all or none",
    "Impact",
  )
    .input(z.strictObject({ key: incidentKey, proposals: z.array(z.string().max(200)).min(1).max(200) }))
    .output(z.strictObject({ windows: z.array(ImpactWindow) })),
  keepSeries: route("POST", "/incidents/{key}/impact/series", "Save a pasted metric series as evidence", "Impact")
    .input(
      z.strictObject({
        key: incidentKey,
        title: line(LENGTHS.series.title),
        text: words(4_000_000).describe("CSV or TSV with time, errors and total, or the range result of Prometheus"),
        zone: z.string().max(LENGTHS.series.zone).optional().describe("for times without one"),
      }),
    )
    .output(ImpactSeries),
  changeSeries: route("PATCH", "/incidents/{key}/impact/series/{id}", "Rename, remove or restore a series", "Impact")
    .input(
      z.strictObject({
        key: incidentKey,
        id,
        version,
        title: line(LENGTHS.series.title).optional(),
        removed: z.boolean().optional(),
      }),
    )
    .output(ImpactSeries),
  measure: route("POST", "/incidents/{key}/impact/series/{id}/windows", "Windows from a series, by one rule", "Impact")
    .input(
      z.strictObject({
        key: incidentKey,
        id,
        serviceId: id,
        ...seriesRule,
      }),
    )
    .output(z.strictObject({ windows: z.array(ImpactWindow) })),
  ruleOut: route(
    "PUT",
    "/incidents/{key}/suspects/{eventId}",
    "Rule out a change as the trigger, or undo that",
    "Impact",
  )
    .input(z.strictObject({ key: incidentKey, eventId: id, ruledOut: z.boolean() }))
    .output(Response),
};
