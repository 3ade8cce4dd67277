import { z } from "zod";
import { ACTION_PRIORITIES } from "#lib/base/vocabulary/action-item.ts";
import { SCOPE_KINDS } from "#lib/people/policy/applied.ts";
import {
  DEADLINE_ASKED,
  DEADLINE_EVENTS,
  POLICY_KEYS,
  type PolicyKey,
  REVIEW_APPROVERS,
  WAIVER_APPROVERS,
} from "#lib/people/policy/values.ts";
import { id, instant, line, localDate, namedRef, personRef, route, version } from "./base.ts";
import { severity } from "./incident.ts";
import { LENGTHS } from "./lengths.ts";

const MOST_DAYS = 730;
const unit = z
  .enum(["calendar", "business"])
  .describe("business: days of the calendar of the action's team or, if it has none, of its owner's team");
const dayCount = z.strictObject({ days: z.int().min(0).max(MOST_DAYS), unit });

const rungDays = z.int().min(1).max(60);
const ladder = z
  .strictObject({ before: z.int().min(0).max(14), manager: rungDays, tpm: rungDays, parentManager: rungDays, unit })
  .refine(({ manager, tpm, parentManager }) => manager < tpm && tpm < parentManager, {
    message: "each person is notified later than the one before: manager, TPM, manager of the parent team",
  });

const length = z.strictObject({
  count: z.int().min(1).max(MOST_DAYS),
  unit: z.enum(["hours", "days", "business_days", "months"]),
});
const event = z.enum(DEADLINE_EVENTS);
export const deadlineKey = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, "lower-case letters, digits and hyphens");
const deadline = z.strictObject({
  key: deadlineKey,
  name: line(LENGTHS.policy.deadline),
  after: z.union([z.strictObject({ event }), z.strictObject({ sent: deadlineKey.describe("an earlier deadline") })]),
  length,
  atMost: z.strictObject({ event, length }).nullable().default(null).describe("the latest time, from another event"),
  asks: z
    .enum(DEADLINE_ASKED)
    .optional()
    .describe("who is reminded. Left out: the commander, and after resolved or published the review's owner"),
});
const deadlines = z
  .array(deadline)
  .max(12)
  .refine((all) => new Set(all.map(({ key }) => key)).size === all.length, { message: "two deadlines have one key" })
  .refine(
    (all) => {
      const isEarlier = (sent: string, at: number) => all.findIndex(({ key }) => key === sent) < at;
      const known = (sent: string) => all.some(({ key }) => key === sent);
      return all.every(({ after }, at) => !("sent" in after) || (known(after.sent) && isEarlier(after.sent, at)));
    },
    { message: "a deadline counts from one that is earlier in the list" },
  );

export const PolicyValuesShape = z
  .strictObject({
    dueP0: dayCount.nullable(),
    dueP1: dayCount.nullable(),
    dueP2: dayCount.nullable(),
    dueP3: dayCount.nullable(),
    ladder,
    ladderP0: ladder,
    ladderTpm: id
      .nullable()
      .describe("the TPM who is notified. Null: a TPM in the team or, if there is none, the longest-serving TPM"),
    ladderManager: id.nullable().describe("who is notified if the team has no manager. Null: no one"),
    ladderParent: id
      .nullable()
      .describe("who is notified in place of the manager of the parent team. Null: that manager"),
    waiverApprovers: z.enum(WAIVER_APPROVERS),
    effectDays: z.int().min(1).max(MOST_DAYS),
    triage: dayCount.describe("from the proposal of an action until it is to be accepted or declined"),
    wantedDays: z
      .int()
      .min(1)
      .max(MOST_DAYS)
      .describe("without a change, after which people are asked whether a P3 action is still wanted"),
    meet: dayCount.nullable().describe("from the end of the incident. Null: no meeting is needed"),
    publish: dayCount.describe("from the end of the incident"),
    reviewApprovers: z
      .array(z.enum(REVIEW_APPROVERS))
      .max(REVIEW_APPROVERS.length)
      .describe("named when a review is generated. Manager and peer: of the team of the most affected service"),
    healthDays: z.int().min(1).max(MOST_DAYS),
    remindShare: z
      .int()
      .min(1)
      .max(90)
      .describe("share of a deadline's time, in percent, that is left when someone is reminded of it"),
    changeEffectDays: z
      .int()
      .min(1)
      .max(MOST_DAYS)
      .describe("from the delivery of a strategic change until someone is asked for its effect"),
    deadlines,
  })
  .partial();

const scope = z.strictObject({
  serviceIds: z.array(id).max(100).default([]),
  teamIds: z.array(id).max(100).default([]),
  severities: z.array(severity).max(4).default([]),
  priorities: z.array(z.enum(ACTION_PRIORITIES)).max(4).default([]),
});

const fields = {
  id: id.optional().describe("left out for a new policy"),
  version: version.optional(),
  name: line(LENGTHS.policy.name),
  scope,
  values: PolicyValuesShape.describe("only what it sets. Everything else comes from less specific policies"),
  archived: z.boolean().default(false),
};

export const Policy = z.strictObject({
  id,
  name: z.string(),
  scope: z.strictObject({
    services: z.array(namedRef),
    teams: z.array(namedRef),
    severities: z.array(severity),
    priorities: z.array(z.enum(ACTION_PRIORITIES)),
  }),
  values: PolicyValuesShape,
  people: z.array(personRef).describe("those whom its values name"),
  openActions: z.int().describe("open actions that take a value from it"),
  changedBy: personRef.nullable(),
  changedAt: instant,
  archived: z.boolean(),
  version,
});
export type Policy = z.infer<typeof Policy>;

export const POLICY_MOVES_SHOWN = 50;
export const MOVE_KINDS = ["action", "ladder", "review", "deadline", "change"] as const;
const PolicyMove = z.strictObject({
  kind: z
    .enum(MOVE_KINDS)
    .describe(
      "ladder: a day on which someone is notified moves, or the TPM, but not the due date. change: a day of a strategic change, which moves even if existing dates stay",
    ),
  key: z.string(),
  title: z.string(),
  what: z
    .string()
    .nullable()
    .describe(
      "the name of the deadline, who is notified or asked, or which day moves. Null: the due date, or when the manager is notified",
    ),
  owner: personRef.nullable(),
  deadline: z.enum(["added", "removed"]).optional().describe("of a deadline that doesn't only move"),
  now: z.union([localDate, instant]).nullable().describe("null: none, or a deadline whose event hasn't come"),
  wouldBe: z.union([localDate, instant]).nullable(),
  late: z.boolean().describe("it would already be late"),
});
export type PolicyMove = z.infer<typeof PolicyMove>;

export const PolicyPreview = z.strictObject({
  counts: z.record(z.enum(MOVE_KINDS), z.int()).describe("what would move, of all kinds"),
  late: z.int().describe("how many of the dates that move with existing ones would already be late"),
  items: z.array(PolicyMove).max(POLICY_MOVES_SHOWN),
});
export type PolicyPreview = z.infer<typeof PolicyPreview>;

const policyKey = z.enum(POLICY_KEYS as readonly [PolicyKey, ...PolicyKey[]]);
export const AppliedPolicies = z.strictObject({
  values: PolicyValuesShape.required(),
  people: z.array(personRef).describe("those whom the values name"),
  from: z.record(policyKey, id.nullable()).describe("the policy that gives each value. Null: built in"),
  candidates: z
    .array(
      z.strictObject({
        id: id.nullable(),
        name: z.string(),
        names: z.array(z.enum(SCOPE_KINDS)),
        fills: z.array(policyKey),
        isTied: z
          .boolean()
          .describe(
            "it names as many conditions as the one before, so the order service, team, severity, priority decides",
          ),
      }),
    )
    .describe("from most specific to least"),
  dates: z.strictObject({ due: localDate.nullable(), meet: localDate.nullable(), publish: localDate }),
});
export type AppliedPolicies = z.infer<typeof AppliedPolicies>;

const TAG = "Policies";
export const policyContract = {
  list: route("GET", "/policies", "Policies, the most general first", TAG)
    .input(z.strictObject({ archived: z.stringbool().or(z.boolean()).default(false) }))
    .output(z.strictObject({ items: z.array(Policy) })),
  applied: route("POST", "/policies/applied", "Which policy gives each value, and why", TAG)
    .input(
      z.strictObject({
        priority: z.enum(ACTION_PRIORITIES).nullable().default(null),
        severity: severity.nullable().default(null),
        serviceIds: z.array(id).max(100).default([]),
        teamIds: z.array(id).max(100).default([]),
        ownerId: id.optional().describe("without teams, those of this person count"),
        without: id.optional().describe("a policy that is left out, for what it inherits"),
        from: localDate.optional().describe("the day from which the dates count. Today without it"),
      }),
    )
    .output(AppliedPolicies),
  preview: route(
    "POST",
    "/policies/preview",
    "Dates that would move if a policy were saved and existing dates moved too",
    TAG,
  )
    .input(z.strictObject(fields))
    .output(PolicyPreview),
  save: route("PUT", "/policies", "Add or change a policy. Existing dates keep the policy that set them.", TAG)
    .input(
      z.strictObject({
        ...fields,
        movePast: z.boolean().default(false).describe("also move existing dates"),
        undoesMove: z.boolean().optional().describe("undo the moves of due dates that this version made"),
      }),
    )
    .output(Policy),
};
