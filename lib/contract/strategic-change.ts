import { z } from "zod";
import { CHANGE_HEALTHS, CHANGE_STATUSES } from "#lib/base/vocabulary/strategic-change.ts";
import {
  actionKey,
  changeKey,
  id,
  incidentKey,
  instant,
  line,
  localDate,
  namedRef,
  pageInput,
  pageOf,
  personRef,
  reviewKey,
  route,
  some,
  text,
  version,
  words,
} from "./base.ts";
import { LENGTHS } from "./lengths.ts";

export const quarter = z.string().regex(/^\d{4}-Q[1-4]$/, "a quarter such as 2027-Q1");

export const StrategicChangeRow = z.strictObject({
  id,
  key: changeKey,
  title: z.string(),
  status: z.enum(CHANGE_STATUSES),
  health: z.enum(CHANGE_HEALTHS).nullable(),
  healthAt: instant.nullable(),
  stale: z.boolean().describe("no health update for 14 days while in progress"),
  targetQuarter: quarter.nullable(),
  owner: personRef.nullable(),
  sponsor: personRef.nullable(),
  team: namedRef.nullable(),
  factorCount: z.int(),
  actionCount: z.int(),
  actionsVerified: z.int(),
  incidents: z.array(z.strictObject({ key: incidentKey, title: z.string(), severity: z.int() })),
  archived: z.boolean(),
  demo: z.boolean(),
  version,
  abilities: z.strictObject({ edit: z.boolean(), report: z.boolean() }),
});
export type StrategicChangeRow = z.infer<typeof StrategicChangeRow>;

export const StrategicChange = StrategicChangeRow.extend({
  problem: z.string(),
  expectedEffect: z.string(),
  statusReason: z.string().nullable(),
  factors: z.array(z.strictObject({ id, number: z.int(), statement: z.string(), reviewKey, incidentKey })),
  actions: z.array(
    z.strictObject({
      key: actionKey,
      title: z.string(),
      status: z.string(),
      blockedReason: z.string().nullable().describe("blocked comes before its status"),
      blockedUntil: localDate.nullable(),
      owner: personRef.nullable(),
      dueDate: z.string().nullable(),
      waivedUntil: z.string().nullable(),
    }),
  ),
  updates: z.array(
    z.strictObject({ id, health: z.enum(CHANGE_HEALTHS), body: z.string(), by: z.string().nullable(), at: instant }),
  ),
});
export type StrategicChange = z.infer<typeof StrategicChange>;

const ChangeDecision = z.strictObject({
  id,
  from: z.enum(CHANGE_STATUSES).nullable().describe("null for the proposal"),
  to: z.enum(CHANGE_STATUSES),
  reason: z.string().nullable(),
  by: z.string().nullable(),
  at: instant,
});
export type ChangeDecision = z.infer<typeof ChangeDecision>;

const byKey = z.strictObject({ key: changeKey });
const links = { factorIds: z.array(id).max(100), actionKeys: z.array(actionKey).max(200) };

export const strategicChangeContract = {
  list: route("GET", "/strategic-changes", "Strategic changes by target quarter", "Strategic changes")
    .input(
      z.strictObject({
        ...pageInput,
        q: z.string().max(LENGTHS.search).optional(),
        status: some(z.enum(CHANGE_STATUSES)).optional(),
        health: some(z.enum(CHANGE_HEALTHS)).optional(),
        targetQuarter: some(quarter).optional(),
        mine: z.boolean().default(false),
        archived: z.boolean().default(false),
      }),
    )
    .output(pageOf(StrategicChangeRow)),
  get: route("GET", "/strategic-changes/{key}", "One strategic change", "Strategic changes")
    .input(byKey)
    .output(StrategicChange),
  decisions: route(
    "GET",
    "/strategic-changes/{key}/decisions",
    "Every change of its status and why, the newest first",
    "Strategic changes",
  )
    .input(byKey)
    .output(z.strictObject({ items: z.array(ChangeDecision) })),
  create: route("POST", "/strategic-changes", "Propose a strategic change", "Strategic changes")
    .input(
      z.strictObject({
        title: line(LENGTHS.strategicChange.title),
        problem: text(LENGTHS.strategicChange.problem).default(""),
        expectedEffect: text(LENGTHS.strategicChange.expectedEffect).default(""),
        targetQuarter: quarter.nullable().default(null),
        ownerId: id.nullable().default(null),
        sponsorId: id.nullable().default(null),
        teamId: id.nullable().default(null),
        factorIds: links.factorIds.default([]),
        actionKeys: links.actionKeys.default([]),
      }),
    )
    .output(StrategicChange),
  update: route("PATCH", "/strategic-changes/{key}", "Change fields and links", "Strategic changes")
    .input(
      z.strictObject({
        key: changeKey,
        version,
        title: line(LENGTHS.strategicChange.title).optional(),
        problem: text(LENGTHS.strategicChange.problem).optional(),
        expectedEffect: text(LENGTHS.strategicChange.expectedEffect).optional(),
        targetQuarter: quarter.nullable().optional(),
        ownerId: id.nullable().optional(),
        sponsorId: id.nullable().optional(),
        teamId: id.nullable().optional(),
        factorIds: links.factorIds.optional(),
        actionKeys: links.actionKeys.optional(),
        archived: z.boolean().optional(),
      }),
    )
    .output(StrategicChange),
  transition: route("POST", "/strategic-changes/{key}/transitions", "Change the status", "Strategic changes")
    .input(
      z.strictObject({
        key: changeKey,
        version,
        to: z.enum(CHANGE_STATUSES),
        reason: words(LENGTHS.strategicChange.reason).optional(),
      }),
    )
    .output(StrategicChange),
  reportHealth: route(
    "POST",
    "/strategic-changes/{key}/health-updates",
    "Report health in a few sentences",
    "Strategic changes",
  )
    .input(
      z.strictObject({
        key: changeKey,
        version,
        health: z.enum(CHANGE_HEALTHS),
        body: words(LENGTHS.strategicChange.healthUpdate),
      }),
    )
    .output(StrategicChange),
};
