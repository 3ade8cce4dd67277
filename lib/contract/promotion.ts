import { z } from "zod";
import { INCIDENT_KINDS } from "#lib/base/vocabulary/incident.ts";
import { changeKey, done, id, incidentKey, instant, route, version, words } from "./base.ts";
import { Fix } from "./canonical-factor.ts";
import { Band, severity } from "./incident.ts";
import { LENGTHS } from "./lengths.ts";
import { quarter, StrategicChange } from "./strategic-change.ts";

const Condition = z.strictObject({ id, name: z.string() });

const Reason = z.discriminatedUnion("rule", [
  z.strictObject({
    rule: z.literal("recurrence"),
    incidentKeys: z.array(incidentKey).describe("newest first"),
    days: z.int().describe("between the first and the last of these incidents"),
    limit: z.int().describe("the rule: so many days at most"),
  }),
  z.strictObject({
    rule: z.literal("budget"),
    serviceId: id,
    service: z.string(),
    quarter,
    percent: z.int().describe("of the service's error budget of the quarter"),
    minutes: z.number().describe("weighted"),
    limit: z.int().describe("the rule: more than this percentage"),
  }),
  z.strictObject({
    ...{ rule: z.literal("fixes"), count: z.int(), verified: z.int() },
    limit: z.int().describe("the rule: at least this many"),
  }),
]);

const Promotion = z.strictObject({
  condition: Condition,
  reasons: z.array(Reason),
  since: z.array(z.string()).describe("what is new since it was set aside, such as INC-142. Empty if it never was"),
  marks: z.array(z.string()).describe("what the proposal is about. Sent with not now"),
  incidents: z.array(
    z.strictObject({
      key: incidentKey,
      title: z.string(),
      severity,
      kind: z.enum(INCIDENT_KINDS),
      startedAt: instant,
      resolvedAt: instant.nullable(),
      band: Band,
      minutes: z.number().nullable().describe("weighted minutes of impact"),
    }),
  ),
  minutesInYear: z.number().nullable().describe("weighted minutes of the last 365 days"),
  fixes: z.array(Fix),
  teams: z.array(z.string()).describe("names of the teams whose services its incidents affected"),
});
export type Promotion = z.infer<typeof Promotion>;

const Answered = z.strictObject({
  condition: Condition,
  changeKey: changeKey.nullable().describe("null for not now"),
  reason: z.string(),
  by: z.string().nullable(),
  at: instant,
});
export type Answered = z.infer<typeof Answered>;

/** The numbers that an admin can set. */
export const PROMOTION_LIMITS = {
  incidents: { min: 2, max: 20 },
  days: { min: 1, max: 365 },
  budgetPercent: { min: 1, max: 100 },
  fixes: { min: 2, max: 50 },
} as const;
const limited = ({ min, max }: { min: number; max: number }) => z.int().min(min).max(max);
const thresholds = {
  incidents: limited(PROMOTION_LIMITS.incidents).describe("so many incidents of a condition within so many days"),
  days: limited(PROMOTION_LIMITS.days),
  budgetPercent: limited(PROMOTION_LIMITS.budgetPercent).describe(
    "more than this of a service's error budget a quarter",
  ),
  fixes: limited(PROMOTION_LIMITS.fixes).describe("so many actions that address a condition"),
};
export const PromotionRules = z.strictObject({ ...thresholds, version });
export type PromotionRules = z.infer<typeof PromotionRules>;

const byId = z.strictObject({ id: id.describe("of the condition") });

export const promotionContract = {
  list: route(
    "GET",
    "/strategic-changes/proposals",
    "Conditions that should become strategic changes, and earlier answers",
    "Strategic changes",
  )
    .input(z.strictObject({}))
    .output(z.strictObject({ items: z.array(Promotion), answered: z.array(Answered), mayAnswer: z.boolean() })),
  rules: route("GET", "/strategic-changes/proposals/rules", "When a condition is proposed", "Strategic changes")
    .input(z.strictObject({}))
    .output(PromotionRules),
  changeRules: route(
    "PUT",
    "/strategic-changes/proposals/rules",
    "Change when a condition is proposed",
    "Strategic changes",
  )
    .input(PromotionRules)
    .output(PromotionRules),
  accept: route(
    "POST",
    "/strategic-changes/proposals/{id}/accept",
    "Make a strategic change of a condition, or add it to one",
    "Strategic changes",
  )
    .input(byId.extend({ changeKey: changeKey.optional().describe("the change that it is added to") }))
    .output(StrategicChange),
  setAside: route(
    "POST",
    "/strategic-changes/proposals/{id}/not-now",
    "Set a proposal aside until something new happens",
    "Strategic changes",
  )
    .input(
      byId.extend({
        reason: words(LENGTHS.strategicChange.reason),
        marks: z.array(z.string().max(200)).max(5000).describe("those of the proposal that was set aside"),
      }),
    )
    .output(done),
  reopen: route(
    "DELETE",
    "/strategic-changes/proposals/{id}/not-now",
    "Ask again about a proposal that was set aside",
    "Strategic changes",
  )
    .input(byId)
    .output(done),
};
