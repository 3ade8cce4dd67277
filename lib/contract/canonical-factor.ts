import { z } from "zod";
import { ACTION_STATUSES, EFFECT_ANSWERS } from "#lib/base/vocabulary/action-item.ts";
import { FACTOR_EXPLAINS, FACTOR_ROLES } from "#lib/base/vocabulary/factor.ts";
import { INCIDENT_KINDS } from "#lib/base/vocabulary/incident.ts";
import { CHANGE_HEALTHS, CHANGE_STATUSES } from "#lib/base/vocabulary/strategic-change.ts";
import {
  actionKey,
  changeKey,
  id,
  incidentKey,
  instant,
  line,
  localDate,
  pageInput,
  pageOf,
  personRef,
  reviewKey,
  route,
  version,
} from "./base.ts";
import { Band, severity } from "./incident.ts";
import { LENGTHS } from "./lengths.ts";

const MINUTES = "weighted minutes of impact. Null if none is known. Every incident counts once.";

export const Fix = z.strictObject({
  key: actionKey,
  title: z.string(),
  status: z.enum(ACTION_STATUSES),
  blockedReason: z.string().nullable(),
  blockedUntil: localDate.nullable(),
  owner: personRef.nullable(),
  dueDate: z.string().nullable(),
  waivedUntil: z.string().nullable(),
  verifiedAt: instant.nullable(),
  worked: z
    .enum(EFFECT_ANSWERS)
    .nullable()
    .describe("the last answer since it was verified and since a later incident last asked. Null: not answered"),
  incidentKey: incidentKey.nullable(),
});
export type Fix = z.infer<typeof Fix>;

/** All counts are of what the caller can read. Drills, tests and cancelled incidents aren't counted. */
export const CanonicalFactorRow = z.strictObject({
  id,
  name: z.string(),
  incidentCount: z.int(),
  minutes: z.number().nullable().describe(MINUTES),
  firstAt: instant.nullable(),
  lastAt: instant.nullable(),
  fixes: z.array(Fix).describe("actions that address one of its factors"),
  changes: z.array(
    z.strictObject({
      key: changeKey,
      title: z.string(),
      status: z.enum(CHANGE_STATUSES),
      health: z.enum(CHANGE_HEALTHS).nullable(),
      startsOn: localDate.nullable(),
      endsOn: localDate.nullable(),
      dated: z.boolean().describe("whether a person set these days. Otherwise they are those of the target quarter"),
      pace: z
        .int()
        .nullable()
        .describe("days ahead of the plan, below zero behind. Null unless it's in progress with milestones"),
      deliveredAt: instant.nullable().describe("null before its delivery"),
    }),
  ),
  version,
  abilities: z.strictObject({ edit: z.boolean() }),
});
export type CanonicalFactorRow = z.infer<typeof CanonicalFactorRow>;

export const CanonicalFactor = CanonicalFactorRow.extend({
  factors: z.array(
    z.strictObject({
      id,
      number: z.int(),
      version,
      statement: z.string(),
      role: z.enum(FACTOR_ROLES),
      reviewKey,
      incidentKey,
      abilities: z.strictObject({ edit: z.boolean() }),
    }),
  ),
  incidents: z.array(
    z.strictObject({
      key: incidentKey,
      title: z.string(),
      severity,
      kind: z.enum(INCIDENT_KINDS),
      counted: z.boolean(),
      startedAt: instant,
      resolvedAt: instant.nullable(),
      band: Band,
      minutes: z.number().nullable().describe(MINUTES),
    }),
  ),
  merged: z
    .array(z.strictObject({ id, name: z.string(), version }))
    .describe("conditions that became part of this one"),
  following: z.boolean().describe("whether you follow it"),
  followers: z.array(personRef).describe("who is notified of its news, by name"),
});
export type CanonicalFactor = z.infer<typeof CanonicalFactor>;

/** A condition, or a factor without one, that a statement resembles. */
export const SimilarFactor = z.strictObject({
  condition: CanonicalFactorRow.nullable(),
  factor: z.strictObject({ id, version, statement: z.string(), reviewKey, incidentKey }),
  shared: z.array(z.string()).describe("words of the statement that both have"),
});
export type SimilarFactor = z.infer<typeof SimilarFactor>;

const name = line(LENGTHS.canonicalFactor.name);
const linked = z.strictObject({ id, factorId: id, factorVersion: version });
const TAG = "Canonical factors";

export const canonicalFactorContract = {
  list: route("GET", "/canonical-factors", "Conditions seen across incidents, the most frequent first", TAG)
    .input(
      z.strictObject({
        ...pageInput,
        q: z.string().max(LENGTHS.search).optional(),
        seen: z.enum(["once", "again"]).optional().describe("in one incident, or in several"),
        explains: z.enum(FACTOR_EXPLAINS).optional().describe("one of its factors explains this part"),
        incidentKey: incidentKey.optional(),
      }),
    )
    .output(pageOf(CanonicalFactorRow)),
  similar: route("GET", "/canonical-factors/similar", "What a statement resembles, in other reviews", TAG)
    .input(z.strictObject({ statement: z.string().max(LENGTHS.factor.statement), reviewKey }))
    .output(z.strictObject({ items: z.array(SimilarFactor) })),
  get: route("GET", "/canonical-factors/{id}", "One condition with its factors, incidents and fixes", TAG)
    .input(z.strictObject({ id }))
    .output(CanonicalFactor),
  create: route("POST", "/canonical-factors", "Create a condition from factors", TAG)
    .input(
      z.strictObject({
        name,
        factors: z.array(z.strictObject({ id, version })).min(1).max(50),
      }),
    )
    .output(CanonicalFactor),
  rename: route("PATCH", "/canonical-factors/{id}", "Rename a condition", TAG)
    .input(z.strictObject({ id, version, name }))
    .output(CanonicalFactor),
  follow: route("PUT", "/canonical-factors/{id}/follow", "Follow a condition or stop, to be notified of its news", TAG)
    .input(z.strictObject({ id, on: z.boolean() }))
    .output(CanonicalFactor),
  link: route("POST", "/canonical-factors/{id}/links", "Link a factor to a condition", TAG)
    .input(linked)
    .output(CanonicalFactor),
  unlink: route("POST", "/canonical-factors/{id}/unlinks", "Unlink a factor from its condition", TAG)
    .input(linked)
    .output(CanonicalFactor),
  split: route("POST", "/canonical-factors/{id}/splits", "Move some of its factors to a new condition", TAG)
    .input(z.strictObject({ id, version, name, factorIds: z.array(id).min(1).max(50) }))
    .output(CanonicalFactor),
  merge: route("POST", "/canonical-factors/{id}/merges", "Merge another condition into this one", TAG)
    .input(z.strictObject({ id, version, otherId: id, otherVersion: version }))
    .output(CanonicalFactor),
  undoMerge: route("POST", "/canonical-factors/{id}/merges/undo", "Undo a merge", TAG)
    .input(z.strictObject({ id, version, otherId: id }))
    .output(CanonicalFactor),
};
