import { z } from "zod";
import { EVENT_KINDS, EVENT_SHAPES } from "#lib/base/vocabulary/event-kinds.ts";
import { RULE_FIELDS, RULE_OPERATORS, RULE_OUTCOMES } from "#lib/intake/rule/rule.ts";
import { id, incidentKey, instant, line, lineOrNone, namedRef, personRef, route, version } from "./base.ts";
import { givenSeverity, severity } from "./incident.ts";
import { LENGTHS } from "./lengths.ts";

export const RuleConditionShape = z
  .strictObject({
    field: z.enum(RULE_FIELDS),
    name: line(LENGTHS.rule.label).optional().describe("of the label, where the field is a label"),
    operator: z.enum(RULE_OPERATORS),
    values: z.array(line(LENGTHS.rule.value)).min(1).max(50).describe("one match is enough. Case is ignored"),
  })
  .refine((value) => (value.field === "label") === (value.name !== undefined), {
    error: "name the label, and only for a label",
    path: ["name"],
  });

const ruleFields = {
  conditions: z.array(RuleConditionShape).max(20).describe("all must match. None: every event matches"),
  outcome: z.enum(RULE_OUTCOMES).describe("join the open incident of the service, stay unassigned, or be ignored"),
  serviceId: id.nullable().describe("null: the service that the event names"),
  opens: z.boolean().describe("with join: open an incident when none of the service is open"),
  titleTemplate: lineOrNone(LENGTHS.rule.title).describe("{alertname} on {service}. Empty: the event's own title"),
  severity: severity.nullable().describe("of an opened incident. Null: 3"),
  severityMap: z
    .record(z.string().max(LENGTHS.rule.sentSeverity), severity)
    .describe("maps the sender's severity. Comes before `severity`"),
  enabled: z.boolean(),
};
const givenFields = {
  ...ruleFields,
  severity: givenSeverity.nullable().describe("of an opened incident. Null: 3"),
  severityMap: z
    .record(z.string().max(LENGTHS.rule.sentSeverity), givenSeverity)
    .describe("maps the sender's severity. Comes before `severity`"),
};
const newRule = {
  conditions: ruleFields.conditions.default([]),
  outcome: ruleFields.outcome.default("join"),
  serviceId: ruleFields.serviceId.default(null),
  opens: ruleFields.opens.default(false),
  titleTemplate: ruleFields.titleTemplate.default(""),
  severity: givenFields.severity.default(null),
  severityMap: givenFields.severityMap.default({}),
  enabled: ruleFields.enabled.default(true),
};

export const RoutingRule = z.strictObject({
  id,
  position: z.int().min(1).describe("the first matching rule decides"),
  ...ruleFields,
  service: namedRef.nullable(),
  updatedAt: instant,
  updatedBy: personRef.nullable(),
  version,
});
export type RoutingRule = z.infer<typeof RoutingRule>;

/** joins: an existing incident. opens: a new incident created by the rule. waits: the unassigned events. */
export const ROUTES = ["joins", "opens", "waits", "ignored"] as const;
export const Destination = z.strictObject({
  route: z.enum(ROUTES),
  incidentKey: incidentKey.nullable().describe("also null if you can't read it, or it doesn't exist yet"),
  title: z.string().nullable().describe("of an incident that would be opened"),
  service: namedRef.nullable(),
  reason: z.string(),
});
export type Destination = z.infer<typeof Destination>;

export const TriedDelivery = z.strictObject({
  deliveryId: id,
  receivedAt: instant,
  title: z.string(),
  kind: z.enum(EVENT_KINDS),
  shape: z.enum(EVENT_SHAPES),
  events: z.int(),
  fits: z.boolean().describe("false: doesn't match this rule"),
  now: Destination.describe("result for its first event"),
  would: Destination.describe("result with this rule"),
  changes: z.boolean(),
});
export type TriedDelivery = z.infer<typeof TriedDelivery>;

const tally = z.strictObject({ joins: z.int(), opens: z.int(), waits: z.int(), ignored: z.int() });
export const Trial = z.strictObject({
  items: z.array(TriedDelivery).describe("the last 50 deliveries with events, oldest first"),
  notForThis: z.int(),
  would: tally.describe("of the matching deliveries"),
  now: tally.describe("the same deliveries without the rule"),
  waiting: z.int().describe("matching events that are unassigned now"),
});
export type Trial = z.infer<typeof Trial>;

const Applied = z.strictObject({
  attached: z.int(),
  opened: z.array(incidentKey).describe("incidents that were opened"),
  incidents: z.array(incidentKey).describe("incidents that events joined and that you can read"),
  stillWaiting: z.int(),
});
const Saved = z.strictObject({ rule: RoutingRule, applied: Applied.nullable() });
export type SavedRule = z.infer<typeof Saved>;
const apply = z.boolean().default(false).describe("also route events that are already waiting");

const rules = z.strictObject({ items: z.array(RoutingRule) });
const one = { integrationId: id, id };

export const routingContract = {
  list: route("GET", "/integrations/{integrationId}/rules", "Routing rules in their order", "Integrations")
    .input(z.strictObject({ integrationId: id }))
    .output(rules),
  create: route("POST", "/integrations/{integrationId}/rules", "Add a rule at the end", "Integrations")
    .input(z.strictObject({ integrationId: id, ...newRule, apply }))
    .output(Saved),
  update: route("PATCH", "/integrations/{integrationId}/rules/{id}", "Change a rule", "Integrations")
    .input(z.strictObject({ ...one, version, ...z.strictObject(givenFields).partial().shape, apply }))
    .output(Saved),
  move: route("POST", "/integrations/{integrationId}/rules/{id}/move", "Move a rule to a position", "Integrations")
    .input(z.strictObject({ ...one, version, position: z.int().min(1).max(1000) }))
    .output(rules),
  remove: route(
    "DELETE",
    "/integrations/{integrationId}/rules/{id}",
    "Remove a rule. It can be restored.",
    "Integrations",
  )
    .input(z.strictObject(one))
    .output(rules),
  restore: route(
    "POST",
    "/integrations/{integrationId}/rules/{id}/restore",
    "Restore a removed rule to its position",
    "Integrations",
  )
    .input(z.strictObject(one))
    .output(rules),
  try: route(
    "POST",
    "/integrations/{integrationId}/rules/try",
    "Try an unsaved rule on the last 50 deliveries",
    "Integrations",
  )
    .input(
      z.strictObject({
        integrationId: id,
        replaces: id.optional().describe("the saved rule that it replaces. Without one, it comes last"),
        ...newRule,
      }),
    )
    .output(Trial),
};
