import { z } from "zod";
import { ACTION_STATUSES, WAIVER_STATUSES } from "#lib/base/vocabulary/action-item.ts";
import { WAIVER_APPROVERS } from "#lib/people/policy/values.ts";
import { instant, localDate } from "./base.ts";

const requested = {
  reason: z.string(),
  mitigation: z.string().describe("what limits the risk until then"),
  until: localDate.describe("the day on which it is over. The action returns at its start"),
  requestedBy: z.string().nullable(),
  requestedAt: instant,
  mine: z.boolean().describe("whether you requested it, so someone else approves or rejects it"),
};

/** The waiver of an action: requested, or in force until its day. */
export const ActionWaiver = z.strictObject({
  status: z.enum(WAIVER_STATUSES),
  ...requested,
  answeredBy: z.string().nullable(),
  answeredAt: instant.nullable(),
  leftStatus: z.enum(ACTION_STATUSES).nullable().describe("the status that the action returns to"),
  approvers: z.enum(WAIVER_APPROVERS).describe("by its policy. Admins count as TPMs"),
  mayAnswer: z.boolean().describe("whether you can answer the request, or end the approved waiver early"),
  longer: z
    .strictObject({ ...requested, mayAnswer: z.boolean().describe("whether you can answer this request") })
    .nullable()
    .describe("of an approved one: the open request for a later day"),
});
