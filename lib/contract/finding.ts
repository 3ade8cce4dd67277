import { z } from "zod";
import { FACTOR_ROLES } from "#lib/base/vocabulary/factor.ts";
import { FINDING_KINDS, FINDING_STATES } from "#lib/base/vocabulary/finding.ts";
import { id, incidentKey, instant, personRef, route, version } from "./base.ts";

/** An action as the file states it, unchecked. */
export const StatedAction = z.object({
  owner: z.string().nullable(),
  due: z.string().nullable(),
  status: z.enum(["done", "open"]).nullable(),
  ticket: z.string().nullable(),
  url: z.string().nullable(),
  type: z.string().nullable(),
  priority: z.string().nullable(),
});
export type StatedAction = z.infer<typeof StatedAction>;

export const StatedFactor = z.object({ role: z.enum(FACTOR_ROLES), asWritten: z.string() });
export type StatedFactor = z.infer<typeof StatedFactor>;

export const Finding = z.strictObject({
  id,
  kind: z.enum(FINDING_KINDS),
  text: z.string(),
  importId: id,
  filename: z.string(),
  file: z.string().nullable().describe("path in a zip of several files"),
  line: z.int(),
  state: z.enum(FINDING_STATES),
  stated: z
    .strictObject({ action: StatedAction.nullable(), factor: StatedFactor.nullable() })
    .describe("what the file says about an action or a factor"),
  doubt: z.string().nullable().describe("why it isn't preselected, or null"),
  became: z
    .strictObject({ noun: z.enum(["action_item", "factor"]), key: z.string() })
    .nullable()
    .describe("the record it became. An accepted one without a record goes into the next review"),
  settledBy: personRef.nullable(),
  settledAt: instant.nullable(),
  version,
});
export type Finding = z.infer<typeof Finding>;

const one = z.strictObject({ key: incidentKey, id });

export const findingContract = {
  list: route("GET", "/incidents/{key}/findings", "Findings in imported files", "Imports")
    .input(z.strictObject({ key: incidentKey }))
    .output(z.strictObject({ items: z.array(Finding) })),
  accept: route(
    "POST",
    "/incidents/{key}/findings/{id}/accept",
    "Accept: an action is proposed, a factor becomes a hypothesis, summary and impact go into the draft",
    "Imports",
  )
    .input(
      one.extend({
        when: z
          .enum(["now", "review"])
          .default("now")
          .describe("review: nothing is created until a review is generated. Without a review, a factor always waits"),
      }),
    )
    .output(Finding),
  dismiss: route("POST", "/incidents/{key}/findings/{id}/dismiss", "Dismiss. It can be restored.", "Imports")
    .input(one)
    .output(Finding),
  restore: route(
    "POST",
    "/incidents/{key}/findings/{id}/restore",
    "Restore a finding. What it became is removed unless someone worked on it.",
    "Imports",
  )
    .input(one)
    .output(Finding),
};
