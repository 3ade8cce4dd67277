import { z } from "zod";
import { ACTION_STATUSES, EFFECT_ANSWERS } from "#lib/base/vocabulary/action-item.ts";
import {
  EVIDENCE_STANCES,
  FACTOR_ACTORS,
  FACTOR_DOMAINS,
  FACTOR_EXPLAINS,
  FACTOR_ROLES,
  FACTOR_STATUSES,
} from "#lib/base/vocabulary/factor.ts";
import { CHANGE_STATUSES } from "#lib/base/vocabulary/strategic-change.ts";
import { actionKey, id, incidentKey, instant, line, reviewKey, route, text, version, words } from "./base.ts";
import { LENGTHS } from "./lengths.ts";

export const Factor = z.strictObject({
  id,
  number: z.int(),
  reviewKey,
  incidentKey,
  statement: z.string(),
  detail: z.string(),
  role: z.enum(FACTOR_ROLES),
  domains: z.array(z.enum(FACTOR_DOMAINS)),
  explains: z.array(z.enum(FACTOR_EXPLAINS)).describe("parts of the incident that it explains"),
  actedBy: z.enum(FACTOR_ACTORS).nullable().describe("who acted, where anyone or anything did"),
  status: z.enum(FACTOR_STATUSES),
  acceptedReason: z.string().nullable(),
  evidence: z.array(
    z.strictObject({ eventId: id, number: z.int(), title: z.string(), stance: z.enum(EVIDENCE_STANCES) }),
  ),
  actions: z.array(z.strictObject({ key: z.string(), title: z.string(), status: z.enum(ACTION_STATUSES) })),
  changes: z.array(z.strictObject({ key: z.string(), title: z.string(), status: z.enum(CHANGE_STATUSES) })),
  condition: z.strictObject({ id, name: z.string() }).nullable().describe("shared with other incidents"),
  /** The gaps as text: no evidence, or not addressed. */
  holes: z.array(z.strictObject({ code: z.enum(["no_evidence", "no_answer"]), message: z.string() })),
  threadId: id.nullable().describe("the comment that it was made from"),
  removed: z.boolean(),
  version,
  abilities: z.strictObject({ edit: z.boolean() }),
});
export type Factor = z.infer<typeof Factor>;

/** A verified action that a factor of a later incident asks about, because both are about the same condition. */
export const FixQuestion = z.strictObject({
  factorId: id,
  ...{ key: actionKey, title: z.string() },
  verifiedAt: instant.describe("when it was last verified before this incident"),
  state: z
    .enum(["asked", "answered", "reopened", "verified_again"])
    .describe("of the question whether it worked. Reopened: people work on it again"),
  answer: z.enum(EFFECT_ANSWERS).nullable(),
  answeredAt: instant.nullable(),
});
export type FixQuestion = z.infer<typeof FixQuestion>;

const evidence = z.array(z.strictObject({ eventId: id, stance: z.enum(EVIDENCE_STANCES).default("for") })).max(100);
const fields = {
  statement: line(LENGTHS.factor.statement),
  detail: text(LENGTHS.factor.detail),
  role: z.enum(FACTOR_ROLES),
  domains: z.array(z.enum(FACTOR_DOMAINS)).max(5),
  explains: z.array(z.enum(FACTOR_EXPLAINS)).max(FACTOR_EXPLAINS.length),
  actedBy: z.enum(FACTOR_ACTORS).nullable(),
  status: z.enum(FACTOR_STATUSES),
};

export const factorContract = {
  list: route("GET", "/reviews/{key}/factors", "Contributing factors of a review", "Factors")
    .input(
      z.strictObject({
        key: reviewKey,
        explains: z.enum(FACTOR_EXPLAINS).optional().describe("only factors that explain this part"),
      }),
    )
    .output(z.strictObject({ items: z.array(Factor) })),
  questions: route(
    "GET",
    "/reviews/{key}/factors/questions",
    "Verified actions on the conditions of a review's factors, and whether they worked",
    "Factors",
  )
    .input(z.strictObject({ key: reviewKey }))
    .output(z.strictObject({ items: z.array(FixQuestion).describe("of the actions that you can read") })),
  create: route("POST", "/reviews/{key}/factors", "Add a contributing factor", "Factors")
    .input(
      z.strictObject({
        key: reviewKey,
        statement: fields.statement,
        detail: fields.detail.default(""),
        role: fields.role.default("contributor"),
        domains: fields.domains.default([]),
        explains: fields.explains.optional(),
        actedBy: fields.actedBy.optional(),
        status: fields.status.default("hypothesis"),
        evidence: evidence.default([]),
        threadId: id.optional().describe("the comment that it is made from"),
      }),
    )
    .output(Factor),
  update: route("PATCH", "/factors/{id}", "Change a factor, its evidence or how it's addressed", "Factors")
    .input(
      z.strictObject({
        id,
        version,
        statement: fields.statement.optional(),
        detail: fields.detail.optional(),
        role: fields.role.optional(),
        domains: fields.domains.optional(),
        explains: fields.explains.optional(),
        actedBy: fields.actedBy.optional(),
        status: fields.status.optional(),
        evidence: evidence.optional(),
        acceptedReason: words(LENGTHS.factor.acceptedReason).nullable().optional(),
        removed: z.boolean().optional(),
        afterFactorId: id.nullable().optional().describe("move behind this factor, null to the top"),
      }),
    )
    .output(Factor),
};
